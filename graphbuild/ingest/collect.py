"""Paths, folders and `-` in, the list of Sources out: sorted, each once, with what sources.toml says about it."""

import os
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from graphbuild.ingest.built import written
from graphbuild.ingest.source import STDIN, Source, shown, within
from graphbuild.ingest.sources import FILE, Lists, is_folder

FOREIGN = frozenset((  # what may hold text; a picture may as well be a part of a web page
    ".doc", ".wps", ".rtf", ".odt", ".ofd", ".xls", ".xlsx", ".et", ".csv", ".ppt", ".pptx", ".dps", ".epub", ".mht", ".mhtml",
    ".zip", ".rar",
))  # fmt: skip
OUTSIDE = "is a link that leads out of its folder"
Found = tuple[Path, str]  # a file, and why it must not be read


def collect(
    paths: Iterable[str | Path], suffixes: Collection[str], sources: Path | None = None, stdin: bytes | None = None
) -> list[Source]:
    """The sources of all paths in the order of their names; a folder is walked down, its hidden files left out."""
    lists = Lists(sources)
    found: dict[str, Source] = {}
    for given in sorted(map(str, paths)):
        if given == STDIN:
            found[STDIN] = Source(STDIN, data=within(sys.stdin.buffer, 0) if stdin is None else stdin)
            continue
        for file, barred in files(Path(given), suffixes, lists):
            about, where = lists.about(file)
            source = Source(shown(file), file, None, about, shown(where), barred)
            found.setdefault(os.path.realpath(file) if not barred else str(file), source)
    return sorted(found.values(), key=lambda source: source.name)


def files(path: Path, suffixes: Collection[str], lists: Lists) -> list[Found]:
    if path.name == FILE:
        return [(file, "") for file in sorted(lists.beside(path.parent))]
    return walk(path, suffixes, lists) if is_folder(path) else [(path, "")]


def walk(folder: Path, suffixes: Collection[str], lists: Lists) -> list[Found]:
    """Files that hold text, also those in formats that we must refuse, those listed but missing, and what bars the way."""
    inside = dict(below(folder, suffixes))
    named = {file for path in inside if path.name == FILE for file in lists.beside(path.parent)}
    kept = {path: barred for path, barred in inside.items() if path.name != FILE}
    return sorted({**dict.fromkeys(named, ""), **kept}.items())


def below(folder: Path, suffixes: Collection[str]) -> Iterator[Found]:
    """Everything that is not hidden and no build wrote; folders that come by a link are not gone into."""
    home, open_ = Path(os.path.realpath(folder)), [folder]
    while open_:
        here = open_.pop()
        try:
            with os.scandir(here) as entries:
                met = [(here / entry.name, entry.is_dir(follow_symlinks=False), entry.is_symlink()) for entry in entries]
        except OSError as trouble:
            yield here, f"cannot be opened ({trouble.strerror})"
            continue
        ours = written([path.name for path, _, _ in met], here == folder)
        for path, is_dir, is_link in met:
            if path.name.startswith((".", "~$")) or path.name in ours:
                continue
            if is_dir:
                open_.append(path)
            elif is_link and not Path(os.path.realpath(path)).is_relative_to(home):
                yield from [(path, OUTSIDE)] if is_folder(path) or wanted(path, suffixes) else []
            elif wanted(path, suffixes) and not (is_link and is_folder(path)):
                yield path, ""


def wanted(path: Path, suffixes: Collection[str]) -> bool:
    return path.name == FILE or path.suffix.lower() in suffixes or path.suffix.lower() in FOREIGN
