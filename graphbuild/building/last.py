"""An output folder and the memory in, what its Turtle was made of out, where it is still the one that the last build wrote."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuild.building.sheaf import Sheaf, opened
from graphbuild.building.site import Site
from graphbuild.graph.embedded import MARK, STORE, TURTLE, note
from graphbuild.reading.seals import seal

FILE = "last.json"


@dataclass(frozen=True)
class Last:
    """The Turtle, the store loaded from it, and the sheaves that both were made of."""

    turtle: Path
    store: Path
    sheaves: Sequence[Sheaf]


def before(site: Site, old: Path, now: Sequence[Sheaf]) -> Last | None:
    """Nothing where any of it is gone or was touched."""
    known = {sheaf.path.name: sheaf for sheaf in now}
    with suppress(OSError, ValueError, KeyError):
        told = json.loads((site.memory.folder / FILE).read_text("utf-8"))
        if (old / STORE / MARK).read_text("ascii") == told["turtle"] and untouched(old / TURTLE, told):
            found = [known.get(name) or opened(site.memory, name) for name in told["sheaves"]]
            return Last(old / TURTLE, old / STORE, [sheaf for sheaf in found if sheaf]) if all(found) else None
    return None


def untouched(turtle: Path, told: Mapping[str, Any]) -> bool:
    """Read through only where anybody touched it since, or moved it."""
    return bool(list(seal(turtle) or ()) == told["seal"] or note(turtle) == told["turtle"])


def remember(site: Site, turtle: Path, mark: str, sheaves: Sequence[Sheaf]) -> None:
    names = [sheaf.path.name for sheaf in sheaves]
    told = {"turtle": mark, "seal": seal(turtle), "base": site.base, "sheaves": names}
    (site.memory.folder / FILE).write_text(json.dumps(told), "utf-8")
