"""Vectors of proposals. Who edits is random, so the plan of the result is given, not its bytes."""

from __future__ import annotations

from building import AMINA, GOAL, GOAL2, LINE, MARTA, ROOT_ID, SESSION, Json, Vectors, file_of, part_of, whole
from cairn_values import derived


def base(**merge: object) -> Json:
    """A whole mentorship to which proposals are taken."""
    plan = {"aim": "Learn to sail.", "people": [{"id": AMINA, "name": "Amina"}],
            "goals": [{"id": GOAL, "title": "Tie a bowline", "why": "Safety", "weight": 5}]}
    dots = {"root": "0:1@1000", "people": {AMINA: "0:1@1000"}, "goals": {GOAL: "0:1@1000"}}
    return whole(plan, dots=dots, **merge)


PEOPLE = [{"id": AMINA, "name": "Amina"}]
BOWLINE = {"id": GOAL, "title": "Tie a bowline", "why": "Safety", "weight": 5}


def plan_of(*goals: Json, **members: object) -> Json:
    """The plan of the base with other members and these goals."""
    return {"aim": "Learn to sail.", "people": PEOPLE, "goals": list(goals) or [BOWLINE], **members}


def named(title: str, count: int = 1) -> str:
    """The id of a goal without one."""
    return derived("goals", ROOT_ID + title + (f"\n{count}" if count > 1 else ""))


def make_proposal(v: Vectors) -> None:
    """Add them."""
    _edits(v)
    _no_edits(v)
    _ids(v)
    _several(v)
    _whole_or_not(v)
    _refused(v)


def _edits(v: Vectors) -> None:
    """Values that become edits."""
    v.proposal("edit", [base(), file_of({"goals": [{"id": GOAL, "title": "Tie two knots"}]})],
               plan_of({**BOWLINE, "title": "Tie two knots"}), "Proposals 3: any other value is written.")
    v.proposal("edit-over-two-versions", [whole({"aim": "a"}, versions={"root": {"aim": {"values": [
        {"dot": "0:1@1", "value": "a"}, {"dot": "1:1@0", "value": "b"}]}}}), file_of({"aim": "c"})], {"aim": "c"},
        "Proposals 3: it is written over all that the opener has in that field.")
    v.proposal("empties", [base(), file_of({"goals": [{"id": GOAL, "why": "", "weight": 0}]})],
               plan_of({"id": GOAL, "title": "Tie a bowline"}), "Proposals 3: `\"\"`, or 0, empties.")
    v.proposal("new-root", [file_of({"oneLine": "x", "stage": "starting", "aim": ""})] * 2,
               {"stage": "starting", "oneLine": "x"},
               "Proposals 2: in a root that is not there an empty value is written; a word shows then.")
    steps = [{"id": LINE, "text": "Buy rope", "owner": AMINA, "done": False}]
    v.proposal("new-thing", [base(), file_of({"steps": steps, "goals": [
        {"id": GOAL2, "status": "open", "title": "Reef", "why": ""}]})],
               plan_of(BOWLINE, {"id": GOAL2, "title": "Reef", "status": "open"}, steps=steps),
               "Proposals 2: where the thing is not there, an empty word and `false` are written too.")
    v.proposal("new-thing-with-empty-values-only", [base(), file_of({"people": [{"id": MARTA, "zone": ""}]})],
               {**plan_of(), "people": [*PEOPLE, {"id": MARTA}]},
               "Proposals 2: an empty value says that the thing is there.")
    v.proposal("item-with-an-id-only", [base(), file_of({"people": [{"id": MARTA}]})], plan_of(),
               "The plan, Proposals: an item with nothing but its id is no edit, and makes no thing.")
    gone = whole({}, deleted={"goals": {GOAL: "0:1,1:1"}})
    v.proposal("deleted-thing-comes-back", [base(), gone, file_of({"goals": [{"id": GOAL, "title": "Tie a bowline"}]})],
               plan_of({"id": GOAL, "title": "Tie a bowline"}), "Proposals 3: a deleted thing comes back with it.")
    v.proposal("letter", [base(), file_of({"letter": {"everyWeeks": 2, "confidentiality": "between-us"}})],
               {"aim": "Learn to sail.", "people": PEOPLE,
                "letter": {"everyWeeks": 2, "confidentiality": "between-us"}, "goals": [BOWLINE]},
               "Proposals: the letter as any thing, its empty word is written as it was not there.")
    v.proposal("unknown-members", [base(), file_of({"goals": [{"id": GOAL, "mood": [1, {}]}], "later": [
        {"id": LINE, "x": ""}], "note": None}, beside=0)],
        plan_of({**BOWLINE, "mood": [1, {}]}, later=[{"id": LINE, "x": ""}], note=None),
        "Unknown members, Proposals: values, collections and members beside the plan become edits.")
    v.proposal("private-part", [base(), file_of({}, private={"plan": {"me": AMINA, "hidden": False, "people": [
        {"id": AMINA, "remember": "tea"}, {"id": MARTA, "remember": ""}],
        "privateLines": [{"id": LINE, "text": "ask"}]}})],
        plan_of(), "Proposals, The private part: `cairn merge` takes it; empty private fields of what is not there "
        "are no edit.", private={"me": AMINA, "people": [{"id": AMINA, "remember": "tea"}],
                                 "privateLines": [{"id": LINE, "text": "ask"}]})
    v.proposal("arrow-to-a-thing-in-the-file", [base(), file_of({
        "daysOff": [{"id": LINE, "person": MARTA, "from": "2027-08-01"}], "people": [{"id": MARTA, "name": "Marta"}]})],
        {"aim": "Learn to sail.", "people": [*PEOPLE, {"id": MARTA, "name": "Marta"}],
         "daysOff": [{"id": LINE, "person": MARTA, "from": "2027-08-01"}], "goals": [BOWLINE]},
        "Proposals 4: an arrow may point to what is in the file.")


def _no_edits(v: Vectors) -> None:
    """Proposals that change nothing: the bytes of the base stay."""
    v.no_edit("equal-values", [base(), file_of({"aim": "Learn to sail.", "goals": [{"id": GOAL, "weight": 5}]})],
              "Proposals 2: a value that is equal to a live version changes nothing.")
    v.no_edit("equal-to-one-of-two-versions", [whole({"aim": "a"}, versions={"root": {"aim": {"values": [
        {"dot": "0:1@5", "value": "a"}, {"dot": "1:1@1", "value": "b"}]}}}), file_of({"aim": "b"})],
        "Proposals 2: equal to any live version of the field, also one that does not show.")
    v.no_edit("empty-values-without-versions", [base(), file_of(
        {"oneLine": "", "ending": "none", "goals": [{"id": GOAL, "less": "", "status": "open"}]},
        private={"plan": {"inPart": False, "sessions": [{"id": SESSION, "privateNotes": ""}]}})],
        "Proposals 2: an empty value for a field without live versions changes nothing.")
    v.no_edit("unknown-empty-list-and-a-collection", [whole(
        {"later": [{"id": GOAL, "x": 1}]}, dots={"later": {GOAL: "0:1@1"}}), file_of({"later": []})],
        "Merging: a value `[]` gives way to a collection of its name, in a proposal too.")
    v.no_edit("equal-unknown-value", [whole({"u": {"a": 1}}, dots={"root": "0:1@1"}), file_of({"u": {"a": 1}})],
              "Proposals 2: unknown values are equal by their compact text.")


def _ids(v: Vectors) -> None:
    """Items without an id."""
    items = sorted([{"id": named("Read"), "title": "Read", "why": "a"}, {"id": named("Write"), "title": "Write"},
                    {"id": named("Read", 2), "title": "Read", "why": "b"},
                    {"id": named('{"why":"none"}'), "why": "none"}], key=lambda item: item["id"])
    v.proposal("nameless-items", [file_of({}), file_of({"goals": [
        {"title": "Read", "why": "a"}, {"title": "Write"}, {"title": "Read", "why": "b"}, {"why": "none"}]})],
        {"goals": items}, "Proposals 5: the id follows from collection, root and name; the second of a name counts "
        "with a line feed and 2; without a name it is the compact text.")
    line = derived("lines", ROOT_ID + "Why?")
    answer = derived("answers", ROOT_ID + "Well.")
    review = derived("reviews", ROOT_ID + '{"date":"2027-01-01","change":"caf\u00e9"}')
    v.proposal("nameless-items-by-other-names", [file_of({}), file_of({
        "people": [{"name": "Marta"}], "lines": [{"text": "Why?"}],
        "reviews": [{"date": "2027-01-01", "change": "café"}],
        "answers": [{"question": "How?", "text": "Well.", "review": review}]})],
        {"people": [{"id": derived("people", ROOT_ID + "Marta"), "name": "Marta"}],
         "lines": [{"id": line, "text": "Why?"}],
         "reviews": [{"id": review, "date": "2027-01-01", "change": "café"}],
         "answers": [{"id": answer, "review": review, "question": "How?", "text": "Well."}]},
        "Proposals 5: the name is the first of `title`, `text`, `name`, `question` that is not empty.")
    v.proposal("nameless-item-of-a-thing-there", [
        whole({"goals": [{"id": named("Read"), "title": "Read", "why": "a"}]},
              dots={"goals": {named("Read"): "0:1@1"}}),
        file_of({"goals": [{"title": "Read", "why": "b"}]})],
        {"goals": [{"id": named("Read"), "title": "Read", "why": "b"}]},
        "Proposals 5: the same name makes the same item, so it is edited.")


def _several(v: Vectors) -> None:
    """Several proposals at once."""
    v.proposal("two-edits-of-one-field", [base(), file_of({"aim": "first"}), file_of({"aim": "last"})],
               {**plan_of(), "aim": "last"}, "Proposals, Several at once: the last argument's stays.")
    v.proposal("two-edits-of-two-fields", [base(), file_of({"aim": "new"}), file_of({"oneLine": "too"})],
               {"aim": "new", "oneLine": "too", "people": PEOPLE, "goals": [BOWLINE]},
               "Proposals, Several at once: in different fields both stay.")
    v.proposal("proposal-before-its-base", [file_of({"aim": "new"}), base()], {**plan_of(), "aim": "new"},
               "Proposals, Several at once: all whole files are merged first.")
    v.proposal("arrow-to-a-thing-of-an-earlier-proposal", [
        file_of({"people": [{"id": MARTA, "name": "Marta"}]}),
        file_of({"wins": [{"id": LINE, "person": MARTA, "text": "w"}]})],
        {"people": [{"id": MARTA, "name": "Marta"}], "wins": [{"id": LINE, "person": MARTA, "text": "w"}]},
        "Proposals: proposals are taken in the order of the arguments, one upon the other.")


def _whole_or_not(v: Vectors) -> None:
    """Files that are proposals though they have a `merge`."""
    edited = base(deleted={"people": {AMINA: "0:9"}})
    edited["plan"] = {**edited["plan"], "aim": "Sail far."}
    v.proposal("check-does-not-fit", [base(), edited], {**plan_of(), "aim": "Sail far."},
               "Whole or proposal, Proposals: of `merge` nothing counts, nothing is deleted.")
    private = part_of({"hidden": True}, ["pppppppp"], dots={"root": "0:1@1"})
    private["plan"] = {"hidden": True, "example": True}
    v.proposal("check-of-the-private-part-does-not-fit", [
        base(), {**base(deleted={"people": {AMINA: "0:9"}}), "private": private}], plan_of(),
        "Whole or proposal: one check that does not fit makes all of the root a proposal, both parts.",
        private={"example": True, "hidden": True})
    upper = base(deleted={"people": {AMINA: "0:9"}})
    upper["merge"]["check"] = "CRC32" + upper["merge"]["check"][5:]
    v.proposal("check-in-capitals", [base(), upper], plan_of(),
               "The check: `crc32:` and lower case; another spelling does not fit.")


def _refused(v: Vectors) -> None:
    """Proposals that `check` takes and `merge` refuses, as a whole."""
    def refused(name: str, plan: Json, why: str, *others: Json) -> None:
        """A proposal to the base that must be refused."""
        v.refuse_together("proposal", name, [base(), *others, file_of(plan)], why)

    refused("refused-empty-title", {"aim": "x", "goals": [{"id": GOAL, "title": ""}]},
            "Proposals 4: a field marked `!` would be written empty.")
    refused("refused-title-of-spaces", {"goals": [{"id": GOAL2, "title": "   "}]},
            "Proposals 4: spaces are empty.")
    refused("refused-empty-person", {"daysOff": [{"id": LINE, "person": "0" * 16, "from": "2027-01-01"}]},
            "Proposals 4: an arrow marked `!` would be written empty; sixteen `0` are empty.")
    refused("refused-arrow-to-nothing", {"steps": [{"id": LINE, "text": "s", "owner": MARTA}]},
            "Proposals 4: an arrow would be written to nothing that is there.")
    refused("refused-arrow-to-an-item-with-an-id-only", {"people": [{"id": MARTA}], "steps": [
        {"id": LINE, "text": "s", "owner": MARTA}]}, "Proposals 4: an item with nothing but its id is not there.")
    refused("refused-arrow-to-a-deleted-thing", {"steps": [{"id": LINE, "text": "s", "owner": AMINA}]},
            "Proposals 4: what was deleted is not there.", whole({}, deleted={"people": {AMINA: "0:1"}}))
    v.refuse_together("proposal", "refused-value-for-a-collection", [whole(
        {"later": [{"id": GOAL, "x": 1}]}, dots={"later": {GOAL: "0:1@1"}}), file_of({"later": 5})],
        "Merging: an unknown name for a value, where the base has a collection.")
