"""A graph in, an object out that a notebook shows by itself."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rdflib import Graph

from graphbuild.errors import Unanswerable
from graphbuild.graph import parse
from graphbuild.view.embed import embed
from graphbuild.view.page import Look
from graphbuild.view.stories import Stories


@dataclass(frozen=True)
class View:
    """`View("output", focus="NAME", depth=2)` as the last line of a cell shows that part of the graph."""

    graph: Graph | str | Path
    focus: str = ""
    depth: int = 2
    language: str = "zh"
    height: int = 640
    title: str = ""
    left: tuple[int, int] = (0, 0)

    @cached_property
    def stories(self) -> Stories:
        return Stories(self.graph if isinstance(self.graph, Graph) else parse(file(Path(self.graph))))

    def _repr_html_(self) -> str:
        focus = called(self.stories, self.focus) if self.focus else ""
        return embed(self.stories, Look(focus, self.depth, self.language, title=self.title or self.focus), self.height, self.left)


def file(path: Path) -> Path:
    """The folder that a build wrote stands for its graph."""
    return path / "graph.ttl" if path.is_dir() else path


def called(stories: Stories, name: str) -> str:
    """The thing of that name, alias or IRI; the preferred names go first."""
    for names in (lambda thing: (thing.iri, thing.name), lambda thing: thing.names):
        found = [iri for iri, thing in stories.things.items() if name in names(thing)]
        if found:
            return found[0]
    raise Unanswerable(f"nothing is called {name}", "graphbuild explain offers near names")
