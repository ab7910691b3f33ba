"""Names of sheaves in, the page of a build out; whoever is asked early is ready with what the last build's page showed."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from graphbuild.building.last import FILE
from graphbuild.building.page import Part, drawn, keep, large
from graphbuild.building.sheaf import found, opened
from graphbuild.building.site import Site
from graphbuild.graph.embedded import TURTLE, note
from graphbuild.graph.reading import triples
from graphbuild.graph.spelling import spell

PAGE = "graph.html"


@dataclass
class Drawing:
    site: Site
    known: dict[str, Part] = field(default_factory=dict)

    def prepare(self, *called: str) -> None:
        """Loads what takes a while to load, and what was packed of the last build; then sheaves of this one as they come."""
        if called and not self.known:  # there is too much of them, or so little that nothing is packed
            return
        sheaves = [sheaf for name in called or self.last() if (sheaf := opened(self.site.memory, name))]
        if called or large(sheaves):
            for sheaf in sheaves:
                self.known[sheaf.path.name] = part = Part(sheaf, self.site.memory)
                _ = part.front, part.packed
        if not called:
            self.warm()

    def last(self) -> Sequence[str]:
        with suppress(OSError, ValueError, KeyError):
            called: list[str] = json.loads((self.site.memory.folder / FILE).read_text("utf-8"))["sheaves"]
            return called
        return ()

    def warm(self) -> None:
        """Much is loaded only when it is first used."""
        from graphbuild import view

        view.large(list(self.known.values())[:1], self.site.base)
        spell(("",))

    def draw(self, called: Sequence[str], folder: Path) -> None:
        (folder / PAGE).write_text(self.page(called, folder / TURTLE), "utf-8", newline="")

    def page(self, called: Sequence[str], turtle: Path) -> str:
        memory = self.site.memory
        parts = [self.known.get(name) or Part(found(memory, name), memory) for name in called]
        small = "" if large(part.sheaf for part in parts) else drawn(self.site, note(turtle))
        if small and (known := memory.get(small)) is not None:
            return known.decode()
        from graphbuild import view

        kept = view.Kept(memory.folder / "places")
        made = view.page(triples(turtle.read_bytes()), kept=kept) if small else view.large(parts, self.site.base, kept=kept)
        kept.forget()
        if small:
            keep(memory, small, made.encode())
        return made
