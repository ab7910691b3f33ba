"""A view in, the edits out that leave one of a fragment that stands twice in a row: what machine reading stutters."""

import re
from collections.abc import Iterator

import numpy as np

from graphbuild.model import View
from graphbuild.text.edits import Edit

SHORTEST, LONGEST, PLAIN = 4, 48, 6
WORDS = re.compile(r"[\u3400-\u9fff]{2}")
SIGN = re.compile(r"[，。；：、！？\n|]")
NEVER = re.compile(r"[\n|]")


def repeats(view: View) -> Iterator[Edit]:
    """Earlier copies go, the last stays, so that the words after it still follow it in the text as read."""
    done = 0
    for start, end in sorted(set(twice(view))):
        if start >= done:
            yield start, end, ""
            done = end


def twice(view: View) -> Iterator[tuple[int, int]]:
    """Each place [start, start + length) that is followed by the same characters again."""
    text = view.text
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    for length in range(SHORTEST, min(LONGEST, len(text) // 2) + 1):
        later = codes[length::length]
        for place in np.flatnonzero(codes[::length][: len(later)] == later) * length:
            yield from around(view, int(place), length)


def around(view: View, place: int, length: int) -> Iterator[tuple[int, int]]:
    """The first copy in a run of equal characters at this distance, where the two copies are no list of two things."""
    text, start, end = view.text, place, place
    while start > max(0, place - length) and text[start - 1] == text[start - 1 + length]:
        start -= 1
    while end - start < 2 * length and end + length < len(text) and text[end] == text[end + length]:
        end += 1
    unit = text[start : start + length]
    if end - start < length or not WORDS.search(unit) or NEVER.search(unit):
        return
    if length >= PLAIN and not SIGN.search(unit):
        yield start, start + length
    for joint in range(start + length, end + 1):
        if view.origin[joint] - view.origin[joint - 1] > 1:
            yield joint - length, joint
            return
