"""A lexicon file in, its rows out: `#` header lines, one line of column names, tab-separated rows."""

from pathlib import Path
from typing import TypeAlias

from graphbuild.errors import BrokenKnowledge

Row: TypeAlias = dict[str, str]


def read_table(path: Path) -> tuple[Row, ...]:
    """Rows as dicts; a row with too many or too few fields names its line."""
    lines = [(n, line) for n, line in enumerate(path.read_text("utf-8").split("\n"), 1) if line and line[0] != "#"]
    if not lines:
        raise BrokenKnowledge(f"{path} has no column names", "put one line of tab-separated names under the header")
    columns = lines[0][1].split("\t")
    return tuple(read_row(path, n, line, columns) for n, line in lines[1:])


def read_row(path: Path, number: int, line: str, columns: list[str]) -> Row:
    fields = line.split("\t")
    if len(fields) != len(columns):
        raise BrokenKnowledge(f"{path}:{number} has {len(fields)} fields, not {len(columns)}", "separate by single tabs")
    return dict(zip(columns, fields, strict=True))
