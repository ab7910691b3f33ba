"""A Page in, the milestones of its labelled days out: 完成时限：12月底前, 开工时间：2016年5月, in an item or in a column."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.claims.items import item
from graphbuild.claims.milestones import on_days
from graphbuild.claims.page import Page
from graphbuild.claims.reading import Reading
from graphbuild.claims.spans import ASKED as ASKED_SPAN
from graphbuild.claims.spans import SPANNED, ends
from graphbuild.claims.steps import steps, words
from graphbuild.claims.tense import speech
from graphbuild.knowledge import Knowledge
from graphbuild.model import Claim

HEAD = "[一-鿿]{0,8}(?:时限|时间|期限|日期|节点|年限|周期|工期)(?:要求|安排)?"
LABEL = re.compile(rf"(?:^|(?<=[，；。.．、\n|（]))(?P<head>{HEAD})：(?P<day>[^，；。：|\n）]{{2,24}})")
STEM = re.compile(r"(?P<step>[一-鿿]*?)(?P<form>时限|时间节点|时间|期限|日期|节点)(?:要求|安排)?")
ASKED = re.compile("(?:计划|预计|拟|要求|目标|工作|任务|项目|建设|整改|完成|办结|落实)*")
LIMIT = ("时限", "期限", "时间节点", "节点")
ON_THE_WAY = re.compile("(?:加快|继续|持续|有序|积极|全力|大力|稳步|深入)?(?:推进|推动|加快|争取|做好|开展|谋划)")
ANY, SPAN = ("",), ("span",)


def dues(page: Page) -> Iterator[Claim]:
    for found in LABEL.finditer(page.text):
        start, _ = page.line(found.start())
        for place, thing in item(page, found.start(), found.end()):
            cell = page.back(found.start("day")), page.behind(found.end("day"))
            work = (page.back(max(start, page.text.rfind("。", start, place) + 1)), thing.end) if place >= start else cell
            where = page.evidence(min(place, found.start()), found.end())
            yield from on_days(page.reading, thing, where, found["head"], due(page.reading, found["head"], cell, work))


@cache
def asks(knowledge: Knowledge, head: str) -> Sequence[str]:
    """The steps that a heading asks the day of: 竣工时间; ANY where the work itself says it: 完成时限; none of 公示期限."""
    if ASKED_SPAN.fullmatch(head):
        return SPAN
    found = STEM.fullmatch(head)
    if not found:
        return ()
    if ASKED.fullmatch(found["step"]):
        return ANY if found["form"] in LIMIT or found["step"].endswith(("完成", "办结", "整改")) else ()
    return next((step.kinds for step in steps(found["step"], words(knowledge))), ())


def due(reading: Reading, head: str, cell: tuple[int, int], work: tuple[int, int]) -> list[tuple[str, str, str]]:
    """Kind, status and day: the step is named in the cell itself (9月投入使用), by the heading, or by the work to be done."""
    asked, dating = asks(reading.knowledge, head), speech(reading).dating
    if asked == SPAN:
        span = SPANNED.fullmatch(reading.text[slice(*cell)].strip())
        return ends(span, dating, "计划" in head) if span else []
    days = list(dating.named(*cell)) if asked else []
    if len(days) != 1:
        return []
    kinds = step_in(reading, cell) or (asked if asked != ANY else step_in(reading, work) if work != cell else ())
    if not kinds and not ON_THE_WAY.match(reading.text, *work):
        kinds = ("complete",)
    said = (dating.compared(days[0]) if asked != ANY else "") or "planned"
    return [(kind, said, str(dating.nearest(days[0], said).date)) for kind in kinds]


def step_in(reading: Reading, place: tuple[int, int]) -> Sequence[str]:
    found = steps(reading.text[slice(*place)], words(reading.knowledge))
    return next((step.kinds for step in found), ())
