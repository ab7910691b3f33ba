"""A Page in, what a firm's own notice says of it by 公司 or 我司 out: its works, its firms and its contracts."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.claims.evidence import joined
from graphbuild.claims.groups import Placed
from graphbuild.claims.page import Page
from graphbuild.claims.wording import Wording
from graphbuild.model import Claim

FIRM, WORKS = frozenset(("Company",)), frozenset(("Project", "Zone", "Facility", "Road", "Park"))
OPENING, PLACED = 10, re.compile(r"[：:]|（[^）\n]{0,20}简称|第[一-鿿]{1,4}届|关于|[^\n]{0,40}公告")
SHORT = re.compile(r"（(?:以下|下)?简称[：:]?(?:本)?公司[^）\n]{0,20}）")
SIGNED = re.compile(r"[\s\d年月日一二三四五六七八九十〇零.。]*$")
WE = r"(?:(?<![一-鿿\ue000-\uefff])公司|(?<=[由为与和同对经])公司|[本我]公司|我司)"
OWN = re.compile(WE)
INTENDED = re.compile("拟|同意|授权|议案|提请|审议|计划|将")


def own_firm(page: Page) -> Iterator[Claim]:
    """Nothing where no firm gives notice: the firm in front of the title, called 公司 in brackets, or signing alone below."""
    firm = giver(page) if OWN.search(page.text) else None
    if firm:
        for relation, found in said(page):
            yield from state(page, relation, firm, found)


def giver(page: Page) -> Placed | None:
    firms = page.marks(0, len(page.text), FIRM)
    title = page.text.find("\n") if "\n" in page.text else len(page.text)
    for place, firm in firms:
        heads = place <= OPENING and place < title and PLACED.match(page.text, place + 1, title + 1)
        if heads or SHORT.match(page.text, place + 1):
            return place, firm
    last = firms[-1:] if firms and SIGNED.fullmatch(page.text, firms[-1][0] + 1) else []
    return last[0] if last and page.text[last[0][0] - 1] in "\n \u3000" else None


def said(page: Page) -> Iterator[tuple[str, re.Match[str]]]:
    for relation, pattern in wordings(page.known):
        for found in pattern.finditer(page.text):
            yield relation, found


def state(page: Page, relation: str, firm: Placed, found: re.Match[str]) -> Iterator[Claim]:
    low, high = page.around(found.start(), found.end())
    if page.known.blocked(relation).search(page.text, low, high):
        return
    if relation == "signedWith" and INTENDED.search(page.text, low, high):
        return
    for one in page.marks(*found.span("other")):
        ends = (firm, one) if relation == "signedWith" else (one, firm)
        if one[1].name != firm[1].name:
            place = joined(page, *ends, found.span(), page.sentence(found.start()))
            yield page.reading.claim(relation, ends[0][1], ends[1][1], place, "of the firm that gives notice", 0.8)


@cache
def wordings(known: Wording) -> tuple[tuple[str, re.Pattern[str]], ...]:
    works, firm = known.slot(tuple(sorted(WORKS))), known.slot(("Company",))
    body = known.slot(("Company", "Organization", "District"))
    builds, plain = known.pattern("builds"), "[^，；：。！？\\n]"
    where = rf"(?:在{plain}{{1,60}}?)?"
    return (
        ("partOf", re.compile(rf"{WE}(?:的)?(?:全资|控股|参股){{0,2}}[子孙]公司(?P<other>{firm})")),
        ("developedBy", re.compile(
            rf"{WE}(?:及[子孙]公司)?(?:拟|将|已|计划|决定|现){{0,2}}{where}(?:投资|出资){builds}?(?P<other>{works})")),
        ("developedBy", re.compile(rf"{WE}(?:组织|负责|投资|承担|独资|牵头|正在|所){{0,2}}{builds}的(?P<other>{works})")),
        ("signedWith", re.compile(
            rf"{WE}(?:及(?:全资|控股)?[子孙]公司)?(?:已|正式|成功|近日|日前|于{plain}{{1,12}}日?)?[与和同]"
            rf"(?P<other>{body}){plain}{{0,12}}?(?:签署|签订|签约|签定)")),
    )
