"""A graph, its texts and a day in, the ledger of promises out, of all things or of one, everywhere or in one place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path

from rdflib import RDF, Graph
from rdflib.term import Node

from graphbuild.graph.namespaces import GB
from graphbuild.query.ledger import Ledger, Row
from graphbuild.query.names import Names
from graphbuild.query.places import parts_of, places_in
from graphbuild.query.sentences import Shelf
from graphbuild.query.steps import KINDS, newest
from graphbuild.resolve.standing import RANKS, STANDINGS

__all__ = ["COLUMNS", "Row", "promises"]

COLUMNS = tuple(field.name for field in fields(Row))


def promises(graph: Graph, texts: Path, thing: str = "", place: str = "", day: str = "") -> list[Row]:
    """The promises made by that day (the newest document's where none is given), of a thing and its parts, or in a place;
    what went wrong for certain first."""
    names, ledger = Names(graph), Ledger(graph, Shelf(graph, texts), day or newest(graph))
    things = parts_of(graph, names.find(thing)) if thing else None
    places = places_in(graph, names.find(place)) if place else None
    rows = joined(row for node in wanted(graph, things, places) for row in ledger.rows(node))
    return sorted(rows, key=lambda row: STANDINGS.index(row.status))


def wanted(graph: Graph, things: set[Node] | None, places: set[Node] | None) -> set[Node]:
    """The promises about one of the things, and made in one of the places or about what lies there."""
    narrowed = [about(graph, things)] if things is not None else []
    if places is not None:
        narrowed.append(about(graph, places) | {made for place in places for made in graph.subjects(GB.promisedIn, place)})
    return set.intersection(*narrowed) if narrowed else set(graph.subjects(RDF.type, GB.Promise))


def about(graph: Graph, nodes: Iterable[Node]) -> set[Node]:
    planned = {step for node in nodes for predicate in (GB.thing, GB.area) for step in graph.subjects(predicate, node)}
    return {promise for step in planned for promise in graph.subjects(GB.promises, step)}


def joined(rows: Iterable[Row]) -> list[Row]:
    """建成开放 promises two steps in one breath: one row, as long as the same became of both."""
    found: dict[Row, list[Row]] = defaultdict(list)
    for row in sorted(rows):
        steps = row.step in KINDS.values()
        found[replace(row, step="", promise="", answer_says="") if steps else row].append(row)
    return sorted(together(same) for same in found.values())


def together(rows: Sequence[Row]) -> Row:
    """The steps in their order, the promise of the furthest."""
    ordered = sorted(rows, key=lambda row: RANKS.get(row.step, 0))
    return replace(ordered[-1], step=", ".join(row.step for row in ordered))
