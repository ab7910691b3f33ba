"""Names of sheaves in, the page of a build out; whoever is asked early is ready with what the last build's page showed."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from graphbuild.building.last import FILE
from graphbuild.building.page import Part, large
from graphbuild.building.sheaf import found, opened
from graphbuild.building.site import Site
from graphbuild.graph.embedded import TURTLE
from graphbuild.graph.reading import triples

PAGE = "graph.html"


@dataclass
class Drawing:
    site: Site
    known: dict[str, Part] = field(default_factory=dict)

    def prepare(self) -> None:
        """Loads what takes a while to load, and of the last build's sheaves what a packed page shows first of each."""
        import graphbuild.view  # noqa: F401

        with suppress(OSError, ValueError, KeyError):
            called = json.loads((self.site.memory.folder / FILE).read_text("utf-8"))["sheaves"]
            sheaves = [sheaf for name in called if (sheaf := opened(self.site.memory, name))]
            if large(sheaves):
                self.known = {sheaf.path.name: Part(sheaf, self.site.memory) for sheaf in sheaves}
                for part in self.known.values():
                    _ = part.front, part.packed

    def draw(self, called: Sequence[str], folder: Path) -> None:
        (folder / PAGE).write_text(self.page(called, folder / TURTLE), "utf-8", newline="")

    def page(self, called: Sequence[str], turtle: Path) -> str:
        from graphbuild import view

        memory = self.site.memory
        kept = view.Kept(memory.folder / "places")
        parts = [self.known.get(name) or Part(found(memory, name), memory) for name in called]
        if large(part.sheaf for part in parts):
            made = view.large(parts, self.site.base, kept=kept)
        else:
            made = view.page(triples(turtle.read_bytes()), kept=kept)
        kept.forget()
        return made
