"""Turtle in, an embedded Oxigraph store beside it out; and whether a store still belongs to its Turtle."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph

from graphbuild.graph.room import room

PIECE = 8_000_000  # bytes loaded at once: memory for a tenth more time
STORE, TURTLE, MARK = "store", "graph.ttl", "graph.sha256"


def embed(turtle: Path, store: Path) -> None:
    """Bulk-loads a file as builds write it and notes its hash last: a store without a note is not whole."""
    room()
    opened = pyoxigraph.Store(str(store))
    for piece in pieces(turtle):
        opened.bulk_load(input=piece, format=pyoxigraph.RdfFormat.TURTLE)
    opened.flush()
    opened.optimize()
    del opened  # closes it
    (store / "LOG").unlink(missing_ok=True)  # the engine's diary: times and paths of this machine
    (store / MARK).write_text(note(turtle), "ascii")


def changed(old: Path, new: Path, less: bytes, more: bytes) -> None:
    """A second store of the old one's files, which never change once written, without and with some Turtle."""
    gone, come = (set(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)) for text in (less, more))
    new.mkdir()
    for file in sorted(old.iterdir()):
        if file.suffix == ".sst":
            linked(file, new / file.name)
        elif file.name not in (MARK, "LOCK") and not file.name.startswith("LOG"):
            shutil.copy2(file, new / file.name)
    room()
    opened = pyoxigraph.Store(str(new))
    for quad in gone - come:
        opened.remove(quad)
    opened.extend(come - gone)
    opened.flush()
    del opened  # closes it
    for diary in new.glob("LOG*"):
        diary.unlink()


def linked(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # a file system without links
        shutil.copy2(file, name)


def pieces(turtle: Path, size: int = PIECE) -> Iterator[bytes]:
    """The file in parts that can be read alone: a blank line stands before each thing, and no node is blank."""
    heads: list[bytes] = []
    held: list[bytes] = []
    length, subject = 0, b""
    with turtle.open("rb") as lines:
        for line in lines:
            if line.startswith(b"@prefix"):
                heads.append(line)
                continue
            if held and held[-1] == b"\n":
                before, subject = subject, line.partition(b" ")[0]
                if length >= size and before != subject:
                    yield b"".join((*heads, *held))
                    held, length = [], 0
            held.append(line)
            length += len(line)
    yield b"".join((*heads, *held))


def embedded(turtle: Path) -> Path | None:
    """The store that was loaded from this very file, if there is one."""
    store = turtle.parent / STORE
    try:
        return store if (store / MARK).read_text("ascii") == note(turtle) else None
    except (OSError, UnicodeDecodeError):
        return None


def note(turtle: Path) -> str:
    with turtle.open("rb") as bytes_:
        return f"{hashlib.file_digest(bytes_, 'sha256').hexdigest()}  {TURTLE}\n"
