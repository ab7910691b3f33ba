"""A quotation and the names of a statement's two ends in, where the words of each end stand out."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from graphbuild.text.either import either

PLAIN, SUBJECT, OBJECT = 0, 1, 2
Piece: TypeAlias = tuple[str, int]


def mark(quote: str, subject: Iterable[str], object: Iterable[str]) -> list[Piece]:
    """The quotation in pieces: plain, or the words of one end; the longest name that fits wins."""
    ends = {name: end for end, names in ((OBJECT, object), (SUBJECT, subject)) for name in names if name}
    if not ends:
        return [(quote, PLAIN)] if quote else []
    return [(piece, ends.get(piece, PLAIN)) for piece in pattern(tuple(ends)).split(quote) if piece]


@lru_cache(maxsize=4096)  # a thing's names are looked for in every sentence that speaks of it
def pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"({either(names)})")


def spans(pieces: Iterable[Piece]) -> Iterator[tuple[int, int, int]]:
    """Start, end and owner of what is marked, counted as a page counts: in UTF-16, where a rare character takes two."""
    at = 0
    for text, end in pieces:
        start, at = at, at + len(text) + sum(character > "\uffff" for character in text)
        if end:
            yield start, at, end
