"""decisions.tsv in, what people have judged out: the same thing or not, a wrong statement, a right name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from graphbuild.errors import BrokenKnowledge, several
from graphbuild.files import written
from graphbuild.knowledge.chains import Judged
from graphbuild.knowledge.contradictions import refuse
from graphbuild.knowledge.edges import Statement, statement
from graphbuild.knowledge.recording import alone
from graphbuild.knowledge.tables import Placed, Row, place, read_table

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
    wrong: frozenset[Statement] = field(default=frozenset())
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict, hash=False, compare=False)  # where each row stands

    @cached_property
    def told_apart(self) -> frozenset[tuple[str, str]]:
        """Names whose bearers people tell apart by place or file."""
        pairs = self.same | self.different
        return frozenset((name, place) for pair in pairs for ref in pair for name, place in [refer(ref)] if place)

    @cached_property
    def joined(self) -> frozenset[str]:
        """Names of which people say that they are of one thing with others."""
        return frozenset(refer(ref)[0] for pair in self.same for ref in pair)

    @cached_property
    def refs(self) -> frozenset[str]:
        """All names that are joined, told apart or mended."""
        return frozenset(ref for pair in self.same | self.different for ref in pair) | self.names.keys()


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


def decide(found: Sequence[Row]) -> Decisions:
    told: dict[str, list[Judged]] = {judgement: [] for judgement in JUDGEMENTS}
    for row in found:
        told[row["judgement"]].append(Judged(row["left"], row["right"], place(row) or f"a new row in {FILE}"))
    refuse(told)
    pairs = {judgement: [(row.left, row.right) for row in rows] for judgement, rows in told.items()}
    same, different = (frozenset(map(frozenset, pairs[judgement])) for judgement in ("same", "different"))
    wrong = filter(None, (statement(*pair) for pair in pairs["wrong"]))
    return Decisions(same, different, frozenset(wrong), dict(pairs["name"]), lines(found))


def lines(found: Sequence[Row]) -> dict[tuple[str, ...], int]:
    """By judgement and what is judged; a wrong statement as subject, relation and object."""
    told: dict[tuple[str, ...], int] = {}
    for row in found:
        if isinstance(row, Placed):
            said = statement(row["left"], row["right"]) if row["judgement"] == "wrong" else (row["left"], row["right"])
            told.setdefault((row["judgement"], *(said or ())), row.line)
    return told


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
