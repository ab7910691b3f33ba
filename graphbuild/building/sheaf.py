"""Named pieces of bytes and a few figures in, one note out, of which a piece can be taken without the others."""

import marshal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from graphbuild.errors import BrokenMemory
from graphbuild.reading import Memory
from graphbuild.reading.seals import SUM

TURTLE, SHIPPED = "ttl ", "to "  # what pieces are called by
LENGTH = 8  # bytes that say how long the head is


@dataclass(frozen=True)
class Sheaf:
    """`told` are figures; `index` says where each piece lies in the file."""

    path: Path
    told: Mapping[str, Any]
    index: Mapping[str, tuple[int, int]]

    @property
    def used(self) -> frozenset[str]:
        return frozenset(self.told["used"])

    def names(self) -> Iterable[str]:
        return (name.removeprefix(TURTLE) for name in self.index if name.startswith(TURTLE))

    def take(self, shelf: str) -> bytes:
        return self.piece(TURTLE + shelf)

    def piece(self, name: str) -> bytes:
        if name not in self.index:
            return b""
        start, size = self.index[name]
        with self.path.open("rb") as file:
            file.seek(start)
            return file.read(size)


def bind(pieces: Mapping[str, bytes], told: Mapping[str, Any]) -> bytes:
    index, at = {}, 0
    for name, piece in pieces.items():
        index[name] = at, len(piece)
        at += len(piece)
    head = marshal.dumps((dict(told), index))
    return b"".join((len(head).to_bytes(LENGTH, "big"), head, *pieces.values()))


def index_of(file: BinaryIO) -> dict[str, tuple[int, int]]:
    """Of what was bound in a file of its own, which is then read up to where its pieces begin."""
    size = int.from_bytes(file.read(LENGTH), "big")
    index: dict[str, tuple[int, int]] = marshal.loads(file.read(size))[1]  # noqa: S302 - written by this very build
    return index


def reach(note: bytes) -> int:
    """Where the head ends."""
    return LENGTH + int.from_bytes(note[:LENGTH], "big")


def opened(memory: Memory, name: str) -> Sheaf | None:
    """What was bound under that name, if it is whole."""
    note = memory.head(name, reach)
    if not note or reach(note) > len(note):
        return None
    size = reach(note)
    told, index = marshal.loads(note[LENGTH:size])  # noqa: S302 - what we packed ourselves, its hash checked
    return Sheaf(memory.path(name), told, {piece: (SUM + size + at, length) for piece, (at, length) in index.items()})


def found(memory: Memory, name: str) -> Sheaf:
    """What this build bound or met."""
    sheaf = opened(memory, name)
    if sheaf is None:
        raise BrokenMemory(f"the note {name} was not kept", "build again; nobody else should write beside the output")
    return sheaf
