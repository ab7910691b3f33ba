"""Mentions in, the same with what their list says that they are out: 甲溪、乙山等乡镇 are areas, 甲乙、丙丁等2条公路 roads."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.gazetteer import areas
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either
from graphbuild.text.numerals import number

TO, MORE = "至", "等"
ITEM, GOVERNS = re.compile(r"[一-鿿]{2,4}"), re.compile("[下管]?辖有?(?=..)")
ROUTE = re.compile(rf"[一-鿿]{{2,6}}{TO}[一-鿿]{{2,6}}")
JOINT = re.compile(r"[、和及与]|以及")
BUILT = r"(?:建设|建成|改[造扩建]|扩建|新建|项目|工程|通车|开工|[，。；])"
BREAK, DIGITS = "、和及与，。；：\n", r"一二两三四五六七八九十\d"
LIST, FAR = 120, 8  # letters of a list, and of an item that nobody saw
SITE, STOP = "Facility", "站"
PERSONS, NEVER_WORKS = ("Official", "Person"), ("Official", "Person", "District", "Event")
Place = tuple[int, int]


class Sort(NamedTuple):
    """What a list says of its items: works, a way of what kind, areas, if one of them is, zones too, or stations."""

    works: bool
    way: str
    area: bool
    zone: str
    stop: bool


def alike(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """An item that nobody saw is a thing too; one that is no area or road by its letters is one by its list."""
    told = dict(items(text, mentions, knowledge))
    for mention in mentions:
        place = mention.start, mention.end
        sort = told.pop(place, None)
        yield sort and become(place, sort, mention, text, knowledge) or mention
    for place, sort in told.items():
        last = place[1] - (text[place[1]] == MORE and place[1] not in words.until)  # 久等 is no word in 甲西、乙久等2条公路
        free = whole(place[0], last, words, knowledge) and all(m.end <= place[0] or place[1] <= m.start for m in mentions)
        if (free or TO in text[slice(*place)]) and (new := become(place, sort, None, text, knowledge)):
            yield new


def items(text: str, mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[tuple[Place, Sort]]:
    """The items of all lists, each with what its list says."""
    begun = {mention.start: mention for mention in mentions}
    ends = {mention.end: mention.start for mention in mentions}
    told: dict[Place, Sort] = {}  # the first that says what it is: 等3座高铁站 before 等3座高铁
    for found in (found for pattern in said(knowledge) for found in pattern.finditer(text)):
        places = list(back(text, max(0, found.start() - LIST), found.start(), ends))
        if "many" in found.groupdict() and number(found["many"]) != len(places):  # 甲、乙2条公路 names as many as it says
            continue
        known = any(start in begun and begun[start].kind == "District" for start, _ in places)
        sort = Sort(bool(found["works"]), found["way"] or "", known, found["zone"] or "", "stop" in found.groupdict())
        told.update((place, sort) for place in places if place not in told)
    yield from told.items()


def become(place: Place, sort: Sort, mention: Mention | None, text: str, knowledge: Knowledge) -> Mention | None:
    """The item as what its list says, or nothing where it is something else for sure."""
    name, kinds = text[slice(*place)], mention.kinds if mention else ()
    if governs := GOVERNS.match(name):
        place, name = (place[0] + governs.end(), place[1]), name[governs.end() :]
    if sort.stop:
        free = ITEM.fullmatch(name) and not name.endswith(STOP) and not set(kinds) & {*PERSONS, SITE}
        return Mention(*place, (SITE,), name + STOP, "station of a list", (name,)) if free else None
    if sort.works:
        made = tuple(dict.fromkeys((*kinds, "Project")))
        return replace(mention, kinds=made) if mention and not set(kinds) & set(NEVER_WORKS) else None
    if sort.zone and mention and (sort.zone not in quarters(knowledge) or last_word(name, knowledge)):
        return replace(mention, kinds=(*kinds, "Zone")) if SITE in kinds and "Zone" not in kinds else None
    if sort.way and (cut := front(name, areas(knowledge)) or 2 * (edges(knowledge).get(name[:2]) == "cut" and TO in name)):
        place, name = (place[0] + cut, place[1]), name[cut:]
    if set(kinds) & set(PERSONS) or not ITEM.fullmatch(name) and not (sort.way and ROUTE.fullmatch(name)):
        return None
    if sort.zone:
        known = sort.zone in quarters(knowledge)
        return Mention(*place, ("Zone",), name + sort.zone, "zone of a list", (name,)) if known else None
    if sort.way:
        sure = "Road" in kinds or mention and mention.rule == "known area"
        return None if sure else Mention(*place, ("Road",), name + sort.way, "road of a list", (name,))
    return Mention(*place, ("District",), name, "area of a list") if sort.area else None


def front(name: str, listed: Container[str]) -> int:
    """How much of an item is an area before a name of two letters at least."""
    return 0 if TO in name else next((n for n in range(len(name) - 2, 1, -1) if name[:n] in listed), 0)


def back(text: str, low: int, end: int, ends: dict[int, int]) -> Iterator[Place]:
    """The items of the list that ends here: things, or a few letters; the first is a thing, or begins the clause."""
    while True:
        start = ends.get(end, -1)
        if start < low:
            start = begun(text, low, end - 1, end)
        if text[start - 1 : start] == TO:
            start = ends.get(start - 1, -1) if ends.get(start - 1, -1) >= low else begun(text, low, start - 2, start)
        if start == end:
            return
        yield start, end
        joint = next((n for n in (1, 2) if JOINT.fullmatch(text, start - n, start)), 0) if start > low else 0
        if not joint:
            return
        end = start - joint


def begun(text: str, low: int, end: int, otherwise: int) -> int:
    """Where the item begins whose letters go on to `end`."""
    return next((n for n in range(end, max(low, end + 1 - FAR) - 1, -1) if n == 0 or text[n - 1] in BREAK), otherwise)


def whole(start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """Letters that are no words together, or words that no everyday word is."""
    inside, known = list(words.within(start, end)), edges(knowledge)
    proper = all(len(words.texts[n]) == 1 or role(words[n], known) == "proper" for n in inside)
    return proper and bool(inside) and words.ends[inside[-1]] == end


@cache
def said(knowledge: Knowledge) -> tuple[re.Pattern[str], ...]:
    """What follows 等, and a count alone of areas or ways; each begins with what is looked for fast."""
    level, way = (either(knowledge.words("works", role=role)) for role in ("level", "way"))
    count = rf"[{DIGITS}][{DIGITS}]{{0,2}}[个条]?"
    works = r"(?:一批|若干)?[一-鿿]{0,8}?(?:项目|工程)(?!项目|部)"
    zone = either((*knowledge.words("works", role="region"), *quarters(knowledge)))
    lines = rf"(?:{count}[一-鿿]{{0,4}}?|[一-鿿]{{0,4}}?(?=(?:{way}){BUILT}))(?P<way>{way})"
    which = either(knowledge.words("works", role="which"))
    sorts = rf"(?:{count})?(?:{which}){{0,3}}(?P<zone>{zone})(?!项目|工程)|(?:{count})?(?P<works>{works})"
    more = rf"等(?:(?:{count})?(?:{level})|{lines}|{sorts})"
    areas_alone = rf"{count}(?:{level})(?P<way>)(?P<works>)(?P<zone>)"
    ways_alone = rf"(?P<many>[二两三四五六七八九十\d](?:(?<=\d)\d)?)条(?P<way>{way})(?P<works>)(?P<zone>)"
    stops = rf"等[{DIGITS}]{{1,3}}[座个](?:高铁|火车|铁路|客运|地铁|轻轨)?车?站(?![房台点])(?P<way>)(?P<works>)(?P<zone>)(?P<stop>)"
    return re.compile(stops), re.compile(more), re.compile(areas_alone), re.compile(ways_alone)


@cache
def quarters(knowledge: Knowledge) -> Sequence[str]:
    """Parts of a town whose names are often said without that word."""
    return knowledge.words("works", role="zone")
