"""The sheaves of the last build and of this one in, the blocks of Turtle that go and that come out, where they are few."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphbuild.building.alike import alike, subject, triple
from graphbuild.building.last import Last
from graphbuild.building.sheaf import Sheaf
from graphbuild.graph.chunks import Chunk, chunk
from graphbuild.graph.joining import BETWEEN

FEW = 5  # where more than a fifth changes, all is written anew


@dataclass(frozen=True)
class Difference:
    last: Last
    gone: Sequence[bytes]
    come: Sequence[bytes]


def difference(last: Last | None, now: Sequence[Sheaf], shared: set[bytes]) -> Difference | None:
    """`shared` is what this build's sheaves say alike."""
    if last is None:
        return None
    kept = {sheaf.path for sheaf in last.sheaves} & {sheaf.path for sheaf in now}
    less, more = ([sheaf for sheaf in sheaves if sheaf.path not in kept] for sheaves in (last.sheaves, now))
    if size(more) * FEW > size(now) or size(less) * FEW > size(last.sheaves):
        return None
    subjects = {subject(row) for row in alike(less) ^ alike(more)}
    was = shared if not subjects else alike(last.sheaves)
    gone, come = (
        blocks(sheaves) | rows(chunk(triple(row) for row in said if subject(row) in subjects))
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
