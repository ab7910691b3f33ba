"""The knowledge in, one hash out of all that decides how a text is read: programs, model, lexicons, libraries."""

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

from graphbuild.knowledge import Knowledge

ROOMS = ("model.py", "errors.py", "text", "knowledge", "ingest", "mentions", "claims", "reading")
SUFFIXES = frozenset((".py", ".npz", ".js", ".css", ".html", ".json"))
LIBRARIES = ("ahocorasick_rs", "jieba", "numpy", "pypdf", "python-docx", "rjieba", "selectolax")


@cache
def version(knowledge: Knowledge, rooms: tuple[str, ...] = ROOMS, libraries: tuple[str, ...] = LIBRARIES) -> str:
    told = sha256(sys.version.encode())
    for name in libraries:
        told.update(f"{name} {release(name)}\n".encode())
    package = Path(__file__).resolve().parents[1]
    for path in programs(package, rooms):
        told.update(f"{path.relative_to(package).as_posix()} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    told.update(knowledge.digest.encode())
    return told.hexdigest()


def release(name: str) -> str:
    try:
        return installed(name)
    except PackageNotFoundError:  # one that can be done without
        return ""


def programs(package: Path, rooms: tuple[str, ...]) -> Iterator[Path]:
    for room in rooms:
        place = package / room
        yield from sorted(p for p in place.rglob("*") if p.suffix in SUFFIXES) if place.is_dir() else [place]
