"""Triples of some subjects in, a Chunk of Turtle out: each subject's block on the shelf where it will stand in the file."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graphbuild.graph.evidence import QUOTED
from graphbuild.graph.statements import Statement, Triple
from graphbuild.graph.turtle import block
from graphbuild.model import Claim

Stated: TypeAlias = tuple[Statement, Sequence[Claim]]
LAST = "\uffff"
# Said wherever a value has a type.
TYPED = frozenset(("gb:confidence", "gb:inferred", "gb:single", "gb:atMost", "oa:start", "dcterms:issued", "gb:articleEnd"))


@dataclass(frozen=True, slots=True)
class Chunk:
    """Sorted blocks by shelf, the vocabularies that they use, how many triples they are; `common` others may say as well.

    `stated` are the nodes behind which claims stand."""

    shelves: dict[str, bytes]
    used: frozenset[str]
    count: int
    common: frozenset[Triple] = frozenset()
    stated: tuple[Stated, ...] = ()

    def names(self) -> Iterable[str]:
        return self.shelves

    def take(self, shelf: str) -> bytes:
        return self.shelves.get(shelf, b"")


def chunk(triples: Iterable[Triple], quotes: Iterable[tuple[str, str]] = ()) -> Chunk:
    """All that is said of a subject must be given here, once or more, in any order; quotations come written."""
    said: dict[str, dict[str, dict[str, None]]] = defaultdict(dict)
    for subject, predicate, object in triples:
        known = said[subject]
        if predicate in known:
            known[predicate][object] = None
        else:
            known[predicate] = {object: None}
    blocks = dict(quotes)
    used, count = {"oa:exact"} if blocks else set(), len(blocks) * QUOTED
    for subject, told in said.items():
        blocks[subject] = block(subject, told)
        count += sum(map(len, told.values()))
        used.update(told, told.get("a", ()))
    return Chunk(shelved(blocks), vocabularies(used), count)


def shelved(blocks: dict[str, str]) -> dict[str, bytes]:
    shelves: dict[str, list[str]] = defaultdict(list)
    for subject in sorted(blocks):
        shelves[shelf(subject)].append(blocks[subject])
    return {name: "".join(rows).encode() for name, rows in shelves.items()}


def vocabularies(used: set[str]) -> frozenset[str]:
    typed = {"xsd"} if used & TYPED else set()
    return frozenset({term.partition(":")[0] for term in used if ":" in term and term[0] != "<"} | typed | {"gb"})


def shelf(subject: str) -> str:
    """The class and the first letter; what begins with no ASCII letter stands on one shelf, after the others."""
    name = subject[: subject.find(":") + 2]
    return name if name.isascii() else f"{name[:-1]}{LAST}"
