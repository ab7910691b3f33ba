"""Rows of an answer in, the same with what has become by a day of the promises that they name out."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal, NamedNode
from rdflib import URIRef

from graphbuild.graph.namespaces import GB
from graphbuild.query.answers import Term
from graphbuild.query.ledger import Ledger
from graphbuild.query.saying import CLAIM, STANDING, Row
from graphbuild.query.sentences import Shelf
from graphbuild.query.store import Store

PROMISE = "promise"


def judged(store: Store, rows: Iterable[Row], day: str) -> list[Row]:
    """A promise gives way to its standing, and to the statement that tells it."""
    ledger = Ledger(store.graph, Shelf(store.graph, Path()), day)
    return [judge(ledger, row) if PROMISE in row else row for row in rows]


def judge(ledger: Ledger, row: Row) -> Row:
    standing, told = ledger.standing(URIRef(getattr(row[PROMISE], "value", "")))
    kept: dict[str, Term] = {column: term for column, term in row.items() if column != PROMISE}
    kept[STANDING] = Literal(standing)
    if told is None:
        return kept
    node = URIRef(told.id)
    said = {"told": min(map(str, ledger.graph.objects(node, GB.statedOn)), default=""), "says": ledger.says(node)}
    return kept | {column: Literal(text) for column, text in said.items() if text} | {CLAIM + "2": NamedNode(told.id)}
