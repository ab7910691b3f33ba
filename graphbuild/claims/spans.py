"""A span of time that works take (2023-2025, 2017年11月-2019年11月) in, its first and last day out: begun, and complete."""

import re
from collections.abc import Iterator

from graphbuild.claims.dating import Dating
from graphbuild.claims.milestones import on_days
from graphbuild.claims.reading import Reading
from graphbuild.claims.tense import REACH, line_start, speech
from graphbuild.model import Claim, PartialDate
from graphbuild.text.dates import Dated

DAY = r"(?P<y{0}>20\d\d)(?:年|[./])?(?:(?P<m{0}>1[0-2]|0?[1-9])(?:月(?P<d{0}>\d{{1,2}}日)?)?)?"
SPAN = rf"{DAY.format(1)}\s?[-—–－~～至到]{{1,2}}\s?{DAY.format(2)}"
SPANNED = re.compile(SPAN)
ASKED = re.compile("(?:项目)?(?:建设|实施)?(?:起止)?(?:年限|年份|周期|时间|期限)|(?:建设|计划)?工期")
BEHIND = re.compile(rf"（{SPAN}）")
APPROVED, TITLE = re.compile("批复|核准|备案|招标|立项"), 60
WORKS = ("Project", "Facility", "Road", "Park")
COST = re.compile(r"(?:项目|工程)?[，：]?(?:(?:总|概算|计划)?投资[约\d.]{1,9}[万亿]?元)?，?")


def spans(reading: Reading) -> Iterator[Claim]:
    """甲工程一期，投资500万元，（2017年11月-2019年11月）."""
    text, dating = reading.text, speech(reading).dating
    for found in BEHIND.finditer(text):
        line = line_start(text, found.start())
        works = [m for m in reading.within(max(line, found.start() - REACH), found.start(), *WORKS) if m.kind in WORKS]
        if works and COST.fullmatch(text, works[-1].end, found.start()):
            yield from on_days(reading, works[-1], (works[-1].start, found.end()), "span", ends(found, dating))


def ends(span: re.Match[str], dating: Dating, planned: bool = False) -> list[tuple[str, str, str]]:
    """Kind, status and day of each end, to come where works are only approved; nothing where no one knows when it was written."""
    if dating.when.said.year is None:
        return []
    days = [day_of(span, n) for n in (1, 2)]
    approved = planned or APPROVED.search(dating.text, 0, TITLE)
    told = ["planned" if approved else dating.compared(Dated(*span.span(), day, "span")) or "planned" for day in days]
    return list(zip(("start", "complete"), told, map(str, days), strict=True))


def day_of(span: re.Match[str], end: int) -> PartialDate:
    year, month, day = (span[f"{part}{end}"] for part in "ymd")
    return PartialDate(int(year), int(month) if month else None, int(day.rstrip("日")) if day else None)
