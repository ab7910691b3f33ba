"""An output folder in, the right to write it out: of two builds of one output the second waits, and says for whom."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuild.errors import GraphbuildError, placed
from graphbuild.files import led

Waits = Callable[[int], None]
LONGEST = 220  # bytes of a name, so that the names beside it (.NAME.building-NUMBER) stay under the 255 of most systems
MANY = 80  # characters of a path that are told


@contextmanager
def turn(output: Path, waits: Waits) -> Iterator[None]:
    """A file beside the output holds the number of the process whose turn it is; the lock on it ends however that one ends."""
    real = replaceable(output)
    real.parent.mkdir(parents=True, exist_ok=True)
    path = real.parent / f".{real.name}.lock"
    held = taken(path, waits)
    try:
        os.truncate(held, 0)
        with placed(output):
            os.pwrite(held, f"{os.getpid()}\n".encode(), 0)
            yield
    finally:
        path.unlink(missing_ok=True)
        os.close(held)


def replaceable(output: Path) -> Path:
    """Its whole path, unless whoever called stands in it, and would then stand in a folder that is gone."""
    real = folder(output)
    if Path.cwd().is_relative_to(real):
        message = f"the command was called inside the output folder {output}, which a build replaces"
        raise GraphbuildError(message, "call it from outside, or give another folder: -o")
    try:
        str(real).encode()  # the store's engine takes no other name
    except UnicodeEncodeError as trouble:
        raise GraphbuildError(f"the output folder {str(output)!a} has no name in UTF-8", "give another one: -o") from trouble
    return real


def folder(output: Path) -> Path:
    """Where it leads; a device or a file would change places with the new folder and be gone."""
    real = led(output)
    if real.exists() and not real.is_dir():
        raise GraphbuildError(f"the output {shown(output)} is there and is no folder", "give another one: -o")
    if len(os.fsencode(real.name)) > LONGEST:
        message = f"the output folder's name {shown(output)} is too long: files beside it begin with that name"
        raise GraphbuildError(message, f"give one of {LONGEST} bytes at most: -o")
    return real


def shown(path: Path) -> str:
    told = str(path)
    return told if len(told) < MANY else f"{told[:MANY]}…"


def taken(path: Path, waits: Waits) -> int:
    """Whoever was before may have removed the file that we waited for: then it is no lock any more."""
    while True:
        held = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
        try:
            wait(held, waits)
            if named(path, held):
                return held
        except BaseException:
            os.close(held)
            raise
        os.close(held)


def wait(held: int, waits: Waits) -> None:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        told = os.pread(held, 20, 0).strip()
        waits(int(told) if told.isdigit() else 0)
        fcntl.flock(held, fcntl.LOCK_EX)


def named(path: Path, held: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(held))
    except FileNotFoundError:
        return False
