"""Sheaves in, what a page of the whole graph shows of each out; what was packed of it is remembered, a small page whole."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.building.last import FILE
from graphbuild.building.memory import memory_of
from graphbuild.building.sheaf import Sheaf, opened
from graphbuild.building.site import Site, name
from graphbuild.files import led
from graphbuild.graph import packing, shown
from graphbuild.graph.embedded import note
from graphbuild.reading import Memory, version
from graphbuild.workers import seldom

if TYPE_CHECKING:
    from graphbuild.view import Look

WHOLE = 2_000  # facts; of more the page holds all too, packed: a sixth in size, drawn while the Turtle is written
DRAWN_IN = ("model.py", "text", "knowledge", "graph", "building", "view")
DRAWN_WITH = ("networkx", "numpy", "pypinyin", "pyvis", "rdflib", "scipy")


@dataclass(frozen=True)
class Part:
    """A sheaf; what was packed of it is remembered."""

    sheaf: Sheaf
    memory: Memory

    @cached_property
    def front(self) -> shown.Front:
        return shown.front(self.sheaf.piece)

    def shown(self) -> shown.Shown:
        return shown.opened(self.sheaf.piece)

    @cached_property
    def packed(self) -> packing.Packed:
        known = self.memory.get(noted(self.sheaf))
        if known is not None:
            return packing.read(known)
        made = packing.pack(self.shown())
        keep(self.memory, noted(self.sheaf), packing.written(made))
        return made


def noted(sheaf: Sheaf) -> str:
    """What is packed of a sheaf is kept under a name of its own."""
    return name("page", sheaf.path.name)


def drawn(site: Site, turtle: str) -> str:
    """What the page of a small graph is kept under: all that decides it, its Turtle by its sum."""
    return name("drawn", version(site.knowledge, DRAWN_IN, DRAWN_WITH), turtle)


def keep(memory: Memory, called: str, made: bytes) -> None:
    """Where nothing can be kept it is made again."""
    with suppress(OSError):
        memory.put(called, made)


def large(sheaves: Iterable[Sheaf]) -> bool:
    return sum(sum(sheaf.told["facts"].values()) for sheaf in sheaves) > WHOLE


def page_again(turtle: Path, look: "Look") -> str:
    """The page of a large graph from what its build remembers; nothing where that is gone or the graph is another."""
    from graphbuild import view

    memory = Memory(memory_of(led(turtle).parent))
    with suppress(OSError, ValueError, KeyError), seldom():
        told = json.loads((memory.folder / FILE).read_text("utf-8"))
        found = [opened(memory, name) for name in told["sheaves"]] if told["turtle"] == note(turtle) else []
        sheaves = [sheaf for sheaf in found if sheaf]
        if found and len(sheaves) == len(found) and large(sheaves):
            parts = [Part(sheaf, memory) for sheaf in sheaves]
            return view.large(parts, told["base"], look, view.Kept(memory.folder / "places"))
    return ""
