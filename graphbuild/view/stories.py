"""A graph in, what a click shows out: each thing's names and notes, each edge's sentences with their ends marked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import ORG, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from graphbuild.view.marking import Piece, mark

GB = Namespace("https://w3id.org/graphbuild/ns#")
OA = Namespace("http://www.w3.org/ns/oa#")
# What a milestone and a measure say, in the order in which they are read aloud; the first is the thing spoken of.
NOTES = {
    GB.Milestone: (GB.thing, GB.status, GB.kind, GB.date),
    GB.Measure: (GB.area, GB.indicator, GB.value, GB.unit, GB.change, GB.period),
    GB.Post: (ORG.member, ORG.organization, GB.title),
}
SHOWN_ELSEWHERE = {GB.involvedIn}


@dataclass(frozen=True)
class Quote:
    """One place that says something: its words in pieces, those of the two ends marked."""

    pieces: list[Piece]
    document: str
    date: str
    rule: str
    sure: str


@dataclass(frozen=True)
class Thing:
    name: str
    names: list[str]
    kinds: list[str]


@dataclass(frozen=True)
class Said:
    """Something stated of `subject`: of another thing (an edge), or in words (a note)."""

    subject: str
    relation: str
    object: str
    words: str
    quotes: list[Quote]


class Stories:
    """Everything a page tells, read from the graph alone."""

    def __init__(self, graph: Graph, words: Mapping[str, str]) -> None:
        self.graph = graph
        self.words = words
        self.things = {str(node): self.thing(node) for node in sorted(self.nodes())}

    def nodes(self) -> set[URIRef]:
        """Whatever has a name and is no idea: also in a stranger's graph."""
        labelled = {s for label in (SKOS.prefLabel, RDFS.label) for s in self.graph.subjects(label)}
        return {s for s in labelled if isinstance(s, URIRef) and (s, RDF.type, SKOS.Concept) not in self.graph}

    def thing(self, node: Node) -> Thing:
        kinds = sorted(local(kind) for kind in self.graph.objects(node, RDF.type))
        return Thing(self.call(node), sorted(map(str, self.graph.objects(node, SKOS.altLabel))), kinds)

    def edges(self) -> Iterator[Said]:
        claims = self.claims()
        for s, p, o in sorted(self.graph, key=str):
            if str(s) in self.things and str(o) in self.things and p not in SHOWN_ELSEWHERE:
                quotes = [quote for claim in sorted(claims[s, p, o], key=str) for quote in self.quotes(claim, s, o)]
                yield Said(str(s), local(p), str(o), "", quotes)

    def notes(self) -> Iterator[Said]:
        """Posts, milestones and measures; one that names a second thing is drawn as an edge too."""
        for kind, (who, *what) in NOTES.items():
            for node in sorted(self.graph.subjects(RDF.type, kind), key=str):
                subject = self.graph.value(node, who)
                parts = [value for p in what if (value := self.graph.value(node, p)) is not None]
                other = next((value for value in parts if str(value) in self.things), None)
                words = " ".join(self.call(value) for value in parts if value != other)
                if str(subject) in self.things:
                    quotes = list(self.quotes(node, subject, other))
                    yield Said(str(subject), local(kind), str(other or ""), words, quotes)

    def claims(self) -> dict[tuple[Node | None, ...], list[Node]]:
        found = defaultdict(list)
        for claim in self.graph.subjects(RDF.subject):
            found[tuple(self.graph.value(claim, p) for p in (RDF.subject, RDF.predicate, RDF.object))].append(claim)
        return found

    def quotes(self, node: Node, subject: Node | None, object: Node | None) -> Iterator[Quote]:
        rule, sure = (", ".join(sorted(map(str, self.graph.objects(node, p)))) for p in (GB.rule, GB.confidence))
        dates = sorted(map(str, self.graph.objects(node, GB.statedOn)))
        for evidence in sorted(self.graph.objects(node, GB.evidence), key=str):
            document = self.graph.value(evidence, OA.hasSource)
            exact = self.graph.value(self.graph.value(evidence, OA.hasSelector), OA.exact)
            pieces = mark(str(exact or ""), self.names(subject), self.names(object))
            title = self.graph.value(document, DCTERMS.title) or self.graph.value(document, DCTERMS.source)
            yield Quote(pieces, str(title or ""), dates[0] if dates else "", rule, sure)

    def names(self, node: Node | None) -> list[str]:
        thing = self.things.get(str(node))
        return [thing.name, *thing.names] if thing else []

    def call(self, node: Node) -> str:
        labels = [label for p in (SKOS.prefLabel, RDFS.label) for label in sorted(map(str, self.graph.objects(node, p)))]
        return labels[0] if labels else self.words.get(local(node), local(node))


def local(node: Node) -> str:
    return str(node).replace("#", "/").rpartition("/")[2] if isinstance(node, URIRef) else str(node)
