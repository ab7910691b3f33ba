"""A figure in its sentence in, its period and status out: 2019-H1, 2019-Q1, 2019-07 or 2019; planned or done."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from graphbuild.claims.eras import FIVE, five
from graphbuild.claims.tense import Speech
from graphbuild.text.numerals import number
from graphbuild.text.years import Years

ORDINAL = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
LAST = {"H1": 6, "Q1": 3, "Q2": 6, "Q3": 9}  # the month in which a part of the year ends
SPAN = r"(?P<months>[1一](?:月份?)?[—~至到\-–]{1,2}(?P<month>\d{1,2})月)"
PERIOD = re.compile(
    rf"(?<![比较与同自])(?<![建立设始]于)(?=[\d上全前第一二三四五过这近今未十建])(?:(?:(?P<year>(?:19|20)\d\d)年)?"
    rf"(?:(?P<half>上半年)|(?P<whole>全年)|前三季度|第?(?P<quarter>[一二三四1234])季度|{SPAN}"
    r"|(?<=\d年)(?P<one>\d{1,2})月(?!份?底|份?以来|[\d—~至到\-–]))"
    rf"|{FIVE}|(?P<aim>(?:今年|建议|全年)[^。；\n\d]{{0,30}}?预期目标)"
    r"|(?:(?<=[。\n])|^)(?P<month_of>\d{1,2})月份，"
    r"|(?P<alone>(?:19|20)\d\d|[二][零〇○][零〇○一二三四五六七八九]{2})年(?!的[\d.]+倍|建[县市区镇乡]|设[县市区立]|成立|撤))"
)
MEAN = re.compile("(?:年均(?!可支配|收入|浓度|气温|降|PM|人口|产值)|年平均[增递]|五年(?:内|间|共)?(?:累计|合计))[^，；。]*$")
OPENING = 12
REACHED, NEAR = re.compile("(?:[达到至为]|突破|超过?|跃升至?)[约近]?$"), 24


@dataclass(frozen=True)
class Periods:
    """The spans of time that a text names, found once: its figures are many and its paragraphs long."""

    text: str
    when: Years

    @cached_property
    def named(self) -> list[re.Match[str]]:
        return list(PERIOD.finditer(self.text))

    def at(self, line: int, start: int, place: int) -> str:
        """What the sentence says, else its paragraph before it, else the year of its part; a month is told of one sentence."""
        last = bisect_right(self.named, place, key=re.Match.end) - 1
        while last >= 0 and self.named[last].start() < start and self.alone(self.named[last], line):
            last -= 1
        told = self.named[last] if last >= 0 and self.named[last].start() >= line else None
        reached = self.reached(start, place)
        if MEAN.search(self.text, max(start, place - NEAR), place) or told and told["back"] and not reached:
            return ""
        if told and (told.start() >= start or not self.when.past(start)) and not told["back"]:
            return read(told, self.when.at(start), self.when)
        return str(reached or self.when.part(start).year or "")

    def alone(self, named: re.Match[str], line: int) -> bool:
        """A month is told of one sentence, and so are five years that do not open the paragraph."""
        era = any(named[form] for form in ("back", "next", "plan"))
        return bool(named["one"] or named["month_of"] or named["aim"]) or era and named.start() - line > OPENING

    def reached(self, start: int, place: int) -> int | None:
        """五年来，…产值达到80亿元: in the last of them."""
        return self.when.reached(start) if REACHED.search(self.text, max(start, place - NEAR), place) else None


def read(found: re.Match[str], year: int | None, when: Years) -> str:
    if found["aim"]:
        return str(when.said.year or "")
    if found["next"] or found["plan"]:
        return str(max(five(found, when) or 0, 0) or "")
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
    ahead = "planned" if (speech.when.at(start) or 0) > (said.year or 9999) else ""  # 累计 in a part to come
    told = speech.tone(start, place, clause).replace("never", "") or ahead or speech.backwards(start, place)
    return told or speech.mood(place)
