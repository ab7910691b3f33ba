"""decisions.tsv in, what people have judged out: the same thing or not, a wrong statement, a right name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from graphbuild.errors import BrokenKnowledge, several
from graphbuild.files import written
from graphbuild.knowledge.chains import Judged
from graphbuild.knowledge.contradictions import refuse
from graphbuild.knowledge.recording import alone
from graphbuild.knowledge.tables import Row, place, read_table

FILE = "decisions.tsv"
COLUMNS = ("judgement", "left", "right", "who", "why")
JUDGEMENTS = ("same", "different", "wrong", "name")
HEADER = "# What people have judged; a row survives every rebuild: same, different, wrong (a claim) or name (the right one).\n"
Pair = frozenset[str]


@dataclass(frozen=True)
class Decisions:
    """Pairs of names, statements as subject, relation, object, and right names; they win over every rule.

    A name that several things bear is written NAME@PLACE: an area, or the file (without its ending) that speaks of it.
    """

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    wrong: frozenset[tuple[str, str, str]] = field(default=frozenset())
    names: Mapping[str, str] = field(default_factory=dict, hash=False)

    @cached_property
    def told_apart(self) -> frozenset[tuple[str, str]]:
        """Names whose bearers people tell apart by place or file."""
        pairs = self.same | self.different
        return frozenset((name, place) for pair in pairs for ref in pair for name, place in [refer(ref)] if place)


def refer(ref: str) -> tuple[str, str]:
    """NAME@PLACE as name and place."""
    name, _, place = ref.partition("@")
    return name, place


def read_decisions(files: Iterable[Path]) -> Decisions:
    """All rows of all files; what is wrong or contradicts itself is refused, all of it at once."""
    found: list[Row] = []
    troubles: list[BrokenKnowledge] = []
    for file in sorted(set(files)):
        try:
            found += rows(file)
        except BrokenKnowledge as trouble:
            troubles.append(trouble)
    try:
        decided = decide(found)
    except BrokenKnowledge as trouble:
        troubles.append(trouble)
    if troubles:
        raise several(troubles)
    return decided


def rows(file: Path) -> list[Row]:
    found = list(read_table(file))
    if found and (missing := [column for column in COLUMNS[:3] if column not in found[0]]):
        raise BrokenKnowledge(f"{file} has no column {', '.join(missing)}", f"its columns are {', '.join(COLUMNS)}")
    remedy = f"write one of {', '.join(JUDGEMENTS)}"
    strange = [row for row in found if row["judgement"] not in JUDGEMENTS]
    if strange:
        raise several([BrokenKnowledge(f"{place(row)}: unknown judgement {row['judgement']!r}", remedy) for row in strange])
    return found


def decide(found: Iterable[Row]) -> Decisions:
    told: dict[str, list[Judged]] = {judgement: [] for judgement in JUDGEMENTS}
    for row in found:
        told[row["judgement"]].append(Judged(row["left"], row["right"], place(row) or f"a new row in {FILE}"))
    refuse(told)
    pairs = {judgement: [(row.left, row.right) for row in rows] for judgement, rows in told.items()}
    same, different = (frozenset(map(frozenset, pairs[judgement])) for judgement in ("same", "different"))
    return Decisions(same, different, frozenset(statement(*pair) for pair in pairs["wrong"]), dict(pairs["name"]))


def statement(left: str, right: str) -> tuple[str, str, str]:
    """`甲 inspects` and `乙`, as the columns left and right of a wrong statement."""
    subject, _, relation = left.rpartition(" ")
    return subject, relation, right


def record(file: Path, row: Row) -> None:
    """Adds one row to the file, which is made where there is none; a row that contradicts the others is refused.

    Whoever kills us finds the old file or the new one, and what was judged before is not written twice.
    """
    with alone(file):
        known = rows(file) if file.is_file() else []
        decide([*known, row])
        cells = [" ".join(row.get(column, "").split()) for column in COLUMNS]
        if any([held.get(column, "") for column in COLUMNS[:3]] == cells[:3] for held in known):
            return
        text = file.read_bytes().decode("utf-8") if file.is_file() else HEADER + "\t".join(COLUMNS) + "\n"
        written(file, (text, "" if text.endswith("\n") else "\n", "\t".join(cells), "\n"))
