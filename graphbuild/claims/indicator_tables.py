"""A table in, its measures out: rows of indicators with columns of values, units and growth named by a header."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile

from graphbuild.claims.counts import Count
from graphbuild.claims.reading import Reading

STROKE = "|"
TABLE = re.compile(r"(?m)(?:^[ \u3000]*\|.*\|[ ]*(?:\n|$)){2,}")
SPACED = re.compile(
    r"(?m)^[^\s|。，]{0,8}指标[^\s|。，]{0,8}(?: [^\s|。，]{1,16}){1,6}\n"
    r"(?:[^\s|。，]{2,24}(?: [^\s|。，]{1,12}){1,6}(?:\n|$)){1,200}"
)
LINE = re.compile(r"(?m)^.+$")
ROW = re.compile(r"(?m)^[ \u3000]*\|(.*)\|[ ]*$")
COLUMNS = {
    "name": re.compile(r"指标"), "unit": re.compile(r"单位"), "change": re.compile(r"同比|增[长速幅减]|±|比上年"),
    "value": re.compile(r"数值|完成|绝对|总量|累计|本期|实绩|实际|目标|[年月值]$"),
}
UNITS = re.compile(r"[（(]([^）)]+)[）)]")
NUMBER = re.compile(r"([-−+]?)(\d[\d,]*(?:\.\d+)?)\s*([^\d\s|]*)")
RULE = re.compile(r"[\s:：|-]*")


@dataclass(frozen=True, slots=True)
class Row:
    """One count and the row of the table that is its evidence."""

    count: Count
    start: int
    end: int
    since: int  # where the line above the table begins, which tells of when it is


def indicator_tables(reading: Reading) -> Iterator[Row]:
    """Between strokes, or set apart by spaces alone."""
    yield from ruled(reading)
    for table in SPACED.finditer(reading.text):
        header, *rows = (row for row in LINE.finditer(reading.text, *table.span()))
        titles = header.group().split(" ")
        head, since = columns(titles), above(reading.text, table.start())
        for row in rows if "name" in head and "value" in head else ():
            if len(told := row.group().split(" ")) == len(titles) and (count := read(told, head, titles, row.start())):
                yield Row(count, *row.span(), since)


def ruled(reading: Reading) -> Iterator[Row]:
    for table in TABLE.finditer(reading.text) if STROKE in reading.text else ():
        rows = [*dropwhile(lambda row: "指标" not in row.group(), ROW.finditer(table.group()))]
        head = columns(cells(rows[0].group(1))) if rows else {}
        since = above(reading.text, table.start())
        for row in rows[1:] if "name" in head else ():
            if not RULE.fullmatch(row.group(1)):
                count = read(cells(row.group(1)), head, cells(rows[0].group(1)), table.start() + row.start())
                if count:
                    yield Row(count, table.start() + row.start(), table.start() + row.end(), since)


def above(text: str, start: int) -> int:
    return text.rfind("\n", 0, max(0, start - 1)) + 1


def cells(row: str) -> list[str]:
    return [cell.strip(" *\u3000") for cell in row.split("|")]


def columns(header: list[str]) -> dict[str, int]:
    """What each column holds; the first that fits a kind is it."""
    found: dict[str, int] = {}
    for number, title in enumerate(header):
        kind = next((kind for kind, words in COLUMNS.items() if words.search(title)), "")
        if kind:
            found.setdefault(kind, number)
    return found


def read(row: list[str], head: dict[str, int], header: list[str], place: int) -> Count | None:
    told = {kind: row[number] for kind, number in head.items() if number < len(row)}
    value, change = NUMBER.match(told.get("value", "")), NUMBER.match(told.get("change", ""))
    name = UNITS.sub("", told.get("name", ""))
    if not name or not (value or change):
        return None
    titles = UNITS.findall(told["name"]) + (UNITS.findall(header[head["value"]]) if "value" in head else [])
    unit = (value.group(3) if value else "") or told.get("unit", "") or (titles[0] if titles else "")
    return Count(place, name, signed(value), unit if value else "", signed(change))


def signed(number: re.Match[str] | None) -> str:
    """下降 is said by a minus; commas between thousands go."""
    if number is None:
        return ""
    return ("-" if number.group(1) in ("-", "−") and number.group(1) else "") + number.group(2).replace(",", "")
