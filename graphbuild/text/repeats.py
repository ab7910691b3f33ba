"""A view in, the edits out that leave one of a fragment that stands twice in a row: what machine reading stutters."""

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from graphbuild.model import View
from graphbuild.text.edits import Edit

Codes = npt.NDArray[np.uint32]
SHORTEST, LONGEST, PLAIN = 4, 48, 6
WORDS = re.compile(r"[\u3400-\u9fff]{2}")
SIGN = re.compile(r"[，。；：、！？\n|]")
NEVER = re.compile(r"[\n|]")


def repeats(view: View) -> Iterator[Edit]:
    """Earlier copies go, the last stays, so that the words after it still follow it in the text as read."""
    done = 0
    for start, end in sorted(copies(view)):
        if start >= done:
            yield start, end, ""
            done = end


def copies(view: View) -> Iterator[tuple[int, int]]:
    """Each place [start, start + length) that is followed by the same characters again."""
    text = view.text
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    seen = np.zeros(len(text), dtype=bool)
    for length in range(SHORTEST, min(LONGEST, len(text) // 2) + 1):
        later = codes[length::length]
        places, half = np.flatnonzero(codes[::length][: len(later)] == later) * length, (length - 1) // 2
        for place in places[again(codes, places + half, length) | again(codes, places - half, length)]:
            if not seen[place]:
                start, end = run(text, int(place), length)
                if end - start >= length:
                    seen[start : end + length] = True
                    yield from stutter(view, start, end, length)


def again(codes: Codes, places: npt.NDArray[np.int64], length: int) -> npt.NDArray[np.bool_]:
    """Whether the same stands there once more: so it must on one side at least, half a copy away."""
    return np.asarray(codes.take(places, mode="clip") == codes.take(places + length, mode="clip"))


def run(text: str, place: int, length: int) -> tuple[int, int]:
    """The stretch around a place whose characters come again at this distance."""
    start, end, last = place, place, len(text) - length
    while start > 0 and text[start - 1] == text[start - 1 + length]:
        start -= 1
    while end < last and text[end] == text[end + length]:
        end += 1
    return start, end


def stutter(view: View, start: int, end: int, length: int) -> Iterator[tuple[int, int]]:
    """Copies that are no list of two things: without a sign between them, or parted by a gap in the text as read."""
    unit = view.text[start : start + length]
    if not WORDS.search(unit) or NEVER.search(unit):
        return
    if length >= PLAIN and not SIGN.search(unit):
        yield start, start + (end - start) // length * length
        return
    for joint in range(start + length, end + 1):
        if view.origin[joint] - view.origin[joint - 1] > 1:
            yield joint - length, joint
