"""Things and a text in, those of which the text may speak out: the engine looks for them, and most names are never read."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from graphbuild.graph.namespaces import GB
from graphbuild.model import PartialDate
from graphbuild.query.things import LEAST_TITLE, OTHER, PREFERRED, TYPE, Thing, Things, plain, rows

SAME = "[^一-鿿0-9A-Za-z、·./+-]"  # but for their case, `plain` leaves such signs as they are; what has others is always read
NAMES = f'SELECT ?thing ?name {{{{ ?thing <{{}}> ?name FILTER({{}} || REGEX(STR(?name), "{SAME}")) }}}}'
AREAS = "SELECT ?name { ?area a gb:District ; skos:prefLabel ?name }"


@dataclass(frozen=True, eq=False)
class Glance(Things):
    """Whose names stand in the text, or hold it where it is a `part`; some others may be among them."""

    whole: Things
    text: str
    part: bool = False

    @cached_property
    def preferred(self) -> Sequence[tuple[str, str]]:
        return tuple(self.seen(PREFERRED))

    @cached_property
    def other(self) -> Sequence[tuple[str, str]]:
        return tuple(self.seen(OTHER))

    def seen(self, predicate: str) -> Iterator[tuple[str, str]]:
        text = Literal(self.text)
        test = f"CONTAINS(LCASE(STR(?name)), {text})" if self.part else f"CONTAINS({text}, LCASE(STR(?name)))"
        for row in rows(self.store, NAMES.format(predicate, test)):
            if self.text in plain(row["name"]) if self.part else plain(row["name"]) in self.text:
                yield row["thing"], row["name"]

    @cached_property
    def kinds(self) -> Mapping[str, set[str]]:
        return self.sorted_out({iri for iri, _ in (*self.preferred, *self.other)})

    def sorted_out(self, iris: Collection[str]) -> Mapping[str, set[str]]:
        """The classes of those that are things."""
        sorts = {str(GB[kind]): kind for kind in self.sorts}
        found = {iri: {sorts[kind] for kind in self.told(iri, TYPE) if kind in sorts} for iri in iris}
        return {iri: kinds for iri, kinds in found.items() if kinds}

    @cached_property
    def best(self) -> Mapping[str, str]:
        return {iri: name for iri in self.kinds for name in sorted(self.told(iri, PREFERRED))[:1]}

    def told(self, iri: str, predicate: str) -> list[str]:
        found = self.store.engine.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None)
        return [getattr(quad.object, "value", "") for quad in found]

    @cached_property
    def texts(self) -> Sequence[Mapping[str, str]]:
        return [row for row in self.whole.texts if self.entitled(plain(row["title"]))]

    def entitled(self, title: str) -> bool:
        """What is left of a title without its area ends as the whole does."""
        return self.text in title if self.part else title[-LEAST_TITLE:] in self.text

    @cached_property
    def areas(self) -> frozenset[str]:
        return frozenset(plain(row["name"]) for row in rows(self.store, AREAS))

    @property
    def holders(self) -> Mapping[str, frozenset[str]]:
        return self.whole.holders

    @cached_property
    def indicators(self) -> tuple[str, ...]:
        """An indicator is called by one name."""
        return tuple(sorted({name for iri, name in self.preferred if self.indicates(NamedNode(iri))}))

    def indicates(self, iri: NamedNode) -> bool:
        return any(self.store.engine.quads_for_pattern(None, NamedNode(str(GB.indicator)), iri))

    @property
    def newest(self) -> PartialDate:
        return self.whole.newest

    def holding(self, part: str) -> tuple[Thing, ...]:
        return Things.holding(self.of_part(part), part)

    def measured(self, part: str) -> bool:
        return Things.measured(self.of_part(part), part)

    def of_part(self, part: str) -> "Glance":
        return Glance(self.store, self.terms, self.whole, part, part=True)

    def of(self, iris: Collection[str]) -> tuple[Thing, ...]:
        kinds = self.sorted_out(iris)
        called = {iri: sorted(self.told(iri, PREFERRED)) for iri in sorted(kinds)}
        return tuple(Thing(names[0], iri, frozenset(kinds[iri])) for iri, names in called.items() if names)
