"""A quotation and the names of a statement's two ends in, its pieces out: plain, or the words of one end."""

import re
from collections.abc import Iterable
from typing import TypeAlias

PLAIN, SUBJECT, OBJECT = 0, 1, 2
Piece: TypeAlias = tuple[str, int]


def mark(quote: str, subject: Iterable[str], object: Iterable[str]) -> list[Piece]:
    """Pieces, not offsets: a page counts in UTF-16 and would shift where a rare character stands."""
    ends = {name: end for end, names in ((OBJECT, object), (SUBJECT, subject)) for name in names if name}
    if not ends:
        return [(quote, PLAIN)]
    longest_first = sorted(ends, key=lambda name: (-len(name), name))
    pieces = re.split(f"({'|'.join(map(re.escape, longest_first))})", quote)
    return [(piece, ends.get(piece, PLAIN)) for piece in pieces if piece]
