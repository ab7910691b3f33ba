"""Mentions in, the same with what their list says that they are out: 甲溪、乙山等乡镇 are areas, 甲乙、丙丁等2条公路 roads."""

import re
from collections.abc import Callable, Iterator, Sequence
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
PERSONS, NEVER_WORKS = ("Official", "Person"), ("Official", "Person", "District", "Event")
Place = tuple[int, int]


def alike(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """An item that nobody saw is a thing too; one that is no area or road by its letters is one by its list."""
    begun = {mention.start: mention for mention in mentions}
    ends = {mention.end: mention.start for mention in mentions}
    told: dict[Place, Callable[[Place, Mention | None], Mention | None]] = {}
    for found in said(knowledge).finditer(text):
        items = list(back(text, max(0, found.start() - LIST), found.start(), begun, ends))
        for item in items:
            told[item] = rule(found, [begun.get(start) for start, _ in items], text)
    taken = {n for mention in mentions for n in range(mention.start, mention.end)}
    for mention in mentions:
        become = told.pop((mention.start, mention.end), None)
        yield become((mention.start, mention.end), mention) or mention if become else mention
    for item, become in told.items():
        if taken.isdisjoint(range(*item)) and whole(*item, words, knowledge) and (new := become(item, None)):
            yield new


def rule(found: re.Match[str], known: Sequence[Mention | None], text: str) -> Callable[[Place, Mention | None], Mention | None]:
    """What the list makes of one of its items."""
    if found["works"]:
        return lambda place, mention: works(place, mention, text)
    if found["way"]:
        return lambda place, mention: road(place, mention, text, found["way"])
    areas = any(mention and mention.kind == "District" for mention in known)
    return lambda place, mention: area(place, mention, text) if areas else None


def area(place: Place, mention: Mention | None, text: str) -> Mention | None:
    """Where one of the list is known as an area."""
    if mention and mention.kind in PERSONS or not ITEM.fullmatch(text, *place):
        return None
    return Mention(*place, ("District",), text[slice(*place)], "area of a list")


def road(place: Place, mention: Mention | None, text: str, way: str) -> Mention | None:
    """雅宁、宁康等3条高速公路 are named by their ends alone, and share what they are."""
    name = text[slice(*place)]
    if mention and (mention.kind in PERSONS or "Road" in mention.kinds) or not ITEM.fullmatch(text, *place):
        return None
    return Mention(*place, ("Road",), name + way, "road of a list", (name,))


def works(place: Place, mention: Mention | None, text: str) -> Mention | None:
    """The items of 甲园、乙湖等5个项目 are works, whatever else they are."""
    if mention is None:
        return Mention(*place, ("Project",), text[slice(*place)], "works of a list")
    if mention.kind in NEVER_WORKS:
        return None
    return replace(mention, kinds=tuple(dict.fromkeys((*mention.kinds, "Project"))))


def back(text: str, low: int, end: int, begun: dict[int, Mention], ends: dict[int, int]) -> Iterator[Place]:
    """The items of the list that ends here: things, or a few letters; the first is a thing, or begins the clause."""
    while True:
        start = ends.get(end, -1)
        if start < low:
            start = next((n for n in range(end - 1, max(low, end - 6), -1) if begins(text, n)), low)
            if not ITEM.fullmatch(text, start, end):
                return
        yield start, end
        joint = next((n for n in (1, 2) if JOINT.fullmatch(text, start - n, start)), 0) if start > low else 0
        if not joint:
            return
        end = start - joint


def begins(text: str, n: int) -> bool:
    return n == 0 or text[n - 1] in "、和及与，。；：\n"


def whole(start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """Letters that are no words together, or words that no everyday word is."""
    inside, known = list(words.within(start, end)), edges(knowledge)
    proper = all(len(words.texts[n]) == 1 or role(words[n], known) == "proper" for n in inside)
    return proper and bool(inside) and words.ends[inside[-1]] == end


@cache
def said(knowledge: Knowledge) -> re.Pattern[str]:
    level, way = (either(knowledge.words("works", role=role)) for role in ("level", "way"))
    count = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,3})[个条]?"
    works = r"(?:一批|若干)?[一-鿿]{0,8}?(?:项目|工程)(?!部)"
    return re.compile(
        rf"(?:等(?:{count})?|{count})(?:{level})"
        rf"|等{count}[一-鿿]{{0,4}}?(?P<way>{way})"
        rf"|等(?:{count})?(?P<works>{works})"
    )
