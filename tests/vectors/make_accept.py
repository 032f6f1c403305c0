"""Vectors of files that a reader must take."""

from __future__ import annotations

from typing import Any

from building import (AMINA, GOAL, LINE, MARTA, ROOT_ID, SERIES, SESSION, Json, Vectors, file_of, part_of, text_of,
                      whole)
from cairn_json import Number
from cairn_values import letter_id


def nested(depth: int) -> Any:
    """Lists in one another: depth 1 is `[]`."""
    value: Any = []
    for _ in range(depth - 1):
        value = [value]
    return value


def many_versions(count: int, first: int = 1) -> Json:
    """A whole file whose aim has `count` live versions."""
    values = [{"dot": f"0:{number}@1000", "value": f"aim {number}"} for number in range(first, first + count)]
    return whole({"aim": f"aim {first + count - 1}"}, versions={"root": {"aim": {"values": values}}})


def make_accept(v: Vectors) -> None:
    """Add them."""
    _text_and_outer_form(v)
    _values_and_names(v)
    _merge(v)


def _text_and_outer_form(v: Vectors) -> None:
    """The text, the outer form, backups."""
    v.accept("smallest", b'{"format":"cairn-mentorship","version":{"major":1},"id":"%s","plan":{}}' % ROOT_ID.encode(),
             "The outer form: `minor` absent is 0, and a plan may be empty.")
    v.accept("byte-order-mark", b"\xef\xbb\xbf" + text_of(file_of({"aim": "x"})),
             "The text: one byte order mark in front is skipped.")
    v.accept("members-in-any-order", {"plan": {"goals": [{"title": "x", "id": GOAL}], "aim": "y"}, "id": ROOT_ID,
                                      "version": {"minor": 0, "major": 1}, "format": "cairn-mentorship"},
             "The text: members of an object may come in any order.")
    v.accept("higher-minor", file_of({"aim": "x", "newThing": 1}, version={"major": 1, "minor": 7, "micro": []}),
             "The outer form: a higher `minor` is read, other members of `version` are ignored.")
    v.accept("private-plan-only", file_of(private={"plan": {"hidden": True}}),
             "The outer form: `plan` may be absent where `private.plan` is there.")
    v.accept("audience-of-another-kind", file_of({}, audience=5),
             "The outer form: an `audience` that is no word of the list counts as `other-side`.")
    v.accept("depth-64", file_of({}, version={"major": 1, "ignored": nested(62)}),
             "Limits: 64 objects and lists in one another, the outermost is 1.")
    v.accept("unknown-depth-32", file_of({"u": nested(32)}, beside=nested(32)),
             "Limits: 32 lists in one another inside one unknown value, in the plan and beside it.")
    v.accept("merge-of-a-proposal", file_of({"aim": "x"}, merge={
        "check": "crc32:00000000", "writers": 5, "authors": [], "dots": {"root": 7, "goals": {"zzz": 7}}, "other": 1}),
        "Whole or proposal: of a `merge` whose check does not fit only the outermost form must be right.")
    v.accept("check-is-no-text", file_of({"aim": "x"}, merge={"check": 5}),
             "Whole or proposal: a check that is no text makes a proposal, not a refusal.")
    v.accept("other-members-of-merge", whole({"aim": "x"}, dots={"root": "0:1@1000"}, later={"any": "thing"}, **{"": 1, "a/b": []}),
             "The outer form: other members of `merge` are ignored, whatever their names.")
    v.accept("workspace", {
        "format": "cairn-workspace", "version": {"major": 1, "minor": 0}, "later": 1,
        "settings": {"private": {"plan": {"name": "A", "theme": "dark"}, "merge": {"check": "crc32:00000000"}}},
        "mentorships": [{"id": ROOT_ID, "plan": {"aim": "x"}, "extra": 1, "private": {"plan": {"hidden": True}}}],
        "programmes": [{"id": ROOT_ID, **part_of({"title": "P"}, dots={"root": "0:1@1000"})}]},
        "Backups and records: each root is whole or a proposal for itself, settings without a fitting check are "
        "ignored.")


def _values_and_names(v: Vectors) -> None:
    """Values, names, unknown members."""
    v.accept("dates-at-the-bounds", file_of({"start": "0001-01-01", "end": "9999-12-31", "pausedUntil": "2028-02-29"}),
             "Values: dates go from 0001-01-01 to 9999-12-31, a leap day exists.")
    v.accept("values-at-the-bounds", file_of({
        "letter": {"everyWeeks": 52, "minutes": 1440},
        "sessions": [{"id": SESSION, "time": "23:59", "offset": -1440, "heldAt": Number("9007199254740992")}],
        "goals": [{"id": GOAL, "title": "t", "weight": 100, "baseline": "-0.50", "target": "007"}],
        "people": [{"id": AMINA, "hours": ["09:00-17:00", "", "00:00-23:59", "", "", "", ""]}]}),
        "The plan, Values: numbers, a time, decimals and hours at their bounds.")
    v.accept("text-counts-characters", file_of({"oneLine": "\U0001f331" * 1200}),
             "The plan: a text is counted in code points, 1,200 of four bytes each are as many as allowed.")
    v.accept("empty-values", file_of({
        "aim": "", "start": "", "people": [{"id": AMINA, "name": "", "hours": [""] * 7}],
        "steps": [{"id": LINE, "text": "s", "owner": "0" * 16, "home": "", "done": False, "dueAfter": 0}]}),
        "Values: each kind has an empty value, and sixteen `0` are the empty id.")
    v.accept("order-takes-any-text", file_of({"goals": [{"id": GOAL, "title": "t", "order": "Zz 0é"}]}),
             "Values: a reader takes any text for `order`.")
    v.accept("arrow-to-nothing", whole({"progress": [{"id": LINE, "goal": GOAL}],
                                        "answers": [{"id": LINE, "review": GOAL, "question": "q"}]},
                                       dots={"progress": {LINE: "0:1@1000"}, "answers": {LINE: "0:1@1000"}}),
             "The plan: arrows may point to what is not there.")
    v.accept("letter-with-an-id", file_of({"letter": {"id": 7, "platform": "x"}}),
             "The plan: a member `id` in the letter is ignored.")
    v.accept("unknown-names", file_of({"$a": 1, "_": 1, "N" * 64: 1, "a-b": 1, "settings": 1}, Z=1),
             "Unknown members: names of up to 64 characters; what is reserved beside a plan is not in it.")
    v.accept("names-of-a-backup-beside", file_of({}, settings=[], mentorships=1, programmes={}),
             "Unknown members: what has a meaning in a backup has none beside a plan.")
    v.accept("id-behind-the-plan", dict(reversed(whole({"later": [], "letter": {"camera": "on"}, "aim": "x"}, dots={
        "root": {"": "0:1@1", "later": "1:1@2"}, "letter": {letter_id(ROOT_ID): "0:1@1"}}).items())),
             "The text: members come in any order, the id and the plan behind what signs them too.")
    v.accept("unknown-value-with-any-keys", file_of({"u": {"": 1, "/plan": 2, "id": None, "a b": 3}}),
             "Unknown members: inside an unknown value any key may stand.")
    v.accept("ids-twice-in-a-value", file_of({"goals": [{"id": GOAL, "title": "t", "u": [{"id": GOAL}, {"id": GOAL}]}],
                                              "w": [{"id": GOAL}, {"id": GOAL}, 5]}),
             "Unknown members: a list in a thing, or with an item that is no object, is a value and no collection.")


def _merge(v: Vectors) -> None:
    """`merge` of whole roots."""
    v.accept("counter-2-52", whole({"aim": "x"}, dots={"root": "0:4503599627370496@1<1:4503599627370496"},
                                   deleted={"goals": {GOAL: "0:4503599627370496"}}),
             "Limits: a counter may be 2^52, in a dot, a context and a deletion.")
    v.accept("stamp-2-53-less-1", whole({"aim": "x"}, dots={"root": "0:1@9007199254740991"},
                                        authors={"aaaaaaaa": f"{AMINA}@9007199254740991"}),
             "Limits, Merging: a stamp far ahead is accepted, up to 2^53 - 1; so is an instant of an author.")
    v.accept("stamp-0", whole({"aim": "x"}, dots={"root": "0:1@0"}), "Limits: a stamp may be 0.")
    v.accept("versions-64", many_versions(64), "Limits: 64 live versions of one field.")
    v.accept("versions-without-a-plan-value", whole({}, versions={
        "root": {"aim": {"values": [{"dot": "0:1@1", "value": "x"}]},
                 "oneLine": {"overwrote": "0:1", "values": []}, "start": {"values": []}}}),
        "merge: `versions` may have a single version or none; they count, not the plan.")
    v.accept("entries-not-in-the-plan", whole({}, dots={"goals": {GOAL: {"title": "0:1@1"}}, "later": {GOAL: "0:1@1"}},
                                              versions={"lines": {LINE: {}}}, deleted={"sessions": {SESSION: "0:1"}}),
             "merge: entries may name things that are not in the plan.")
    v.accept("value-in-versions-needs-no-dot", whole(
        {"goals": [{"id": GOAL, "title": "shown"}]},
        versions={"goals": {GOAL: {"title": {"values": [{"dot": "0:1@1", "value": "shown"},
                                                        {"dot": "1:1@0", "value": "other"}]}}}}),
        "Whole or proposal: a member of a thing has versions, or a signature.")
    v.accept("writers-absent", file_of({}, merge={"check": "crc32:a3a6bf43"}),
             "merge: `writers` absent is none.")
    v.accept("deleted-root", whole({}, deleted={"root": "0:3,1:2"}),
             "merge: `deleted.root` is the deletion of the root's own fields.")
    v.accept("private-deletion", whole({}, dots={}, private=part_of(
        {}, ["pppppppp"], deleted={"privateLines": {LINE: "0:1"}, "privateAnswers": {LINE: "0:1"},
                                   "later": {SERIES: "0:1"}})),
             "merge: `private.merge.deleted` names private collections, unknown ones too.")
    v.accept("private-fields-of-a-shared-thing", file_of(
        {"people": [{"id": MARTA, "name": "Marta"}]},
        private={"plan": {"me": MARTA, "people": [{"id": MARTA, "remember": "cats"}],
                          "goals": [{"id": GOAL, "unknownHere": 1}]}}),
        "The plan: a thing with both sides stands in both plans under one id.")
