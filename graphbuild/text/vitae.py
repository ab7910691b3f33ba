"""A text in, the lines out in which a curriculum vitae tells a time and what one was then: 2011.01—2014.04 甲市委副书记."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.model import PartialDate

WRITTEN_TO = "written to"  # the rule by which a letter names its reader
DAY = r"(?:19|20)\d{2}(?:[.．/]\d{1,2}(?!\d)|年(?:\d{1,2}月)?)"
OPEN = rf"[ ]*(?P<last>{DAY})|[ ]*至?今|(?=[ ，：])"
LINE = re.compile(rf"^[ \u3000]*(?P<first>{DAY})[ 起]*[-—–－~～至]+(?:{OPEN})[ ，：]*(?P<rest>[^\n]+)", re.MULTILINE)
NUMBER = re.compile(r"\d+")


def born(gap: str = "") -> str:
    """The pattern of what is told behind a name in a portrait, with what may stand behind its commas: ，男，汉族，1970年1月生."""
    return (
        rf"(?:（[^（）\n]{{1,12}}）)?(?:，{gap}[男女](?=[，。])|，{gap}[一-鿿]{{1,8}}族(?=[，。])"
        rf"|，?{gap}\d{{4,6}}年?\d{{0,2}}月?(?:\d{{1,2}}日)?出?生)"
    )


@dataclass(frozen=True, slots=True)
class Time:
    """text[start:end] tells what one was from the first day to the last; `at` is where that begins."""

    start: int
    at: int
    end: int
    first: PartialDate
    last: PartialDate


def times(text: str) -> Iterator[Time]:
    for found in LINE.finditer(text):
        yield Time(found.start("first"), found.start("rest"), found.end(), day(found["first"]), day(found["last"]))


def day(told: str | None) -> PartialDate:
    """The month, or the year alone."""
    year, month = ([*map(int, NUMBER.findall(told or "")), 0, 0])[:2]
    return PartialDate.parse(f"{year}-{month:02}" if 0 < month < 13 else str(year or ""))
