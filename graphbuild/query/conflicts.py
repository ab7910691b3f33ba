"""A graph and its texts in, the contradictions between texts out: values that cannot both be true, side by side."""

from dataclasses import dataclass, fields
from pathlib import Path

from rdflib import Graph

from graphbuild.query.contradictions import dates, figures, new_plans, steps_back
from graphbuild.query.quoted import plain, where
from graphbuild.query.rivals import builders, places, seats
from graphbuild.query.sentences import Shelf

LOOKS = (dates, new_plans, steps_back, figures, builders, places, seats)


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One side of a contradiction; the sides of one share its number."""

    conflict: int
    kind: str
    about: str
    what: str
    value: str
    said: str
    sentence: str
    file: str


COLUMNS = tuple(field.name for field in fields(Row))


def conflicts(graph: Graph, texts: Path) -> list[Row]:
    """Every contradiction, sorted by what it is about, its sides by when they were said."""
    shelf = Shelf(graph, texts)
    found = sorted({found for look in LOOKS for found in look(graph)})
    rows = []
    for number, (kind, about, what, sides) in enumerate(found, 1):
        told = [(s, value) for node, value in sides for s in shelf.sentences(node)]
        for said, value in sorted(told, key=lambda row: (row[0].date, row[1], row[0].file, row[0].start)):
            rows.append(Row(number, kind, about, what, value, said.date, plain(said.whole), where(said)))
    return rows
