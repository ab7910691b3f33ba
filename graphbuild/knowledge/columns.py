"""The lexicons in, what reading could not do with them out: missing lists and columns, no numbers, areas that lie nowhere.

A column is named here because a module reads it; a list may have more, and there may be more lists.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge.tables import Row, place

COLUMNS = {
    "areas": "code name level parent",
    "beside_names": "word role",
    "departments": "word",
    "edges": "word role",
    "events": "word role",
    "given": "word middle last",
    "heads": "word kind strength",
    "holidays": "word year month day",
    "indicator-names": "word same",
    "lookalikes": "letters",
    "measure-units": "unit",
    "measure-words": "word class",
    "investment-words": "word class",
    "milestone-cues": "word kind form of",
    "milestone-words": "word class",
    "national_bodies": "word",
    "nationwide": "word place kind",
    "not_here": "word",
    "offices": "word level kind",
    "own_bodies": "word place",
    "press": "word kind",
    "renamed_areas": "name code since",
    "same_as": "word use former",
    "scoring": "use word",
    "short_forms": "long short",
    "sorts": "word",
    "speech": "word",
    "spoken_areas": "name code",
    "streets": "code name parent",
    "surnames": "word count",
    "tenure": "word event form",
    "title_classes": "word doubt right_before held called column",
    "title_sums": "word role",
    "titles": "word class bearer post unique",
    "transcription": "word",
}
NUMBERS = {
    "surnames": {"count": r"\d+"},
    "given": {"middle": r"-?\d+(?:\.\d+)?", "last": r"-?\d+(?:\.\d+)?"},
    "holidays": {"year": r"(?:\d{4})?", "month": r"0?[1-9]|1[0-2]", "day": r"0?[1-9]|[12]\d|3[01]"},
    "areas": {"code": r"\d{2,12}"},
    "streets": {"code": r"\d{2,12}"},
}
Tables = Mapping[str, Sequence[Row]]


def unusable(tables: Tables, broken: Sequence[str]) -> Iterator[BrokenKnowledge]:
    """What is wrong with any list but those already known to be `broken`."""
    for name, columns in COLUMNS.items():
        if name not in tables and name not in broken:
            yield BrokenKnowledge(f"there is no lexicon {name}.tsv", "restore or add the file")
        elif rows := tables.get(name):
            if missing := [column for column in columns.split() if column not in rows[0]]:
                message = f"{head(rows[0])} has no column {', '.join(missing)}"
                yield BrokenKnowledge(message, f"its columns are {columns}")
            else:
                yield from strange(name, rows)
    yield from nowhere(tables)


def head(first: Row) -> str:
    """The place of the line above the first row."""
    path, _, line = place(first).rpartition(":")
    return f"{path}:{int(line) - 1}"


def strange(name: str, rows: Sequence[Row]) -> Iterator[BrokenKnowledge]:
    """Empty words, and what is no number where one is counted with."""
    first = COLUMNS[name].split()[0]
    shapes = [(column, re.compile(shape).fullmatch) for column, shape in NUMBERS.get(name, {}).items()]
    for row in rows:
        if not row[first].strip() and first != "use":
            yield BrokenKnowledge(f"{place(row)} has no {first}", "fill it in or take the row out")
        for column, fits in shapes:
            if not fits(row[column]):
                yield BrokenKnowledge(f"{place(row)}: {column} {row[column]!r} is no such number", "write it in digits")


def nowhere(tables: Tables) -> Iterator[BrokenKnowledge]:
    """Areas that lie in one another round and round, and rows that name an area which is not in the list."""
    rows = {row["code"]: row for row in tables.get("areas", ()) if {"code", "parent"} <= row.keys()}
    listed = {row["code"] for row in tables.get("areas", ()) if "code" in row}
    for ring in rings({code: [row["parent"]] for code, row in rows.items() if row["parent"] != code}):
        message = f"{place(rows[ring[0]])}: {' lies in '.join(rows[code].get('name', code) for code in ring)}"
        yield BrokenKnowledge(message, "an area lies in a larger one")
    for name, column in (("areas", "parent"), ("streets", "parent"), ("renamed_areas", "code"), ("spoken_areas", "code")):
        for row in tables.get(name, ()):
            if listed and row.get(column) and row[column] not in listed:
                yield BrokenKnowledge(f"{place(row)}: {column} {row[column]!r} is no code in areas.tsv", "give the area's code")


def rings(above: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Each ring of a hierarchy once, beginning and ending with its first name."""
    done: set[str] = set()
    for start in sorted(above):
        trail: dict[str, None] = {}
        waiting = [(start, False)]
        while waiting:
            name, left = waiting.pop()
            if left:
                trail.pop(name)
                done.add(name)
            elif name in trail:
                ring = list(trail)[list(trail).index(name) :]
                first = ring.index(min(ring))
                yield [*ring[first:], *ring[:first], ring[first]]
            elif name not in done:
                trail[name] = None
                waiting += [(name, True), *((other, False) for other in above.get(name, ()))]
