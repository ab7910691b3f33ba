"""What a query gives: columns and rows, a truth, or triples, and a notice where something is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeAlias

import pyoxigraph

Term: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple
Row: TypeAlias = tuple[Term | None, ...]
Form: TypeAlias = Literal["select", "ask", "construct"]
WHOLE = ("", "")
Solved: TypeAlias = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples


@dataclass(frozen=True, slots=True)
class Answer:
    """`notice` is empty where the answer is whole; else it says what cut it, `cause` in a word (rows bytes time memory).

    DESCRIBE is a form of "construct". `truth` is None where time ran out before there was one. `total` counts all rows or
    triples that were found, of which a part may be all that was wanted.
    """

    form: Form
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    truth: bool | None = None
    triples: tuple[pyoxigraph.Triple, ...] = ()
    notice: str = ""
    cause: str = ""
    total: int = 0

    def dicts(self) -> list[dict[str, Term]]:
        """The rows by column; what is unbound is left out."""
        return [{c: term for c, term in zip(self.columns, row, strict=True) if term is not None} for row in self.rows]


def collect(solved: Solved, form: Form, most: int | None = None) -> Answer:
    """The whole answer, or its first `most` rows or triples and a notice."""
    if isinstance(solved, pyoxigraph.QueryBoolean):
        return Answer(form, truth=bool(solved))
    select = isinstance(solved, pyoxigraph.QuerySolutions)
    columns = tuple(v.value for v in solved.variables) if isinstance(solved, pyoxigraph.QuerySolutions) else ()
    found = list(islice((tuple(item) if select else item for item in solved), None if most is None else most + 1))
    more = most is not None and len(found) > most
    return assemble(form, columns, found[:most], None, (cut_after(most or 0), "rows") if more else WHOLE)


def assemble(
    form: Form, columns: tuple[str, ...], found: Sequence[object], truth: bool | None, cut: tuple[str, str], total: int = 0
) -> Answer:
    triples = tuple(item for item in found if isinstance(item, pyoxigraph.Triple))
    rows = tuple(item for item in found if isinstance(item, tuple))
    return Answer(form, columns, rows, truth, triples, *cut, max(total, len(found)))


def cut_after(most: int) -> str:
    return f"cut after {most} rows; there are more: raise the limit or ask for less"
