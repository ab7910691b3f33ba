"""A folder's sources.toml in, what it says about each of its files out; a broken one names its file and line."""

import datetime
import os
import re
import tomllib
from pathlib import Path

from graphbuild.errors import BrokenKnowledge, several
from graphbuild.ingest.dates import valid
from graphbuild.ingest.source import About, shown
from graphbuild.model import PartialDate

FILE = "sources.toml"
KEYS = ("file", "title", "place", "publisher", "published", "reason", "url")
HEADER = re.compile(r"^\s*\[\[\s*source\s*\]\]", re.MULTILINE)


class Lists:
    """The sources.toml files met on the way, each read once; `given` is asked before the one beside a file."""

    def __init__(self, given: Path | None = None) -> None:
        self.folders: dict[Path, dict[Path, About]] = {}
        self.real: dict[str, dict[str, About]] = {}  # by list, what it says of each file, links followed
        if given:
            self.know(given, read_sources(given))

    def beside(self, folder: Path) -> dict[Path, About]:
        """What the list in a folder says."""
        if folder not in self.folders:
            self.folders[folder] = read_sources(folder / FILE) if is_file(folder / FILE) else {}
            self.know(folder / FILE, self.folders[folder])
        return self.folders[folder]

    def know(self, path: Path, rows: dict[Path, About]) -> None:
        if rows:
            self.real[str(path)] = {os.path.realpath(file): about for file, about in rows.items()}

    def about(self, file: Path) -> tuple[About, str]:
        """What is known of a file, and the list that says so; a list higher up among those met may name it too."""
        self.beside(file.parent)
        real = os.path.realpath(file)
        return next(((rows[real], where) for where, rows in self.real.items() if real in rows), (About(), ""))


def read_sources(path: Path) -> dict[Path, About]:
    """What is known of each listed file; the files themselves need not be there yet. All that is wrong is said at once."""
    where, (text, rows) = shown(path), tables(path)
    lines = [text.count("\n", 0, found.end()) + 1 for found in HEADER.finditer(text)]
    known: dict[Path, About] = {}
    troubles: list[BrokenKnowledge] = []
    for number, row in enumerate(rows):
        place = f"{where}:{lines[number] if number < len(lines) else 1}"
        try:
            file = path.parent / checked(row, place)["file"]
            if file in known:
                raise BrokenKnowledge(f"{place} lists {row['file']} a second time", "keep one of the two")
            known[file] = about(row, place)
        except BrokenKnowledge as trouble:
            troubles.append(trouble)
    if troubles:
        raise several(troubles)
    return known


def tables(path: Path) -> tuple[str, list[dict[str, object]]]:
    """The text and its [[source]] tables."""
    try:
        text = path.read_text("utf-8-sig")
        told = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as trouble:
        raise BrokenKnowledge(f"{shown(path)}: {trouble}", "mend the line; each source is a [[source]] table") from trouble
    rows = told.get("source", [])
    if set(told) - {"source"} or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        message = f"{shown(path)}:1 holds more than [[source]] tables"
        raise BrokenKnowledge(message, "write each source as a [[source]] table")
    return text, rows


def is_folder(path: Path) -> bool:
    """Whether it is one as far as we may see."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def checked(row: dict[str, object], where: str) -> dict[str, str]:
    """The row, once its keys and their kinds are right."""
    strange = sorted(set(row) - set(KEYS))
    if strange:
        raise BrokenKnowledge(f"{where} has an unknown key {strange[0]}", f"known keys are {', '.join(KEYS)}")
    if not row.get("file"):
        raise BrokenKnowledge(f"{where} names no file", 'add file = "name.txt"')
    wrong = [key for key, value in row.items() if key != "published" and not isinstance(value, str)]
    if wrong:
        raise BrokenKnowledge(f"{where}: {wrong[0]} is not a text", "put it in quotes")
    file = str(row["file"])
    if Path(file).is_absolute() or ".." in Path(file).parts or not file.isprintable():
        raise BrokenKnowledge(f"{where} lists {file!r}, which is no file in its folder", "list files beside or below it")
    return {key: str(value) for key, value in row.items()}


def about(row: dict[str, object], where: str) -> About:
    given = checked(row, where)
    texts = {key: given.get(key, "") for key in ("title", "place", "publisher", "reason", "url")}
    return About(**texts, published=day(row, where))


def day(row: dict[str, object], where: str) -> PartialDate:
    """A TOML date, or a text or number as precise as is known: 2019, "2019-07", "2019-07-31"."""
    value = row.get("published", "")
    written = str(value.date() if isinstance(value, datetime.datetime) else value)
    date = PartialDate.parse(written)
    if written and (date.year is None or not valid(date)):
        raise BrokenKnowledge(f"{where}: published {written} is no date", 'write "2019", "2019-07" or "2019-07-31"')
    return date

