"""Mentions in, the same with the areas of a list that says so out: 甲溪、乙山、丙桥等乡镇 are areas, whatever they end with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

ITEM = re.compile(r"[一-鿿]{2,4}")
JOINT = re.compile(r"[、和及与]|以及")
LIST = 120  # letters of a list
NAMED = ("Official", "Person", "District")


def towns(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Where one of the list is known as an area; an item is bare, or the tagger took it for something else."""
    begun = {mention.start: mention for mention in mentions}
    ends = {mention.end: mention.start for mention in mentions}
    taken = {n for mention in mentions for n in range(mention.start, mention.end)}
    areas: dict[int, int] = {}
    for found in levels(knowledge).finditer(text):
        items = list(bare(text, max(0, found.start() - LIST), found.start(), ends))
        if any(start in begun and begun[start].kind == "District" for start, _ in items):
            areas.update(items)
    for mention in mentions:
        told = areas.pop(mention.start, 0) == mention.end and mention.kind not in NAMED
        yield replace(mention, kinds=("District",), rule="area of a list") if told else mention
    for start, end in areas.items():
        if taken.isdisjoint(range(start, end)) and whole(start, end, words, knowledge):
            yield Mention(start, end, ("District",), text[start:end], "area of a list")


def bare(text: str, low: int, end: int, ends: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The short items of the list that ends here; the first is only known by a name that begins there, anything may stand before."""
    joints = [joint.span() for joint in JOINT.finditer(text, low, end)]
    stops = [*(first for first, _ in joints[1:]), end]
    for (first, start), stop in reversed(list(zip(joints, stops, strict=False))):
        if not ITEM.fullmatch(text, start, stop):
            return
        yield start, stop
        if first in ends and ITEM.fullmatch(text, ends[first], first):
            yield ends[first], first


def whole(start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """Letters that are no words together, or words that no everyday word is."""
    inside, known = list(words.within(start, end)), edges(knowledge)
    proper = all(len(words.texts[n]) == 1 or role(words[n], known) == "proper" for n in inside)
    return proper and bool(inside) and words.ends[inside[-1]] == end


@cache
def levels(knowledge: Knowledge) -> re.Pattern[str]:
    count = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,2})个?"
    return re.compile(rf"(?:等(?:{count})?|{count})(?:{either(knowledge.words('works', role='level'))})")
