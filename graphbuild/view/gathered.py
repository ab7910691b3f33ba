"""What the parts of a large graph show in, its things and edges out, and the parts without what one page cannot hold."""

import json
import marshal
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Protocol, TypeAlias

from graphbuild.graph.shown import FRONT, HEAD, SAID, THINGS, WORDS, deflated
from graphbuild.view.told import Thing

Row: TypeAlias = list[Any]
Edge: TypeAlias = tuple[str, str, str, list[str], list[Row]]  # ends and relation, what it says in words, what states it


class Pieced(Protocol):
    """A part of a graph, wherever its pieces are kept."""

    def piece(self, name: str) -> bytes: ...


@dataclass(frozen=True)
class Part:
    things: bytes
    said: bytes
    words: bytes
    front: Mapping[str, Any]

    @cached_property
    def rows(self) -> list[Row]:
        return unpacked(self.things) if self.things else []

    @property
    def blocks(self) -> list[bytes]:
        ends = [sum(self.front["words"][:n]) for n in range(len(self.front["words"]) + 1)]
        return [self.words[start:end] for start, end in pairwise(ends)]


def parts(sheaves: Iterable[Pieced]) -> list[Part]:
    return [part(sheaf.piece) for sheaf in sheaves]


def part(piece: Callable[[str], bytes]) -> Part:
    return Part(piece(THINGS), piece(SAID), piece(WORDS), marshal.loads(piece(FRONT)))  # noqa: S302 - its hash was checked


def unpacked(block: bytes) -> Any:
    return json.loads(zlib.decompress(block[HEAD:], -zlib.MAX_WBITS))


def edges(told: Sequence[Part], known: Collection[str]) -> list[Edge]:
    """Each relation of two things once, whoever states it; each post by itself."""
    found: dict[tuple[str, ...], Edge] = {}
    for part in told:
        for subject, relation, object, says, *stated in part.front["edges"]:
            if subject in known and object in known:
                own = subject, relation, object, stated[0] if relation == "Post" else ""
                found.setdefault(own, (subject, relation, object, says, []))[4].extend([stated] if stated[0] else [])
    return [found[own] for own in sorted(found)]


def ends(told: Sequence[Part], joined: Collection[str]) -> list[Thing]:
    rows = (row for part in told for row in part.rows if row[0] in joined)
    return [Thing(key, name, tuple(names), tuple(kinds), code) for key, name, names, kinds, code, _ in rows]


def thinned(told: Iterable[Part], kept: Collection[str]) -> list[Part]:
    """Only these things, all that is said of them or between them, and the sentences that say it."""
    less = [(part, notes(part, kept), [e for e in part.front["edges"] if e[0] in kept and e[2] in kept]) for part in told]
    used = {tuple(place) for _, _, edges in less for edge in edges for place in edge[7]}
    used |= {place for _, said, _ in less for row in said["said"] for place in placed(said, row)}
    return [thin(part, said, edges, kept, used) for part, said, edges in less]


def notes(part: Part, kept: Collection[str]) -> dict[str, Any]:
    told: dict[str, Any] = unpacked(part.said) if part.said else {"things": [], "documents": [], "names": {}, "said": []}
    wanted = [n for n, name in enumerate(told["things"]) if name in kept]
    number = {n: at for at, n in enumerate(wanted)}
    rows = [[number[row[0]], *row[1:]] for row in told["said"] if row[0] in number]
    terms = {term for row in rows for term in row[2]}
    names = {term: name for term, name in told["names"].items() if term in terms}
    return {**told, "things": [told["things"][n] for n in wanted], "names": names, "said": rows}


def placed(said: Mapping[str, Any], row: Row) -> list[tuple[str, int, int]]:
    flat = row[6]
    return [(said["documents"][flat[n]], flat[n + 1], flat[n + 2]) for n in range(0, len(flat), 3)]


def thin(
    part: Part, said: dict[str, Any], edges: list[Row], kept: Collection[str], used: Collection[tuple[str, int, int]]
) -> Part:
    rows = [row for row in part.rows if row[0] in kept]
    words = [deflated([row for row in unpacked(block) if tuple(row[:3]) in used]) for block in part.blocks]
    own = {row[0] for row in rows}
    also, lengths = sorted(set(said["things"]) - own), list(map(len, words))
    less: dict[str, Any] = {"edges": edges, "also": also, "notes": len(said["said"]), "words": lengths}
    return Part(deflated(rows) if rows else b"", deflated(said) if said["said"] else b"", b"".join(words), {**part.front, **less})
