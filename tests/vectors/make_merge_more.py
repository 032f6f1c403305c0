"""More vectors of whole files that merge: unknown members, the canonical form, the check, backups."""

from __future__ import annotations

from building import AMINA, GOAL, GOAL2, LINE, ROOT_ID, SERIES, SESSION, Json, Vectors, part_of, replaced, whole
from cairn_json import Number, quote
from cairn_values import letter_id
from make_accept import nested


def make_merge_more(v: Vectors) -> None:
    """Add them."""
    _beside(v)
    _unknown(v)
    _unknown_collections(v)
    _check(v)
    _dots(v)
    _order(v)
    _others(v)


def _beside(v: Vectors) -> None:
    """Unknown members beside the plan."""
    def file(value: object, signature: str) -> Json:
        """A whole file with a member beside the plan."""
        return whole({"aim": "A"}, beside={"other": value}, dots={"root": {"": "0:1@1000", "/other": signature}})

    v.merge("beside-concurrent", [file({"k": 1}, "0:2@2000"), file("y", "1:1@3000")], {"aim": "A"},
            "Unknown members: two concurrent values of a member at the top are both kept, under `/NAME`.",
            other="y", dots={"root": "0:1@1000"}, versions={"root": {"/other": {"values": [
                {"dot": "0:2@2000", "value": {"k": 1}}, {"dot": "1:1@3000", "value": "y"}]}}})
    v.merge("beside-overwritten", [file(1, "0:2@9000"), file(2, "1:1@3000<0:2")], {"aim": "A"},
            "Unknown members: a member at the top has contexts as any field.", other=2)
    v.merge("beside-signed-by-the-text", [whole({"aim": "A"}, beside={"b": [], "a": [{"id": GOAL}]},
                                                dots={"root": "0:1@1000"})] * 2, {"aim": "A"},
            "merge: the text of `root` signs members beside the plan too; a list of things is a value there.",
            a=[{"id": GOAL}], b=[], dots={"root": "0:1@1000"})
    v.merge("beside-and-in-the-plan", [whole({"other": 1}, dots={"root": "0:1@1"}),
                                       whole({}, beside={"other": 2}, dots={"root": "1:1@1"})], {"other": 1},
            "merge: a name in the plan and the same name beside it are two fields.", other=2,
            dots={"root": {"": "0:1@1", "/other": "1:1@1"}})


def _unknown(v: Vectors) -> None:
    """Unknown values."""
    def file(members: Json, signature: object) -> Json:
        """A whole file with one goal and unknown members in it."""
        return whole({"goals": [{"id": GOAL, "title": "x", **members}]}, dots={"goals": {GOAL: signature}})

    v.merge("unknown-without-value", [file({}, {"title": "0:1@1000", "u": "0:2@1000"}),
                                      file({"u": 5}, {"title": "0:1@1000", "u": "1:2@1000"})],
            {"goals": [{"id": GOAL, "title": "x", "u": 5}]},
            "Unknown members: a dot and no value is a version; beside another it is written as `dot` alone.",
            versions={"goals": {GOAL: {"u": {"values": [{"dot": "0:2@1000"}, {"dot": "1:2@1000", "value": 5}]}}}})
    v.merge("unknown-without-value-shows", [file({"u": 5}, {"title": "0:1@1", "u": "0:2@1"}),
                                            file({}, {"title": "0:1@1", "u": "1:1@2"})],
            {"goals": [{"id": GOAL, "title": "x"}]}, "Unknown members: no value shows as no member, and never as null.")
    v.merge("unknown-without-value-alone", [file({}, {"title": "0:1@1", "u": "0:1@1"})] * 2,
            {"goals": [{"id": GOAL, "title": "x"}]},
            "Unknown members: a version without a value is a named signature without a member.",
            dots={"goals": {GOAL: {"": "0:1@1", "u": "0:1@1"}}})
    v.merge("unknown-without-value-and-null", [file({"u": None}, {"title": "0:1@1", "u": "0:2@1"}),
                                               file({}, {"title": "0:1@1", "u": "0:2@1"})],
            {"goals": [{"id": GOAL, "title": "x", "u": None}]},
            "Values: under one dot no value comes before any value; `null` is a value.",
            versions={"goals": {GOAL: {"u": {"values": [{"dot": "0:2@1"}, {"dot": "0:2@1", "value": None}]}}}})
    empties = {"a": "", "b": 0, "c": [], "d": {}, "e": False, "f": None}
    v.merge("unknown-empty-values", [file(empties, "0:1@1")] * 2, {"goals": [{"id": GOAL, "title": "x", **empties}]},
            "Values: unknown values are always written, `\"\"`, `0`, `[]` and `null` too.",
            dots={"goals": {GOAL: "0:1@1"}})
    v.merge("unknown-order-inside", [file({"u": {"b": 1, "a": 2}}, "0:1@1"), file({"u": {"a": 2, "b": 1}}, "0:1@1")],
            {"goals": [{"id": GOAL, "title": "x", "u": {"b": 1, "a": 2}}]},
            "Unknown members: the order of members inside a value is part of it.")
    v.merge("unknown-depth-32-in-versions", [file({"u": nested(32)}, "0:1@1"), file({"u": nested(31)}, "1:1@1")],
            {"goals": [{"id": GOAL, "title": "x", "u": nested(31)}]},
            "Limits: a value of depth 32 can be kept as one of several versions.")


def _unknown_collections(v: Vectors) -> None:
    """Unknown collections."""
    def file(items: list[Json], **merge: object) -> Json:
        """A whole file with an unknown list."""
        return whole({"later": items}, **merge)

    one = file([{"id": GOAL, "title": 1, "x": [1]}], dots={"later": {GOAL: "0:1@1"}})
    v.merge("unknown-collection", [one, file([{"id": GOAL2, "x": 2}, {"id": GOAL, "title": 2}], dots={
        "later": {GOAL2: "1:1@1", GOAL: "1:2@2<0:1"}})],
        {"later": [{"id": GOAL, "title": 2, "x": [1]}, {"id": GOAL2, "x": 2}]},
        "Unknown members: a list of objects with ids merges thing by thing, field by field.",
        dots={"later": {GOAL: {"": "0:1@1", "title": "1:2@2<0:1"}, GOAL2: "1:1@1"}})
    v.merge("unknown-collection-deletion", [one, whole({}, deleted={"later": {GOAL: "0:1,1:1"}})],
            {"later": [{"id": GOAL}]}, "Unknown members: a thing in an unknown collection is deleted as any other.",
            deleted={"later": {GOAL: "0:1,1:1"}})
    v.merge("unknown-empty-list-gives-way", [one, whole({"later": []}, dots={"root": "1:1@9"})],
            {"later": [{"id": GOAL, "title": 1, "x": [1]}]},
            "Merging: a value `[]` gives way to a collection of its name.", dots={"later": {GOAL: "0:1@1"}})
    v.refuse_together("merge", "unknown-empty-list-that-has-overwritten", [
        one, whole({"later": []}, dots={"root": {"later": "1:1@9<2:1"}})],
        "Merging: a value `[]` that has overwritten another does not give way, or the other would come back.")
    v.merge("unknown-list-with-an-item-that-is-none", [whole({"later": [{"id": GOAL}, 5]}, dots={"root": "0:1@1"})] * 2,
            {"later": [{"id": GOAL}, 5]}, "Unknown members: a list with anything but objects with ids is a value.")
    v.merge("unknown-list-with-the-zero-id", [whole({"later": [{"id": "0" * 16, "x": 1}]}, dots={"root": "0:1@1"})] * 2,
            {"later": [{"id": "0" * 16, "x": 1}]}, "Values, Unknown members: zero is no id, so this list is a value.")
    v.merge("unknown-collection-in-both-parts", [
        whole({"later": [{"id": GOAL, "x": 1}]}, dots={"later": {GOAL: "0:1@1"}}, private=part_of(
            {"later": [{"id": GOAL, "x": 2}]}, ["pppppppp"], dots={"later": {GOAL: "0:1@1"}})),
        whole({}, private=part_of({}, ["pppppppp"], deleted={"later": {GOAL: "0:1"}}))],
        {"later": [{"id": GOAL, "x": 1}]},
        "Unknown members: each is kept in its part; a private deletion does not reach the shared one.",
        private=part_of({"later": [{"id": GOAL}]}, ["pppppppp"], deleted={"later": {GOAL: "0:1"}}))


def _check(v: Vectors) -> None:
    """What the check is over. A reader that computes another one takes the file as a proposal."""
    numbers = [Number(text) for text in ("45.0", "1e2", "1E+2", "1.50", "123456789012345678901234567890", "0.0")]
    v.merge("check-numbers", [whole({"u": numbers}, dots={"root": "0:1@1"})] * 2, {"u": numbers},
            "The check: numbers character by character as in the file, and written back so.", dots={"root": "0:1@1"})
    zero = whole({"u": 0, "w": Number("-0.0")}, dots={"root": "0:1@1"})
    v.merge("check-minus-zero", [replaced(zero, '"u": 0', '"u": -0'), zero], {"u": 0, "w": Number("-0.0")},
            "The check: `-0` counts as `0`, `-0.0` as it stands.", dots={"root": "0:1@1"})
    text = 'q"b\\s/\b\f\n\r\t\u001f\u007fé\u2028\U0001f331A'
    plain = whole({"aim": text, "u": {text: 1}}, dots={"root": "0:1@1"})
    escaped = "".join(f"\\u{unit:04X}" for unit in memoryview(text.encode("utf-16-le")).cast("H"))
    odd = replaced(plain, f'"aim": {quote(text)}', f'"aim": "{escaped}"')
    v.merge("check-escapes", [plain, odd.replace(b'"u": {', b'\t"u"\r\n:{')], {"aim": text, "u": {text: 1}},
            "The check: texts and keys with short escapes, `\\u001f`, and all others as they are in UTF-8.",
            dots={"root": "0:1@1"})
    seven = whole({"u": {"b": 1, "7": 2, "a": 3}, "aim": "x"}, dots={"root": "0:1@1"})
    v.merge("check-order-of-members", [seven] * 2, {"aim": "x", "u": {"b": 1, "7": 2, "a": 3}},
            "The check: members in the order in which they stand in the file, keys such as `7` too.",
            dots={"root": "0:1@1"})
    v.merge("check-does-not-cover-members-beside", [
        {**whole({"aim": "x"}, dots={"root": {"": "0:1@1", "/o": "1:1@2"}}), "o": [1]}] * 2, {"aim": "x"},
        "The check: it does not cover members beside the plan.", o=[1])


def _dots(v: Vectors) -> None:
    """Which signature is `""`, and which is the text."""
    def file(members: Json, signature: object) -> Json:
        """A whole file with one goal."""
        return whole({"goals": [{"id": GOAL, **members}]}, dots={"goals": {GOAL: signature}})

    named = {"title": "1:1@5", "why": "1:1@5", "less": "0:2@5", "more": "0:2@5", "due": "0:1@9"}
    values = {"title": "t", "why": "w", "less": "l", "more": "m", "due": "2027-01-01"}
    v.merge("dots-the-most-frequent", [file(values, named)] * 2, None,
            "Canonical form: of equally frequent signatures the lowest by writer, counter, stamp is `\"\"`.",
            dots={"goals": {GOAL: {"": "0:2@5", "title": "1:1@5", "why": "1:1@5", "due": "0:1@9"}}})
    v.merge("dots-lowest-by-stamp", [file({"title": "t", "why": "w"}, {"title": "0:1@10", "why": "0:1@9"})] * 2, None,
            "Canonical form: the lowest by stamp is by size.", dots={"goals": {GOAL: {"": "0:1@9", "title": "0:1@10"}}})
    v.merge("dots-lowest-by-writer", [whole({"goals": [{"id": GOAL, "title": "t", "why": "w"}]}, [
        "cccccccc", "bbbbbbbb"], dots={"goals": {GOAL: {"title": "0:1@1", "why": "1:2@2"}}})] * 2, None,
        "Canonical form: the lowest by writer is by the writer's text, not by its place in the file that was read.",
        dots={"goals": {GOAL: {"": "0:2@2", "title": "1:1@1"}}})
    v.merge("dots-with-a-context", [file({"title": "t", "why": "w", "due": "2027-01-01"}, {
        "title": "1:1@5<0:1", "why": "1:1@5<0:1", "due": "0:9@9"})] * 2, None,
        "Canonical form: a signature with a context is always under its name.",
        dots={"goals": {GOAL: {"": "0:9@9", "title": "1:1@5<0:1", "why": "1:1@5<0:1"}}})
    v.merge("dots-only-contexts", [file({"title": "t"}, {"title": "1:1@5<0:1"})] * 2, None,
            "Canonical form: where every signature has a context there is no `\"\"`.",
            dots={"goals": {GOAL: {"title": "1:1@5<0:1"}}})
    v.merge("dots-of-values-left-out", [file({"title": "t"}, {"title": "0:2@2", "why": "0:1@1", "less": "0:1@1",
                                                              "weight": "0:1@1", "due": "0:1@1"})] * 2,
            {"goals": [{"id": GOAL, "title": "t"}]},
            "Canonical form: a signature whose value is left out of the plan does not count, and is under its name.",
            dots={"goals": {GOAL: {"": "0:2@2", "why": "0:1@1", "less": "0:1@1", "weight": "0:1@1", "due": "0:1@1"}}})
    v.merge("dots-word-and-yes-no-written", [whole({"stage": "starting", "steps": [
        {"id": LINE, "text": "s", "done": False, "homeKind": "none", "due": "", "dueAfter": 0}]}, dots={
            "root": {"": "0:1@1", "ending": "0:1@1"}, "steps": {LINE: "0:1@1"}})] * 2,
        {"stage": "starting", "ending": "none", "steps": [
            {"id": LINE, "text": "s", "done": False, "homeKind": "none"}]},
        "Values: yes/no and words are written though empty; other empty values are left out.",
        dots={"root": "0:1@1", "steps": {LINE: {"": "0:1@1", "due": "0:1@1", "dueAfter": "0:1@1"}}})
    v.merge("empty-value-in-a-conflict", [
        whole({"series": [{"id": SERIES, "first": "2027-01-01"}]},
              dots={"series": {SERIES: {"first": "0:1@1", "everyWeeks": "0:2@1"}}}),
        whole({"series": [{"id": SERIES, "first": "2027-01-01", "everyWeeks": 3}]},
              dots={"series": {SERIES: {"first": "0:1@1", "everyWeeks": "1:2@1"}}})],
        {"series": [{"id": SERIES, "everyWeeks": 3, "first": "2027-01-01"}]},
        "Values, Canonical form: the empty value 0 stands in `versions` too, and a reader takes it where the range "
        "begins with 1.", versions={"series": {SERIES: {"everyWeeks": {"values": [
            {"dot": "0:2@1", "value": 0}, {"dot": "1:2@1", "value": 3}]}}}})


def _order(v: Vectors) -> None:
    """The order of everything."""
    letter = letter_id(ROOT_ID)
    plan = {"wins": [{"id": LINE, "text": "w"}], "zeta": [{"id": GOAL, "z": 1, "$": 2, "A": 3}], "alpha": 1,
            "goals": [{"u": 1, "title": "b", "id": GOAL2, "why": "y"}, {"title": "a", "id": GOAL}],
            "letter": {"stopping": "s", "id": "ignored", "everyWeeks": 2}, "Beta": 2, "oneLine": "o", "aim": "a"}
    dots = {"zeta": {GOAL: "0:1@1"}, "letter": {letter: "0:1@1"}, "wins": {LINE: "0:1@1"},
            "goals": {GOAL2: "0:1@1", GOAL: "0:1@1"},
            "root": {"alpha": "0:2@2", "/b": "0:3@3", "$a": "0:4@4", "": "0:1@1"}}
    v.merge("order-of-members", [{**whole(plan, dots=dots, beside={"b": 1, "$a": 2, "B": 3}), "plan": {**plan, "$a": 0},
                                  "merge": whole({**plan, "$a": 0}, dots=dots)["merge"]}] * 2,
            {"aim": "a", "oneLine": "o", "letter": {"everyWeeks": 2, "stopping": "s"},
             "goals": [{"id": GOAL, "title": "a"}, {"id": GOAL2, "title": "b", "why": "y", "u": 1}],
             "wins": [{"id": LINE, "text": "w"}], "$a": 0, "Beta": 2, "alpha": 1,
             "zeta": [{"id": GOAL, "$": 2, "A": 3, "z": 1}]},
            "Canonical form: own fields, collections, unknown ones together sorted; `/NAME` sorted among the unknown; "
            "the letter has no `id`.",
            dots={"root": {"": "0:1@1", "$a": "0:4@4", "/b": "0:3@3", "alpha": "0:2@2"}, "letter": {letter: "0:1@1"},
                  "goals": {GOAL: "0:1@1", GOAL2: "0:1@1"}, "wins": {LINE: "0:1@1"}, "zeta": {GOAL: "0:1@1"}})
    own = {"privateAnswers": [{"id": LINE, "review": GOAL, "question": "q"}], "checklists": [{"id": GOAL, "u": 1}],
           "privateLines": [{"id": LINE, "text": "t"}], "lines": [{"id": LINE, "u": 1}],
           "sessions": [{"id": SESSION, "privateNotes": "n"}], "me": AMINA}
    dots = {name: {item["id"]: "0:1@1" for item in items} for name, items in own.items() if name != "me"}
    ordered = {name: own[name] for name in ("me", "sessions", "lines", "privateLines", "checklists", "privateAnswers")}
    private = part_of(own, ["pppppppp"], dots={**dots, "root": "0:1@1"})
    v.merge("order-of-the-private-part", [whole({}, private=private)] * 2, {},
            "The plan: in writing, `privateLines` come behind `lines`, and `privateAnswers` behind `answers`.",
            private=part_of(ordered, ["pppppppp"], dots={"root": "0:1@1", **{name: dots[name] for name in ordered
                                                                            if name != "me"}}))
    v.merge("order-in-a-programme", [whole({"stage": 5, "goals": [{"id": GOAL, "title": 5}], "questions": [
        {"id": LINE, "text": "q"}], "events": [{"id": LINE, "title": "e"}], "measures": [{"id": LINE, "text": "m"}],
        "people": [{"id": AMINA, "role": "mentor"}], "title": "P"}, form="cairn-programme", dots={
            "root": "0:1@1", "goals": {GOAL: "0:1@1"}, "people": {AMINA: "0:1@1"},
            **{name: {LINE: "0:1@1"} for name in ("questions", "events", "measures")}})] * 2,
        {"title": "P", "people": [{"id": AMINA, "role": "mentor"}], "measures": [{"id": LINE, "text": "m"}],
         "events": [{"id": LINE, "title": "e"}], "questions": [{"id": LINE, "text": "q"}],
         "goals": [{"id": GOAL, "title": 5}], "stage": 5},
        "The plan: a programme has its own fields and collections; what a mentorship has is unknown there.")


def _others(v: Vectors) -> None:
    """The letter, things of which nothing is known, backups."""
    letter = letter_id(ROOT_ID)
    v.merge("letter-concurrent", [whole({"letter": {"platform": word}}, dots={"letter": {letter: sign}})
                                  for word, sign in (("a", "0:1@1"), ("b", "1:1@2"))], {"letter": {"platform": "b"}},
            "merge, Ids: the letter's entries stand under its derived id.", versions={"letter": {letter: {"platform": {
                "values": [{"dot": "0:1@1", "value": "a"}, {"dot": "1:1@2", "value": "b"}]}}}})
    v.merge("nothing-known-is-not-written", [whole(
        {"goals": [{"id": GOAL}, {"id": GOAL2}], "lines": []},
        dots={"goals": {GOAL: "0:1@1", GOAL2: {}}, "lines": {LINE: "1:1@1"}},
        versions={"goals": {GOAL2: {"why": {"values": []}}}})] * 2, {},
        "Canonical form: a thing of which nothing is known is no item, and its writer does not occur.", writers=[],
        dots=None, versions=None)
    settings = part_of({"name": "Amina", "theme": "dark"}, ["ssssssss"], dots={"root": "0:1@1"})
    backup = {"format": "cairn-workspace", "version": {"major": 1, "minor": 0}, "generator": "any", "later": 1,
              "programmes": [{"id": ROOT_ID, **part_of({"title": "P"}, dots={"root": "0:1@1"})}],
              "mentorships": [{"id": SERIES, **part_of({"aim": "s"}, dots={"root": "0:1@1"})},
                              {"id": ROOT_ID, **part_of({"aim": "r"}, dots={"root": "0:1@1"})}],
              "settings": {"private": settings, "later": 1}}
    v.merge("workspace-and-a-file", [backup, whole({"aim": "new"}, dots={"root": "1:1@2<0:1"})], None,
            "Backups and records: the result is a workspace, lists sorted by id, other members not kept.",
            settings={"private": settings}, later=None, programmes=[{
                "id": ROOT_ID, **part_of({"title": "P"}, ["aaaaaaaa"], dots={"root": "0:1@1"})}])
