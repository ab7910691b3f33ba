"""Files of a folder in, out which of them nobody touched since they were found whole: by size, times and number, as git does."""

import marshal
import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

Seal: TypeAlias = tuple[int, int, int, int]
FILE = "seals"
SUM = 32
YOUNG = 2 * 10**9  # nanoseconds in which a file may change and keep its times: what is younger is looked through once more


@dataclass
class Seals:
    """`known` are those of the last build, `seen` those of this one."""

    folder: Path
    seen: dict[str, Seal] = field(default_factory=dict)

    @cached_property
    def known(self) -> dict[str, Seal]:
        """None of them where the file that holds them is damaged."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            told = (self.folder / FILE).read_bytes()
            if sha256(told[SUM:]).digest() == told[:SUM]:
                return dict(marshal.loads(told[SUM:]))  # noqa: S302 - what we packed ourselves, its hash checked
        return {}

    def hold(self, name: str, path: Path) -> bool:
        found = seal(path)
        if found and found == self.known.get(name):
            self.seen[name] = found
            return True
        return False

    def add(self, name: str, path: Path, ours: bool) -> None:
        """It was found whole just now, or `ours`: written just now, under a name that nobody knew."""
        found = seal(path)
        if found and (ours or max(found[1:3]) < time.time_ns() - YOUNG):
            self.seen[name] = found

    def keep(self) -> None:
        told = marshal.dumps(self.seen)
        new = self.folder / f"{FILE}.{os.getpid()}"
        with suppress(OSError):
            new.write_bytes(sha256(told).digest() + told)
            new.replace(self.folder / FILE)


def seal(path: Path) -> Seal | None:
    """Its size, its times and its number in the file system."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino
