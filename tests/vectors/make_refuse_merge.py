"""Vectors of whole files whose `merge` or `private` has another form than the specification's."""

from __future__ import annotations

from building import (AMINA, GOAL, LINE, ROOT_ID, SESSION, Json, Vectors, part_of, whole)
from cairn_json import pretty
from make_accept import many_versions, nested

PLAN = {"goals": [{"id": GOAL, "title": "t"}]}
SIGNED = {"goals": {GOAL: "0:1@1000"}}


def make_refuse_merge(v: Vectors) -> None:
    """Add them."""
    _dots(v)
    _counters(v)
    _places(v)
    _versions(v)
    _deleted_and_authors(v)
    _private(v)
    _values_without_dots(v)
    _writers(v)


def _refuse(v: Vectors, name: str, why: str, plan: Json = PLAN, **merge: object) -> None:
    """A whole mentorship with this `merge`."""
    v.refuse(name, whole(plan, **merge), "plan", why)


def _sign(v: Vectors, name: str, signature: object, why: str) -> None:
    """A whole mentorship with one goal, under this entry of `dots`."""
    _refuse(v, name, why, dots={"goals": {GOAL: signature}})


def _dots(v: Vectors) -> None:
    """The form of `dots` and signatures."""
    _sign(v, "dot-leading-zero", "0:01@1000", "merge: decimal digits, no leading zeros.")
    _sign(v, "dot-without-stamp", "0:1", "merge: a dot has a stamp.")
    _sign(v, "dot-with-space", "0:1@1000 ", "merge: nothing but the grammar's characters.")
    _sign(v, "dot-other-digits", "0:\u0661@1000", "merge: decimal digits are those of ASCII.")
    _sign(v, "signature-context-empty", "0:1@1000<", "merge: a context is never empty.")
    _sign(v, "signature-context-comma", "0:1@1000<1:1,", "merge: entries are joined by a comma.")
    _sign(v, "signature-context-with-stamp", "0:1@1000<1:1@5", "merge: entries of a context have no stamp.")
    _sign(v, "place-beyond-writers", "3:1@1000", "merge: a place beyond `writers`.")
    _sign(v, "place-beyond-writers-in-a-context", "0:1@1000<3:1", "merge: a place beyond `writers`, in a context.")
    _sign(v, "signature-a-number", 5, "merge: an entry of `dots` is a text or an object.")
    _sign(v, "signature-a-list", ["0:1@1000"], "merge: an entry of `dots` is a text or an object.")
    _sign(v, "signature-an-object-of-objects", {"": {"dot": "0:1@1000"}}, "merge: signatures by field are texts.")
    _refuse(v, "dots-a-list", "merge: `dots` is an object.", dots=[])
    _refuse(v, "dots-of-a-list", "merge: what stands under a collection in `dots` is an object.", dots={"goals": []})
    _refuse(v, "dots-and-versions", "merge: a named field does not stand in `versions` too.",
            dots={"goals": {GOAL: {"title": "0:1@1000"}}},
            versions={"goals": {GOAL: {"title": {"values": [{"dot": "0:1@1000", "value": "t"}]}}}})


def _counters(v: Vectors) -> None:
    """Counters and stamps over their limits."""
    over = "4503599627370497"
    _sign(v, "counter-0", "0:0@1000", "merge, Limits: counters begin at 1.")
    _sign(v, "counter-over-2-52", f"0:{over}@1000", "Limits: a counter is at most 2^52 at the door.")
    _sign(v, "counter-over-2-64", "0:18446744073709551617@1000",
          "Limits: a counter is at most 2^52, also where 64 bits would turn it into 1.")
    _sign(v, "counter-over-in-a-context", f"0:1@1000<1:{over}", "Limits: a counter of a context is at most 2^52.")
    _sign(v, "counter-0-in-a-context", "0:1@1000<1:0", "merge, Limits: counters begin at 1, in a context too.")
    _sign(v, "stamp-2-53", "0:1@9007199254740992", "Limits: a stamp is at most 2^53 - 1.")
    _sign(v, "stamp-below-zero", "0:1@-1", "Limits: a stamp is from 0.")
    _refuse(v, "counter-over-in-deleted", "Limits: a counter of a deletion is at most 2^52.", dots=SIGNED,
            deleted={"goals": {GOAL: f"1:{over}"}})


def _places(v: Vectors) -> None:
    """Keys that are no id, no field of that part, or no name allowed."""
    _refuse(v, "dots-key-no-id", "merge: a key that is no id.", dots={**SIGNED, "lines": {"line-1": "0:1@1"}})
    _refuse(v, "dots-key-zero", "merge, Values: zero is no id.", dots={**SIGNED, "lines": {"0" * 16: "0:1@1"}})
    _refuse(v, "dots-letter-of-another-id", "merge, Ids: the letter's entry stands under its derived id.",
            dots={**SIGNED, "letter": {GOAL: {"platform": "0:1@1"}}})
    _refuse(v, "dots-letter-under-the-root-id", "merge, Ids: the letter's entry stands under its derived id.",
            dots={**SIGNED, "letter": {ROOT_ID: {"platform": "0:1@1"}}})
    _refuse(v, "dots-field-for-a-collection", "Unknown members: the name of a field where a collection must stand.",
            dots={**SIGNED, "aim": {GOAL: "0:1@1"}})
    _refuse(v, "dots-collection-for-a-field", "Unknown members: the name of a collection where a field must stand.",
            dots={**SIGNED, "root": {"goals": "0:1@1"}})
    _refuse(v, "dots-field-id", "Unknown members: in a thing `id` is reserved.",
            dots={"goals": {GOAL: {"": "0:1@1000", "id": "0:1@1"}}})
    _refuse(v, "dots-name-not-allowed", "merge: a key that is no name allowed.",
            dots={"goals": {GOAL: {"": "0:1@1000", "a b": "0:1@1"}}})
    _refuse(v, "dots-beside-in-a-thing", "merge: members beside the plan stand under `root` only.",
            dots={"goals": {GOAL: {"": "0:1@1000", "/x": "0:1@1"}}})
    _refuse(v, "dots-beside-reserved", "Unknown members: `plan` is reserved beside a plan.",
            dots={**SIGNED, "root": {"/plan": "0:1@1"}})
    _refuse(v, "dots-private-field", "merge: a field of the other part.",
            dots={**SIGNED, "sessions": {SESSION: {"privateNotes": "0:1@1"}}})
    _refuse(v, "dots-private-collection", "merge: a collection of the other part.",
            dots={**SIGNED, "privateLines": {LINE: {"text": "0:1@1"}}})
    _refuse(v, "versions-private-root-field", "merge: a field of the other part.", dots=SIGNED,
            versions={"root": {"me": {"values": []}}})
    _refuse(v, "name-for-a-value-and-a-collection", "Unknown members: one name is a value or a collection, not both.",
            dots={**SIGNED, "root": {"later": "0:1@1"}, "later": {GOAL: {"x": "0:1@1"}}})


def _versions(v: Vectors) -> None:
    """The form of `versions`."""
    def field(name: str, entry: object, why: str) -> None:
        """A whole mentorship with this entry of a field."""
        _refuse(v, name, "merge: " + why, dots=SIGNED, versions={"goals": {GOAL: {"why": entry}}})

    good = {"dot": "0:2@1000", "value": "w"}
    field("versions-a-text", "0:1@1000", "a field's entry is an object.")
    field("versions-a-list-of-values", [good], "a field's entry is an object with `values`.")
    field("versions-without-values", {"overwrote": "0:1"}, "`values` must be there.")
    field("versions-values-an-object", {"values": good}, "`values` is a list.")
    field("versions-with-more", {"values": [good], "note": 1}, "nothing but `values` and `overwrote`.")
    field("versions-overwrote-empty", {"overwrote": "", "values": [good]}, "a context is never empty.")
    field("versions-overwrote-a-list", {"overwrote": ["0:1"], "values": [good]}, "`overwrote` is a context.")
    field("versions-item-a-text", {"values": ["0:2@1000"]}, "`values` is a list of objects.")
    field("versions-item-without-dot", {"values": [{"value": "w"}]}, "`dot` must be there.")
    field("versions-item-with-more", {"values": [{**good, "stamp": 1}]}, "a version has `dot` and `value` only.")
    field("versions-dot-with-context", {"values": [{"dot": "0:2@1000<0:1"}]}, "`dot` has no context.")
    field("versions-value-of-another-kind", {"values": [{"dot": "0:2@1000", "value": 5}]}, "a value of another kind.")
    field("versions-value-null", {"values": [{"dot": "0:2@1000", "value": None}]},
          "`null` is no value of a known kind.")
    _refuse(v, "versions-empty-name", "merge: `\"\"` is no field of `versions`.", dots=SIGNED,
            versions={"goals": {GOAL: {"": {"values": []}}}})
    _refuse(v, "versions-a-list", "merge: `versions` is an object.", dots=SIGNED, versions=[])
    _refuse(v, "versions-unknown-depth-33", "Limits: 33 lists in one another, in a value of `versions`.", dots=SIGNED,
            versions={"root": {"u": {"values": [{"dot": "0:2@1", "value": nested(33)}]}}})
    v.refuse("versions-65", many_versions(65), "plan", "Limits: 65 live versions of one field.")


def _deleted_and_authors(v: Vectors) -> None:
    """The form of `deleted` and `authors`."""
    _refuse(v, "deleted-empty-context", "merge: a context is never empty.", dots=SIGNED, deleted={"goals": {GOAL: ""}})
    _refuse(v, "deleted-a-number", "merge: an entry of `deleted` is a context.", dots=SIGNED,
            deleted={"goals": {GOAL: 1}})
    _refuse(v, "deleted-with-stamp", "merge: entries of a context have no stamp.", dots=SIGNED,
            deleted={"goals": {GOAL: "0:1@1000"}})
    _refuse(v, "deleted-root-an-object", "merge: `deleted.root` is a context.", dots=SIGNED,
            deleted={"root": {"aim": "0:1"}})
    _refuse(v, "deleted-private-lines", "merge: `merge.deleted` names no private collections.", dots=SIGNED,
            deleted={"privateLines": {LINE: "0:1"}})
    for name, authors, why in (
            ("a-list", [], "`authors` is an object."),
            ("of-no-writer", {"aaaa": f"{AMINA}@1"}, "a writer is eight base 32 characters."),
            ("without-instant", {"aaaaaaaa": AMINA}, "an author has an instant."),
            ("of-no-person", {"aaaaaaaa": "Amina@1"}, "an author is the id of a person."),
            ("an-object", {"aaaaaaaa": {"person": AMINA}}, "an author is a text."),
            ("instant-2-53", {"aaaaaaaa": f"{AMINA}@9007199254740992"}, "an instant is at most 2^53 - 1 (Limits).")):
        _refuse(v, f"authors-{name}", f"merge: {why}", dots=SIGNED, authors=authors)


def _private(v: Vectors) -> None:
    """The private part of a whole root."""
    def private(name: str, why: str, plan: Json | None = None, **merge: object) -> None:
        """A whole mentorship with this private part."""
        part = part_of(plan or {}, ["pppppppp"], **merge)
        v.refuse(name, whole(PLAN, dots=SIGNED, private=part), "plan", why)

    private("private-deleted-people", "merge: `private.merge.deleted` names only private collections.",
            deleted={"people": {AMINA: "0:1"}})
    private("private-deleted-root", "merge: `private.merge.deleted` names only private collections, and not `root`.",
            deleted={"root": "0:1"})
    private("private-authors", "merge: `authors` stands in `merge`, but not in `private.merge`.",
            authors={"pppppppp": f"{AMINA}@1"})
    private("private-dots-shared-field", "merge: a field of the other part.",
            dots={"sessions": {SESSION: {"notes": "0:1@1"}}})
    private("private-dots-beside", "merge: members beside the plan stand in the shared part.",
            dots={"root": {"/x": "0:1@1"}})
    private("private-value-without-dot", "Whole or proposal: a value of the private part without a dot.",
            {"hidden": True}, dots={})


def _values_without_dots(v: Vectors) -> None:
    """Members without versions and without a signature."""
    why = "Whole or proposal: every member has versions, a named signature, or the thing's text or `\"\"`"
    _refuse(v, "value-without-dot", why + ".")
    _refuse(v, "value-without-dot-beside-a-named-one", why + ".", {"goals": [{"id": GOAL, "title": "t", "why": "w"}]},
            dots={"goals": {GOAL: {"title": "0:1@1000"}}})
    _refuse(v, "value-of-the-plan-without-dot", why + "; those of the plan too.", {**PLAN, "aim": "x"}, dots=SIGNED)
    _refuse(v, "unknown-empty-list-without-dot", why + "; an unknown `[]` is a value.", {**PLAN, "later": []},
            dots=SIGNED)
    v.refuse("member-beside-without-dot", whole(PLAN, dots=SIGNED, beside={"other": 1}), "plan",
             why + "; those beside the plan too.")


def _writers(v: Vectors) -> None:
    """`writers`."""
    _refuse(v, "writer-of-7", "merge: a writer is eight base 32 characters.", dots=SIGNED, writers=["aaaaaaa"])
    writers = [f"w{number:07d}" for number in range(4097)]
    context = ",".join(f"{place}:1" for place in range(1, 4097))
    file = whole({"aim": "x"}, writers, dots={"root": f"0:1@1000<{context}"})
    v.refuse("writers-4097", pretty(file).replace("\n      ", "").encode(), "plan",
             "Limits: 4,097 writers of one root.")
