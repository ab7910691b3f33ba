"""Chunks in, one file of Turtle out, sorted as `serialize` sorts their graph; one shelf at a time is held."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO, Protocol

from graphbuild.graph.ids import Mint
from graphbuild.graph.namespaces import VOCABULARIES

BETWEEN = b"\n\n"  # no literal holds a line's end


class Shelved(Protocol):
    """A Chunk, wherever it is kept."""

    @property
    def used(self) -> frozenset[str]: ...

    def names(self) -> Iterable[str]: ...

    def take(self, shelf: str) -> bytes: ...


def join(chunks: Sequence[Shelved], mint: Mint, path: Path) -> None:
    names = {name for chunk in chunks for name in chunk.names()}
    with path.open("wb") as file:
        file.write(heads(classes(names), chunks, mint).encode())
        for name in sorted(names):
            shelve(name, chunks, file)


def shelve(name: str, chunks: Sequence[Shelved], file: BinaryIO) -> None:
    """Blocks sort as their subjects do: a space, which no subject holds, comes right after each."""
    held = [blocks for chunk in chunks if (blocks := chunk.take(name))]
    if len(held) > 1:
        rows = [row for blocks in held for row in blocks[1:-1].split(BETWEEN)]
        held.clear()
        rows.sort()
        held = [b"\n", BETWEEN.join(rows), b"\n"]
    file.writelines(held)


def heads_of(turtle: Path) -> bytes:
    """What a file that was joined begins with: every prefix that its blocks use."""
    with turtle.open("rb") as lines:
        return b"".join(takewhile(lambda line: line != b"\n", lines))


def classes(names: Iterable[str]) -> set[str]:
    """Of things, as the names of their shelves begin."""
    return {name.partition(":")[0] for name in names if name[0] != "<"}


def heads(classes: Iterable[str], chunks: Iterable[Shelved], mint: Mint) -> str:
    """A prefix for each vocabulary in use and for each class of things that is described."""
    prefixes = {name: str(VOCABULARIES[name]) for chunk in chunks for name in chunk.used if name in VOCABULARIES}
    for prefix in classes:
        if prefix not in VOCABULARIES:
            prefixes[prefix] = mint.full(f"{prefix}:x")[:-1]
    return "".join(sorted(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in prefixes.items()))
