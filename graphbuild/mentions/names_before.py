"""A text and a place in it, the left edge of the person's name that ends there out."""

import re

from graphbuild.mentions.names import Model
from graphbuild.mentions.names_after import COMES

WINDOW = 10
DOTTED = re.compile(r"[一-鿿]{1,9}(?:·[一-鿿]{1,9}){1,4}$")
FOREIGN = -5.2
BREAK = re.compile(r"[^一-鿿·]")
AND = "和与及"
NEVER_LAST = frozenset("省市区县旗州镇乡村局为任是的等籍·")
SELDOM = 100  # how often a word is met that may as well be the end of a name and the beginning of a title: 国书
MARGIN = 3.0  # a title after a name is rarer than one before it: the name must be clearly likelier


def left_edge(text: str, end: int, gaps: frozenset[int], known: Model) -> int | None:
    """Where the name that ends at `end` begins; None where plain words are likelier."""
    if dotted := DOTTED.search(text, max(0, end - 2 * WINDOW), end):
        sound = known.sounds(dotted.group().replace("·", "")) >= FOREIGN * (end - dotted.start())
        return dotted.start() if sound else None
    low = opening(text, end, gaps)
    if end - low < 2:
        return None
    roads = known.paths(text, low, end)
    options = {
        start: roads[start - low] + known.name(text[start:end]) + (2.0 if start == low else 0.0)
        for start in range(max(low, end - 7), end - 1)
    }
    best = max(options, key=lambda start: (options[start], -start))
    if text[best] in AND and end - best > 2 and text[best + 1] in known.surnames:  # 甲总裁和乙某某总经理
        best += 1
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


def apart(text: str, start: int, end: int, known: Model) -> bool:
    """A title text[start:end] right after a name is followed by what persons do or by nothing: 郝某某教授表示."""
    if text[start - 1 : start] in NEVER_LAST or known.words.get(text[start - 1 : start + 1], 0) > SELDOM:
        return False
    does = known.starts(text, end, "after", "says") > 0 or COMES.match(text, end)
    return end == len(text) or not text[end].isalnum() or bool(does)
