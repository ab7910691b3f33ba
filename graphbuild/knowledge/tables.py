"""A lexicon file in, its rows out: `#` header lines, one line of column names, tab-separated rows."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from graphbuild.errors import BrokenKnowledge, several

Row: TypeAlias = dict[str, str]


class Placed(dict[str, str]):
    """A row that knows its file and line."""

    __slots__ = ("line", "path")
    line: int
    path: Path


def place(row: Row) -> str:
    """file:line, where it is known."""
    return f"{row.path}:{row.line}" if isinstance(row, Placed) else ""


def read_table(path: Path) -> tuple[Row, ...]:
    """Rows as dicts; every row with too many or too few fields is named with its line."""
    lines = [(n, line) for n, line in enumerate(read_text(path).replace("\r\n", "\n").split("\n"), 1) if line and line[0] != "#"]
    if not lines:
        raise BrokenKnowledge(f"{path} has no column names", "put one line of tab-separated names under the header")
    number, columns = lines[0][0], lines[0][1].split("\t")
    if len(set(columns)) < len(columns) or not all(name.strip() for name in columns):
        raise BrokenKnowledge(f"{path}:{number} names a column twice or not at all", "give each column its own name")
    if wrong := list(misshapen(path, lines[1:], len(columns))):
        raise several(wrong)
    return tuple(read_row(path, n, line, columns) for n, line in lines[1:])


def misshapen(path: Path, lines: Sequence[tuple[int, str]], columns: int) -> Iterator[BrokenKnowledge]:
    for number, line in lines:
        if (fields := line.count("\t") + 1) != columns:
            yield BrokenKnowledge(f"{path}:{number} has {fields} fields, not {columns}", "separate by single tabs")


def read_row(path: Path, number: int, line: str, columns: list[str]) -> Row:
    row = Placed(zip(columns, line.split("\t"), strict=True))
    row.path, row.line = path, number
    return row


def read_text(path: Path) -> str:
    """The characters of a file of ours, without the mark that some editors put first; who saved it otherwise is told where."""
    try:
        data = path.read_bytes()
        return data.decode("utf-8").removeprefix("\ufeff")
    except OSError as trouble:
        raise BrokenKnowledge(f"{path} cannot be opened ({trouble.strerror})", "restore the file or its rights") from trouble
    except UnicodeDecodeError as trouble:
        line = data.count(b"\n", 0, trouble.start) + 1
        raise BrokenKnowledge(f"{path}:{line} is not UTF-8", "save the file as UTF-8") from trouble
