"""A thing in, what is said of it out: groups of facts, each with its day and its sentences, as many as a page can hold."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pyoxigraph import NamedNode
from rdflib import Namespace
from rdflib.namespace import RDF

from graphbuild.graph.namespaces import GB, OA
from graphbuild.serve.catalog import Catalog
from graphbuild.serve.evidence import Document, Reader, Sentence, Told, number, one
from graphbuild.view.index import local
from graphbuild.view.stories import NOTES
from graphbuild.view.words import inverses

NOTE_KINDS = {local(kind): tuple(map(str, parts)) for kind, parts in NOTES.items()}
# By which of its own ends a note is about a thing: 〈group, predicate〉; `~` leads from the other end.
NOTE_ENDS = (
    ("Post", "http://www.w3.org/ns/org#member"), ("~Post", "http://www.w3.org/ns/org#organization"),
    ("~office", str(GB.office)), ("Milestone", str(GB.thing)), ("Investment", str(GB.investedIn)),
    ("Measure", str(GB.area)),
)  # fmt: skip
BACK = "~"
DIFFERS = str(GB.differsFrom)
REMEMBERED = 256
SENTENCES = 12  # of one fact on one page
FRONT = Namespace(str(GB))


@dataclass(frozen=True, slots=True)
class Fact:
    """`other` is the thing at the other end, `parts` what a post, milestone or figure says; `more` counts sentences left out.

    `differing` are statements of other texts that give the same step another day, or the same figure another number.
    """

    relation: str
    other: str
    parts: tuple[str, ...]
    day: str
    sentences: tuple[Sentence, ...]
    rules: tuple[str, ...]
    sure: float
    more: int = 0
    differing: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one relation: those shown, and how many there are."""

    key: str
    facts: tuple[Fact, ...]
    total: int
    page: int = 0


@dataclass(frozen=True, eq=False)
class Teller:
    """`groups` is `grouped`, remembered for the things last asked for."""

    reader: Reader
    catalog: Catalog
    groups: Callable[[str], Mapping[str, Sequence[str]]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "groups", lru_cache(REMEMBERED)(self.grouped))

    def grouped(self, iri: str) -> dict[str, list[str]]:
        """What stands under each heading: other things for relations, statements for posts, milestones and figures."""
        found: dict[str, list[str]] = {}
        for key, predicate in NOTE_ENDS:
            if nodes := self.latest(predicate, iri):
                found[key] = nodes
        known = self.catalog.entries
        for predicate in self.catalog.relations:
            name = local_of(predicate)
            for key, ends in ((name, (iri, predicate, None)), (back(name), (None, predicate, iri))):
                others = [o if ends[0] else s for s, _, o in self.reader.triples(*ends)]
                if others := [other for other in others if other in known]:
                    found.setdefault(key, []).extend(others)
        said = {key: nodes if key in NOTE_GROUPS else self.ranked(nodes) for key, nodes in found.items()}
        return dict(sorted(said.items(), key=lambda item: (ORDER.get(item[0], len(ORDER)), -len(item[1]), item[0])))

    def ranked(self, iris: Iterable[str]) -> list[str]:
        return sorted(set(iris), key=lambda iri: (-self.catalog.entries[iri].said, self.catalog.call(iri), iri))

    def latest(self, predicate: str, iri: str) -> list[str]:
        """The notes that name it, newest first; the engine joins them with their days, since a city has thousands."""
        days: dict[str, str] = {}
        asked = f"SELECT ?note ?day {{ ?note <{predicate}> {NamedNode(iri)} . OPTIONAL {{ ?note <{GB.statedOn}> ?day }} }}"
        for note, day in self.reader.engine.query(asked):  # type: ignore[union-attr]
            if isinstance(note, NamedNode):
                days[note.value] = max(days.get(note.value, ""), getattr(day, "value", ""))
        return sorted(sorted(days), key=days.__getitem__, reverse=True)

    def group(self, iri: str, key: str, found: Sequence[str], page: int, size: int) -> Group:
        shown = found[page * size : (page + 1) * size]
        tell = self.note if key in NOTE_GROUPS else self.edge
        return Group(key, tuple(tell(iri, key, each) for each in shown), len(found), page)

    def note(self, iri: str, key: str, node: str) -> Fact:
        told = self.reader.told(node)
        kind = next((name for name in NOTE_KINDS if str(FRONT[name]) in told.get(str(RDF.type), ())), "")
        who, *what = NOTE_KINDS.get(kind, ("",))
        values = [value for predicate in what for value in told.get(predicate, ())[:1]]
        ends = [value for value in (*told.get(who, ()), *values) if value in self.catalog.entries and value != iri]
        parts = tuple(value for value in values if value not in self.catalog.entries)
        found = self.fact(key, ends[0] if ends else "", parts, [told], iri)
        return replace(found, differing=tuple(self.differing(told, what, values)))

    def differing(self, told: Told, what: Iterable[str], values: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What the others say that this one does not."""
        for node in sorted(told.get(DIFFERS, ()))[:SENTENCES]:
            other = self.reader.told(node)
            yield node, tuple(v for predicate in what for v in other.get(predicate, ())[:1] if v not in values)

    def edge(self, iri: str, key: str, other: str) -> Fact:
        """The relation's statements are looked for at the end of which less is said."""
        name = key.removeprefix(BACK)
        subject, object = (other, iri) if key.startswith(BACK) else (iri, other)
        told = self.claims(subject, name, object)
        if inverses().get(name) == name:
            told += self.claims(object, name, subject)
        return self.fact(key, other, (), told, iri)

    def claims(self, subject: str, name: str, object: str) -> list[Told]:
        entries = self.catalog.entries
        fewer = subject not in entries or object in entries and entries[subject].said > entries[object].said
        near, far = (RDF.object, RDF.subject) if fewer else (RDF.subject, RDF.object)
        here, there = (object, subject) if fewer else (subject, object)
        told = (self.reader.told(note) for note in self.reader.meeting(near, here, far, there))
        return [claim for claim in told if local_of(one(claim, RDF.predicate)) == name]

    def fact(self, key: str, other: str, parts: tuple[str, ...], told: Sequence[Told], iri: str) -> Fact:
        here, there = self.names(iri), self.names(other)
        places = {place(*found): found for each in told for found in self.reader.places(each)}
        shown = tuple(self.reader.sentence(*places[at], here, there) for at in sorted(places)[:SENTENCES])
        days = sorted(day for each in told for day in each.get(str(GB.statedOn), ()))
        rules = tuple(sorted({rule for each in told for rule in each.get(str(GB.rule), ())}))
        sure = max((float(one(each, GB.confidence) or 0) for each in told), default=0.0)
        span = " – ".join(dict.fromkeys((days[0], days[-1]))) if days else ""
        return Fact(key, other, parts, span, shown, rules, sure, len(places) - len(shown))

    def names(self, iri: str) -> tuple[str, ...]:
        entry = self.catalog.entries.get(iri)
        return (entry.name, *entry.names) if entry else ()


NOTE_GROUPS = frozenset(key for key, _ in NOTE_ENDS)
ORDER = {"Post": 0, "~office": 1, "~Post": 2, "Milestone": 3, "Investment": 4}


def place(document: Document, selector: Told) -> tuple[str, str, int, int]:
    """By day, document and place in it; only of those that are shown is the sentence cut out."""
    return document.date, document.iri, number(one(selector, OA.start)), number(one(selector, OA.end))


def local_of(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


def back(name: str) -> str:
    """A relation that reads the same from both ends is one group."""
    return name if inverses().get(name) == name else BACK + name
