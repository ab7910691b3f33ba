"""What a reader is given and gives back: a Source (bytes and what is known about them) and a Page (its text)."""

from dataclasses import dataclass, field
from pathlib import Path

from graphbuild.errors import UnreadableSource
from graphbuild.model import PartialDate

STDIN = "-"


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

    def __str__(self) -> str:
        return self.name

    def load(self) -> bytes:
        """The bytes; a file that is not there or is empty says so."""
        data = self.data if self.path is None else read_bytes(self.path, self.listed)
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


def read_bytes(path: Path, listed: str = "") -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as trouble:
        where = f" though {listed} lists it" if listed else ""
        remedy = f"add the file or take it out of {listed}" if listed else "check the path"
        raise UnreadableSource(f"{path} does not exist{where}", remedy) from trouble
    except OSError as trouble:
        raise UnreadableSource(f"{path} cannot be opened ({trouble.strerror})", "check the path and its rights") from trouble
