"""For whom a file is ("Audiences"): what a merged file says, and what goes into a file for others."""

from __future__ import annotations

from copy import deepcopy

from cairn_model import Root
from cairn_read import Loaded
from cairn_tables import PRIVATE, SHARED


def merge_audience(root: Root, files: list[Loaded]) -> str:
    """The audience of a merged file. Input: the result and what it was merged of."""
    if root.has_private():
        return "myself"
    whole = [loaded for loaded in files if loaded.root is not None] or files
    return "programme" if all(loaded.audience == "programme" for loaded in whole) else "other-side"


def for_audience(root: Root, audience: str) -> Root:
    """A copy of a root with what may go into a file for an audience.

    `myself` is everything; `other-side` all but the private part; `programme` only what is bold in
    the tables, and no thing without any of it. Authors go along with their writers, when it is written.
    """
    cut = deepcopy(root)
    if audience == "myself":
        return cut
    cut.parts[PRIVATE] = {}
    if audience == "programme":
        things = cut.parts[SHARED]
        for place in list(things):
            things[place].fields = {name: entry for name, entry in things[place].fields.items()
                                    if root.kind_of(SHARED, place[0], name).programme}
            if not things[place].fields:
                del things[place]
    return cut
