"""A Page in, the Claims of its labelled items out: 责任单位：甲局 under or beside the name of a project."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.claims.evidence import joined
from graphbuild.claims.groups import Placed
from graphbuild.claims.headings import below
from graphbuild.claims.items import BRACKET, NUMBER, THINGS, begins, item
from graphbuild.claims.page import Page
from graphbuild.claims.wording import Wording
from graphbuild.model import Claim

GROUPS = frozenset(("Organization",))
CHARGE = re.compile("(?<=[（，；])(?P<value>[^，；。：（）]{1,120}?)(?:牵头|负责)(?:负责|抓总|落实|实施|办理|推进|组织)*(?=[，；）])")
BEFORE = "(?<![^，；：。！？、（）.．|\\n{marks}])"


def labels(page: Page) -> Iterator[Claim]:
    lines = list(labelled(page.text))
    for relation in ("oversees", "developedBy", "locatedIn", "partOf", "tasks"):
        for found in (found for line in lines for found in label(page.known, relation).finditer(page.text, *line)):
            yield from told(page, relation, found)
    for bracket in BRACKET.finditer(page.text):
        yield from charged(page, bracket)


def charged(page: Page, bracket: re.Match[str]) -> Iterator[Claim]:
    """Who has an item in hand by the bracket at its end: （甲局牵头，乙局配合）."""
    follows = page.text[bracket.end() : bracket.end() + 1]
    if follows.strip("。；\n") and not begins(page, bracket.end()):
        return
    kinds = frozenset(page.known.words("oversees.labelled"))
    for found in CHARGE.finditer(page.text, *bracket.span()):
        if subjects := page.marks(*found.span("value"), kinds):
            yield from state(page, "oversees", subjects, item(page, found.start("value"), found.end()), found)


def labelled(text: str) -> Iterator[tuple[int, int]]:
    """The lines with a colon, from the clause before the first of them on."""
    colon = text.find("：")
    while colon >= 0:
        line, stop = text.rfind("\n", 0, colon) + 1, text.find("\n", colon)
        stop = stop if stop >= 0 else len(text)
        yield max(line, *(text.rfind(sign, line, colon) + 1 for sign in "，；。！？")), stop
        colon = text.find("：", stop)


@cache
def label(known: Wording, relation: str) -> re.Pattern[str]:
    marks = known.any_mark
    before = BEFORE.format(marks=marks)
    if relation == "tasks":
        value = "[^；。：，（\\n]{1,80}(?:（[^）\\n]{0,60}）[^；。：，\\n]{0,20})?(?:，(?:打造|建设|实施|推进)[^；。：，\\n]{1,40})?"
        return re.compile(f"{before}{known.pattern('oversees.tasks')}：(?P<value>{value})")
    words = known.pattern(f"{relation}.labels")
    behind = f"[；。\\n）]|，[^，；。\\n]{{2,8}}：|(?<=[{marks}])(?:（?[^，；。：（）\\n{marks}]{{2,8}}：|{NUMBER.pattern})|$"
    return re.compile(f"{before}(?:项目)?{words}(?:名单)?：(?P<value>[^；。：\\n]{{1,160}}?)(?={behind})")


def told(page: Page, relation: str, found: re.Match[str]) -> Iterator[Claim]:
    """Who is named behind the label, each with what the item is about."""
    if relation == "tasks":
        bracket = page.text.find("（", *found.span("value"))
        closed = page.text.find("）", *found.span("value"))
        things = [m for m in page.marks(*found.span("value"), THINGS) if not bracket < m[0] < closed]
        holders = holder(page, found.start())
        yield from state(page, "oversees", holders, things, found)
    elif relation == "partOf":
        yield from state(page, relation, page.marks(*found.span("value"), GROUPS), holder(page, found.start()), found)
    else:
        duty = relation == "oversees"
        named = page.marks(*found.span("value"), frozenset(page.known.words(f"{relation}.{'labelled' if duty else 'objects'}")))
        about = item(page, found.start(), found.end()) or below(page, found.start()) * duty
        yield from state(page, relation, *((named, about) if duty else (about, named)), found)


def holder(page: Page, place: int) -> list[Placed]:
    """The working group that a line begins with."""
    return page.marks(page.line(place)[0], place, GROUPS)[:1]


def state(
    page: Page, relation: str, subjects: Sequence[Placed], objects: Sequence[Placed], found: re.Match[str]
) -> Iterator[Claim]:
    rule = found.group()[: found.start("value") - found.start() - 1]
    for subject in subjects:
        for object in objects:
            place = joined(page, subject, object, found.span(), page.sentence(found.start()))
            yield page.reading.claim(relation, subject[1], object[1], place, rule, 0.9)
