"""A piece of text in, the first whole date in it out, as precise as it is written."""

import datetime
import re

from graphbuild.model import PartialDate

DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
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


def number(written: str) -> int:
    """7, 07, 七, 十二, 二十一, 二〇二三."""
    if written.isdigit() and written.isascii():
        return int(written)
    if "十" in written:
        tens, ones = written.split("十", 1)
        return 10 * DIGITS.get(tens, 1) + DIGITS.get(ones, 0)
    return int("".join(str(DIGITS[character]) for character in written))


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
    return PartialDate()


def valid(date: PartialDate) -> bool:
    """Whether the calendar has it; a leap year stands in for an unknown year."""
    try:
        datetime.date(date.year or 2000, date.month or 1, date.day or 1)
    except ValueError:
        return False
    return True
