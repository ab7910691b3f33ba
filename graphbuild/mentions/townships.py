"""A text and its words in, the country's towns and subdistricts that it names in full out, where no tagger saw them."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.settled import sorts
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

LEVEL = re.compile("镇(?![级域区静压海流痛])|乡(?![村土愁贤情])|街道(?![路两环沿巷名])|苏木")
LEAST, LONGEST = 1, 7


def townships(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """From where a word of more than one letter begins, the longest first: 向|城镇 is no town."""
    names, sort = listed(knowledge), sorts(knowledge)
    for found in LEVEL.finditer(text):
        sizes = range(LONGEST, LEAST, -1)
        starts = (found.start() - n for n in sizes if found.start() >= n)
        start = next((at for at in starts if text[at : found.end()] in names and at in words.at and at + 1 not in words.at), None)
        if start is not None and not sort.fullmatch(text, start, found.start()):
            yield Mention(start, found.end(), ("District",), text[start : found.end()], "known town")


@cache
def listed(knowledge: Knowledge) -> frozenset[str]:
    """With their level; none of a single letter."""
    return frozenset(row["name"] for row in knowledge.rows("streets") if LEVEL.search(row["name"], 2))
