"""Makes all test vectors anew: `python3 tests/vectors/make.py`. The files are committed with it."""

from __future__ import annotations

from collections import Counter

from building import Vectors
from make_accept import make_accept
from make_merge import make_merge
from make_merge_more import make_merge_more
from make_proposal import make_proposal
from make_refuse import make_refuse
from make_refuse_merge import make_refuse_merge


def main() -> None:
    """Make, prove and write the vectors; say how many of each kind."""
    vectors = Vectors()
    for make in (make_accept, make_refuse, make_refuse_merge, make_merge, make_merge_more, make_proposal):
        make(vectors)
    vectors.write()
    counts = Counter(entry["kind"] for entry in vectors.index)
    print(", ".join(f"{count} {kind}" for kind, count in counts.items()) + f"; {len(vectors.index)} in all")


if __name__ == "__main__":
    main()
