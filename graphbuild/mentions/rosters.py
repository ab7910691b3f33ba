"""A tight text and its titles in, the persons out that a table's column names under a heading such as 责任领导 or 组长."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.introductions import Introduction
from graphbuild.mentions.names import Model, model
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import Title

ROW = re.compile(r"^.*\|.*$", re.MULTILINE)
CELL = re.compile(r"[^|\n]+")
ITEM = re.compile(r"[^、，/；|\n（）]+")
Place = tuple[int, int]


def rosters(tight: Tight, found: Sequence[Title], knowledge: Knowledge) -> Iterator[Introduction]:
    """Each cell below a heading that holds nothing but names."""
    heads: dict[int, Title] = {}
    last, known = -1, model(knowledge)
    ends = {title.end: title for title in found if title.manner["column"] == "yes"}
    for row in ROW.finditer(tight.text):
        cells = columns(tight.text, row.start(), row.end())
        if row.start() != last + 1:
            heads = {}
        last = row.end()
        if not heads:
            heads = {n: ends[end] for n, (start, end) in cells.items() if end in ends and ends[end].start == start}
            continue
        for n, title in heads.items():
            if n in cells:
                yield from named(tight.text, cells[n], title, known)


def columns(text: str, start: int, end: int) -> dict[int, Place]:
    """The cells of a row by the number of bars before them."""
    cells, bars = {}, 0
    for cell in CELL.finditer(text, start, end):
        bars += text.count("|", start, cell.start())
        cells[bars], start = cell.span(), cell.end()
    return cells


def named(text: str, cell: Place, title: Title, known: Model) -> Iterator[Introduction]:
    items = [item.span() for item in ITEM.finditer(text, *cell)]
    for start, end in items:
        if known.person(text, start, end):
            yield Introduction(start, end, text[start:end], title, "table column")
