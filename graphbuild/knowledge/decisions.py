"""decisions.tsv in, what people have judged out: two names mean the same or not, a statement is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge.tables import read_table

FILE = "decisions.tsv"
JUDGEMENTS = ("same", "different", "wrong")


@dataclass(frozen=True)
class Decisions:
    """Pairs of names, and statements as subject, relation, object; they win over every rule."""

    same: frozenset[frozenset[str]] = frozenset()
    different: frozenset[frozenset[str]] = frozenset()
    wrong: frozenset[tuple[str, str, str]] = field(default=frozenset())

    def joined(self, one: Iterable[str], other: Iterable[str]) -> bool:
        return met(self.same, one, other)

    def parted(self, one: Iterable[str], other: Iterable[str]) -> bool:
        return met(self.different, one, other)


def met(pairs: frozenset[frozenset[str]], one: Iterable[str], other: Iterable[str]) -> bool:
    others = frozenset(other)
    return bool(pairs) and any(frozenset((a, b)) in pairs for a in one for b in others)


def read_decisions(files: Iterable[Path]) -> Decisions:
    """All rows of all files; a pair that is both the same and different is refused."""
    told: dict[str, set[tuple[str, str]]] = {judgement: set() for judgement in JUDGEMENTS}
    for file in sorted(set(files)):
        for row in read_table(file):
            if row.get("judgement") not in JUDGEMENTS:
                remedy = f"write one of {', '.join(JUDGEMENTS)}"
                raise BrokenKnowledge(f"{file}: unknown judgement {row.get('judgement')!r}", remedy)
            told[row["judgement"]].add((row["left"], row["right"]))
    same, different = (frozenset(map(frozenset, told[judgement])) for judgement in ("same", "different"))
    for pair in sorted(map(sorted, same & different)):
        names = " and ".join(pair)
        raise BrokenKnowledge(f"decisions.tsv says that {names} are the same and that they are different", "keep one row")
    return Decisions(same, different, frozenset(statement(left, right) for left, right in told["wrong"]))


def statement(left: str, right: str) -> tuple[str, str, str]:
    """`甲 inspects` and `乙`, as the columns left and right of a wrong statement."""
    subject, _, relation = left.rpartition(" ")
    return subject, relation, right
