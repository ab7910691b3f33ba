"""Texts, dates and numbers in, RDF literals out as Turtle writes them; what is no date or no number gives none."""

from decimal import Decimal, InvalidOperation
from functools import lru_cache

from graphbuild.graph.turtle import quoted
from graphbuild.model import DAYS, PartialDate


def zh(text: str) -> str:
    return f"{quoted(text)}@zh"


def real(date: PartialDate) -> PartialDate:
    """The part of a date that a calendar has: of February 30 the month is left, of month 13 the year."""
    year = date.year if date.year and 0 < date.year < 10000 else None
    if date.month is None or not 1 <= date.month <= 12:
        return PartialDate(year)
    leap = year is None or year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = 28 if date.month == 2 and not leap else DAYS[date.month - 1]
    return PartialDate(year, date.month, date.day if date.day and 1 <= date.day <= last else None)


@lru_cache(maxsize=4096)
def dated(date: PartialDate) -> str:
    """A date in the XSD type that is as precise as the date; --12-31 is a gMonthDay, --12 a gMonth."""
    date = real(date)
    if date.month is None:
        kind = "gYear"
    elif date.day is None:
        kind = "gYearMonth" if date.year else "gMonth"
    else:
        kind = "date" if date.year else "gMonthDay"
    return f'"{date}"^^xsd:{kind}' if str(date) else ""


def bounds(date: PartialDate) -> tuple[str, str] | None:
    """First and last day as xsd:date, where the year is known: what a FILTER can compare."""
    span = real(date).span()
    return (day(span[0]), day(span[1])) if span else None


def day(text: str) -> str:
    return f'"{text}"^^xsd:date'


@lru_cache(maxsize=4096)
def decimal(text: str | float) -> str:
    """A number in one form whatever the text's zeros: 252.80 and 252.8 are the same."""
    try:
        number = Decimal(str(text).replace(",", "").replace("，", "").strip())
    except InvalidOperation:
        return ""
    if not number.is_finite() or abs(number.adjusted()) > 30:
        return ""
    written = format(number.normalize() + 0, "f")
    return f'"{written if "." in written else f"{written}.0"}"^^xsd:decimal'


def boolean(true: bool) -> str:
    return f'"{"true" if true else "false"}"^^xsd:boolean'


def count(number: int) -> str:
    return f'"{number}"^^xsd:nonNegativeInteger'
