"""A Page in, the Claims of its labelled items out: 责任单位：甲局 under or beside the name of a project."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.claims.evidence import joined
from graphbuild.claims.groups import Placed, heading
from graphbuild.claims.page import Page
from graphbuild.claims.wording import Wording
from graphbuild.model import Claim

THINGS = frozenset(("Project", "Zone", "Facility", "Road", "Park", "WaterBody"))
GROUPS = frozenset(("Organization",))
OPENING = 6
BEFORE = "(?<![^，；：。！？、（）|\\n])"


def labels(page: Page) -> Iterator[Claim]:
    lines = list(labelled(page.text))
    for relation in ("oversees", "developedBy", "locatedIn", "partOf", "tasks"):
        for found in (found for line in lines for found in label(page.known, relation).finditer(page.text, *line)):
            yield from told(page, relation, found)


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
    if relation == "tasks":
        value = "[^；。：，（\\n]{1,80}(?:（[^）\\n]{0,60}）[^；。：，\\n]{0,20})?(?:，(?:打造|建设|实施|推进)[^；。：，\\n]{1,40})?"
        return re.compile(f"{BEFORE}{known.pattern('oversees.tasks')}：(?P<value>{value})")
    words = known.pattern(f"{relation}.labels")
    return re.compile(f"{BEFORE}{words}(?:名单)?：(?P<value>[^；。：\\n]{{1,160}}?)(?=[；。\\n）]|，[^，；。\\n]{{2,8}}：|$)")


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
        table = page.known.relations[relation]
        end = "subjects" if relation == "oversees" else "objects"
        named = page.marks(*found.span("value"), frozenset(table[end]))
        about = item(page, found.start(), found.end())
        yield from state(page, relation, *((named, about) if end == "subjects" else (about, named)), found)


def holder(page: Page, place: int) -> list[Placed]:
    """The working group that a line begins with."""
    return page.marks(page.line(place)[0], place, GROUPS)[:1]


def item(page: Page, start: int, end: int) -> list[Placed]:
    """The thing before the label in its sentence, or that its line opens with, else in the heading above, else behind it."""
    line, stop = page.line(start)
    before = [m for m in page.marks(line, start, THINGS) if m[1].kind in THINGS]
    opening = before[:1] if before and before[0][0] - line <= OPENING else []
    before = opening if "。" in page.text[before[-1][0] if before else start : start] else before
    return before[-1:] or heading(page, line, THINGS) * (start == line) or page.marks(end, stop, THINGS)[:1]


def state(
    page: Page, relation: str, subjects: Sequence[Placed], objects: Sequence[Placed], found: re.Match[str]
) -> Iterator[Claim]:
    rule = found.group()[: found.start("value") - found.start() - 1]
    for subject in subjects:
        for object in objects:
            place = joined(page, subject, object, found.span(), page.sentence(found.start()))
            yield page.reading.claim(relation, subject[1], object[1], place, rule, 0.9)
