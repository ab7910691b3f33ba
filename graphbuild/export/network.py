"""A file of RDF in, a property graph out: nodes with properties, and edges that carry the sentences behind them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from rdflib.namespace import RDF

from graphbuild.export.evidence import EVIDENCE, Evidence, Said, Value
from graphbuild.export.naming import column, local, safe, value
from graphbuild.export.ntriples import blocks, lines
from graphbuild.export.sorting import Again
from graphbuild.export.triples import Object

TYPE = str(RDF.type)
LABELS = "name", "label", "title", "source", "kind"  # what a node is called by, the first that it has


@dataclass(frozen=True, slots=True)
class Node:
    iri: str
    name: str
    kinds: tuple[str, ...]
    said: Said


@dataclass(frozen=True, slots=True)
class Edge:
    source: str
    target: str
    relation: str
    said: Said


class Network:
    """Claims and their evidence are folded into what they state; whatever else has an IRI and is spoken of is a node."""

    def __init__(self, path: Path) -> None:
        self.lines = Again(lines(path))
        self.evidence = Evidence(path)
        self.relations: dict[str, str] = {}  # predicate by name

    def nodes(self) -> Iterator[Node]:
        for iri, said in blocks(self.lines):
            if iri in self.evidence.nodes:
                yield self.node(iri, said)

    def edges(self) -> Iterator[Edge]:
        for iri, said in blocks(self.lines):
            for predicate, object in said if iri in self.evidence.nodes else ():
                if self.leads(predicate, object):
                    behind = self.evidence.behind((iri, predicate, object.value))
                    yield Edge(iri, object.value, self.relation(predicate), behind)

    def relation(self, predicate: str) -> str:
        """Two vocabularies may have one word: the second gets a `_`, always the same one, for lines come sorted."""
        name = safe(local(predicate))
        while self.relations.setdefault(name, predicate) != predicate:
            name += "_"
        return name

    def leads(self, predicate: str, object: Object) -> bool:
        return isinstance(object, ox.NamedNode) and predicate != TYPE and object.value in self.evidence.nodes

    def node(self, iri: str, said: list[tuple[str, Object]]) -> Node:
        told: dict[str, list[Value]] = defaultdict(list)
        kinds = sorted({safe(local(object.value)) for predicate, object in said if predicate == TYPE})
        for predicate, object in said:
            if predicate not in (TYPE, EVIDENCE) and not self.leads(predicate, object):
                told[column(predicate)].append(value(object))
        label = next((str(told[name][0]) for name in LABELS if told.get(name)), figure(told) or local(iri))
        told["names"] += told.pop("name", [])[1:]
        kept = {name: tuple(values) for name, values in told.items() if values}
        return Node(iri, label, tuple(kinds), {**kept, **self.evidence.words(iri)})


def figure(told: dict[str, list[Value]]) -> str:
    """What a measure is called: its number and unit."""
    words = (word for name in ("value", "unit") for word in told.get(name, ())[:1])
    return "".join(f"{word:g}" if isinstance(word, float) else word for word in words)
