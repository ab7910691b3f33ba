"""All sheaves and their Turtle in, the page out that holds the whole graph: as it is where it is small, else packed."""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.building.last import FILE
from graphbuild.building.memory import memory_of
from graphbuild.building.sheaf import Sheaf, opened
from graphbuild.graph.embedded import note
from graphbuild.graph.reading import triples
from graphbuild.reading import Memory

if TYPE_CHECKING:
    from graphbuild.view import Look

WHOLE = 20_000  # facts; of more the page holds all too, packed by part


def page(sheaves: Sequence[Sheaf], base: str, turtle: Path, places: Path, look: "Look | None" = None) -> str:
    """`places` is where those of the last page are kept."""
    from graphbuild import view  # takes a second to load: in a process of its own where there is one

    kept, look = view.Kept(places), look or view.Look()
    made = view.large(sheaves, base, look, kept) if large(sheaves) else view.page(triples(turtle.read_bytes()), look, kept=kept)
    kept.forget()
    return made


def large(sheaves: Sequence[Sheaf]) -> bool:
    return sum(sum(sheaf.told["facts"].values()) for sheaf in sheaves) > WHOLE


def page_again(turtle: Path, look: "Look") -> str:
    """The page of a large graph from what its build remembers; nothing where that is gone or the graph is another."""
    from graphbuild import view

    memory = Memory(memory_of(turtle.resolve().parent))
    with suppress(OSError, ValueError, KeyError):
        told = json.loads((memory.folder / FILE).read_text("utf-8"))
        found = [opened(memory, name) for name in told["sheaves"]] if told["turtle"] == note(turtle) else []
        sheaves = [sheaf for sheaf in found if sheaf]
        if found and len(sheaves) == len(found) and large(sheaves):
            return view.large(sheaves, told["base"], look, view.Kept(memory.folder / "places"))
    return ""
