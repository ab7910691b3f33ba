"""A stated node of a graph in, the sentences that state it out, with file, offsets, date, rule and confidence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rdflib import RDF, Graph, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from graphbuild.graph.namespaces import GB, OA, ORG
from graphbuild.query.names import call

ENDS = "\n。！？"
# What a post, a milestone, a sum and a measure say, in the order in which they are read aloud.
FORMS = (
    ("holds", ORG.member, (ORG.organization, GB.title)),
    ("milestone", GB.thing, (GB.status, GB.kind, GB.date)),
    ("investment", GB.investedIn, (GB.value, GB.unit)),
    ("measure", GB.area, (GB.indicator, GB.value, GB.unit, GB.change, GB.period)),
)


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """One place that says one thing; `start` and `end` are code points of the text as read, kept in `text`."""

    subject: str
    relation: str
    object: str
    date: str
    file: str
    start: int
    end: int
    quote: str
    whole: str
    title: str
    rule: str
    confidence: float
    text: str


@dataclass(frozen=True)
class Shelf:
    """A graph and the texts it came from; each text is opened once."""

    graph: Graph
    texts: Path
    opened: dict[str, str] = field(default_factory=dict)

    def sentences(self, node: Node) -> Iterator[Sentence]:
        """One a piece of evidence; none for a node that states nothing."""
        rule = ", ".join(sorted(map(str, self.graph.objects(node, GB.rule))))
        sure = float(self.word(node, GB.confidence) or 0)
        for evidence in self.graph.objects(node, GB.evidence):
            document = self.graph.value(evidence, OA.hasSource)
            selector = self.graph.value(evidence, OA.hasSelector)
            start, end = (int(self.word(selector, p) or 0) for p in (OA.start, OA.end))
            quote, path = self.word(selector, OA.exact), self.word(document, GB.text)
            text = self.read(path)
            # A graph may come without its texts, or with others: then the quotation alone is certain.
            whole = sentence(text, start, end) if text[start:end] == quote else quote
            file, title = self.word(document, DCTERMS.source), self.word(document, DCTERMS.title)
            date = self.date(node, document)
            yield Sentence(*self.said(node), date, file, start, end, quote, whole, title, rule, sure, path)

    def said(self, node: Node) -> tuple[str, str, str]:
        """What a node states, in words."""
        if relation := self.name(node, RDF.predicate):
            return self.name(node, RDF.subject), relation, self.name(node, RDF.object)
        for form, who, what in FORMS:
            if subject := self.name(node, who):
                return subject, form, " ".join(filter(None, (self.name(node, p) for p in what)))
        return call(self.graph, node), "", ""

    def date(self, node: Node, document: Node | None) -> str:
        """The statement's date; where several documents state one thing, the date of this document."""
        dates = sorted(map(str, self.graph.objects(node, GB.statedOn)))
        return dates[0] if len(dates) == 1 else self.word(document, DCTERMS.issued)

    def name(self, node: Node, predicate: URIRef) -> str:
        found = self.graph.value(node, predicate)
        return "" if found is None else call(self.graph, found)

    def word(self, node: Node | None, predicate: URIRef) -> str:
        return "" if node is None else str(next(self.graph.objects(node, predicate), ""))

    def read(self, path: str) -> str:
        """The text as read, its line ends kept; nothing where it is not there."""
        if path not in self.opened:
            try:
                self.opened[path] = (self.texts / Path(path).name).read_bytes().decode("utf-8")
            except (OSError, UnicodeDecodeError):
                self.opened[path] = ""
        return self.opened[path]


def sentence(text: str, start: int, end: int) -> str:
    """The whole sentence or sentences around a place."""
    first = max(text.rfind(mark, 0, start) for mark in ENDS) + 1
    last = min((at + 1 for mark in ENDS if (at := text.find(mark, max(end - 1, 0))) >= 0), default=len(text))
    return text[first:last].strip()
