"""What a reader is given and gives back: a Source (bytes and what is known about them) and a Page (its text)."""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from graphbuild.errors import UnreadableSource
from graphbuild.model import PartialDate

STDIN = "-"
PIECE = 2**20
LARGEST = 256 * 2**20  # bytes of one source: its pictures may be large, its text is not


@dataclass(frozen=True, slots=True)
class About:
    """What is known about a source beside its text."""

    title: str = ""
    place: str = ""
    publisher: str = ""
    reason: str = ""
    published: PartialDate = field(default_factory=PartialDate)
    url: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """`name` is the path as given, or `-` for bytes from standard input, which come along as `data`."""

    name: str
    path: Path | None = None
    data: bytes | None = None
    about: About = field(default_factory=About)
    listed: str = ""
    barred: str = ""  # why it must not be read

    def __str__(self) -> str:
        return self.name

    def load(self) -> bytes:
        """The bytes; a file that is not there or is empty says so."""
        if self.barred:
            raise UnreadableSource(f"{self.name} {self.barred}", "check its rights, or give what it leads to by its own path")
        data = self.data if self.path is None else read_bytes(self.path, self.name, self.listed)
        if data and len(data) > LARGEST:
            raise UnreadableSource(f"{self.name} is larger than {LARGEST // 2**20} MB", "cut it into parts")
        if not data or not data.strip():
            raise UnreadableSource(f"{self.name} is empty", "give a file with text in it")
        return data

    @property
    def suffix(self) -> str:
        return ".txt" if self.path is None else self.path.suffix.lower()


@dataclass(frozen=True, slots=True)
class Page:
    """A text as read from bytes, where its content begins, and what the format itself says about it."""

    text: str
    start: int = 0
    about: About = field(default_factory=About)


def read_bytes(path: Path, name: str, listed: str = "") -> bytes:
    """The bytes of a file, no more than one byte over the largest that is taken."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device might never end
            raise UnreadableSource(f"{name} is no file", "give a file, or the text itself to standard input: -")
        with path.open("rb") as file:
            return within(file, os.fstat(file.fileno()).st_size)
    except FileNotFoundError as trouble:
        where = f" though {listed} lists it" if listed else ""
        remedy = f"add the file or take it out of {listed}" if listed else "check the path"
        raise UnreadableSource(f"{name} does not exist{where}", remedy) from trouble
    except OSError as trouble:
        raise UnreadableSource(f"{name} cannot be opened ({trouble.strerror})", "check the path and its rights") from trouble


def within(file: BinaryIO, size: int) -> bytes:
    """All up to the largest that is taken and a byte: in pieces, for what is asked for at once is taken from memory at once."""
    held, left = [], LARGEST + 1
    while left and (piece := file.read(min(left, max(size + 1, PIECE)))):
        held.append(piece)
        left -= len(piece)
    return b"".join(held)


def shown(path: Path | str) -> str:
    """A path as it can be written and read anywhere: what is no character, and what moves a cursor, as its code."""
    written = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() or sign == "\u3000" else ascii(sign)[1:-1] for sign in written)
