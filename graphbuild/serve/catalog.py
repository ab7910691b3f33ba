"""A store in, everything in it that has a name out: what it is called, what it is, where it lies, how much is said of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pyoxigraph
from pyoxigraph import Literal, NamedNode
from rdflib.namespace import ORG, RDF, RDFS, SKOS

from graphbuild.graph.namespaces import GB
from graphbuild.text.squash import squash
from graphbuild.view.data import spell
from graphbuild.view.style import style

TYPE = NamedNode(str(RDF.type))
LABELS = (str(SKOS.prefLabel), str(RDFS.label))
ENDS = tuple(map(str, (RDF.subject, RDF.object, ORG.member, ORG.organization, GB.thing, GB.investedIn, GB.area, GB.office)))
OTHER = NamedNode(str(SKOS.altLabel))
NO_THINGS = (str(SKOS.Concept), str(GB.Document))
NO_RELATIONS = frozenset({str(RDF.type), str(GB.involvedIn)})
SPELLED = 20_000  # names that are also found by how they are typed; spelling all of a country takes seconds


@dataclass(frozen=True, slots=True)
class Entry:
    """`kinds` are local names, the most telling first; `said` counts statements."""

    iri: str
    name: str
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    said: int = 0

    @property
    def kind(self) -> str:
        return self.kinds[0] if self.kinds else ""

    @property
    def apart(self) -> str:
        """The place that its identifier ends in: what tells it from others of its name."""
        name, _, place = self.iri.rpartition("/")[2].rpartition(".")
        return place if name and not place.isascii() else ""


@dataclass(frozen=True, eq=False)
class Catalog:
    entries: Mapping[str, Entry]
    within: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what lies directly in a place
    holds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the parts of a whole
    relations: tuple[str, ...] = ()  # predicates that lead from one thing to another

    @cached_property
    def ranked(self) -> tuple[Entry, ...]:
        """Those of which most is said first."""
        return tuple(sorted(self.entries.values(), key=lambda entry: (-entry.said, entry.name, entry.iri)))

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.ranked:
            for kind in entry.kinds:
                found[kind].append(entry)
        order = {kind: n for n, kind in enumerate(style().classes)}
        return {kind: tuple(found[kind]) for kind in sorted(found, key=lambda kind: (order.get(kind, len(order)), kind))}

    @cached_property
    def places(self) -> tuple[Entry, ...]:
        """Places in which something lies, the fullest first."""
        known = [(len(inside), self.entries[iri]) for iri, inside in self.within.items() if iri in self.entries]
        return tuple(entry for _, entry in sorted(known, key=lambda pair: (-pair[0], pair[1].name, pair[1].iri)))

    def inside(self, place: str) -> set[str]:
        """All that lies in it, and in what lies in it."""
        return reached(place, self.within)

    def parts(self, thing: str) -> set[str]:
        return reached(thing, self.holds)

    def call(self, iri: str) -> str:
        entry = self.entries.get(iri)
        return entry.name if entry else iri.replace("#", "/").rpartition("/")[2]

    def find(self, text: str, most: int) -> tuple[list[Entry], int]:
        """The names that are it, begin with it, hold it, are typed so; and how many there are in all."""
        wanted = fold(text)
        if not wanted:
            return [], 0
        ranks: dict[str, int] = {}
        for name, iri in self.folded:
            if wanted in name:
                rank = 0 if name == wanted else 1 if name.startswith(wanted) else 2
                ranks[iri] = min(rank, ranks.get(iri, 3))
        if wanted.isascii():
            ranks.update((iri, 2) for spelled, iri in self.spelled if wanted in spelled and iri not in ranks)
        best = sorted(ranks, key=lambda iri: (ranks[iri], -self.entries[iri].said, self.entries[iri].name, iri))
        return [self.entries[iri] for iri in best[:most]], len(best)

    @cached_property
    def alone(self) -> Mapping[str, str]:
        """Of each name that one thing alone is called by, that thing."""
        found = {entry.name: entry.iri for entry in self.ranked}
        several = Counter(entry.name for entry in self.ranked)
        return {name: iri for name, iri in found.items() if several[name] == 1}

    @cached_property
    def folded(self) -> list[tuple[str, str]]:
        return [(fold(name), entry.iri) for entry in self.ranked for name in (entry.name, *entry.names)]

    @cached_property
    def spelled(self) -> list[tuple[str, str]]:
        return [(spell((entry.name, *entry.names)), entry.iri) for entry in self.ranked[:SPELLED]]


def reached(start: str, steps: Mapping[str, tuple[str, ...]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        new = set(steps.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


def fold(text: str) -> str:
    return squash(text).lower()


def catalog(engine: pyoxigraph.Store) -> Catalog:
    names = labels(engine)
    for quad in (quad for kind in NO_THINGS for quad in engine.quads_for_pattern(None, TYPE, NamedNode(kind))):
        names.pop(getattr(quad.subject, "value", ""), None)
    said = Counter(end for predicate in ENDS for end in objects(engine, predicate))
    relations: set[str] = set()
    entries = {iri: entry(engine, iri, names, said[iri], relations) for iri in names}
    within, holds = (upside_down(engine, predicate, entries) for predicate in (GB.locatedIn, GB.partOf))
    return Catalog(entries, within, holds, tuple(sorted(relations - NO_RELATIONS)))


def entry(engine: pyoxigraph.Store, iri: str, names: Mapping[str, str], said: int, relations: set[str]) -> Entry:
    """All that the graph says of it is read once; `relations` gains whatever leads to another thing, in anybody's words."""
    kinds, other = set(), set()
    for quad in engine.quads_for_pattern(NamedNode(iri), None, None):
        end = getattr(quad.object, "value", "")
        if quad.predicate == TYPE:
            kinds.add(end)
        elif quad.predicate == OTHER and isinstance(quad.object, Literal):
            other.add(end)
        elif end in names:
            relations.add(quad.predicate.value)
    return Entry(iri, names[iri], tuple(sorted(other)), telling(kinds), said)


def upside_down(engine: pyoxigraph.Store, predicate: object, entries: Mapping[str, Entry]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for quad in quads(engine, str(predicate)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode) and quad.subject.value in entries:
            found[quad.object.value].add(quad.subject.value)
    return {whole: tuple(sorted(parts)) for whole, parts in found.items()}


def telling(kinds: Iterable[str]) -> tuple[str, ...]:
    """Local names; of our classes the most telling ones first."""
    order = {kind: n for n, kind in enumerate(style().classes)}
    local = {kind.replace("#", "/").rpartition("/")[2] for kind in kinds}
    return tuple(sorted(local, key=lambda kind: (order.get(kind, len(order)), kind)))


def labels(engine: pyoxigraph.Store) -> dict[str, str]:
    """What each is called, by the first of its names where it has several."""
    found: dict[str, str] = {}
    for quad in (quad for predicate in LABELS for quad in quads(engine, predicate)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            found[quad.subject.value] = min(quad.object.value, found.get(quad.subject.value, quad.object.value))
    return found


def objects(engine: pyoxigraph.Store, predicate: str) -> Iterator[str]:
    return (getattr(quad.object, "value", "") for quad in quads(engine, predicate))


def quads(engine: pyoxigraph.Store, predicate: str) -> Iterator[pyoxigraph.Quad]:
    return iter(engine.quads_for_pattern(None, NamedNode(predicate), None))
