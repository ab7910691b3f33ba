"""Mentions in, the Districts that stand at the front of longer names out: 甲县 in 甲县人民政府."""

from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import short_names
from graphbuild.model import Mention

BODIES = ("委", "政府", "局", "办", "院", "协", "人大", "会")
LONGEST = 12


def inner(mentions: Sequence[Mention], text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """Areas named elsewhere in the text, or known to the country's list, before the name of a body."""
    told = {m.name for m in mentions if m.kind == "District"}
    for mention in mentions:
        if mention.kind == "Organization" and text[mention.start : mention.end].endswith(BODIES):
            yield from front(mention, text, told, knowledge)


def front(mention: Mention, text: str, told: set[str], knowledge: Knowledge) -> Iterator[Mention]:
    known = areas(knowledge)
    for end in range(min(mention.end - 1, mention.start + LONGEST), mention.start + 1, -1):
        name = text[mention.start : end]
        if name in told or name in known:
            yield Mention(mention.start, end, ("District",), name, "area before a body")
            return


@cache
def areas(knowledge: Knowledge) -> frozenset[str]:
    return short_names(knowledge)
