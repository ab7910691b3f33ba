"""An answer to a named question in, the same with a label in each column of names that stands for a term of the ontology out."""

from collections.abc import Mapping
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from graphbuild.graph.namespaces import GB
from graphbuild.knowledge import home
from graphbuild.query.answers import Answer, Row, Term
from graphbuild.query.saying import NAME, label


def labelled(answer: Answer) -> Answer:
    """A graph names its things; what its relations, kinds and standings are called stands in the ontology."""
    places = {column: n for n, column in enumerate(answer.columns)}
    columns = {n: places[column + NAME] for column, n in places.items() if column + NAME in places}
    return replace(answer, rows=tuple(filled(row, columns) for row in answer.rows)) if columns else answer


def filled(row: Row, columns: Mapping[int, int]) -> Row:
    labels = {at: named(row[n]) for n, at in columns.items() if row[at] is None}
    return tuple(labels.get(at, term) if term is None else term for at, term in enumerate(row))


def named(term: Term | None) -> Literal | None:
    if not (isinstance(term, NamedNode) and term.value.startswith(str(GB))):
        return None
    return Literal(label(home("ontology"), term.value, "zh"), language="zh")
