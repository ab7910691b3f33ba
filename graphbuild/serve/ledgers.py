"""A request for the ledger of promises in, a page of it out: what was promised, what became of it, both sentences."""

from graphbuild.errors import Unanswerable
from graphbuild.query.values import thing
from graphbuild.resolve.standing import STANDINGS
from graphbuild.serve.http import Refused, Request, Response
from graphbuild.serve.paging import number_of, slice_of
from graphbuild.serve.rendering import page
from graphbuild.serve.world import World

SIZE, JUDGED = 40, 500


def show(world: World, request: Request) -> Response:
    """Where there are too many to judge all at once, those of a page are judged, and no standing can be asked for."""
    place, about, standing = request.value("place").strip(), request.value("thing").strip(), request.value("standing")
    try:
        things, places = named(world, about, ""), named(world, place, "Place")
    except Unanswerable as trouble:
        raise Refused(404, str(trouble)) from trouble
    found = world.pledges.of(things, places)
    few = len(found) <= JUDGED
    if few and standing:
        found = [each for each in found if world.pledges.standing(each) == standing]
    shown = slice_of(found, number_of(request), SIZE)
    return page(
        world, request, "promises.html", shown=shown, rows=world.pledges.rows(shown.items), few=few, standings=STANDINGS,
        standing=standing if few else "", place=place, thing=about, day=world.newest,
    )  # fmt: skip


def named(world: World, name: str, kind: str) -> set[str]:
    """A place with all that lies in it, a thing with its parts."""
    if not name:
        return set()
    found = thing(world.store, name, kind).value
    return world.catalog.inside(found) if kind else world.catalog.parts(found)
