"""Texts, dates and numbers in, RDF literals out; what is no date or no number gives none."""

from decimal import Decimal, InvalidOperation
from functools import lru_cache

from rdflib import Literal
from rdflib.namespace import XSD

from graphbuild.model import DAYS, PartialDate


def zh(text: str) -> Literal:
    return Literal(text, lang="zh")


def real(date: PartialDate) -> PartialDate:
    """The part of a date that a calendar has: of February 30 the month is left, of month 13 the year."""
    year = date.year if date.year and 0 < date.year < 10000 else None
    if date.month is None or not 1 <= date.month <= 12:
        return PartialDate(year)
    leap = year is None or year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = 28 if date.month == 2 and not leap else DAYS[date.month - 1]
    return PartialDate(year, date.month, date.day if date.day and 1 <= date.day <= last else None)


@lru_cache(maxsize=4096)
def dated(date: PartialDate) -> Literal | None:
    """A date in the XSD type that is as precise as the date; --12-31 is a gMonthDay, --12 a gMonth."""
    date = real(date)
    if date.month is None:
        kind = XSD.gYear
    elif date.day is None:
        kind = XSD.gYearMonth if date.year else XSD.gMonth
    else:
        kind = XSD.date if date.year else XSD.gMonthDay
    return Literal(str(date), datatype=kind, normalize=False) if str(date) else None


def bounds(date: PartialDate) -> tuple[Literal, Literal] | None:
    """First and last day as xsd:date, where the year is known: what a FILTER can compare."""
    span = real(date).span()
    return (day(span[0]), day(span[1])) if span else None


def day(text: str) -> Literal:
    return Literal(text, datatype=XSD.date, normalize=False)


@lru_cache(maxsize=4096)
def decimal(text: str | float) -> Literal | None:
    """A number in one form whatever the text's zeros: 252.80 and 252.8 are the same."""
    try:
        number = Decimal(str(text).replace(",", "").replace("，", "").strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > 30:
        return None
    written = format(number.normalize() + 0, "f")
    return Literal(written if "." in written else f"{written}.0", datatype=XSD.decimal, normalize=False)


def count(number: int) -> Literal:
    return Literal(str(number), datatype=XSD.nonNegativeInteger, normalize=False)
