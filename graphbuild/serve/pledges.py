"""A store in, all promises in it out, with what each is about, where it was made and when it is due; and how some stand."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.namespace import RDF

from graphbuild.graph.namespaces import GB
from graphbuild.query.ledger import Ledger, Row
from graphbuild.query.promises import joined
from graphbuild.query.sentences import Shelf
from graphbuild.serve.evidence import Reader


@dataclass(frozen=True, slots=True)
class Pledge:
    iri: str
    due: str
    about: str
    place: str


@dataclass(frozen=True, eq=False)
class Pledges:
    """`day` is the day by which they are judged."""

    reader: Reader
    graph: Graph
    texts: Path
    day: str

    @cached_property
    def all(self) -> tuple[Pledge, ...]:
        """The last due first."""
        due, planned, place, thing, area = map(self.reader.each, (GB.due, GB.promises, GB.promisedIn, GB.thing, GB.area))
        iris = self.reader.subjects(RDF.type, str(GB.Promise))
        steps = ((iri, planned.get(iri, "")) for iri in iris)
        found = (Pledge(i, due.get(i, ""), thing.get(step) or area.get(step, ""), place.get(i, "")) for i, step in steps)
        return tuple(sorted(found, key=lambda each: (each.due, each.iri), reverse=True))

    def of(self, things: Collection[str], places: Collection[str]) -> Sequence[Pledge]:
        """About one of these things, in one of these places; none given is any."""
        if not things and not places:
            return self.all
        near = places or ()
        return [p for p in self.all if (not things or p.about in things) and (not places or p.place in near or p.about in near)]

    def standing(self, pledge: Pledge) -> str:
        return self.ledger.standing(URIRef(pledge.iri))[0]

    def rows(self, pledges: Iterable[Pledge]) -> list[Row]:
        return joined(row for each in pledges for row in self.ledger.rows(URIRef(each.iri)))

    @property
    def ledger(self) -> Ledger:
        """Its shelf keeps each text that it opens, so it is not kept long."""
        return Ledger(self.graph, Shelf(self.graph, self.texts), self.day)
