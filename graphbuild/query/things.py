"""A store in, every thing of its graph with its names and classes out: what a question may speak of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graphbuild.graph.evidence import squash
from graphbuild.knowledge.terms import Terms
from graphbuild.model import PartialDate
from graphbuild.query.store import Store

NAMES = """SELECT ?thing ?kind ?best ?name WHERE {
  ?thing a ?kind ; skos:prefLabel ?best ; (skos:prefLabel|skos:altLabel) ?name .
  FILTER(STRSTARTS(STR(?kind), STR(gb:))) }"""
POSTS = "SELECT DISTINCT ?title ?who WHERE { ?post gb:title ?title ; org:member ?who }"
INDICATORS = "SELECT DISTINCT ?name WHERE { ?measure gb:indicator ?indicator . ?indicator skos:prefLabel ?name }"
TEXTS = "SELECT DISTINCT ?text ?title { ?text a gb:Document ; dcterms:title ?title }"
NEWEST = "SELECT (MAX(STR(?day)) AS ?newest) WHERE { ?claim gb:statedOn ?day }"

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
        areas = sorted((plain(thing.name) for thing in self.named if "District" in thing.kinds), key=len, reverse=True)
        found: dict[str, set[Thing]] = defaultdict(set)
        for row in rows(self.store, TEXTS):
            title = plain(row["title"])
            area = next((area for area in areas if title.startswith(area)), "")
            for name in {title, title.removeprefix(area)}:
                if len(name) >= LEAST_TITLE:
                    found[name].add(Thing(row["title"], row["text"], frozenset({"Document"})))
        return found

    @cached_property
    def named(self) -> Mapping[Thing, frozenset[str]]:
        kinds: dict[str, set[str]] = defaultdict(set)
        names: dict[str, set[str]] = defaultdict(set)
        best: dict[str, str] = {}
        for row in rows(self.store, NAMES):
            kinds[row["thing"]].add(row["kind"].rpartition("#")[2])
            names[row["thing"]].add(plain(row["name"]))
            best[row["thing"]] = min(row["best"], best.get(row["thing"], row["best"]))
        named = sorted(iri for iri in best if self.terms.is_a(kinds[iri], "Thing"))
        return {Thing(best[iri], iri, frozenset(kinds[iri])): frozenset(names[iri]) for iri in named}

    @cached_property
    def holders(self) -> Mapping[str, frozenset[str]]:
        """The IRIs of those who hold a post, by its title."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in rows(self.store, POSTS):
            found[row["title"]].add(row["who"])
        return {title: frozenset(who) for title, who in found.items()}

    @cached_property
    def indicators(self) -> tuple[str, ...]:
        return tuple(sorted({row["name"] for row in rows(self.store, INDICATORS)}))

    @cached_property
    def newest(self) -> PartialDate:
        """The day of the newest statement: what 今年 counts from, and the day to judge by."""
        return PartialDate.parse(next((row["newest"] for row in rows(self.store, NEWEST) if "newest" in row), ""))

    def holding(self, part: str) -> tuple[Thing, ...]:
        """Things of whose names it is a part."""
        return tuple(sorted({thing for name, found in self.by_name.items() if part in name for thing in found}))


def rows(store: Store, query: str) -> Iterable[Mapping[str, str]]:
    found = store.query(query).dicts()
    return [{column: str(getattr(term, "value", "")) for column, term in row.items()} for row in found]


def plain(text: str) -> str:
    """A name whatever its width, case, spaces and quotation marks."""
    return squash(text).lower()
