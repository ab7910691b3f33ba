"""ontology/ in, one immutable Knowledge out: lexicon tables and relations, each read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge.tables import Row, read_table


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Compared by identity, so that what is compiled from it can be cached by it."""

    folder: Path
    tables: Mapping[str, tuple[Row, ...]]
    relations: Mapping[str, Any]

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
    folder = folder or home("ontology")
    tables = {path.stem: read_table(path) for path in sorted((folder / "lexicon").glob("*.tsv"))}
    path = folder / "relations.toml"
    try:
        relations = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as trouble:
        raise BrokenKnowledge(f"{path}: {trouble}", "mend the file; README shows a relation") from trouble
    return Knowledge(folder, tables, relations)
