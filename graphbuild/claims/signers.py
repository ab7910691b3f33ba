"""A Page in, contracts told by those who sign them out: 甲局局长A与乙公司董事长B代表双方签约 is one between 甲局 and 乙公司."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.claims.evidence import joined
from graphbuild.claims.page import Page
from graphbuild.claims.wording import Wording
from graphbuild.model import Claim, Mention

BODIES = ("Organization", "Company")
PEOPLE = ("Official", "Person")


def signers(page: Page) -> Iterator[Claim]:
    for found in signing(page.known).finditer(page.text) if "代表" in page.text else ():
        low, high = page.around(found.start(), found.end())
        one, other = (body(page, found.start(side)) for side in ("one", "other"))
        if one and other and one.name != other.name and not page.known.blocked("signedWith").search(page.text, low, high):
            places = (found.start("one"), one), (found.start("other"), other)
            evidence = joined(page, *places, found.span(), page.sentence(found.start()))
            yield page.reading.claim("signedWith", one, other, evidence, "signed by their heads", 0.8)


def body(page: Page, place: int) -> Mention | None:
    """The body in whose name the person at a place stands: the one that the title before the name begins with."""
    person = page.at(place)
    within = page.reading.within(page.behind(place), person.start, *BODIES) if person else []
    return within[0] if within else None


@cache
def signing(known: Wording) -> re.Pattern[str]:
    person = known.slot(PEOPLE)
    verbs = known.pattern("signedWith.cues")
    return re.compile(
        rf"(?P<one>{person})[与和同](?P<other>{person})(?:先生|女士|同志)?(?:分别|共同)?代表(?:双方|各自|合作|企业|单位|各方|签约){{1,3}}"
        rf"[^，；：。！？\n{known.any_mark}]{{0,6}}?{verbs}"
    )
