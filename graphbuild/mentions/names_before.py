"""A text and a place in it, the left edge of the person's name that ends there out."""

import math
import re

from graphbuild.mentions.names import Model

WINDOW = 10
BREAK = re.compile(r"[^一-鿿·]")
MARGIN = 3.0  # a title after a name is rarer than one before it: the name must be clearly likelier


def left_edge(text: str, end: int, gaps: frozenset[int], known: Model) -> int | None:
    """Where the name that ends at `end` begins; None where plain words are likelier."""
    low = opening(text, end, gaps)
    if end - low < 2:
        return None
    roads = paths(text, low, end, known)
    options = {
        start: roads[start - low] + known.name(text[start:end]) + (2.0 if start == low else 0.0)
        for start in range(max(low, end - 7), end - 1)
    }
    best = max(options, key=lambda start: (options[start], -start))
    return best if options[best] > roads[end - low] + (0.0 if best == low else MARGIN) else None


def opening(text: str, end: int, gaps: frozenset[int]) -> int:
    """Where the run of Chinese characters that ends at `end` begins."""
    low = max(0, end - WINDOW)
    for at in range(end - 1, low - 1, -1):
        if BREAK.match(text[at]):
            return at + 1
        if at in gaps and end - at >= 2 and at + 1 not in gaps:
            return at
    return low


def paths(text: str, low: int, end: int, known: Model) -> list[float]:
    """For each offset from `low` to `end`, the likeliest way to cut what stands before it into words."""
    best = [0.0] + [-math.inf] * (end - low)
    for at in range(low + 1, end + 1):
        best[at - low] = max(known.word(text[a:at]) + best[a - low] for a in range(max(low, at - 5), at))
    return best
