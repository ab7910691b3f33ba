"""A text in, the year out that its bare months lie in, place by place, and the day on which it speaks."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from graphbuild.model import PartialDate
from graphbuild.text.chronicle import chronicle
from graphbuild.text.days import exact, last
from graphbuild.text.numerals import number

YEAR = r"(?<![\d.])((?:19|20)\d\d|[一二][零〇○九][零〇○一二三四五六七八九]{2})"
HEADING = re.compile(rf"(?m)[^。，；|\n]{{0,20}}?{YEAR}(?:年|·)[^。，；|\n]{{0,30}}$")
OPENS, WIDEST = re.compile("年(?=[，全])"), 100
OPENING = re.compile(rf"(?:^|(?<=[\n。：]))[ \u3000“]*{YEAR}年$")
FULL = re.compile(rf"{YEAR}\s?年\s?(\d{{1,2}})\s?月\s?(\d{{1,2}})\s?日(?![之以]?前)")
TURNED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(20\d\d)(?![\d.])")  # 27.10.2014
POSTED = re.compile(r"(?:时间|日期|发布于)[：\s]{0,3}(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})")
DAY = r"(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日(?![之以]?前)"
BARE = re.compile(rf"(?<![年\d一二三四五六七八九十]){DAY}")
LEADING = re.compile(rf"(?:^|(?<=[\n讯）”\u3000 ])){DAY}")
UNTIL = re.compile(r"截[至止到](?:目前的?)?(?:\d{4}年|今年)?(\d{1,2})月(?:(\d{1,2})日|底|末)")
LIFE = (
    r"(?:\d{1,2}月(?:\d{1,2}日)?)?(?:正式)?"
    r"(?:开业|开园|始建|创办|创建|创立|建校|建院|出?生|参加工作|入党|加入|毕业|[-—－–～~至]+)"
)
COMING = r"(?:[到至]|预计|计划|力争|确保|有望|争取|预期)[将在于]{0,2}|[将拟](?:[在于](?=\d{4}年\D))?|为[^，。；：\n\d]{0,16}"
ANY = re.compile(rf"(?P<ahead>{COMING})?{YEAR}年(?!{LIFE}|建[县市区镇乡]|成立|撤[县市并])")
BEFORE = re.compile(r"(?:预计|(?<![^\s，：])计划|力争|有望|[将拟])[将在于]{0,2}$")  # a title of what is to be, 计划2021年完工
SPAN = re.compile(rf"{YEAR}年(?:1[-—~～至到]\d{{1,2}}月|上半年|前三季度|[一二三]季度|第[一二三]季度)")
NEXT = r"(?:[^。；\n]{0,24}(?:目标|计划|安排|打算)|(?:力争|预期|计划))"  # what a text of early next year plans
SPRING = 4

MONTH, NOT_YET = re.compile(r"(\d{1,2})月"), re.compile(r"(?:将|预计|计划|力争|确保|拟|争取)[^。，；\n]{0,20}$")
GOING_ON = re.compile(r"(?:明年|预计|力争|有望|(?<![动度展升年作资育])计划)[^。；\n]{2,40}，[到至于]?$")
HEAD, TAIL, FIRST = 400, 60, 12
THIRDS = "上半年|一季度|前三季度"
PART = re.compile(
    rf"(?P<part>{THIRDS})(?=[^，。；：|\n]{{0,12}}(?:总结|汇报|回顾|完成情况|进展情况|落实情况|工作情况|运行情况))"
    rf"|今年(?P<this>{THIRDS})(?=(?:[^，。；：|\n]{{0,4}})?(?:完成|实现|开展|取得|启动|建成)了|以来)"
)
ENDS_IN = {"上半年": 6, "一季度": 3, "前三季度": 9}


@dataclass(frozen=True)
class Years:
    """`said` is the day of the text as far as it can be known; `places` and `values` are the years of its parts,
    less than one for several years past (-2020 where they ended in 2020) and None where nothing tells."""

    said: PartialDate
    places: Sequence[int]
    values: Sequence[int | None]

    def at(self, place: int) -> int | None:
        """The year that a bare month at this place lies in."""
        return max(self.told(place) or 0, 0) or self.said.year

    def part(self, place: int) -> PartialDate:
        """The year of the part alone, where a heading or an opening sets one."""
        return PartialDate(max(self.told(place) or 0, 0) or None)

    def past(self, place: int) -> bool:
        """Whether the part tells of several years past: none of them is that of a step or a sum."""
        return (self.told(place) or 0) <= 0 and self.told(place) is not None

    def reached(self, place: int) -> int | None:
        """The last of several years past: what was reached was reached then."""
        return -(self.told(place) or 0) or None if self.past(place) else None

    def told(self, place: int) -> int | None:
        part = bisect_right(self.places, place) - 1
        return self.values[part] if part >= 0 else None


def years(text: str, said: PartialDate) -> Years:
    marks = sorted((found.start(), year(found.group(1))) for found in parts(text))
    begins = chronicle(text)
    if begins >= 0 and (said.year is None or FULL.match(text, begins)):  # its first day is not that of the text
        said = PartialDate(marks[-1][1] if marks else opening(text[: begins + FIRST], PartialDate()))
    known = said if said.year is not None or begins >= 0 else spoken(text, said, [value for _, value in marks])
    known = known if known.month else part_of_year(text, known.year) or known
    if known.year is not None and begins < 0:
        marks = [(place, value) for place, value in marks if abs(value - known.year) <= 1]
    return Years(known, [place for place, _ in marks], [value for _, value in marks])


def headed(text: str) -> int | None:
    """The latest year that a heading or an opening sets."""
    return max((year(found.group(1)) for found in parts(text)), default=None)


def parts(text: str) -> list[re.Match[str]]:
    """Headings and paragraph openings that set the year for what follows; a title at the very top sets none."""
    lines = accumulate((len(line) + 1 for line in text.split("\n")), initial=0)
    openings = ((max(0, found.end() - WIDEST), found.end()) for found in OPENS.finditer(text))
    found = *(HEADING.match(text, start) for start in lines), *(OPENING.search(text, *place) for place in openings)
    return [one for one in found if one and not BEFORE.search(text, max(0, one.start(1) - FIRST), one.start(1))]


def spoken(text: str, said: PartialDate, marked: Sequence[int]) -> PartialDate:
    """The day as a dateline, a posting mark or a signature says it, else the year that headings or the opening name."""
    full = POSTED.search(text) or FULL.search(text, 0, HEAD) or FULL.search(text, max(0, len(text) - TAIL))
    if full and (day := exact(*(year(part) for part in full.groups()))):
        return day
    turned = TURNED.search(text, 0, HEAD)
    if turned and (day := exact(*(year(part) for part in turned.groups()[::-1]))):
        return day
    bare = None
    if said.month is None:
        bare = LEADING.search(text, 0, HEAD) or UNTIL.search(text) or BARE.search(text, 0, HEAD)
    told = max(marked) if marked else opening(text, day_of(None, bare) or said)
    told = told and told + looks_ahead(text, told, day_of(None, bare) or said)
    return day_of(told, bare) or PartialDate(told, said.month, said.day)


def part_of_year(text: str, told: int | None) -> PartialDate | None:
    """上半年工作总结, or 今年上半年完成了 at its beginning: said when that part of the year was over."""
    found = PART.search(text, 0, HEAD)
    return last(told, ENDS_IN[found["part"] or found["this"]]) if found else None


def looks_ahead(text: str, told: int, day: PartialDate) -> bool:
    """2月8日, of the results of 2021 and the aims of 2022: said in 2022."""
    early = day.month is not None and day.month <= SPRING
    return early and re.search(rf"{told + 1}年{NEXT}", text) is not None


def day_of(told: int | None, bare: re.Match[str] | None) -> PartialDate | None:
    """7月2日, or the last day of 截至6月底."""
    if not bare:
        return None
    month, day = year(bare[1]), year(bare[2]) if bare[2] else None
    return exact(told, month, day) if day else last(told, month) if exact(told, month, None) else None


def opening(text: str, said: PartialDate) -> int | None:
    """The latest year that the beginning of a text names and does not look ahead to; one after it where a month of that
    year is told as past that lies behind its own: 2022年11月开工, said on the 10th of May."""
    ours = (one for one in ANY.finditer(text, 0, HEAD) if not (one["ahead"] or later(text, one) or in_quotes(text, one.start())))
    named = [(year(one[2]), one.end()) for one in ours]
    named += [(year(one[1]), one.end()) for one in SPAN.finditer(text, HEAD)] if named else []
    if not named:
        return None
    told, end = max(named)
    month = MONTH.match(text, end)
    behind = month and said.month and year(month[1]) > said.month and not NOT_YET.search(text, max(0, end - TAIL), end)
    return told + bool(behind)


def later(text: str, named: re.Match[str]) -> bool:
    """今年动工，预计明年封顶，2019年竣工: what follows a plan in its sentence lies ahead too."""
    start = max(text.rfind(sign, 0, named.start()) for sign in "。；！？\n") + 1
    return GOING_ON.search(text, max(start, named.start() - TAIL), named.start()) is not None


def in_quotes(text: str, place: int) -> bool:
    """入选“2022年十大发现” dates nothing."""
    return text.rfind("“", 0, place) > text.rfind("”", 0, place)


def year(written: str) -> int:
    return int(number(written) or 0)
