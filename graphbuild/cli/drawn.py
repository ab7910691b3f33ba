"""A graph's path and a name in, what a view is drawn from out: of a large graph only what lies around the name."""

from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph

from graphbuild.files import led
from graphbuild.graph import parse
from graphbuild.graph.embedded import embedded
from graphbuild.query.around import Around
from graphbuild.query.names import Names
from graphbuild.query.store import open_store
from graphbuild.query.values import thing
from graphbuild.view import Kept, Stories

LARGE = 10_000_000  # bytes of Turtle; what is larger is read from its store, where it has one


@dataclass(frozen=True)
class Drawn:
    """`left` things and statements of the whole are not in the graph."""

    graph: Graph
    stories: Stories
    focus: str
    left: tuple[int, int] = (0, 0)


def drawn(path: Path, focus: str, depth: int) -> Drawn:
    if focus and path.is_file() and path.stat().st_size > LARGE and embedded(path):
        return around(path, focus, depth)
    graph = parse(path)
    return Drawn(graph, Stories(graph), str(Names(graph).find(focus)) if focus else "")


def around(path: Path, focus: str, depth: int) -> Drawn:
    with open_store(path) as store:
        node = thing(store, focus)
        part = Around(store, node, depth)
        stories = Stories(part.graph)
        return Drawn(part.graph, stories, node.value, part.left(len(stories.things), len(stories.said())))


def places(path: Path) -> Kept:
    """Where the build that wrote this graph keeps its places."""
    folder = led(path).parent
    memory = folder.parent / f".{folder.name}.cache"
    return Kept(memory / "places") if memory.is_dir() else Kept()
