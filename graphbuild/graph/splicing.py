"""A file of Turtle as builds write it, blocks that go and blocks that come in, the file that `join` would write out."""

import mmap
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeAlias

from graphbuild.graph.chunks import shelf

LONG = 100_000  # bytes for which the system is asked
BLANK = b"\n\n"  # a block begins at its second half
Order: TypeAlias = tuple[str, bytes]


def splice(old: Path, new: Path, heads: bytes, gone: Iterable[bytes], come: Iterable[bytes]) -> bool:
    """Whether the old file held what goes and nothing that comes; else what was written is of no use."""
    steps = sorted([*((order(row), False) for row in gone), *((order(row), True) for row in come)])
    with old.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole, new.open("wb") as out:
        out.write(heads)
        at = whole.find(BLANK) + 1
        if not at:  # nothing stands in it
            return False
        for wanted, comes in steps:
            start = place(whole, wanted, at)
            found = start < len(whole) and whole[start + 1 : end(whole, start) - 1] == wanted[1]
            if comes == found:
                return False
            carry(file, whole, out, at, start)
            out.write(b"\n%b\n" % wanted[1] if comes else b"")
            at = start if comes else end(whole, start)
        carry(file, whole, out, at, len(whole))
    return True


def carry(file: BinaryIO, whole: mmap.mmap, out: BinaryIO, start: int, end: int) -> None:
    """What stays goes from file to file within the system where it can: thrice as quick, and nearly all of it stays."""
    if end - start > LONG and hasattr(os, "copy_file_range"):
        out.flush()
        with suppress(OSError):
            while start < end and (count := os.copy_file_range(file.fileno(), out.fileno(), end - start, start)):
                start += count
        out.seek(0, os.SEEK_END)
    out.write(whole[start:end])


def standing(turtle: Path, subjects: Iterable[bytes]) -> list[bytes]:
    """All blocks of some subjects: what two parts say of one thing may stand in two."""
    found: list[bytes] = []
    with turtle.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        at = first = whole.find(BLANK) + 1
        for wanted in sorted(order(subject + b" ") for subject in subjects) if first else ():
            at = place(whole, wanted, at)
            while whole[at + 1 : at + 1 + len(wanted[1])] == wanted[1]:
                start, at = at, end(whole, at)
                found.append(whole[start + 1 : at - 1])
    return found


def order(row: bytes) -> Order:
    """Blocks stand shelf by shelf, and there by their bytes."""
    return shelf(row[: row.find(b" ")].decode()), row


def place(whole: mmap.mmap, wanted: Order, low: int) -> int:
    """Where the first block begins that does not stand before the one wanted: halving, in a file that is not read."""
    high, class_ = len(whole), wanted[1][: wanted[1].find(b":") + 2]
    while low < high:
        start = whole.rfind(BLANK, low - 1, (low + high) // 2 + 1) + 1
        if before(whole, start + 1, wanted, class_):
            low = end(whole, start)
        else:
            high = start
    return low


def before(whole: mmap.mmap, start: int, wanted: Order, class_: bytes) -> bool:
    """Blocks of one shelf begin alike, and a block's end, a line's end, comes before whatever else may follow."""
    if whole[start : start + len(class_)] == class_:
        return whole[start : start + len(wanted[1])] < wanted[1]
    return order(whole[start : whole.find(b" ", start) + 1]) < wanted


def end(whole: mmap.mmap, start: int) -> int:
    return whole.find(BLANK, start + 1) + 1 or len(whole)
