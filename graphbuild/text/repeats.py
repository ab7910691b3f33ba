"""A text in, the edits out that leave one of a fragment that stands twice in a row: what machine reading stutters."""

import re
from collections.abc import Iterator

import numpy as np

from graphbuild.text.edits import Edit

SHORTEST, LONGEST = 6, 48
WORDS = re.compile(r"[\u3400-\u9fff]{2}")


def repeats(text: str) -> Iterator[Edit]:
    """Earlier copies go, the last stays, so that the words after it still follow it in the text as read."""
    done = 0
    for start, end in sorted(twice(text)):
        if start >= done:
            yield start, end, ""
            done = end


def twice(text: str) -> Iterator[tuple[int, int]]:
    """Each place [start, start + length) that is followed by the same characters again."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    for length in range(SHORTEST, min(LONGEST, len(text) // 2) + 1):
        same = codes[:-length:length] == codes[length::length][: len(codes[:-length:length])]
        for place in np.flatnonzero(same) * length:
            yield from around(text, int(place), length)


def around(text: str, place: int, length: int) -> Iterator[tuple[int, int]]:
    """A run of equal characters at this distance, as long as the distance itself, that covers `place`."""
    start = place
    while start > max(0, place - length) and text[start - 1] == text[start - 1 + length]:
        start -= 1
    unit = text[start : start + length]
    if text.startswith(unit, start + length) and WORDS.search(unit) and "\n" not in unit and "|" not in unit:
        yield start, start + length
