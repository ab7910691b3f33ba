"""When a text speaks in, the same with what its headings and openings tell out: several years past or ahead, and 今年."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from graphbuild.claims.steps import Words
from graphbuild.text.numerals import number
from graphbuild.text.years import YEAR, Years, year

FIRST_PLAN, PLAN, HALF = 1955, 5, 6
FIVE = (
    r"(?P<back>(?:过去|这|近)的?五年(?![级期])|五年[来间]|五年以来)|(?P<next>(?:今后|未来)五年)"
    r"|(?P<plan>十[一二三四五六七]?)五”?(?:规划)?(?:时期|期间|发展回顾)"
)
LEAD = r"[\s\u3000*#“]*(?:各位代表[！，：])?(?:刚刚)?"
LINE = re.compile(r"[^\n]+")
MAIN = re.compile(r"[\s\u3000*#]*(?P<rank>[一二三四五六七])、(?P<say>[^。；！？|\n]{4,40})$")
ERA, FIVES = re.compile(rf"{LEAD}(?:我国|我[省市区县])?“?(?:{FIVE})"), re.compile(FIVE)
OPENS = re.compile(rf"{LEAD}(?:(?P<this>今年)(?=[，是我全]|政府工作)|(?P<past>去年)(?=[，我全])|(?:过去的)?{YEAR}年(?=是))")
AHEAD = re.compile("[^。；！？]{0,40}?(?:将(?![军近])|要(?![求素])|计划|力争|确保|预计|办好)")
QUOTED = re.compile(rf"(?:报告|会议|方案|通知|规划|要点)[^。；：，\n]{{0,8}}(?:指出|提出|明确|要求)，?{YEAR}年(?=，)")


def framed(text: str, when: Years, known: Words) -> Years:
    """Headings without a year, 五年来, 今年 and 报告提出，2025年， set the time for what follows too."""
    if when.said.year is None:
        return when
    told, own = dict(zip(when.places, when.values, strict=True)), dict[int, int | None]()
    place, before = -1, None
    for line in LINE.finditer(text):
        at = bisect_right(when.places, line.start()) - 1
        if at >= 0 and when.places[at] > place:
            place, before = when.places[at], when.values[at]
        for mark, value in opened(text, line.start(), line.end(), before, when, known):
            if mark not in told:
                own[mark] = before = value
                place = mark
    found = {**told, **own}
    return replace(when, places=sorted(found), values=[found[place] for place in sorted(found)])


def opened(
    text: str, start: int, end: int, before: int | None, when: Years, known: Words
) -> Iterator[tuple[int, int | None]]:
    """The marks of one line; 去年 is told of its own line only."""
    now = when.said.year or 0
    if main := MAIN.fullmatch(text, start, end):
        yield from headed(main, before, when, known)
    elif (era := ERA.match(text, start, end)) and (past := five(era, when)) is not None and past <= 0:
        yield start, past
    elif (found := OPENS.match(text, start, end)) and (before is not None or AHEAD.match(text, found.end(), end)):
        told = now if found["this"] else now - 1 if found["past"] else year(found[3])
        if abs(told - now) <= 1:
            yield from ((start, told), (end, before)) if found["past"] else ((start, told),)
    else:
        quoted = ((one.end(), year(one[1])) for one in QUOTED.finditer(text, start, end))
        yield from ((place, told) for place, told in quoted if abs(told - now) <= 1)


def headed(main: re.Match[str], before: int | None, when: Years, known: Words) -> Iterator[tuple[int, int | None]]:
    """二、“十四五”时期的目标 is of its last year, 三、…开局工作 of this year; any other ends what was told of several years."""
    era, kind = FIVES.search(main["say"]), outlook(main, known)
    if era and not known.outset.search(main["say"]):
        yield main.start(), five(era, when)
    elif kind == "planned":
        yield main.start(), when.said.year
    elif before is not None and abs(before - (when.said.year or 0)) > 1:
        yield main.start(), None


def outlook(main: re.Match[str], known: Words) -> str:
    """What a main heading says of all below it: 三、做好“十五五”开局工作 looks ahead, but for the first."""
    outset = main["rank"] != "一" and known.outset.search(main["say"])
    return known.heading(main["say"]) or ("planned" if outset else "")


def five(era: re.Match[str], when: Years) -> int | None:
    """The last of the five years to come, less than zero for years past, None where it cannot be known."""
    said = when.said
    if said.year is None:
        return None
    if era["plan"]:
        ends = FIRST_PLAN + PLAN * int(number(era["plan"]) or 0)
        return None if ends == said.year else ends if ends > said.year else -ends
    begun = said.year - ((said.month or HALF) <= HALF)
    return -begun if era["back"] and said.month else 0 if era["back"] else begun + PLAN if said.month else None
