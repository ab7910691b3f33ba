"""A Page in, what it says of its own area by a word out: 我县甲园 lies there, 位于我县的乙路 too, 来我市调研 is a visit to it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain

from graphbuild.claims.evidence import joined
from graphbuild.claims.groups import Placed
from graphbuild.claims.page import SEGMENTS, Page
from graphbuild.claims.wording import Wording
from graphbuild.model import Claim, Mention

SITES = ("Project", "Zone", "Facility", "Park", "Road", "Company")
PEOPLE = frozenset(("Official", "Person"))
OURS = r"[我本](?P<level>[省市区县旗州镇乡])"
ASIDE = re.compile(r"(?:[在对向与和同由为]|邀请)$")


def ours(page: Page) -> Iterator[Claim]:
    if not OWN.search(page.text):
        return
    for found in chain(sited(page.known).finditer(page.text), settled(page.known).finditer(page.text)):
        denied = page.known.blocked("locatedIn").search(page.text, found.end("things"), found.end())
        if not denied and (area := named(page, found["level"])):
            for one in page.marks(*found.span("things")):
                yield state(page, "locatedIn", one, area, found.span(), "of our own area", 0.7)
    for found in visited(page.known).finditer(page.text):
        low, _ = page.around(found.start(), found.start(), SEGMENTS)
        if (area := named(page, found["level"])) and not page.known.blocked("inspects").search(page.text, low, found.end()):
            for one in guests(page, low, found.start()):
                yield state(page, "inspects", one, area, found.span(), "coming to our own area", 0.75)


OWN = re.compile(OURS)


def named(page: Page, level: str) -> Mention | None:
    """The area of that level that the text is of, else the one that it names most."""
    text = page.reading.text
    areas = [m for m in page.reading.within(0, len(text), "District") if m.kind == "District" and m.name.endswith(level)]
    tally = Counter(mention.name for mention in areas)
    name = page.reading.place if page.reading.place in tally else max(tally, key=lambda one: tally[one], default="")
    return next((mention for mention in areas if mention.name == name), None)


def guests(page: Page, start: int, end: int) -> list[Placed]:
    """Those named before the verb; not those in whose company they come."""
    return [p for p in page.marks(start, end, PEOPLE) if not ASIDE.search(page.text, max(start, p[0] - 8), p[0])]


def state(
    page: Page, relation: str, subject: Placed, area: Mention, place: tuple[int, int], rule: str, confidence: float
) -> Claim:
    evidence = joined(page, subject, (place[0], area), place, page.sentence(place[0]))
    return page.reading.claim(relation, subject[1], area, evidence, rule, confidence)


@cache
def sited(known: Wording) -> re.Pattern[str]:
    """我县甲园, 位于我县境内的甲园、乙路项目、丙厂."""
    return re.compile(rf"{OURS}(?:境内|辖区内?)?的?{listed(known, SITES)}")


@cache
def settled(known: Wording) -> re.Pattern[str]:
    """甲厂、乙公司等一批企业落户我市; not 落户我市丙园."""
    between = rf"[^，；：。！？\n{known.any_mark}]{{0,16}}?"
    things, verb = listed(known, (*SITES, "WaterBody")), known.pattern("locatedIn.sites")
    return re.compile(rf"{things}{between}{verb}(?:[在于到了]|进入)?{OURS}(?!人|政府|[{known.any_mark}])")


def listed(known: Wording, kinds: tuple[str, ...]) -> str:
    """甲园、乙路项目、丙厂."""
    one = known.slot(kinds)
    return rf"(?P<things>{one}(?:[^，；：。！？、\n{known.any_mark}]{{0,12}}、{one}){{0,20}})"


@cache
def visited(known: Wording) -> re.Pattern[str]:
    """来我市调研, 莅临我区就某事开展考察."""
    return re.compile(rf"(?:来到?|莅临?|到|赴|抵达?|深入){OURS}[^，；：。！？\n{known.any_mark}]{{0,16}}?{known.pattern('inspects.look')}")
