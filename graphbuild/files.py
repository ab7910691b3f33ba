"""Pieces of text in, a file out, whole or not at all."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import BinaryIO

from graphbuild.errors import GraphbuildError, placed


def written(path: Path, pieces: Iterable[str]) -> Path:
    """In UTF-8, its line ends as they are."""

    def fill(file: BinaryIO) -> None:
        for piece in pieces:
            file.write(piece.encode())

    return filled(path, fill)


def saved(path: Path, made: str | bytes) -> Path:
    """A file that was made at once; what is no file (a pipe, /dev/stdout) takes it as it comes."""
    data = made.encode() if isinstance(made, str) else made
    if path.exists() and not path.is_file():
        with placed(path):
            path.write_bytes(data)
        return path
    return filled(path, lambda file: file.write(data))


def filled(path: Path, fill: Callable[[BinaryIO], object]) -> Path:
    """A reader, or whoever kills us, finds the old file or the new one; a link stays a link."""
    real = led(path)
    real.parent.mkdir(parents=True, exist_ok=True)
    sweep(real)
    unfinished = real.with_name(f".{real.name}.{os.getpid()}")
    try:
        with placed(path):
            with unfinished.open("wb") as file:
                fill(file)
                file.flush()
                os.fsync(file.fileno())
            if real.exists():
                unfinished.chmod(real.stat().st_mode)
            unfinished.replace(real)
    except OSError as trouble:
        if str(trouble.filename) == str(unfinished):  # who reads it has asked for another name
            trouble.filename = str(path)
        raise
    finally:
        with suppress(OSError):  # what else went wrong is what is told
            unfinished.unlink()
    return path


def led(path: Path) -> Path:
    """The whole path, links followed; those that lead in a ring are refused."""
    try:
        return path.resolve()
    except RuntimeError as trouble:
        raise GraphbuildError(f"{path} is a link that leads nowhere ({trouble})", "give another path") from trouble


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
