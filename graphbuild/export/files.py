"""Pieces of text in, a file out, whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path


def written(path: Path, pieces: Iterable[str]) -> Path:
    """A reader, or whoever kills us, finds the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path
