"""A folder's sources.toml in, what it says about each of its files out; a broken one names its file and line."""

import datetime
import re
import tomllib
from pathlib import Path

from graphbuild.errors import BrokenKnowledge
from graphbuild.ingest.dates import valid
from graphbuild.ingest.source import About
from graphbuild.model import PartialDate

FILE = "sources.toml"
KEYS = ("file", "title", "place", "publisher", "published", "reason", "url")
HEADER = re.compile(r"^\s*\[\[\s*source\s*\]\]", re.MULTILINE)


class Lists:
    """The sources.toml files met on the way, each read once; `given` is asked before the one beside a file."""

    def __init__(self, given: Path | None = None) -> None:
        self.given = (str(given), read_sources(given)) if given else ("", {})
        self.folders: dict[Path, dict[Path, About]] = {}

    def beside(self, folder: Path) -> dict[Path, About]:
        """What the list in a folder says."""
        if folder not in self.folders:
            self.folders[folder] = read_sources(folder / FILE) if (folder / FILE).is_file() else {}
        return self.folders[folder]

    def about(self, file: Path) -> tuple[About, str]:
        """What is known of a file, and the list that says so; a list higher up among those met may name it too."""
        self.beside(file.parent)
        met = [(str(folder / FILE), rows) for folder, rows in self.folders.items()]
        for where, rows in (self.given, *met):
            if found := rows.get(file) or {path.resolve(): about for path, about in rows.items()}.get(file.resolve()):
                return found, where
        return About(), ""


def read_sources(path: Path) -> dict[Path, About]:
    """What is known of each listed file; the files themselves need not be there yet."""
    try:
        text = path.read_text("utf-8-sig")
        tables = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as trouble:
        raise BrokenKnowledge(f"{path}: {trouble}", "mend the line; each source is a [[source]] table") from trouble
    rows = tables.get("source", [])
    if set(tables) - {"source"} or not isinstance(rows, list):
        raise BrokenKnowledge(f"{path}:1 holds more than [[source]] tables", "write each source as a [[source]] table")
    lines = [text.count("\n", 0, found.end()) + 1 for found in HEADER.finditer(text)]
    known: dict[Path, About] = {}
    for number, row in enumerate(rows):
        where = f"{path}:{lines[number] if number < len(lines) else 1}"
        file = path.parent / checked(row, where)["file"]
        if file in known:
            raise BrokenKnowledge(f"{where} lists {row['file']} a second time", "keep one of the two")
        known[file] = about(row, where)
    return known


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

