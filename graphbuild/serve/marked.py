"""A document in, its text out in pieces: what each statement rests on is marked, and what is said there is listed beside it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rdflib.namespace import ORG, RDF

from graphbuild.graph.namespaces import GB, OA
from graphbuild.serve.catalog import Catalog
from graphbuild.serve.evidence import Reader, Told, number, one
from graphbuild.serve.facts import NOTE_KINDS, local_of

MOST_TEXT = 400_000  # characters on one page


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement and the place that it rests on; `ends` are IRIs of things, `parts` its other words."""

    subject: str
    relation: str
    object: str
    parts: tuple[str, ...]
    start: int
    end: int
    rules: tuple[str, ...]
    sure: float

    @property
    def anchor(self) -> str:
        return f"p{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Piece:
    """`begin` are the places that begin here; `over` the first statement that the words are part of, -1 for none."""

    text: str
    begin: tuple[str, ...] = ()
    over: int = -1


@dataclass(frozen=True, eq=False)
class Marker:
    reader: Reader
    catalog: Catalog

    def statements(self, document: str) -> list[Stated]:
        """In the order of the text."""
        found = []
        for evidence in self.reader.subjects(OA.hasSource, document):
            selector = self.reader.told(one(self.reader.told(evidence), OA.hasSelector))
            start, end = number(one(selector, OA.start)), number(one(selector, OA.end))
            nodes = self.reader.subjects(GB.evidence, evidence)
            found += [self.stated(self.reader.told(node), start, end) for node in nodes]
        return sorted(found, key=lambda s: (s.start, s.end, s.relation, s.subject, s.object, s.parts))

    def stated(self, told: Told, start: int, end: int) -> Stated:
        rules, sure = told.get(str(GB.rule), ()), float(one(told, GB.confidence) or 0)
        if relation := one(told, RDF.predicate):
            ends = one(told, RDF.subject), local_of(relation), one(told, RDF.object)
            return Stated(*ends, (), start, end, rules, sure)
        kind = next((name for name in NOTE_KINDS if str(GB[name]) in told.get(str(RDF.type), ())), "")
        who, *what = NOTE_KINDS.get(kind, (str(ORG.member),))
        values = [value for predicate in what for value in told.get(predicate, ())[:1]]
        other = next((value for value in values if value in self.catalog.entries), "")
        return Stated(one(told, who), kind, other, tuple(v for v in values if v != other), start, end, rules, sure)


def pieces(text: str, said: Sequence[Stated], first: int = 0) -> Iterator[list[Piece]]:
    """The text, which begins at `first`, by lines, cut wherever a marked place begins or ends."""
    begins: dict[int, list[str]] = defaultdict(list)
    for each in said:
        if each.anchor not in begins[each.start]:
            begins[each.start].append(each.anchor)
    last = first + len(text)
    cuts = sorted({first, last, *(c for s in said for c in (s.start, s.end) if first < c < last)})
    line: list[Piece] = []
    running: list[int] = []
    waiting = list(range(len(said)))
    for start, end in pairwise(cuts):
        while waiting and said[waiting[0]].start <= start:
            running.append(waiting.pop(0))
        running = [n for n in running if said[n].end > start]
        over = running[0] if running else -1
        for n, part in enumerate(text[start - first : end - first].split("\n")):
            if n:
                yield line
                line = []
            line.append(Piece(part, tuple(begins.get(start, ())) if not n else (), over))
    yield line
