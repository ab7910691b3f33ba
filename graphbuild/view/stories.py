"""A graph in, what a view tells out: things, what is said of them, and the sentences that say it."""

from collections import defaultdict
from collections.abc import Iterator

from rdflib import ORG, RDF, SKOS, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from graphbuild.view.index import GB, OA, PROV, Index, Triples, local
from graphbuild.view.marking import mark
from graphbuild.view.told import Quote, Said, Source, Thing

# What a post, a milestone, a sum and a measure say, in the order in which they are read aloud; the first is spoken of.
NOTES = {
    GB.Post: (ORG.member, ORG.organization, GB.title),
    GB.Milestone: (GB.thing, GB.status, GB.kind, GB.date),
    GB.Investment: (GB.investedIn, GB.value, GB.unit),
    GB.Measure: (GB.area, GB.indicator, GB.value, GB.unit, GB.change, GB.period, GB.status),
}
NOT_DRAWN = {GB.involvedIn, RDF.type}
# A namespace makes its terms anew each time it is asked.
STATED, MADE_FROM, MADE_BY, SURE, EVIDENCE = GB.statedOn, PROV.wasDerivedFrom, GB.rule, GB.confidence, GB.evidence
SOURCE, SELECTOR, WORDS, PLACE = OA.hasSource, OA.hasSelector, (OA.exact, OA.prefix, OA.suffix), (OA.start, OA.end)
ENDS = (RDF.subject, RDF.predicate, RDF.object)
ABOUT = (DCTERMS.title, DCTERMS.issued, DCTERMS.publisher, DCTERMS.source)


class Stories:
    """Everything a view tells, read from the graph alone."""

    def __init__(self, graph: Triples) -> None:
        self.index = Index(graph)
        self.things = {str(node): self.thing(node) for node in self.index.things()}
        self.sources: dict[Node | None, Source] = {}
        self.days = dict(self.own_days())

    def own_days(self) -> Iterator[tuple[Node, str]]:
        """All statements of one document were made on one day: whoever states one thing alone tells which."""
        for told in self.index.said.values():
            if len(told.get(STATED, ())) == len(told.get(MADE_FROM, ())) == 1:
                yield told[MADE_FROM][0], str(told[STATED][0])

    def thing(self, node: URIRef) -> Thing:
        kinds = sorted(local(kind) for kind in self.index.all(node, RDF.type))
        names = tuple(self.index.texts(node, SKOS.altLabel))
        return Thing(str(node), self.index.call(node), names, tuple(kinds), self.index.text(node, SKOS.notation))

    def said(self) -> list[Said]:
        return [*self.edges(), *self.notes()]

    def edges(self) -> Iterator[Said]:
        claims = self.claims()
        for s in self.things:
            for p, objects in sorted(self.index.said[URIRef(s)].items()):
                for o in (o for o in objects if p not in NOT_DRAWN and str(o) in self.things):
                    quotes = [
                        quote
                        for claim in claims.get((s, str(p), str(o)), ())
                        for quote in self.quotes(claim, s, str(o))
                    ]
                    yield Said(s, local(p), str(o), (), tuple(quotes))

    def notes(self) -> Iterator[Said]:
        """Posts, milestones and measures; one that names a second thing is drawn as an edge too."""
        for kind, (who, *what) in NOTES.items():
            for node in self.index.of(kind):
                subject = self.index.text(node, who)
                parts = [(local(p), value) for p in what if (value := self.index.one(node, p)) is not None]
                other = next((str(value) for _, value in parts if str(value) in self.things), "")
                kept = tuple((p, value) for p, value in parts if str(value) != other)
                if subject in self.things:
                    yield Said(subject, local(kind), other, kept, tuple(self.quotes(node, subject, other)), str(node))

    def claims(self) -> dict[tuple[str, str, str], list[Node]]:
        found = defaultdict(list)
        for claim in self.index.of(GB.Claim) or self.index.of(RDF.Statement):
            found[self.spo(claim)].append(claim)
        return found

    def spo(self, claim: Node) -> tuple[str, str, str]:
        subject, predicate, object = (self.index.text(claim, end) for end in ENDS)
        return subject, predicate, object

    def quotes(self, node: Node, subject: str, object: str) -> Iterator[Quote]:
        """Where several documents state one thing, each quotation has the date of its own document."""
        dates = self.index.texts(node, STATED)
        rule, sure = ", ".join(self.index.texts(node, MADE_BY)), float(self.index.text(node, SURE) or 0)
        for evidence in self.index.all(node, EVIDENCE):
            document = self.index.one(evidence, SOURCE)
            source = self.source(document)
            selector = self.index.one(evidence, SELECTOR)
            exact, before, after = (self.index.text(selector, p) for p in WORDS)
            start, end = (int(self.index.text(selector, p) or 0) for p in PLACE)
            pieces = tuple(mark(exact, self.names(subject), self.names(object)))
            date = dates[0] if len(dates) == 1 else self.days.get(document, source.date) if document else ""
            yield Quote(
                str(node), str(evidence), str(selector), pieces, before, after, start, end, source, date, rule, sure
            )

    def source(self, node: Node | None) -> Source:
        if node not in self.sources:
            title, date, publisher, file = (self.index.text(node, p) for p in ABOUT)
            self.sources[node] = Source(str(node or ""), title or file, date, publisher, file)
        return self.sources[node]

    def names(self, iri: str) -> tuple[str, ...]:
        thing = self.things.get(iri)
        return (thing.name, *thing.names) if thing else ()


__all__ = ["GB", "NOTES", "OA", "PROV", "Quote", "Said", "Source", "Stories", "Thing"]
