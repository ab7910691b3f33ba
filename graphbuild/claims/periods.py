"""A figure in its sentence in, its period and status out: 2019-H1, 2019-Q1, 2019-07 or 2019; planned or done."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from graphbuild.claims.tense import Speech
from graphbuild.text.numerals import number
from graphbuild.text.years import Years

ORDINAL = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
LAST = {"H1": 6, "Q1": 3, "Q2": 6, "Q3": 9}  # the month in which a part of the year ends
SPAN = r"(?P<months>[1一](?:月份?)?[—~至到\-–]{1,2}(?P<month>\d{1,2})月)"
PERIOD = re.compile(
    rf"(?<![比较与同自])(?<![建立设始]于)(?=[\d上全前第一二三四])(?:(?:(?P<year>(?:19|20)\d\d)年)?"
    rf"(?:(?P<half>上半年)|(?P<whole>全年)|前三季度|第?(?P<quarter>[一二三四1234])季度|{SPAN}"
    r"|(?<=\d年)(?P<one>\d{1,2})月(?!份?底|份?以来|[\d—~至到\-–]))"
    r"|(?:(?<=[。\n])|^)(?P<month_of>\d{1,2})月份，"
    r"|(?P<alone>(?:19|20)\d\d|[二][零〇○][零〇○一二三四五六七八九]{2})年(?!的[\d.]+倍|建[县市区镇乡]|设[县市区立]|成立|撤))"
)


@dataclass(frozen=True)
class Periods:
    """The spans of time that a text names, found once: its figures are many and its paragraphs long."""

    text: str
    when: Years

    @cached_property
    def named(self) -> list[re.Match[str]]:
        return list(PERIOD.finditer(self.text))

    def at(self, line: int, start: int, end: int) -> str:
        """What the sentence says, else its paragraph before it, else the year of its part; a month is told of one sentence."""
        last = bisect_right(self.named, end, key=re.Match.end) - 1
        while last >= 0 and (self.named[last]["one"] or self.named[last]["month_of"]) and self.named[last].start() < start:
            last -= 1
        if last >= 0 and self.named[last].start() >= line:
            return read(self.named[last], self.when.at(start))
        year = self.when.part(start).year
        return str(year) if year else ""


def read(found: re.Match[str], year: int | None) -> str:
    given = {name: part for name, part in found.groupdict().items() if part}
    year = int(number(given.get("year") or given.get("alone") or "") or 0) or year
    if year is None:
        return ""
    month = int(given.get("one") or given.get("month_of") or 0)
    if 1 <= month <= 12:
        return f"{year}-{month:02d}"
    if "half" in given or given.get("month") == "6":
        return f"{year}-H1"
    if "quarter" in given or given.get("month") == "3":
        return f"{year}-Q{ORDINAL[given.get('quarter', '1')]}"
    return f"{year}"


def status(speech: Speech, start: int, place: int, span: str) -> str:
    """A time before that of the text is done, a year after it planned; else as the words before the figure say."""
    year, said = int(span[:4] or 0), speech.when.said
    if year and said.year and year != said.year:
        return "planned" if year > said.year else "done"
    if year and said.year and said.month and LAST.get(span[5:], 12) < said.month:
        return "done"
    clause = max(speech.text.rfind(sign, start, place) for sign in "，；：\n")
    return speech.tone(start, place, clause).replace("never", "") or speech.backwards(start, place) or speech.mood(place)
