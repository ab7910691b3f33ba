"""A Page in, contracts told by those who sign them out: 甲局局长A与乙公司董事长B代表双方签约 is one between 甲局 and 乙公司."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from graphbuild.claims.evidence import joined
from graphbuild.claims.page import Page
from graphbuild.claims.wording import Wording
from graphbuild.model import Claim, Mention

BODIES = ("Organization", "Company")
PEOPLE = ("Official", "Person")


def signers(page: Page) -> Iterator[Claim]:
    yield from joint(page)
    for found in found_beside(page, "代表", signing(page.known)):
        low, high = page.around(found.start(), found.end())
        one, other = (body(page, found.start(side)) for side in ("one", "other"))
        if one and other and one.name != other.name and not page.known.blocked("signedWith").search(page.text, low, high):
            places = (found.start("one"), one), (found.start("other"), other)
            evidence = joined(page, *places, found.span(), page.sentence(found.start()))
            yield page.reading.claim("signedWith", one, other, evidence, "signed by their heads", 0.8)


def found_beside(page: Page, word: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Each place of the pattern in the sentences with a word that it needs."""
    for place in sorted({page.sentence(word_at.start()) for word_at in re.finditer(word, page.text)}):
        yield from pattern.finditer(page.text, *place)


def joint(page: Page) -> Iterator[Claim]:
    """甲市、乙盟、丙县合作共建园区签约仪式: each of the list with each other."""
    for found in found_beside(page, "签", together(page.known)):
        low, high = page.around(found.start(), found.end())
        if page.known.blocked("signedWith").search(page.text, low, high):
            continue
        for one, other in combinations(page.marks(*found.span("list" if found["list"] else "two")), 2):
            evidence = joined(page, one, other, found.span(), page.sentence(found.start()))
            yield page.reading.claim("signedWith", one[1], other[1], evidence, "signed together", 0.75)


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


@cache
def together(known: Wording) -> re.Pattern[str]:
    one = known.slot((*BODIES, "District", "Zone"))
    gap = f"[^，；：。！？、\\n{known.any_mark}]{{0,12}}?"
    return re.compile(
        rf"(?P<list>{one}(?:、{one}){{0,4}}[、和与]{one})(?:三方|双方|多方|两地|三地)?(?:合作|共建|战略){gap}签约仪式"
        rf"|(?<![^，；：。！？\n])(?P<two>{one}[、和与]{one})(?:双方|两地)?(?:通过[一-鿿]{{1,6}}|现场|正式|成功|当场|共同|分别){{0,2}}"
        rf"(?:签订|签署|签定|签下){gap}(?:协议|合同|备忘录)"
    )
