"""Pieces of text in, a file out, whole or not at all."""

import os
from collections.abc import Iterable
from glob import escape
from pathlib import Path


def written(path: Path, pieces: Iterable[str]) -> Path:
    """A reader, or whoever kills us, finds the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path)
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


def sweep(path: Path) -> None:
    """Removes what killed writers of this file left behind."""
    for left in path.parent.glob(f".{escape(path.name)}.*"):
        number = left.suffix[1:]
        if left.name == f".{path.name}.{number}" and number.isdecimal() and not living(int(number)):
            left.unlink(missing_ok=True)


def living(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's
        return True
    return True
