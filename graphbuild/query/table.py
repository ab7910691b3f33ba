"""An answer in, aligned columns for a reader out, with short IRIs and nothing that a terminal would obey."""

import unicodedata
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from graphbuild.query.answers import Answer, Term
from graphbuild.query.formats import columns_and_rows, value


def to_table(answer: Answer, prefixes: Mapping[str, str]) -> str:
    """Aligned columns; a Chinese character is two columns wide."""
    if answer.form == "ask":
        return f"{'unknown' if answer.truth is None else 'yes' if answer.truth else 'no'}\n"
    columns, rows = columns_and_rows(answer)
    cells = [list(columns), *([shown(term, prefixes) for term in row] for row in rows)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    rule = ["-" * each for each in widths]
    return "".join(line(row, widths) + "\n" for row in (cells[0], rule, *cells[1:])) if columns else f"{len(rows)} rows\n"


def line(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True)).rstrip()


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def shown(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """On one line, IRIs with their prefix; a sign of the terminal inside a text does nothing."""
    text = short(term.value, prefixes) if isinstance(term, NamedNode) else value(term)
    return "".join(c if c.isprintable() else " " for c in text)


def short(iri: str, prefixes: Mapping[str, str]) -> str:
    fitting = [(len(space), name) for name, space in prefixes.items() if space and iri.startswith(space)]
    if not fitting:
        return iri
    length, name = max(fitting)
    return f"{name}:{iri[length:]}"
