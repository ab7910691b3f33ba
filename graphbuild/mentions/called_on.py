"""Mentions in, the bodies without an owner that a list of visits names beside others out: 来到县委办、乙派出所、客运站等地."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.enumerated import BREAKS
from graphbuild.mentions.kinds import by_head
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.visited import ITEM, LIST, MORE, PLACES
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.finder import Finder

BODY = re.compile(r"[一-鿿]{1,6}(?:局|所|站|(?:[水电气]|热力|网络|公交|客运|环卫|烟草|石油)公司|台|院|中心|大队|中队|市场)")
ON_SITE = re.compile(r"(?:^|\n)[ \u3000]*在(?=[^，。；：！？\n]{6,160}，)")
ITEMS, LEAST = 3, 3


def called_on(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Only where the list says 等 or names three, and another of it is known by itself."""
    known = {(mention.start, mention.end) for mention in mentions if PLACES & set(mention.kinds)}
    taken = {place for mention in mentions for place in range(mention.start, mention.end)}
    for start in starts(text, knowledge):
        items = listed(text, start)
        if any(span in known for span in items):
            for low, high in items:
                if high - low >= LEAST and BODY.fullmatch(text, low, high) and taken.isdisjoint(range(low, high)):
                    yield from body(text, low, high, words, knowledge)


def starts(text: str, knowledge: Knowledge) -> Iterator[int]:
    """Where a list of places may begin: behind a verb of going, or behind 在 at the head of a line."""
    yield from (end for _, end, _ in verbs(knowledge).find(text))
    yield from (found.end() for found in ON_SITE.finditer(text))


def listed(text: str, start: int) -> list[tuple[int, int]]:
    found = LIST.match(text, start)
    if found is None:
        return []
    more = MORE.search(text, *found.span(1))
    items = [item.span() for item in ITEM.finditer(text, found.start(1), more.start() if more else found.end())]
    return items if len(items) >= (ITEMS - 1 if more else ITEMS) else []


def body(text: str, low: int, high: int, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    kind, strength = by_head(text[low:high], knowledge)
    inside = list(words.within(low, high))
    said = low in words.at and high in words.until and not any(role(words[n], edges(knowledge)) in BREAKS for n in inside[:-1])
    if said and strength == "sure" and PLACES & set(kind.split("+")):
        yield Mention(low, high, tuple(kind.split("+")), text[low:high], "called on")


@cache
def verbs(knowledge: Knowledge) -> Finder:
    return Finder(tuple(knowledge.relations["inspects"]["motion"]))
