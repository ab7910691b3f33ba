"""A Reading in, milestones of works that a joint ceremony sums up or tells severally with their prices out."""

import re
from collections.abc import Iterator

from graphbuild.claims.ceremonies import PLANNED, begun
from graphbuild.claims.lists import linked, things
from graphbuild.claims.reading import Reading
from graphbuild.claims.steps import Words
from graphbuild.model import Claim, Mention
from graphbuild.text.years import Years

SEVERALLY, SIGNED = re.compile("分别[是为有]"), re.compile("签约")
COST = re.compile(r"(?:计划|预计|估算)?总?投资(?:额|规模)?[约达超近]?[\d.]+[亿万]?元的[“]?")
WHOLE = re.compile("(?:建设|改造)?(?:项目|工程)?”?(?:[，、。；）]|等)")
SUMMED = re.compile(r"等(?:\d{1,3}|[一二两三四五六七八九十百]{1,4})个(?:重[点大])?(?:建设)?(?:项目|工程)的?$")
HELD = re.compile("仪式|典礼|活动|大会")
SENTENCES = 7


def told_severally(reading: Reading, known: Words, when: Years) -> Iterator[Claim]:
    """甲馆、乙园等十个项目的集中开工仪式举行; or, behind it, 分别是总投资5亿元的甲园，总投资3亿元的乙馆."""
    text, far, kind = reading.text, 0, ""
    for start, end in reading.sentences:
        if (now := known.joint.search(text, start, end)) and not PLANNED.search(text, start, now.start()):
            far, kind = SENTENCES, known.forms[now.group("step")][0][0]
            yield from (begun(reading, thing, kind, (start, end), when) for thing in summed(reading, start, now))
        if far and not SIGNED.search(text, start, end):
            yield from (begun(reading, thing, kind, (start, end), when) for thing in priced(reading, start, end))
        far = max(0, far - 1)


def summed(reading: Reading, start: int, now: re.Match[str]) -> list[Mention]:
    """The list that is said to be so many works, right before the ceremony."""
    many = SUMMED.search(reading.text, start, now.start()) if HELD.search(reading.text, now.start(), now.end() + 2) else None
    named = [m for m in things(reading, start, many.start() + 1) if m.end == many.start()] if many else []
    return linked(reading.text, things(reading, start, many.start())) if many and named else []


def priced(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    """Each that is told severally with its price before it."""
    text = reading.text
    lists = SEVERALLY.search(text, start, end)
    for cost in COST.finditer(text, lists.end(), end) if lists else ():
        first = things(reading, cost.end(), end)[:1]
        yield from (thing for thing in first if thing.start == cost.end() and WHOLE.match(text, thing.end))
