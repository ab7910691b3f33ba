"""What a graph tells and a thing to begin with in, the part of it within some steps out."""

from collections.abc import Iterable

from graphbuild.view.network import Scene, linked, rank, scene
from graphbuild.view.stories import Said, Stories

ENOUGH = 150  # things in one picture of a part; the nearest and most important ones


def whole(stories: Stories, focus: str = "") -> Scene:
    return scene(list(stories.things.values()), stories.said(), focus=focus)


def part(stories: Stories, focus: str, depth: int, most: int = ENOUGH) -> Scene:
    """The thing and what lies within `depth` steps of it, with all that is said among them."""
    said = stories.said()
    graph = linked(stories.things.values(), said)
    order = {thing.iri: n for n, thing in enumerate(rank(graph, list(stories.things.values())))}
    chosen, ring = [focus], [focus]
    for _ in range(depth):
        ring = sorted({other for iri in ring for other in graph[iri]} - set(chosen), key=order.__getitem__)
        ring = ring[: most - len(chosen)]
        chosen += ring
    return among(stories, chosen, said)


def sketch(stories: Stories, most: int = ENOUGH) -> Scene:
    """The first things of the whole, where no thing is asked for: what one picture can show."""
    everything = whole(stories)
    return among(stories, [thing.iri for thing in everything.things[: min(everything.first, most)]], everything.said)


def among(stories: Stories, chosen: list[str], said: Iterable[Said]) -> Scene:
    inside = set(chosen)
    said = list(said)
    kept = [each for each in said if each.subject in inside and (not each.object or each.object in inside)]
    things = [stories.things[iri] for iri in chosen]
    return Scene(things, kept, len(things), len(stories.things) - len(things), len(said) - len(kept))
