"""A text in, the days that it names out: the last day that each allows, as precise as given (6月底前 is --06-30)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphbuild.model import PartialDate
from graphbuild.text.days import FORMS, Holidays, exact, which_year
from graphbuild.text.either import either

HAN_DAY = "[一二三四五六七八九十]{1,3}"
DATE = r"""
(?=[\d一二三四五六七八九十今昨本明次翌去上下前后当同年第月春夏秋冬FIRST])
(?: (?<![\d.])(?P<iso>(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2}))(?![\d.])
| (?: (?<![\d.])(?P<year>(?:19|20)\d\d|[一二][零〇○九][零〇○一二三四五六七八九]{2})\ ?年(?![来度个])
    | (?P<relative>本年度|今年|本年|明年|次年|翌年|去年|上年|后年|前年|当年|同年|今(?=[春夏秋冬])(?!冬明春))(?!以来|来) )?
  (?: \ ?(?:(?<![\d.])|NUMBERED)(?P<month>\d{1,2}|HAN)\ ?月份?
        (?: \ ?(?P<day>\d{1,2}|HAN)\ ?[日号] | \ ?(?P<part>底|末|初|[上中下]旬) )?
    | (?<![\d一二两三四五六七八九十几多半近])(?P<share>年底|年末|年终|年内|年前|年中|上半年|下半年)
    | (?<=年)(?P<tail>底|末|内)
    | (?P<quarters>前三季度) | 第?(?P<quarter>[一二三四1234])季度[末底]?
    | (?P<holiday>HOLIDAYS)[节]?(?=[之]?前|假|期|小长假|当[天日]|[，。；起开正对投将向]|\Z)(?P<before>(?:假?期|小长假)?之?前夕?)?
    | (?P<plan>十[一二三四五六七]?)五”?(?:规划)?[时期]{0,2}末
    | (?P<winter>今冬明春) | (?<!入)(?P<season>[春夏秋冬](?:季|(?=[前完竣投建开])))
    | (?<![\d.月])(?P<only>\d{1,2})[日号](?:(?=[上下中晚凌起前])|(?:(?<=[。；\n者]\d日)|(?<=[。；\n者]\d\d日))(?=[，从在]))
    | (?P<here>[本上下]?月底|(?<!以)[本上下]月(?:(?P<on>\d{1,2})[日号]|(?!份?[\d一二三四五六七八九十])))
    | (?P<near>[今昨]日|(?:[今昨明]|(?<![底末月日年季])前)天)(?![的头起后])
  )? )
"""
NUMBERED = r"(?:(?<=[\n|：；。 ]\d[.．])|(?<=[\n|：；。 ]\d\d[.．])|(?<=^\d[.．]))"  # 2.8月底前 is item 2, by the end of August


@dataclass(frozen=True, slots=True)
class Dated:
    """text[start:end] names `date`, the last day that it allows; `rule` says by which form."""

    start: int
    end: int
    date: PartialDate
    rule: str


@cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    names = either(words)
    first = re.escape("".join(sorted({word[0] for word in words})))
    source = DATE.replace("NUMBERED", NUMBERED).replace("FIRST", first).replace("HOLIDAYS", names).replace("HAN", HAN_DAY)
    return re.compile(source, re.VERBOSE)


def dates(
    text: str, start: int, end: int, said: PartialDate, holidays: Holidays, year: int | None = None
) -> Iterator[Dated]:
    """Every date in text[start:end]; 今年 counts from `said`, a bare month lies in `year` (else in that of `said`)."""
    words = tuple(sorted({word for word, _ in holidays}))
    bare = said.year if year is None else year
    for found in pattern(words).finditer(text, start, end):
        given = {name: part for name, part in found.groupdict().items() if part is not None}
        told = read(given, said, bare, holidays) if given else None
        if told is not None:
            yield Dated(found.start(), found.end(), *told)


def read(
    given: dict[str, str], said: PartialDate, bare: int | None, holidays: Holidays
) -> tuple[PartialDate, str] | None:
    if "iso" in given:
        day = exact(int(given["y"]), int(given["m"]), int(given["d"]))
        return (day, "iso") if day else None
    year = which_year(given, said.year, bare)
    for name, form in FORMS.items():
        if name in given:
            date = form(given, year, said, holidays)
            return (date, name) if date else None
    return PartialDate(year), "year"
