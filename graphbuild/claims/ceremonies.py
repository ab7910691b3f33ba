"""A Reading in, milestones of a joint ceremony out: 集中开工 … 其中，A由…；B… begins each of the things listed."""

import re
from collections.abc import Iterator
from itertools import pairwise

from graphbuild.claims.lists import listed, things
from graphbuild.claims.reading import Reading
from graphbuild.claims.steps import Words
from graphbuild.model import Claim, Mention
from graphbuild.text.years import Years

LISTS = re.compile(r"其中，|包括：?|分别[是为]：?")
ITEM = re.compile(r"[^；。\n]+")
SUM = re.compile(r"等?[^，；。：\n]{0,2}[\d一二两三四五六七八九十百]+[个项]")
OPENING = 6
HALL = "[主分]会场"
AT_HALL = re.compile(rf"[”）]?(?:建设)?(?:项目|工程)?(?:施工|建设)?(?:现场)?(?:的)?{HALL}(?=[、，；。和及]|举行|$)")  # 甲园分会场、乙项目分会场
HALL_AT = re.compile(rf"{HALL}(?:分别|均|都)?(?:[设选放定]立?|设置|安排)[在于](?P<sites>[^。；\n]+)")  # 主会场设在甲园项目现场
SITE = re.compile("[”）]?(?:建设)?(?:项目|工程)?(?:建设|施工)?(?:工地|现场|地块|[、和及]|$)")
PLANNED = re.compile("[将拟](?:[于在]|举行|举办|组织)|计划|定于")


def ceremonies(reading: Reading, known: Words, when: Years) -> Iterator[Claim]:
    """Held on the day of the text; the list may stand in the sentence behind, its end is the evidence."""
    text = reading.text
    yield from halls(reading, known, when)
    for (start, end), (_, after) in pairwise([*reading.sentences, (len(text), len(text))]):
        held = known.joint.search(text, start, end)
        last = end if not held or "\n" in text[end : end + 1] else after
        named = LISTS.search(text, held.end(), last) if held else None
        if held and named:
            place = (start, end) if named.end() <= end else (end, last)
            for item in ITEM.finditer(text, named.end(), place[1]):
                found = things(reading, *item.span())
                if found and found[0].start - item.start() <= OPENING:
                    kind = known.forms[held.group("step")][0][0]
                    yield from (begun(reading, thing, kind, place, when) for thing in of_item(text, found))


def halls(reading: Reading, known: Words, when: Years) -> Iterator[Claim]:
    """主会场设在甲园项目现场, 甲园分会场、乙馆分会场: the works at whose sites they begin together."""
    text = reading.text
    held: re.Match[str] | None = None
    for start, end in reading.sentences:
        if (now := known.joint.search(text, start, end)) and not PLANNED.search(text, start, now.start()):
            held = now
        if held and "会场" in text[start:end]:
            kind = known.forms[held.group("step")][0][0]
            yield from (begun(reading, thing, kind, (start, end), when) for thing in sites(reading, start, end))


def sites(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    """The works of the halls that a sentence names."""
    text = reading.text
    named = [found.span("sites") for found in HALL_AT.finditer(text, start, end)]
    for thing in things(reading, start, end):
        told = any(low <= thing.start < high and SITE.match(text, thing.end, high) for low, high in named)
        if told or text[thing.start - 1 : thing.start] != "在" and AT_HALL.match(text, thing.end, end):
            yield thing


def of_item(text: str, found: list[Mention]) -> list[Mention]:
    """甲馆、乙院等15个项目 are all meant, where it says how many; 甲馆，紧邻乙院 is one."""
    group = listed(text, found)
    return group if SUM.match(text, group[-1].end) else found[:1]


def begun(reading: Reading, thing: Mention, kind: str, place: tuple[int, int], when: Years) -> Claim:
    date = str(when.said if when.said.month else "")
    rule = "milestone of a joint ceremony"
    return reading.claim("milestone", thing, None, place, rule, 0.8, kind=kind, status="done", date=date)
