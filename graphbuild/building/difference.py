"""The sheaves of the last build and of this one in, the blocks of Turtle that go and that come out, where they are few."""

import marshal
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphbuild.building.last import Last
from graphbuild.building.sheaf import Sheaf
from graphbuild.graph.chunks import Chunk, chunk
from graphbuild.graph.joining import BETWEEN
from graphbuild.graph.statements import Triple

FEW = 5  # where more than a fifth changes, all is written anew


@dataclass(frozen=True)
class Difference:
    last: Last
    gone: Sequence[bytes]
    come: Sequence[bytes]


def common(sheaves: Iterable[Sheaf]) -> set[Triple]:
    """What several parts say alike and is said once."""
    return {triple for sheaf in sheaves for triple in marshal.loads(sheaf.piece("common"))}  # noqa: S302 - its hash was checked


def difference(last: Last | None, now: Sequence[Sheaf], shared: set[Triple]) -> Difference | None:
    """`shared` is what this build's sheaves say alike."""
    if last is None:
        return None
    kept = {sheaf.path for sheaf in last.sheaves} & {sheaf.path for sheaf in now}
    less, more = ([sheaf for sheaf in sheaves if sheaf.path not in kept] for sheaves in (last.sheaves, now))
    if size(more) * FEW > size(now) or size(less) * FEW > size(last.sheaves):
        return None
    subjects = {triple[0] for triple in common(less) ^ common(more)}
    was = shared if not subjects else common(last.sheaves)
    gone, come = (
        blocks(sheaves) | rows(chunk(triple for triple in said if triple[0] in subjects))
        for sheaves, said in ((less, was), (more, shared))
    )
    return Difference(last, sorted(gone - come), sorted(come - gone))


def size(sheaves: Iterable[Sheaf]) -> int:
    return sum(int(sheaf.told["count"]) for sheaf in sheaves)


def blocks(sheaves: Iterable[Sheaf]) -> set[bytes]:
    return {row for sheaf in sheaves for name in sheaf.names() for row in split(sheaf.take(name))}


def rows(made: Chunk) -> set[bytes]:
    return {row for shelf in made.shelves.values() for row in split(shelf)}


def split(blocks: bytes) -> list[bytes]:
    return blocks[1:-1].split(BETWEEN)
