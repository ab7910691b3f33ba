"""A request for the ledger of promises in, a page of it out: what was promised, what became of it, both sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import RDF

from graphbuild.errors import Unanswerable
from graphbuild.graph.namespaces import GB
from graphbuild.query.ledger import Ledger, Row
from graphbuild.query.promises import joined
from graphbuild.query.sentences import Shelf
from graphbuild.query.values import thing
from graphbuild.serve.http import Refused, Request, Response
from graphbuild.serve.paging import Slice, number_of, slice_of
from graphbuild.serve.rendering import page
from graphbuild.serve.world import World

SIZE, JUDGED = 40, 400
STANDINGS = ("late", "missed", "silent", "repeated", "kept", "not yet due")


@dataclass(frozen=True)
class Promised:
    """A promise by its IRI, and what sorts it."""

    iri: str
    due: str


def show(world: World, request: Request) -> Response:
    """Where there are too many to judge all at once, those of a page are judged, and no standing can be asked for."""
    place, about, standing = request.value("place").strip(), request.value("thing").strip(), request.value("standing")
    try:
        found = chosen(world, node(world, place, "Place"), node(world, about, ""))
    except Unanswerable as trouble:
        raise Refused(404, str(trouble)) from trouble
    few = len(found) <= JUDGED
    if few:
        judged = joined(row for each in found for row in rows(world, each))
        shown = slice_of([row for row in judged if standing in ("", row.status)], number_of(request), SIZE)
    else:
        some: Slice[Promised] = slice_of(found, number_of(request), SIZE)
        shown = Slice(joined(row for each in some.items for row in rows(world, each)), some.number, some.pages, some.total)
    return page(
        world, request, "promises.html", shown=shown, few=few, standings=STANDINGS, standing=standing if few else "",
        place=place, thing=about, day=world.newest,
    )  # fmt: skip


def chosen(world: World, place: str, about: str) -> Sequence[Promised]:
    """Those of a place or a thing, the last due first."""
    reader = world.reader
    promises = reader.subjects(RDF.type, str(GB.Promise))
    if about:
        planned = {*reader.subjects(GB.thing, about), *reader.subjects(GB.area, about)}
        promises = [promise for node in planned for promise in reader.subjects(GB.promises, node)]
    if place:
        inside = world.catalog.inside(place)
        known = {promise for area in inside for promise in reader.subjects(GB.promisedIn, area)}
        known |= {p for iri in inside for n in reader.subjects(GB.thing, iri) for p in reader.subjects(GB.promises, n)}
        promises = [promise for promise in promises if promise in known]
    dues = {promise: day for promise, _, day in reader.triples(None, GB.due, None)}
    found = [Promised(iri, dues.get(iri, "")) for iri in set(promises)]
    return sorted(found, key=lambda each: (each.due, each.iri), reverse=True)


def rows(world: World, promised: Promised) -> Sequence[Row]:
    ledger = Ledger(world.graph, Shelf(world.graph, world.texts), world.newest)
    return list(ledger.rows(URIRef(promised.iri), None, None))


def node(world: World, name: str, kind: str) -> str:
    return thing(world.store, name, kind).value if name else ""


