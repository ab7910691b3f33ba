"""A file of RDF in, the documents that say each of its triples out."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from rdflib.namespace import RDF

from graphbuild.export.triples import Triple, read
from graphbuild.graph.namespaces import GB, OA, PROV

DERIVED, SOURCE, EVIDENCE, SELECTOR = map(str, (PROV.wasDerivedFrom, OA.hasSource, GB.evidence, OA.hasSelector))
PARTS = [str(RDF.subject), str(RDF.predicate), str(RDF.object)]
DOCUMENT = str(GB.Document)


class Homes:
    """In memory an entry a claim, a piece of evidence and an edge; the rest of the graph passes by."""

    def __init__(self, path: Path) -> None:
        self.told: dict[str, set[str]] = defaultdict(set)  # by the node that a document states or is
        self.edges: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.claims: dict[str, dict[str, str]] = defaultdict(dict)
        selected = [pair for triple in read(path) if (pair := self.note(triple))]
        for selector, evidence in selected:
            self.told[selector] |= self.told[evidence]
        for claim, parts in self.claims.items():
            self.edges[tuple(parts.get(part, "") for part in PARTS)] |= self.told[claim]

    def note(self, triple: Triple) -> tuple[str, str] | None:
        subject, predicate, object = (term.value for term in triple)
        if predicate in (DERIVED, SOURCE):
            self.told[subject].add(object)
        elif predicate in PARTS:
            self.claims[subject][predicate] = object
        elif object == DOCUMENT:
            self.told[subject].add(subject)
        return (object, subject) if predicate == SELECTOR else None

    def of(self, triple: Triple) -> Iterable[str]:
        """The graphs that a triple stands in; "" is the default graph."""
        subject, predicate, object = (term.value for term in triple)
        homes = self.told.get(subject) or self.edges.get((subject, predicate, object)) or {""}
        if predicate == DERIVED:
            return [object]
        return homes & self.told.get(object, homes) or homes if predicate == EVIDENCE else homes
