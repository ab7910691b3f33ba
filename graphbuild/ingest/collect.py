"""Paths, folders and `-` in, the list of Sources out: sorted, each once, with what sources.toml says about it."""

import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from graphbuild.ingest.source import STDIN, Source
from graphbuild.ingest.sources import FILE, Lists

FOREIGN = frozenset((".doc", ".wps", ".rtf", ".odt", ".ofd", ".xls", ".xlsx", ".ppt", ".pptx", ".epub", ".zip", ".rar"))


def collect(
    paths: Iterable[str | Path], suffixes: Collection[str], sources: Path | None = None, stdin: bytes | None = None
) -> list[Source]:
    """The sources of all paths in the order of their names; a folder is walked down, its hidden files left out."""
    lists = Lists(sources)
    found: dict[str, Source] = {}
    for given in sorted(map(str, paths)):
        if given == STDIN:
            found[STDIN] = Source(STDIN, data=sys.stdin.buffer.read() if stdin is None else stdin)
            continue
        for file in files(Path(given), suffixes, lists):
            found.setdefault(str(file.resolve()), Source(str(file), file, None, *lists.about(file)))
    return sorted(found.values(), key=lambda source: source.name)


def files(path: Path, suffixes: Collection[str], lists: Lists) -> list[Path]:
    if path.name == FILE:
        return sorted(lists.beside(path.parent))
    return walk(path, suffixes, lists) if path.is_dir() else [path]


def walk(folder: Path, suffixes: Collection[str], lists: Lists) -> list[Path]:
    """Files that hold text, also those in formats that we must refuse, and those listed but missing."""
    inside = [p for p in folder.rglob("*") if p.is_file() and not hidden(p.relative_to(folder))]
    kept = {p for p in inside if p.suffix.lower() in suffixes or p.suffix.lower() in FOREIGN}
    named = {file for p in inside if p.name == FILE for file in lists.beside(p.parent)}
    return sorted(kept | named)


def hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)
