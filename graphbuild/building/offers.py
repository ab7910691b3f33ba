"""Notes of offers in, Offers out: those of the last build are opened while another process reads what changed."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from graphbuild.building.safe import unpack
from graphbuild.building.sheaf import Sheaf, opened
from graphbuild.building.site import Site
from graphbuild.knowledge.areas import towns
from graphbuild.knowledge.terms import terms
from graphbuild.resolve.blocks import Offer

FILE = "offers.json"


@dataclass
class Offers:
    site: Site
    known: dict[str, Offer] = field(default_factory=dict)

    def prepare(self) -> None:
        """With what takes a while to compile and is needed by all that comes after reading."""
        towns(self.site.knowledge), terms(self.site.knowledge.folder)
        with suppress(OSError, ValueError):
            for note in json.loads((self.site.memory.folder / FILE).read_text("utf-8")):
                if sheaf := opened(self.site.memory, note):
                    self.known[note] = unpack(sheaf.piece("offer"))

    def of(self, note: str, sheaf: Sheaf) -> Offer:
        return self.known.pop(note, None) or unpack(sheaf.piece("offer"))

    def remember(self, notes: Iterable[str]) -> None:
        with suppress(OSError):  # where nothing can be kept they are opened later
            (self.site.memory.folder / FILE).write_text(json.dumps(sorted(notes)), "utf-8")
