"""Columns and rows in, an answer out that Python can walk, pandas can take and a notebook can show."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from typing import Any, overload

from pyoxigraph import Literal
from rdflib.namespace import XSD

from graphbuild.api import html
from graphbuild.errors import Unanswerable
from graphbuild.query.answers import Answer, Term
from graphbuild.query.formats import columns_and_rows, value

READERS: Mapping[str, Callable[[str], object]] = {
    str(XSD.integer): int, str(XSD.nonNegativeInteger): int, str(XSD.decimal): float, str(XSD.double): float,
    str(XSD.boolean): lambda word: word in ("true", "1"), str(XSD.date): date.fromisoformat,
}  # fmt: skip


@dataclass(frozen=True)
class Rows:
    """A sequence of dicts. `truth` is what an ASK gives; `notice` is empty where nothing is missing."""

    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]
    truth: bool | None = None
    notice: str = ""

    def dicts(self) -> list[dict[str, Any]]:
        """One a row; what is unbound is None."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.values]

    def frame(self) -> Any:
        """A pandas DataFrame, where pandas is installed."""
        try:
            pandas = import_module("pandas")
        except ImportError as missing:
            raise Unanswerable("pandas is not installed", "pip install pandas, or take dicts()") from missing
        return pandas.DataFrame(list(self.values), columns=list(self.columns))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.dicts())

    def __len__(self) -> int:
        return len(self.values)

    @overload
    def __getitem__(self, n: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, n: slice) -> "Rows": ...
    def __getitem__(self, n: int | slice) -> "dict[str, Any] | Rows":
        """One row; of a slice the rows, which are rows again."""
        if isinstance(n, slice):
            return replace(self, values=self.values[n])
        return dict(zip(self.columns, self.values[n], strict=True))

    def __bool__(self) -> bool:
        return bool(self.values) if self.truth is None else self.truth

    def _repr_html_(self) -> str:
        return html.table(self.columns, self.values, self.notice)


def answered(answer: Answer) -> Rows:
    columns, rows = columns_and_rows(answer)
    return Rows(tuple(columns), tuple(tuple(map(python, row)) for row in rows), answer.truth, answer.notice)


def told(columns: Sequence[str], items: Iterable[object]) -> Rows:
    """Rows of a list of things with attributes."""
    return Rows(tuple(columns), tuple(tuple(getattr(item, column) for column in columns) for item in items))


def python(term: Term | None) -> object:
    """Numbers, days and truths as Python has them; all else as the text that it is."""
    if isinstance(term, Literal) and (reader := READERS.get(term.datatype.value)):
        try:
            return reader(term.value)
        except ValueError:  # a day of the year 12000 is a day, but not Python's
            return term.value
    return None if term is None else value(term)
