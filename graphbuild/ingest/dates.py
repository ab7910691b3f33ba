"""A piece of text in, the first whole date in it out, as precise as it is written."""

import datetime
import re

from graphbuild.model import PartialDate
from graphbuild.text import numerals

NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
YEAR = r"(?:(?P<year>(?:19|20)\d\d|[一二][〇零○九一二三四五六七八]{3}) ?年 ?)"
DAY = re.compile(
    rf"{YEAR}?(?P<month>{NUMBER}) ?月 ?(?P<day>{NUMBER}) ?日(?:(?:至|到|[-—~－]+)(?:(?P<month2>{NUMBER})月)?(?P<day2>{NUMBER})日)?"
)
SHORT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)")
NAMED = re.compile(
    r"(?<![0-9A-Za-z])(?P<year>(?:19|20)\d\d)(?:(?P<sign>[-_.]?)(?P<month>\d\d)(?:(?P=sign)(?P<day>\d\d))?|年(?P<m>\d{1,2})月"
    r"(?:(?P<d>\d{1,2})日)?)(?![0-9A-Za-z])"
)
# A whole year in a name or title: 2021_报告, 区2021年工作报告; one that is only looked ahead to is none.
YEAR_ALONE = re.compile(r"(?<![0-9A-Za-z])(?P<year>19[5-9]\d|20[0-3]\d)(?=年|[-_. ]|$)")
YEAR_TITLED = re.compile(
    r"(?P<ahead>(?:计划|预计|力争|确保|有望|将|拟)[将在于]{0,2})?(?<![\d到至—~-])(?P<year>19[5-9]\d|20[0-3]\d)年(?!远景|愿景)"
)
URL = re.compile(r"https?://[^\s<>\"'，。；）】]+")
URL_DAY = re.compile(
    r"(?<!\d)(?P<year>19[5-9]\d|20[0-3]\d)(?P<sign>[-/_.]?)(?P<month>0?[1-9]|1[0-2])"
    r"(?:[-/_.]?(?P<day>0[1-9]|[12]\d|3[01]|(?<=\D)[1-9]))?(?!\d)"
)
URL_YEAR = re.compile(r"/(19[5-9]\d|20[0-3]\d)/")


def number(written: str) -> int:
    """7, 07, 七, 十二, 二十一, 二〇二三: the patterns above let nothing else through."""
    return int(numerals.number(written) or 0)


def day_in(text: str) -> PartialDate:
    """The first day that a text writes out, its last day where it writes a stretch of days."""
    for found in sorted([*DAY.finditer(text), *SHORT.finditer(text)], key=lambda match: match.start()):
        parts = found.groupdict()
        month, day = parts.get("month2") or parts["month"], parts.get("day2") or parts["day"]
        date = PartialDate(number(parts["year"]) if parts["year"] else None, number(month), number(day))
        if valid(date):
            return date
    return PartialDate()


def day_of_name(name: str) -> PartialDate:
    """The date that a file name gives: 2023-07-31_x, 20230731, 2023-07, 2023年7月31日."""
    for found in NAMED.finditer(name):
        month, day = found["month"] or found["m"], found["day"] or found["d"]
        date = PartialDate(int(found["year"]), int(month), int(day) if day else None)
        if valid(date) and (day or found["sign"] or found["m"]):
            return date
    alone = YEAR_ALONE.search(name)
    return PartialDate(int(alone["year"])) if alone else PartialDate()


def day_of_url(url: str) -> PartialDate:
    """The date in an address: /2019-08/31/, /20190831/, /201908/t20190831_12.html; the most precise one, else its year."""
    path = url.partition("://")[2].partition("/")[2] if "://" in url else url
    found = [PartialDate(int(m["year"]), int(m["month"]), int(m["day"]) if m["day"] else None) for m in URL_DAY.finditer(path)]
    dates = [date for date in found if valid(date)]
    best = next((date for date in dates if date.day), next(iter(dates), PartialDate()))
    year = URL_YEAR.search(f"/{path}")
    return best if best.year or not year else PartialDate(int(year.group(1)))


def year_of_title(title: str) -> PartialDate:
    """The year that a report is for: the latest that its title names and does not only look ahead to."""
    named = (found for found in YEAR_TITLED.finditer(title) if not found["ahead"])
    return PartialDate(max((int(found["year"]) for found in named), default=None))


def refined(date: PartialDate, others: "tuple[PartialDate, ...]") -> PartialDate:
    """The same date as precisely as any of the others gives it."""
    for other in others:
        fits = date.year is not None and other.year == date.year and date.month in (None, other.month)
        if fits and date.day is None and (other.month is not None):
            date = other
    return date


def valid(date: PartialDate) -> bool:
    """Whether the calendar has it; a leap year stands in for an unknown year."""
    try:
        datetime.date(date.year or 2000, date.month or 1, date.day or 1)
    except ValueError:
        return False
    return True
