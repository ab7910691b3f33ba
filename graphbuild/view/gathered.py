"""What the parts of a large graph show in, its things and edges out, and the parts without what one page cannot hold."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from graphbuild.graph.packing import Packed, pack
from graphbuild.graph.shown import Front, Shown
from graphbuild.graph.shown_rows import Row
from graphbuild.view.told import Thing

Edge: TypeAlias = tuple[str, str, str, list[str], list[Row]]  # ends and relation, what it says in words, what states it
Place: TypeAlias = tuple[str, int, int]


class Part(Protocol):
    """A part of a graph, wherever it is kept; `packed` may be known from before."""

    @property
    def front(self) -> Front: ...

    def shown(self) -> Shown: ...

    @property
    def packed(self) -> Packed: ...


@dataclass(frozen=True)
class Thinned:
    told: Shown

    @property
    def front(self) -> Front:
        return self.told.front

    def shown(self) -> Shown:
        return self.told

    @property
    def packed(self) -> Packed:
        return pack(self.told)


def edges(parts: Iterable[Part], known: Collection[str]) -> list[Edge]:
    """Each relation of two things once, whoever states it; each post by itself."""
    found: dict[tuple[str, ...], Edge] = {}
    for part in parts:
        for subject, relation, object, says, *stated in part.front.edges:
            if subject in known and object in known:
                own = subject, relation, object, stated[0] if relation == "Post" else ""
                found.setdefault(own, (subject, relation, object, says, []))[4].extend([stated] if stated[0] else [])
    return [found[own] for own in sorted(found)]


def ends(parts: Iterable[Part], joined: Collection[str]) -> list[Thing]:
    rows = {row[0]: row for part in parts for row in part.front.things if row[0] in joined}
    return [Thing(key, name, tuple(names), tuple(kinds), code) for key, name, names, kinds, code in rows.values()]


def thinned(parts: Sequence[Part], kept: Collection[str]) -> list[Part]:
    """Only these things, all that is said of them or between them, and the sentences that say it."""
    less = [part.shown() for part in parts]
    notes = [[row for row in told.notes if row[0] in kept] for told in less]
    edges = [[row for row in told.front.edges if row[0] in kept and row[2] in kept] for told in less]
    used: set[Place] = {tuple(place) for rows in (*notes, *edges) for row in rows for place in row[7]}
    told = zip(less, notes, edges, strict=True)
    return [Thinned(thin(part, own, joined, kept, used)) for part, own, joined in told]


def thin(told: Shown, notes: list[Row], edges: list[Row], kept: Collection[str], used: Collection[Place]) -> Shown:
    things = [row for row in told.front.things if row[0] in kept]
    also = sorted({row[0] for row in notes} - {row[0] for row in things})
    terms = {term for row in notes for term in row[3]}
    names = {term: name for term, name in told.names.items() if term in terms}
    words = [row for row in told.words if tuple(row[:3]) in used]
    return Shown(Front(things, edges, also, told.front.documents, len(notes)), notes, names, words)
