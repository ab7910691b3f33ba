"""What sources said at earlier builds, by the hash of all that decides it: a damaged or foreign note counts as none."""

import os
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from graphbuild.errors import UnreadableSource
from graphbuild.ingest import Source

SUM = 32


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
    """A folder of notes; without a folder nothing is remembered."""

    folder: Path | None = None
    met: set[str] = field(default_factory=set)

    def holds(self, name: str) -> bool:
        self.met.add(name)
        return bool(self.folder and name) and self.path(name).is_file()

    def get(self, name: str) -> bytes | None:
        """What was noted, if it is whole."""
        try:
            note = self.path(name).read_bytes()
        except OSError:
            return None
        return note[SUM:] if sha256(note[SUM:]).digest() == note[:SUM] else None

    def put(self, name: str, read: bytes) -> None:
        """Whole or not at all, whoever else writes; a full disk costs the memory, not the build."""
        if self.folder is None or not name:
            return
        path = self.path(name)
        new = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(sha256(read).digest() + read)
            new.replace(path)

    def path(self, name: str) -> Path:
        return (self.folder or Path()) / name[:2] / name

    def forget(self) -> None:
        """Notes that this build did not need: their texts are gone or changed, or are read otherwise now."""
        if self.folder is not None and self.folder.is_dir():
            for path in self.folder.glob("??/*"):
                if path.name not in self.met:
                    path.unlink(missing_ok=True)


NOTHING = Memory()
