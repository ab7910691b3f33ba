"""A file that people keep and its new text in, the file with that text out: whole or as it was, one writer at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuild.errors import placed


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Two reviews at once lose no row: the folder is locked, since the file itself is replaced."""
    held = os.open(file.resolve().parent, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def replace(file: Path, text: str) -> None:
    """Under `alone`; what a killed writer left is written over."""
    file = file.resolve()  # a link stays a link
    new = file.with_name(f".{file.name}.new")
    try:
        with placed(file):
            new.write_text(text, "utf-8", newline="")
            if file.exists():
                new.chmod(file.stat().st_mode)
            with new.open("rb") as written:
                os.fsync(written.fileno())
            new.replace(file)
    finally:
        new.unlink(missing_ok=True)
