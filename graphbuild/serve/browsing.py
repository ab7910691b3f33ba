"""Requests for the first page, lists and searches in, their pages out."""

import json
from collections.abc import Sequence

from graphbuild.serve.catalog import Entry
from graphbuild.serve.http import Request, Response, see_other
from graphbuild.serve.paging import Slice, number_of, slice_of
from graphbuild.serve.rendering import address, page
from graphbuild.serve.world import World

SIZE, FOUND, SUGGESTED, FIRST = 60, 60, 8, 8
JSON = "application/json"


def home(world: World, request: Request) -> Response:
    kinds = [(kind, len(found), found[:FIRST]) for kind, found in world.catalog.by_kind.items()]
    return page(world, request, "home.html", kinds=kinds, places=world.catalog.places[:24])


def search(world: World, request: Request) -> Response:
    text = request.value("q").strip()[:200]
    found, total = world.catalog.find(text, FOUND)
    if total == 1:
        return see_other(world.link(found[0].iri))
    if text and not total:  # no name: a question, or a name that somebody spelled otherwise
        return see_other(address("/ask", {"q": text}))
    return page(world, request, "search.html", text=text, found=found, total=total)


def suggest(world: World, request: Request) -> Response:
    found, _ = world.catalog.find(request.value("q").strip()[:200], SUGGESTED)
    told = [{"name": e.name, "kind": e.kind, "place": e.apart, "link": world.link(e.iri)} for e in found]
    return Response(json.dumps(told, ensure_ascii=False).encode(), JSON)


def listing(world: World, request: Request) -> Response:
    """By class, by place, or both."""
    kind, place = request.value("class"), request.value("place")
    found: Sequence[Entry] = world.catalog.by_kind.get(kind, ()) if kind else world.catalog.ranked
    if place:
        inside = world.catalog.inside(place) - {place}
        found = [entry for entry in found if entry.iri in inside]
    shown: Slice[Entry] = slice_of(found, number_of(request), SIZE)
    kinds = [(name, len(those)) for name, those in world.catalog.by_kind.items()]
    return page(world, request, "list.html", kind=kind, place=place, shown=shown, kinds=kinds, places=world.catalog.places[:60])
