"""A Page in, contracts told by those who sign them out: 甲局局长A与乙公司董事长B代表双方签约 is one between 甲局 and 乙公司."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from graphbuild.claims.evidence import joined
from graphbuild.claims.groups import Placed
from graphbuild.claims.page import Page
from graphbuild.claims.wording import Wording
from graphbuild.model import Claim, Mention

BODIES = ("Organization", "Company")
PEOPLE = ("Official", "Person")
SIDES = (("one", "other"), ("party", "head"), ("left", "right"))
SIGNING, WITH = re.compile("签约(?:仪式|活动|大会)?$"), re.compile("[与和同]")


def signers(page: Page) -> Iterator[Claim]:
    yield from joint(page)
    yield from both(page)
    yield from named_after(page)
    yield from by_heads(page)


def by_heads(page: Page) -> Iterator[Claim]:
    """甲局局长A与乙公司董事长B代表双方签约, 甲县与乙公司董事长B签署协议."""
    for found in found_beside(page, "代表|签[署订定约]", signing(page.known)):
        low, high = page.around(found.start(), found.end())
        sides = next(sides for sides in SIDES if found[sides[0]])
        one, other = (body(page, found.start(side)) for side in sides)
        if one and other and one.name != other.name and not page.known.blocked("signedWith").search(page.text, low, high):
            places = (found.start(sides[0]), one), (found.start(sides[1]), other)
            yield signed(page, *places, found, "signed by their heads", 0.8)


def signed(page: Page, one: Placed, other: Placed, found: re.Match[str], rule: str, confidence: float) -> Claim:
    evidence = joined(page, one, other, found.span(), page.sentence(found.start()))
    return page.reading.claim("signedWith", one[1], other[1], evidence, rule, confidence)


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
        for one, other in combinations(page.marks(*found.span(found.lastgroup or "list")), 2):
            yield signed(page, one, other, found, "signed together", 0.75)


def both(page: Page) -> Iterator[Claim]:
    """甲区与乙县举行座谈会，双方签署协议: those whom the words before them named together."""
    for found in found_beside(page, "双方|两[地区县市]", two_sides(page.known)):
        places = [(found.start(side), page.at(found.start(side))) for side in ("one", "other")]
        (first, one), (second, other) = places
        if one and other and one.name != other.name:
            yield signed(page, (first, one), (second, other), found, "both sides", 0.75)


def named_after(page: Page) -> Iterator[Claim]:
    """甲县人民政府与乙公司合作协议签约仪式: those after whom the ceremony is named."""
    text = page.reading.text
    for event in (m for m in page.reading.mentions if m.kind == "Event" and SIGNING.search(m.name)):
        inside = [m for m in page.reading.within(event.start, event.end, *BODIES, "District") if m is not event]
        outer = [m for m in inside if not any(o is not m and o.start <= m.start and m.end <= o.end for o in inside)]
        if len(outer) == 2 and WITH.fullmatch(text, outer[0].end, outer[1].start):
            place = page.reading.sentence(event.start)
            yield page.reading.claim("signedWith", outer[0], outer[1], place, "named after both", 0.75)


def body(page: Page, place: int) -> Mention | None:
    """The body in whose name the person at a place stands: the one that the title before the name begins with."""
    person = page.at(place)
    if person and person.kind not in PEOPLE:
        return person
    within = page.reading.within(page.behind(place), person.start, *BODIES) if person else []
    return within[0] if within else None


@cache
def signing(known: Wording) -> re.Pattern[str]:
    person, side = known.slot(PEOPLE), known.slot((*BODIES, *PEOPLE, "District"))
    verbs = known.pattern("signedWith.cues")
    return re.compile(
        rf"(?P<party>{side})[与和同](?P<head>{person})(?:先生|女士|同志)?(?:共同|现场|正式|分别)?(?:签署|签订|签定)了?"
        rf"[^，；：。！？\n{known.any_mark}]{{0,16}}?(?:协议|合同|备忘录)|"
        rf"(?P<left>{person})[与和同](?P<right>{person})(?:先生|女士|同志)?(?:分别|共同|现场|正式)?(?:进行|完成)了?(?:现场|集中|正式)?签约|"
        rf"(?P<one>{person})[与和同](?P<other>{person})(?:先生|女士|同志)?(?:分别|共同)?代表(?:双方|各自|合作|企业|单位|各方|签约){{1,3}}"
        rf"[^，；：。！？\n{known.any_mark}]{{0,6}}?{verbs}"
    )


@cache
def two_sides(known: Wording) -> re.Pattern[str]:
    one = known.slot((*BODIES, "District", "Zone"))
    rest = f"[^。；！？\\n{known.any_mark}]"
    return re.compile(
        rf"(?P<one>{one})[与和](?P<other>{one}){rest}{{0,60}}?[，。；]{rest}{{0,12}}?(?:双方|两[地区县市])(?:政府|代表|领导|负责人|企业)?"
        rf"[^，。；！？\n{known.any_mark}]{{0,10}}?(?:签署|签订|签约|签定|签下)"
    )


@cache
def together(known: Wording) -> re.Pattern[str]:
    one = known.slot((*BODIES, "District", "Zone"))
    gap = f"[^，；：。！？、\\n{known.any_mark}]{{0,12}}?"
    return re.compile(
        rf"(?P<list>{one}(?:、{one}){{0,4}}[、和与]{one})(?:三方|双方|多方|两地|三地)?(?:合作|共建|战略){gap}签约仪式"
        rf"|(?<![^，；：。！？\n])(?P<two>{one}[、和与]{one})(?:双方|两地)?(?:通过[一-鿿]{{1,6}}|现场|正式|成功|当场|共同|分别){{0,2}}"
        rf"(?:签订|签署|签定|签下){gap}(?:协议|合同|备忘录)"
        rf"|(?P<several>{one}(?:、{one}){{0,4}}[、和与]{one})(?:[三四五多]方)(?:现场|正式|成功|当场|共同|联合){{0,2}}"
        rf"(?:签订|签署|签定|签下|签约){gap}(?:协议|合同|备忘录)?"
    )
