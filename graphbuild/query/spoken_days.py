"""A question's text in, the days that it names out, in Chinese and in English."""

import re
from collections.abc import Iterator, Mapping

from graphbuild.knowledge import Knowledge
from graphbuild.model import PartialDate
from graphbuild.query.covering import Piece
from graphbuild.text.dates import dates
from graphbuild.text.either import either

DAY = "day"
YEAR = re.compile(r"\d{4}|[今去明前后本当零〇一二三四五六七八九]年")
ISO = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?:-(\d\d?)(?:-(\d\d?))?)?(?![\d.%年月-])")
ENGLISH = r"(?<![a-z\d])(?:(\d\d?) )?(MONTHS)(?: (\d\d?)(?:st|nd|rd|th)?(?!\d))?,? ?((?:19|20)\d\d)(?!\d)"


def spoken_days(text: str, newest: PartialDate, months: Mapping[str, int], knowledge: Knowledge) -> list[Piece]:
    """今年 counts from the newest statement; English days and bare years are read beside the Chinese ones."""
    found = dates(text, 0, len(text), newest, feasts(knowledge))
    chinese = [Piece(d.start, d.end, DAY, d.date, as_told(d.date, text[d.start : d.end])) for d in found]
    return [*chinese, *english(text, months), *iso(text)]


def as_told(date: PartialDate, words: str) -> PartialDate:
    """3月5日 and 上半年 say no year."""
    return date if YEAR.search(words) else PartialDate(None, date.month, date.day)


def iso(text: str) -> Iterator[Piece]:
    for found in ISO.finditer(text):
        yield Piece(found.start(), found.end(), DAY, date(*found.groups()))


def english(text: str, months: Mapping[str, int]) -> Iterator[Piece]:
    """June 2020, 30 June 2020, June 30, 2020."""
    for found in re.finditer(ENGLISH.replace("MONTHS", either(months)), text):
        before, month, after, year = found.groups()
        yield Piece(found.start(), found.end(), DAY, date(year, str(months[month]), before or after))


def date(year: str, month: str | None, day: str | None) -> PartialDate:
    return PartialDate(int(year), int(month) if month else None, int(day) if day else None)


def feasts(knowledge: Knowledge) -> dict[tuple[str, int | None], tuple[int, int]]:
    return {
        (row["word"], int(row["year"]) if row["year"] else None): (int(row["month"]), int(row["day"]))
        for row in knowledge.rows("holidays")
    }
