"""A view's text in, the same without spaces out: names set with spaces inside are read as one, gaps are remembered."""

import re
from bisect import bisect_right
from functools import cached_property

SPACES = re.compile(r"[ \t\u200b]+")


class Tight:
    """`text` has no spaces; `back` leads to the place in the spaced text; `gaps` are the offsets after a space."""

    def __init__(self, spaced: str) -> None:
        self.spaced = spaced
        self.starts: list[int] = [0]
        self.shifts: list[int] = [0]
        removed = 0
        for found in SPACES.finditer(spaced):
            self.starts.append(found.start() - removed)
            removed += found.end() - found.start()
            self.shifts.append(removed)
        self.text = SPACES.sub("", spaced) if removed else spaced

    @cached_property
    def gaps(self) -> frozenset[int]:
        return frozenset(self.starts[1:])

    def back(self, offset: int) -> int:
        """Where the character text[offset] stands in the spaced text."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the spaced text."""
        return self.back(start), self.back(end - 1) + 1
