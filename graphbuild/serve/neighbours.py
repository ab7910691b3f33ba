"""A thing's groups in, a map of its nearest neighbours out: where each stands and what the line to it says."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphbuild.serve.catalog import Catalog
from graphbuild.serve.facts import NOTE_GROUPS

MOST = 16
WIDE, HIGH = 360.0, 205.0
LONGEST = 11


@dataclass(frozen=True, slots=True)
class Neighbour:
    iri: str
    name: str
    kind: str
    relation: str
    x: float
    y: float
    side: str  # where its name stands: start, middle or end


def neighbours(catalog: Catalog, groups: Mapping[str, Sequence[str]]) -> tuple[list[Neighbour], int]:
    """One of each relation in turn, so that a common one does not crowd out the rest; and how many there are in all."""
    queues = [(key, list(found)) for key, found in groups.items() if key not in NOTE_GROUPS]
    chosen: dict[str, str] = {}
    everyone = {iri for _, found in queues for iri in found}
    for turn in range(max((len(found) for _, found in queues), default=0)):
        for key, found in queues:
            if turn < len(found) and len(chosen) < MOST:
                chosen.setdefault(found[turn], key)
        if len(chosen) == MOST:
            break
    ordered = sorted(chosen, key=lambda iri: (list(groups).index(chosen[iri]), catalog.call(iri), iri))
    return [place(catalog, iri, chosen[iri], n, len(ordered)) for n, iri in enumerate(ordered)], len(everyone)


def place(catalog: Catalog, iri: str, relation: str, n: int, all: int) -> Neighbour:
    turn = 2 * math.pi * (n + 0.5) / all - math.pi / 2
    x, y = WIDE * math.cos(turn), HIGH * math.sin(turn)
    side = "middle" if abs(x) < WIDE / 4 else "start" if x > 0 else "end"
    name, entry = catalog.call(iri), catalog.entries.get(iri)
    short = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
    return Neighbour(iri, short, entry.kind if entry else "", relation, round(x, 1), round(y, 1), side)
