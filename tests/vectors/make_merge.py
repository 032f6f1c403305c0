"""Vectors of whole files that merge: contexts, deletions, equal dots, what shows, authors, audiences."""

from __future__ import annotations

from building import AMINA, GOAL, GOAL2, LINE, MARTA, ROOT_ID, SESSION, Json, Vectors, part_of, whole
from cairn_values import letter_id
from make_accept import many_versions


def goal(title: str | None, signature: object, **merge: object) -> Json:
    """A whole file with one goal and its entry in `dots` (None: none)."""
    item = {"id": GOAL} if title is None else {"id": GOAL, "title": title}
    dots = {} if signature is None else {"goals": {GOAL: signature}}
    return whole({"goals": [item]}, dots=dots, **merge)


def shown(title: str) -> Json:
    """The plan with this goal."""
    return {"goals": [{"id": GOAL, "title": title}]}


def make_merge(v: Vectors) -> None:
    """Add them."""
    _contexts(v)
    _deletions(v)
    _dots_twice(v)
    _what_shows(v)
    _authors(v)
    _audiences(v)
    _three(v)
    _refused(v)


def _contexts(v: Vectors) -> None:
    """Contexts in every place, sorted or not."""
    old = goal("old", "0:1@5000")
    result = {"goals": {GOAL: {"title": "1:1@2000<0:1"}}}
    v.merge("context-under-a-name", [old, goal("new", {"title": "1:1@2000<0:1"})], shown("new"),
            "merge: a context overwrites what it covers, though the stamp is earlier.", dots=result)
    v.merge("context-in-the-text", [old, goal("new", "1:1@2000<0:1")], shown("new"),
            "merge: a context in the text of a thing is that of each field that it signs.", dots=result)
    v.merge("context-in-the-empty-name", [old, goal("new", {"": "1:1@2000<0:1"})], shown("new"),
            "merge: a context in `\"\"` is that of each field that it signs.", dots=result)
    two = whole({"goals": [{"id": GOAL, "title": "t", "why": "w"}]}, dots={"goals": {GOAL: "1:1@2000<0:1"}})
    v.merge("context-in-the-text-of-two-fields", [goal("old", {"title": "0:1@9", "why": "0:1@9"}), two],
            {"goals": [{"id": GOAL, "title": "t", "why": "w"}]},
            "merge: a context in the text stands for every field, so both are overwritten.",
            dots={"goals": {GOAL: {"title": "1:1@2000<0:1", "why": "1:1@2000<0:1"}}})
    unsorted = whole({"goals": [{"id": GOAL, "title": "t"}]}, ["cccccccc", "bbbbbbbb", "zzzzzzzz", "aaaaaaaa"],
                     dots={"goals": {GOAL: "0:4@2000<3:2,1:7,3:5"}}, deleted={"lines": {LINE: "1:1,0:2,1:3"}})
    v.merge("unsorted-writers-and-contexts", [unsorted, goal("old", "1:6@9999")],
            {"goals": [{"id": GOAL, "title": "t"}], "lines": [{"id": LINE}]},
            "merge: `writers` and contexts in any order, of a writer twice the higher counter; written sorted.",
            writers=["aaaaaaaa", "bbbbbbbb", "cccccccc"], dots={"goals": {GOAL: {"title": "2:4@2000<0:5,1:7"}}},
            deleted={"lines": {LINE: "1:3,2:2"}})
    v.merge("covered-by-its-own-context", [whole({}, versions={"root": {"aim": {
        "overwrote": "0:5", "values": [{"dot": "0:5@9", "value": "gone"}, {"dot": "0:6@1", "value": "here"}]}}})] * 2,
        {"aim": "here"}, "Whole or proposal: a version that its field's own context covers is dropped on reading.",
        dots={"root": {"aim": "0:6@1<0:5"}}, versions=None)
    v.merge("absent-says-nothing", [
        whole({"aim": "x", "goals": [{"id": GOAL, "title": "t"}]}, dots={"root": "0:1@1", "goals": {GOAL: "0:2@2"}}),
        whole({"goals": [{"id": GOAL, "why": "w"}]}, dots={"goals": {GOAL: "1:1@3"}})],
        {"aim": "x", "goals": [{"id": GOAL, "title": "t", "why": "w"}]},
        "The plan, Merging: what a file does not name stays.",
        dots={"root": "0:1@1", "goals": {GOAL: {"": "0:2@2", "why": "1:1@3"}}})


def _deletions(v: Vectors) -> None:
    """Deletions."""
    full = whole({"goals": [{"id": GOAL, "title": "t", "why": "w"}]}, dots={"goals": {GOAL: "0:1@1000"}})
    gone = goal(None, None, deleted={"goals": {GOAL: "0:1,1:1"}})
    v.merge("deletion", [full, gone], {"goals": [{"id": GOAL}]},
            "Merging: a deletion covers the fields of its thing; the item stays with nothing but its id.",
            dots=None, versions=None, deleted={"goals": {GOAL: "0:1,1:1"}})
    edit = whole({"goals": [{"id": GOAL, "title": "t", "why": "new"}]},
                 dots={"goals": {GOAL: {"title": "0:1@1000", "why": "2:1@900<0:1"}}})
    v.merge("deletion-against-edit", [full, gone, edit], {"goals": [{"id": GOAL, "why": "new"}]},
            "Merging: what the deletion had not seen brings the thing back, and only that.",
            dots={"goals": {GOAL: {"why": "2:1@900<0:1"}}}, deleted={"goals": {GOAL: "0:1,1:1"}})
    v.merge("deletion-keeps-the-context-of-fields", [edit, goal(None, None, deleted={"goals": {GOAL: "0:1,1:1,2:1"}})],
            {"goals": [{"id": GOAL}]},
            "Canonical form: a field without versions stands in `versions` with its context.",
            versions={"goals": {GOAL: {"why": {"overwrote": "0:1", "values": []}}}})
    notes = part_of({"sessions": [{"id": SESSION, "privateNotes": "mine"}]}, ["aaaaaaaa"],
                    dots={"sessions": {SESSION: "0:1@1000"}})
    session = whole({"sessions": [{"id": SESSION, "title": "s"}]}, private=notes, dots={"sessions": {SESSION: "0:1@1"}})
    v.merge("deletion-leaves-private-fields", [session, whole({}, deleted={"sessions": {SESSION: "0:9"}})],
            {"sessions": [{"id": SESSION}]}, "Merging: a deletion covers fields of its own part only.",
            audience="myself", private=notes)
    line = part_of({"privateLines": [{"id": LINE, "text": "remember"}]}, ["pppppppp"],
                   dots={"privateLines": {LINE: "0:1@1000"}})
    erased = part_of({}, ["pppppppp", "qqqqqqqq"], deleted={"privateLines": {LINE: "0:1,1:1"}, "later": {GOAL: "1:2"}})
    v.merge("deletion-in-the-private-part", [whole({}, private=line), whole({}, private=erased)], {},
            "merge: a deletion of a private line, and of a thing in an unknown private collection, stays private.",
            deleted=None, private=part_of({"privateLines": [{"id": LINE}], "later": [{"id": GOAL}]},
                                          ["pppppppp", "qqqqqqqq"],
                                          deleted={"privateLines": {LINE: "0:1,1:1"}, "later": {GOAL: "1:2"}}))
    v.merge("deletion-of-the-root", [
        whole({"aim": "a", "oneLine": "o", "goals": [{"id": GOAL, "title": "t"}]}, beside={"other": 1},
              dots={"root": {"": "0:1@1", "oneLine": "0:4@1"}, "goals": {GOAL: "0:1@1"}}),
        whole({}, deleted={"root": "0:3,1:1"})],
        {"oneLine": "o", "goals": [{"id": GOAL, "title": "t"}]},
        "merge: `deleted.root` covers the root's own fields and members beside the plan, and no thing in it.",
        dots={"root": "0:4@1", "goals": {GOAL: "0:1@1"}}, other=None, deleted={"root": "0:3,1:1"})
    v.merge("deletion-drops-on-reading", [goal("t", "0:1@1", deleted={"goals": {GOAL: "0:1"}})] * 2,
            {"goals": [{"id": GOAL}]},
            "Whole or proposal: what the deletion of its thing covers is dropped on reading.")
    v.merge("deletions-join", [goal(None, None, deleted={"goals": {GOAL: "0:5,1:1"}}),
                               goal(None, None, deleted={"goals": {GOAL: "0:3,2:1"}})], {"goals": [{"id": GOAL}]},
            "Merging: of two deletions the higher counter per writer.", deleted={"goals": {GOAL: "0:5,1:1,2:1"}})


def _dots_twice(v: Vectors) -> None:
    """Equal values, equal dots."""
    def two(first: Json, second: Json) -> Json:
        """`versions` with these two of a title."""
        return {"goals": {GOAL: {"title": {"values": [first, second]}}}}

    v.merge("equal-values-two-dots", [goal("same", "0:1@1000"), goal("same", "1:1@1000")], shown("same"),
            "merge: equal values under two dots are two versions.", dots=None,
            versions=two({"dot": "0:1@1000", "value": "same"}, {"dot": "1:1@1000", "value": "same"}))
    v.merge("equal-dots-two-values", [goal("Apple", "0:1@1000"), goal("apple", "0:1@1000")], shown("apple"),
            "Merging: two values under one dot are two versions; the highest value, by bytes, shows.",
            versions=two({"dot": "0:1@1000", "value": "Apple"}, {"dot": "0:1@1000", "value": "apple"}))
    v.merge("equal-dots-two-stamps", [goal("same", "0:1@1000"), goal("same", "0:1@2000")], shown("same"),
            "Merging: a version is dot, value and stamp; the same value under two stamps is two versions.",
            versions=two({"dot": "0:1@1000", "value": "same"}, {"dot": "0:1@2000", "value": "same"}))
    v.merge("equal-dots-value-before-stamp", [goal("b", "0:1@1000"), goal("a", "0:1@2000")], shown("a"),
            "Canonical form: versions are sorted by writer, counter, value, stamp; the latest stamp shows.",
            versions=two({"dot": "0:1@2000", "value": "a"}, {"dot": "0:1@1000", "value": "b"}))
    v.merge("value-absent-in-versions", [whole({}, versions={"root": {
        "aim": {"values": [{"dot": "0:1@1000"}, {"dot": "1:1@900", "value": "x"}]},
        "stage": {"values": [{"dot": "0:2@1000"}, {"dot": "1:1@900", "value": "paused"}]}}})] * 2,
        {"stage": "starting"}, "merge: in `versions` an absent `value` is the empty value of a known field.",
        versions={"root": {"aim": {"values": [{"dot": "0:1@1000", "value": ""}, {"dot": "1:1@900", "value": "x"}]},
                           "stage": {"values": [{"dot": "0:2@1000", "value": "starting"},
                                                {"dot": "1:1@900", "value": "paused"}]}}})
    twice = {"dot": "0:1@1000", "value": "once"}
    v.merge("one-version-written-twice", [whole({}, versions=two(twice, twice))] * 2, shown("once"),
            "Merging: an equal version (dot, value, stamp) counts once.", dots={"goals": {GOAL: "0:1@1000"}})


def _what_shows(v: Vectors) -> None:
    """Which of several versions shows, and the order of values by kind."""
    v.merge("shows-the-latest-stamp", [goal("early", "2:9@1000"), goal("late", "0:1@1001")], shown("late"),
            "Merging: the version with the latest stamp shows.")
    v.merge("shows-the-highest-writer", [goal("z", "0:9@1000"), goal("a", "1:1@1000")], shown("a"),
            "Merging: of equal stamps the highest writer shows, whatever its counter.")
    v.merge("shows-the-highest-counter", [goal("z", "0:9@1000"), goal("a", "0:10@1000")], shown("a"),
            "Merging: of equal writers the highest counter shows, by size and not as text.")
    v.merge("shows-a-stamp-far-ahead", [goal("2999", "0:1@9007199254740991"), goal("now", "1:1@1790000000000")],
            shown("2999"), "Merging: a stamp far ahead is kept, and shows.")
    plans = [{"stage": word, "letter": {"minutes": number}, "people": [{"id": AMINA, "hours": [hours] + [""] * 6}],
              "goals": [{"id": GOAL, "baseline": decimal, "u": unknown}],
              "lines": [{"id": LINE, "done": done}]}
             for word, number, hours, decimal, unknown, done in (
                 ("starting", 9, "10:00-11:00", "9", [9], True), ("running", 10, "09:00-18:00", "10", [10], False))]
    dots = {"root": "0:1@1", "letter": {letter_id(ROOT_ID): "0:1@1"}, "people": {AMINA: "0:1@1"},
            "goals": {GOAL: "0:1@1"}, "lines": {LINE: "0:1@1"}}
    v.merge("order-of-values-by-kind", [whole(plan, dots=dots) for plan in plans],
            {"stage": "running", "people": [{"id": AMINA, "hours": ["10:00-11:00"] + [""] * 6}],
             "letter": {"minutes": 10}, "goals": [{"id": GOAL, "baseline": "9", "u": [9]}],
             "lines": [{"id": LINE, "done": True}]},
            "Values: under one dot words go by their place, numbers by size, decimals and unknown values as text, "
            "hours by Monday, and true is above false.")


def _authors(v: Vectors) -> None:
    """Authors."""
    def file(*writers: int, **authors: str) -> Json:
        """A whole file with one field for each of these writers."""
        letters = "abc"
        entries = {letters[place] * 8: f"{place}:1@1000" for place in writers}
        names = ["aim", "oneLine", "start"]
        plan = {names[place]: "2027-01-01" for place in writers}
        return whole(plan, authors=authors, dots={"root": {names[place]: entries[letters[place] * 8]
                                                           for place in writers}})

    v.merge("authors-the-later-counts", [file(0, aaaaaaaa=f"{MARTA}@1000"), file(0, aaaaaaaa=f"{AMINA}@2000")], None,
            "Merging, Authors: of two entries for a writer the later counts.", authors={"aaaaaaaa": f"{AMINA}@2000"})
    v.merge("authors-at-one-instant", [file(0, aaaaaaaa=f"{MARTA}@1000"), file(0, aaaaaaaa=f"{AMINA}@1000")], None,
            "Merging, Authors: at one instant the higher person counts.", authors={"aaaaaaaa": f"{MARTA}@1000"})
    v.merge("authors-far-ahead", [file(0, aaaaaaaa=f"{AMINA}@9007199254740991"),
                                  file(0, aaaaaaaa=f"{MARTA}@9007199254740000"),
                                  file(0, aaaaaaaa=f"{MARTA}@9007199254740001")], None,
            "Merging, Authors: the later counts, however far ahead: a result must not depend on a clock.",
            authors={"aaaaaaaa": f"{AMINA}@9007199254740991"})
    v.merge("authors-of-absent-writers", [file(0, aaaaaaaa=f"{AMINA}@1", bbbbbbbb=f"{AMINA}@2000"),
                                          file(1, bbbbbbbb=f"{MARTA}@1"), file(2, aaaaaaaa=f"{MARTA}@5000")], None,
            "Merging, Authors: an entry for a writer that stands in no dot and no context of its file is ignored.",
            authors={"aaaaaaaa": f"{AMINA}@1", "bbbbbbbb": f"{MARTA}@1"})
    private = part_of({"hidden": True}, ["pppppppp"], dots={"root": "0:1@1"})
    v.merge("authors-of-private-writers", [whole({"aim": "x"}, private=private, dots={"root": "0:1@1<1:1"}, authors={
        "pppppppp": f"{AMINA}@1", "bbbbbbbb": f"{AMINA}@1"})] * 2, {"aim": "x"},
        "Merging, Authors: only the shared part counts; a context of it does.", authors={"bbbbbbbb": f"{AMINA}@1"})


def _audiences(v: Vectors) -> None:
    """Audiences of merged files."""
    part = whole({"stage": "running"}, audience="programme", dots={"root": "0:1@1"})
    full = whole({"aim": "x"}, audience="other-side", dots={"root": "0:1@1"})
    own = whole({"aim": "x"}, audience="other-side", dots={"root": "0:1@1"},
                private=part_of({"hidden": True}, ["pppppppp"], dots={"root": "0:1@1"}))
    v.merge("audience-part-alone", [part] * 2, {"stage": "running"}, "Audiences: a part with itself stays a part.",
            audience="programme")
    v.merge("audience-part-and-full", [part, full], {"aim": "x", "stage": "running"},
            "Audiences: with a fuller file it is no part.", audience="other-side")
    v.merge("audience-private", [part, own], {"aim": "x", "stage": "running"},
            "Audiences: a result with a private part says `myself`.", audience="myself")
    v.merge("audience-myself-without-private", [whole({"aim": "x"}, audience="myself", dots={"root": "0:1@1"})] * 2,
            {"aim": "x"}, "Audiences: a result without a private part does not say `myself`.", audience="other-side")
    v.merge("audience-private-part-without-content", [whole({"aim": "x"}, dots={"root": "0:1@1"},
                                                            private=part_of({}, []))] * 2, {"aim": "x"},
            "Canonical form, Audiences: a private part of which nothing is known is the same state as none.",
            audience="other-side", private=None)


def _three(v: Vectors) -> None:
    """Three copies in every order and grouping."""
    base = goal("base", "0:1@1000")
    v.merge("three-chain", [base, goal("middle", "1:1@900<0:1"), goal("last", "2:1@800<0:1,1:1")], shown("last"),
            "Merging: a chain of edits leaves the last, whatever the stamps and the order of files.",
            dots={"goals": {GOAL: {"title": "2:1@800<0:1,1:1"}}})
    v.merge("three-deletion-edit-stale", [
        goal(None, None, deleted={"goals": {GOAL: "0:2,1:1"}}),
        whole({"goals": [{"id": GOAL, "title": "t", "why": "stale"}]},
              dots={"goals": {GOAL: {"title": "0:1@1", "why": "0:2@2"}}}),
        whole({"goals": [{"id": GOAL, "title": "mine", "due": "2027-05-01"}]},
              dots={"goals": {GOAL: {"title": "2:1@5<0:1", "due": "0:3@3"}}})],
        {"goals": [{"id": GOAL, "title": "mine", "due": "2027-05-01"}]},
        "Merging: a deletion, a stale copy and an edit; a dot beyond the deletion stays.",
        dots={"goals": {GOAL: {"": "0:3@3", "title": "2:1@5<0:1"}}}, deleted={"goals": {GOAL: "0:2,1:1"}})
    v.merge("three-choices", [goal("a", "0:1@10"), goal("b", "1:1@20"), goal("c", "2:2@5<0:1")], shown("b"),
            "Merging: of three edits one had seen one other; two versions stay, and the context.",
            versions={"goals": {GOAL: {"title": {"overwrote": "0:1", "values": [
                {"dot": "1:1@20", "value": "b"}, {"dot": "2:2@5", "value": "c"}]}}}})
    v.merge("three-parts-of-a-root", [
        whole({"aim": "x"}, audience="programme", dots={"root": "0:1@1"}),
        whole({"people": [{"id": AMINA, "name": "A"}]}, audience="programme", dots={"people": {AMINA: "1:1@1"}}),
        whole({"goals": [{"id": GOAL2, "title": "t"}]}, audience="programme", dots={"goals": {GOAL2: "2:1@1"}})],
        {"aim": "x", "people": [{"id": AMINA, "name": "A"}], "goals": [{"id": GOAL2, "title": "t"}]},
        "Merging, Audiences: three parts are a part still, whatever the grouping.", audience="programme")


def _refused(v: Vectors) -> None:
    """Files that must not be merged."""
    v.refuse_together("merge", "refused-versions-over-the-limit", [many_versions(33), many_versions(33, 34)],
                      "Merging, Limits: 66 live versions of one field would be written.")
    v.refuse_together("merge", "refused-two-roots", [whole({}), whole({}, id=GOAL)],
                      "Backups and records: all files are of one root.", "any")
    v.refuse_together("merge", "refused-two-forms", [whole({}), whole({}, form="cairn-programme")],
                      "Backups and records: a mentorship and a programme are two roots.", "any")
    collection = whole({"later": [{"id": GOAL, "x": 1}]}, dots={"later": {GOAL: "0:1@1"}})
    v.refuse_together("merge", "refused-value-and-collection", [
        collection, whole({"later": [5]}, dots={"root": "1:1@1"})],
        "Merging: one file has an unknown name for a value, the other for a collection.")
