"""A store in, every thing of its graph with its names and classes out: what a question may speak of."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from pyoxigraph import NamedNode
from rdflib.namespace import RDF, SKOS

from graphbuild.graph.evidence import squash
from graphbuild.graph.namespaces import GB
from graphbuild.knowledge.terms import Terms
from graphbuild.model import PartialDate
from graphbuild.query.store import Store

POSTS = "SELECT DISTINCT ?title ?who WHERE { ?post gb:title ?title ; org:member ?who }"
TEXTS = "SELECT DISTINCT ?text ?title { ?text a gb:Document ; dcterms:title ?title }"
NEWEST = "SELECT (MAX(STR(?day)) AS ?newest) WHERE { ?claim gb:statedOn ?day }"

PREFERRED, OTHER, TYPE = map(str, (SKOS.prefLabel, SKOS.altLabel, RDF.type))
LEAST_TITLE = 6  # a shorter one could be any word


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """A thing of the graph as a question may mean it."""

    name: str
    iri: str
    kinds: frozenset[str]

    def of(self, area: str) -> bool:
        """Named in the texts of that area, whose name its IRI then ends in."""
        return self.iri.endswith(f".{area}")


@dataclass(frozen=True, eq=False)
class Things:
    """What the graph names; a preferred name goes before another thing's alias."""

    store: Store
    terms: Terms

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Thing, ...]]:
        preferred: dict[str, set[Thing]] = defaultdict(set)
        other: dict[str, set[Thing]] = defaultdict(set)
        for thing, names in self.named.items():
            preferred[plain(thing.name)].add(thing)
            for name in names:
                other[name].add(thing)
        return {name: tuple(sorted(found)) for name, found in {**self.titled, **other, **preferred}.items()}

    @cached_property
    def titled(self) -> Mapping[str, set[Thing]]:
        """Texts by their titles, and by what is left of those without the area before it: 某区政府工作报告 is a 政府工作报告."""
        found: dict[str, set[Thing]] = defaultdict(set)
        for row in self.texts:
            title = plain(row["title"])
            area = next((title[:end] for end in range(len(title), 0, -1) if title[:end] in self.areas), "")
            for name in {title, title.removeprefix(area)}:
                if len(name) >= LEAST_TITLE:
                    found[name].add(Thing(row["title"], row["text"], frozenset({"Document"})))
        return found

    @cached_property
    def texts(self) -> Sequence[Mapping[str, str]]:
        return rows(self.store, TEXTS)

    @cached_property
    def areas(self) -> frozenset[str]:
        return frozenset(plain(thing.name) for thing in self.named if "District" in thing.kinds)

    @cached_property
    def named(self) -> Mapping[Thing, frozenset[str]]:
        """Read predicate by predicate: a query that joined them would look up every name by its own."""
        kinds, found = self.kinds, defaultdict(set)
        for iri, name in chain(self.preferred, self.other):
            if iri in kinds:
                found[iri].add(plain(name))
        best = self.best
        return {Thing(best[iri], iri, frozenset(kinds[iri])): frozenset(found[iri]) for iri in sorted(kinds) if iri in best}

    @property
    def sorts(self) -> Iterator[str]:
        """The classes of things."""
        return (kind for kind, above in self.terms.kinds.items() if "Thing" in above)

    @cached_property
    def kinds(self) -> Mapping[str, set[str]]:
        """Of every thing, by its IRI."""
        found: dict[str, set[str]] = defaultdict(set)
        for kind in self.sorts:
            for iri, _ in self.pairs(TYPE, NamedNode(GB[kind])):
                found[iri].add(kind)
        return found

    @cached_property
    def preferred(self) -> Sequence[tuple[str, str]]:
        return tuple(self.pairs(PREFERRED))

    @cached_property
    def other(self) -> Sequence[tuple[str, str]]:
        return tuple(self.pairs(OTHER))

    @cached_property
    def best(self) -> Mapping[str, str]:
        """What each is called, by the first of its names where it has several."""
        return dict(sorted(self.preferred, reverse=True))

    def pairs(self, predicate: str, value: NamedNode | None = None) -> Iterator[tuple[str, str]]:
        for quad in self.store.engine.quads_for_pattern(None, NamedNode(predicate), value):
            yield getattr(quad.subject, "value", ""), getattr(quad.object, "value", "")

    @cached_property
    def holders(self) -> Mapping[str, frozenset[str]]:
        """The IRIs of those who hold a post, by its title."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in rows(self.store, POSTS):
            found[row["title"]].add(row["who"])
        return {title: frozenset(who) for title, who in found.items()}

    @cached_property
    def indicators(self) -> tuple[str, ...]:
        measured = {indicator for _, indicator in self.pairs(str(GB.indicator))}
        return tuple(sorted({self.best[iri] for iri in measured if iri in self.best}))

    @cached_property
    def newest(self) -> PartialDate:
        """The day of the newest statement: what 今年 counts from, and the day to judge by."""
        return PartialDate.parse(next((row["newest"] for row in rows(self.store, NEWEST) if "newest" in row), ""))

    def holding(self, part: str) -> tuple[Thing, ...]:
        """Things of whose names it is a part."""
        return tuple(sorted({thing for name, found in self.by_name.items() if part in name for thing in found}))

    def measured(self, part: str) -> bool:
        """Whether it is a part of what an indicator is called."""
        return any(part in plain(name) for name in self.indicators)

    def of(self, iris: Collection[str]) -> tuple[Thing, ...]:
        return tuple(thing for thing in self.named if thing.iri in iris)


def rows(store: Store, query: str) -> Sequence[Mapping[str, str]]:
    found = store.query(query).dicts()
    return [{column: str(getattr(term, "value", "")) for column, term in row.items()} for row in found]


def plain(text: str) -> str:
    """A name whatever its width, case, spaces and quotation marks."""
    return squash(text).lower()
