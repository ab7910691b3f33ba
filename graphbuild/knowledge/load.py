"""ontology/ in, one immutable Knowledge out: lexicon tables and relations, each read once."""

import os
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from graphbuild.errors import BrokenKnowledge, several
from graphbuild.knowledge.columns import unusable
from graphbuild.knowledge.tables import Row, read_table, read_text


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Compared by identity, so that what is compiled from it can be cached by it."""

    folder: Path
    tables: Mapping[str, tuple[Row, ...]]
    relations: Mapping[str, Any]
    digest: str = ""  # of all its files

    def rows(self, table: str) -> tuple[Row, ...]:
        if table not in self.tables:
            raise BrokenKnowledge(f"no lexicon {table}.tsv in {self.folder / 'lexicon'}", "restore or add the file")
        return self.tables[table]

    def words(self, table: str, column: str = "word", **where: str) -> tuple[str, ...]:
        """One column of a table, of the rows that hold all of `where`."""
        return tuple(row[column] for row in self.rows(table) if all(row[k] == v for k, v in where.items()))


def home(name: str) -> Path:
    """Where `ontology` or `seeds` lies: beside the package in a checkout, inside it once installed."""
    package = Path(__file__).resolve().parents[1]
    for place in (package.parent / name, package / "_data" / name):
        if place.is_dir():
            return place
    raise BrokenKnowledge(f"the folder {name}/ is neither beside nor inside {package}", "install the package again")


def load(folder: Path | None = None) -> Knowledge:
    """All lists and wordings; where some cannot be used, all that is wrong with them is said at once."""
    folder = folder or home("ontology")
    return sound(folder, digest(folder))


@cache
def sound(folder: Path, digest: str) -> Knowledge:
    """The same bytes are the same knowledge: what is compiled from it stays, and is there once however often it is loaded."""
    knowledge, troubles = attempt(folder)
    if troubles:
        raise several(troubles)
    return knowledge


def tried(folder: Path) -> tuple[Knowledge, list[BrokenKnowledge]]:
    """The one that is there already where all can be used, else what can be read and what is wrong with the rest."""
    try:
        return load(folder), []
    except BrokenKnowledge:
        return attempt(folder)


def digest(folder: Path) -> str:
    """Of all files' names and bytes; one that cannot be read is told of when it is loaded."""
    told = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with suppress(OSError):
                told.update(b"\0%b\0" % os.fsencode(path.relative_to(folder)) + sha256(path.read_bytes()).digest())
    return told.hexdigest()


def attempt(folder: Path) -> tuple[Knowledge, list[BrokenKnowledge]]:
    """What can be read, and what is wrong with the rest."""
    tables: dict[str, tuple[Row, ...]] = {}
    troubles: list[BrokenKnowledge] = []
    broken: list[str] = []
    for path in sorted((folder / "lexicon").glob("*.tsv")):
        try:
            tables[path.stem] = read_table(path)
        except BrokenKnowledge as trouble:
            troubles.append(trouble)
            broken.append(path.stem)
    troubles += unusable(tables, broken)
    try:
        relations = read_toml(folder / "relations.toml")
    except BrokenKnowledge as trouble:
        relations = {}
        troubles.append(trouble)
    return Knowledge(folder, tables, relations, digest(folder)), troubles


def read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_text(path))
    except (ValueError, RecursionError) as trouble:
        line = re.search(r"line (\d+)", str(trouble))
        where = f"{path}:{line.group(1)}" if line else str(path)
        raise BrokenKnowledge(f"{where}: {trouble}", "mend the line; the head of the file says what stands where") from trouble
