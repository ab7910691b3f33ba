"""A Page in, what the names themselves say out: 月湖公园二期 is part of 月湖公园, 松岭镇敬老院 lies in 松岭镇."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.claims.evidence import joined
from graphbuild.claims.page import Page
from graphbuild.claims.wording import Wording
from graphbuild.model import Claim, Mention

SITES = frozenset(("Project", "Zone", "Facility", "Park", "Road"))
AREA = re.compile(r".+(?:街道|社区|[省市区县旗镇乡村])")
SHORTEST = 2


def names(page: Page) -> Iterator[Claim]:
    """Each name once with each longer name that begins with it."""
    text = page.reading.text
    shortest: dict[str, Mention] = {}
    for mention in page.reading.mentions:
        if page.known.mark(mention.kinds):
            shortest.setdefault(text[mention.start : mention.end], mention)
    told: set[tuple[str, str]] = set()
    for mention in page.mentions:
        for whole in dict.fromkeys((text[mention.start : mention.end], mention.name)):
            for cut in range(len(whole) - 1, SHORTEST - 1, -1):
                front = shortest.get(whole[:cut])
                if front and front.name != mention.name and (mention.name, front.name) not in told:
                    claim = read(page, mention, front, whole[cut:])
                    if claim:
                        told.add((mention.name, front.name))
                        yield claim
                        break


def read(page: Page, mention: Mention, front: Mention, rest: str) -> Claim | None:
    relation = joined_by(page.known, mention, front, rest)
    if not relation:
        return None
    place = page.placed[mention]
    at = page.placed.get(front, place)
    evidence = joined(page, (place, mention), (at, front), (place, place + 1), page.sentence(place))
    return page.reading.claim(relation, mention, front, evidence, "name in a name", 0.75)


def joined_by(known: Wording, mention: Mention, front: Mention, rest: str) -> str:
    """What joins a name with the name that it begins with, by their kinds and by what follows."""
    kinds, fronts = set(mention.kinds), set(front.kinds)
    if mention.kind in ("Organization", "Company") and front.kind == mention.kind:
        return "partOf" if mention.kind == "Company" or units(known).search(rest) else ""
    if kinds & SITES and fronts & {*SITES, "Organization"} and phases(known).fullmatch(rest):
        return "partOf"
    if kinds & SITES and "Road" in fronts and stations(known).search(rest):
        return "partOf"
    if kinds & SITES and front.kind == "Company":
        return "developedBy"
    if kinds & (SITES - {"Road"}) and mention.kind not in ("Organization", "Company") and fronts & {"District", "Zone"}:
        return "locatedIn"
    return ""


@cache
def phases(known: Wording) -> re.Pattern[str]:
    return re.compile(f"(?:项目|工程)?(?:.{{0,10}}段|{known.pattern('partOf.phase')})(?:工程|项目|板块)?(?:.{{2,8}}[楼馆区段])?")


@cache
def units(known: Wording) -> re.Pattern[str]:
    return re.compile(f"{known.pattern('partOf.units')}$|^附属")


@cache
def stations(known: Wording) -> re.Pattern[str]:
    return re.compile(f"{known.pattern('partOf.stations')}$")
