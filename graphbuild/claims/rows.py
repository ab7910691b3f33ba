"""A text in, the rows of its tables out: cells in one line, or each on lines of its own, with the heading each stands under."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

Cell = tuple[int, int]
BAR = re.compile(r"[^|\n]+")
WIDE = re.compile(r"[^\t\n ]+(?: [^\t\n ]+)*")
RULE = re.compile(r"[|\s:：\-—]+")
LINE = re.compile(r"[^\n]*[^\s][^\n]*")
NUMBERS = re.compile(r"(?m)^\s*(?:序号|编号|项次)\s*$")
NUMBER = re.compile(r"0*(\d{1,4})[.、]?")
HEAD = re.compile(r"[^，。；：\d\n]{1,12}")
MOST, MOST_HEADS = 60, 15  # lines of one row
MISSING = 3  # cells before a row

Fits = Callable[[str, Cell], object]


class Row(NamedTuple):
    """Each cell with its heading; text[span] is the whole row."""

    cells: Sequence[tuple[str, Cell]]
    span: Cell

    def under(self, heads: Callable[[str], object]) -> list[Cell]:
        """The cells whose heading is one of these."""
        return [cell for head, cell in self.cells if heads(head)]


def rows(text: str, known: Callable[[str], object], fits: Fits) -> Iterator[Row]:
    """A table begins with two headings that are `known`; `fits` tells under which heading a line of its own belongs."""
    heads: Sequence[str] = ()
    for line in LINE.finditer(text):
        if RULE.fullmatch(line.group()):
            continue
        row = cells(text, *line.span())
        found = [heading(text, cell) for cell in row] if len(row) > 1 else []
        if sum(bool(known(head)) for head in found) > 1:
            heads = found
        elif heads and len(row) <= len(heads) and (placed := aligned(text, heads, row, fits)):
            yield Row(placed, line.span())
        else:
            heads = ()
    for numbers in NUMBERS.finditer(text):
        yield from stacked(text, numbers.end(), known, fits)


def aligned(text: str, heads: Sequence[str], row: Sequence[Cell], fits: Fits) -> list[tuple[str, Cell]]:
    """The cells of a row, moved to the right where one that spans several rows is missing before them: so that most fit."""
    full = list(row)
    while full and text[slice(*full[-1])].strip() == "":
        full.pop()
    ways = [list(zip(heads[by:], full, strict=False)) for by in range(min(len(heads) - len(full), MISSING) + 1)]
    best = max(ways, key=lambda way: sum(bool(fits(head, cell)) for head, cell in way))
    fitting = len(row) == len(heads) or any(fits(head, cell) for head, cell in best)
    return best if fitting else []


def cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of a line, by bars, else by tabs or two blanks."""
    pattern = BAR if text.count("|", start, end) > 1 else WIDE  # a cell between bars may be empty
    return [trim(text, *found.span()) for found in pattern.finditer(text, start, end)]


def trim(text: str, start: int, end: int) -> Cell:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start + len(piece.rstrip()), start)


def heading(text: str, cell: Cell) -> str:
    return "".join(text[slice(*cell)].split())


def stacked(text: str, start: int, known: Callable[[str], object], fits: Fits) -> Iterator[Row]:
    """Below 序号 its other headings, then 1 and the cells of the first row, each on a line of its own, then 2 …"""
    lines = (trim(text, *line.span()) for line in LINE.finditer(text, start))
    heads: list[str] = []
    first: Cell | None = None
    for line in lines:
        if len(heads) == MOST_HEADS or not HEAD.fullmatch(text, *line):
            first = line
            break
        heads.append(heading(text, line))
    if first is None or sum(bool(known(head)) for head in heads) < 2 or numbered(text, first) != 1:
        return
    own: list[Cell] = []
    count = 2
    for line in lines:
        if numbered(text, line) == count:
            yield from parted(heads, own, fits, last=False)
            own, count = [], count + 1
        elif len(own) < MOST:
            own.append(line)
        else:
            break
    yield from parted(heads, own, fits, last=True)


def numbered(text: str, line: Cell) -> int:
    found = NUMBER.fullmatch(text, *line)
    return int(found[1]) if found else 0


def parted(heads: Sequence[str], own: Sequence[Cell], fits: Fits, last: bool) -> Iterator[Row]:
    """As many lines as headings go one to one; else each goes on under its heading unless it fits one further right,
    and a line behind a full row begins one more, which shares what it does not say."""
    if len(own) == len(heads):
        yield Row(list(zip(heads, own, strict=True)), (own[0][0], own[-1][1]))
        return
    row: list[tuple[str, Cell]] = []
    before: list[tuple[str, Cell]] = []
    at = 0
    for line in own:
        right = next((n for n in range(at + 1, len(heads)) if fits(heads[n], line)), None) if row else 0
        if right is None and at and not fits(heads[at], line):
            if last:
                break  # the text goes on behind the table
            yield shared(row, before)
            row, before, at = [], row, 0
        at = right if right is not None else at
        row.append((heads[at], line))
    if row:
        yield shared(row, before)


def shared(row: Sequence[tuple[str, Cell]], before: Sequence[tuple[str, Cell]]) -> Row:
    """What is said of the part of a row above holds for this part too where it says nothing of its own."""
    told = {head for head, _ in row}
    whole = [*row, *(one for one in before if one[0] not in told)]
    ends = [end for _, cell in whole for end in cell]
    return Row(whole, (min(ends), max(ends)))
