"""A Page in, where things lie out: an area right before a name, and a zone that a paragraph or item is headed by."""

import re
from collections.abc import Iterator
from itertools import pairwise

from graphbuild.claims.evidence import joined
from graphbuild.claims.groups import Placed, listed
from graphbuild.claims.page import Page
from graphbuild.model import Claim, Mention

AREAS = frozenset(("District", "Zone"))
THINGS = frozenset(("Project", "Zone", "Facility", "Park", "Road"))
INSIDE = frozenset(("Zone", "Facility", "Park", "Project", "Company"))
CLOSE = re.compile(r"[“”\"'‘’*「」]*|(?:境内|辖区|辖区内)?的")
HEADED = re.compile(r"(?P<zone>[\ue000-\uefff])(?<![^；。：\n].)(?:板块|片区|组团)?(?:突出|围绕|聚焦|紧扣)")
BRACKET = re.compile(r"（([^（）]{2,8})）")
LEVELS = "省市区县旗州"
FILLED = re.compile(r"(?:[\ue000-\uefff]|园区?)(?:入园|入驻|园区|内)?(?:企业|项目)(?:有|包括|涵盖)")
ITEM, STOP = re.compile(r"[^；]+"), re.compile(r"[。！\n]")
ZONES = frozenset(("Zone",))
HOUSED = frozenset(("Company", "Project", "Facility"))
FRONTED = re.compile(r"在(?<![^。\n]在)(?P<area>[\ue000-\uefff])(?:境内|辖区)?，")
BUILT = frozenset(("Project", "Facility", "Park", "Road"))
LONGEST, MOST = 400, 8
BACKED = re.compile(r"[^；\n]{0,200}")


def places(page: Page) -> Iterator[Claim]:
    yield from bracketed(page)
    yield from beside(page)
    yield from headed(page)
    yield from filled(page)
    yield from fronted(page)


def beside(page: Page) -> Iterator[Claim]:
    """甲镇的丙公园; 甲镇乙村、丁村: what is listed with the second lies in the first too."""
    text = page.reading.text
    marks = list(zip(page.places, page.mentions, strict=True))
    for n, (outer, inner) in enumerate(pairwise(marks)):
        gap = text[outer[1].end : inner[1].start]
        if not AREAS.intersection(outer[1].kinds) or not CLOSE.fullmatch(gap) or outer[1].kind != "District" and gap:
            continue
        if inner[1].kind == "District":
            yield from (state(page, one, outer, "listed behind their area", 0.7) for one in siblings(page, marks, n))
        elif inner[1].kind in INSIDE:
            yield state(page, inner, outer, "right behind its area", 0.8)


def bracketed(page: Page) -> Iterator[Claim]:
    """丙（甲市）园, 丙（甲）园 lie in 甲市; a company's bracket tells where it is registered."""
    text = page.reading.text
    for place, outer in zip(page.places, page.mentions, strict=True):
        inner = BRACKET.search(text, outer.start, outer.end) if THINGS.intersection(outer.kinds) else None
        if inner and (found := called(page, inner.group(1))):
            yield state(page, (place, outer), (place, found), "area in brackets", 0.75)


def called(page: Page, name: str) -> Mention | None:
    """The area of that name, or whose name it is without its level: 甲 for 甲县, never for 甲镇."""
    areas = [m for m in page.reading.within(0, len(page.reading.text), "District") if m.kind == "District"]
    return next((m for m in areas if m.name == name or m.name[:-1] == name and m.name[-1] in LEVELS), None)


def siblings(page: Page, marks: list[Placed], at: int) -> Iterator[Placed]:
    """甲镇乙村、丙村: those that follow in the list are of another level than the first area."""
    for before, one, behind in zip(marks[at + 1 :], marks[at + 2 :], [*marks[at + 3 :], None], strict=False):
        if page.text[before[0] + 1 : one[0]] != "、" or one[1].kind != "District":
            return
        if one[1].name[-1] == marks[at][1].name[-1] or behind and behind[0] == one[0] + 1:
            return
        yield one


def headed(page: Page) -> Iterator[Claim]:
    """丙片区，加快…；推动丁园建设: what is named under a zone lies in it, as far as the item or paragraph goes."""
    for found in HEADED.finditer(page.text):
        zone = (found.start("zone"), page.at(found.start("zone")))
        if zone[1] is None or "Zone" not in zone[1].kinds:
            continue
        item = BACKED.match(page.text, found.end())
        end = item.end() if item else found.end()
        for one in page.marks(found.end(), end, THINGS):
            if one[1].name != zone[1].name:
                yield state(page, one, (zone[0], zone[1]), "headed by a zone", 0.65)


def filled(page: Page) -> Iterator[Claim]:
    """园区企业包括甲；全国最大的丙企业乙；…: those of every item are in the zone, or in the last one told of."""
    for found in FILLED.finditer(page.text):
        here = page.at(found.start())
        told = page.marks(0, found.start() + 1, None if here else ZONES)[-1:]
        if not told or "Zone" not in told[0][1].kinds:
            continue
        for item in items(page.text, found.end()):
            for one in page.marks(*item.span(), HOUSED)[:MOST]:
                yield state(page, one, told[0], "those in the zone", 0.7)


def fronted(page: Page) -> Iterator[Claim]:
    """在甲区，乙校、丙校目前…；丁校…: what each clause of the sentence begins with."""
    for found in FRONTED.finditer(page.text):
        area = page.at(found.start("area"))
        if area is None or area.kind != "District":
            continue
        for item in items(page.text, found.end()):
            marks = page.marks(*item.span())
            if marks and marks[0][0] == item.start():
                for one in (one for one in listed(page, marks, 0) if BUILT.intersection(one[1].kinds)):
                    yield state(page, one, (found.start("area"), area), "area in front", 0.75)


def items(text: str, start: int) -> Iterator[re.Match[str]]:
    """What semicolons part, to the end of the sentence."""
    end = STOP.search(text, start, start + LONGEST)
    return ITEM.finditer(text, start, end.start() if end else start + LONGEST)


def state(page: Page, inner: Placed, outer: Placed, rule: str, confidence: float) -> Claim:
    place = joined(page, inner, outer, (inner[0], inner[0] + 1), page.sentence(inner[0]))
    return page.reading.claim("locatedIn", inner[1], outer[1], place, rule, confidence)
