"""What sources said at earlier builds, by the hash of all that decides it: a damaged or foreign note counts as none."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from graphbuild.errors import BrokenMemory, UnreadableSource
from graphbuild.ingest import Source
from graphbuild.reading.seals import SUM, Seals

FRONT = 2**16  # bytes of a note that hold its head nearly always


def key(source: Source, made_by: str) -> str:
    """The source's bytes, its name, what is known about it, and by what it is read; nothing where it has no bytes."""
    try:
        data = source.load()
    except UnreadableSource:
        return ""
    known = repr(replace(source, path=None, data=None))
    told = "\0".join((sha256(data).hexdigest(), known, source.suffix, made_by))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass
class Memory:
    """A folder of notes, which older one they replace at the end, and which of them were asked for."""

    folder: Path
    renews: Path | None = None
    met: set[str] = field(default_factory=set)
    seals: Seals = field(init=False)

    def __post_init__(self) -> None:
        self.seals = Seals(self.folder)

    def holds(self, name: str) -> bool:
        self.met.add(name)
        return bool(name) and self.path(name).is_file()

    def own(self, note: bytes) -> str:
        """A name for what has none but its content."""
        self.met.add(name := sha256(note).hexdigest())
        return name

    def get(self, name: str) -> bytes | None:
        """What was noted, if it is whole."""
        try:
            note = self.path(name).read_bytes()
        except OSError:
            return None
        return note[SUM:] if sha256(note[SUM:]).digest() == note[:SUM] else None

    def front(self, name: str, size: int) -> bytes | None:
        """No more than it begins with, if all of it is whole: read through only where anybody touched it since it was so."""
        path = self.path(name)
        if self.seals.hold(name, path):
            with suppress(OSError), path.open("rb") as file:
                file.seek(SUM)
                return file.read(min(size, os.fstat(file.fileno()).st_size))
        note = self.get(name)
        if note is not None:
            self.seals.add(name, path, ours=False)
        return note[:size] if note is not None else None

    def head(self, name: str, reach: Callable[[bytes], int]) -> bytes | None:
        """As much as a note's own first bytes say."""
        note = self.front(name, FRONT)
        return self.front(name, reach(note)) if note and reach(note) > len(note) else note

    def need(self, name: str) -> bytes:
        """What was noted in this build."""
        note = self.get(name)
        if note is None:
            raise BrokenMemory(f"the note {name} in {self.folder} is gone or damaged", "build again, alone")
        return note

    def put(self, name: str, note: bytes) -> None:
        """Whole or not at all, whoever else writes."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(f".{os.getpid()}")
        new.write_bytes(sha256(note).digest() + note)
        new.replace(path)
        self.seals.add(name, path, ours=True)

    def path(self, name: str) -> Path:
        return self.folder / name[:2] / name

    def forget(self) -> None:
        """Notes that this build did not need: their texts are gone or changed, or are read otherwise now."""
        if self.folder.is_dir():
            for path in self.folder.glob("??/*"):
                if path.name not in self.met:
                    path.unlink(missing_ok=True)
            self.seals.keep()
            if self.renews:
                self.renew(self.renews)

    def renew(self, older: Path) -> None:
        """A build that ends in between leaves notes that are whole, each by itself."""
        for path in older.glob("??/*"):
            path.unlink(missing_ok=True)
        for path in [path for path in self.folder.rglob("*") if path.is_file()]:
            place = older / path.relative_to(self.folder)
            place.parent.mkdir(exist_ok=True)
            path.replace(place)
