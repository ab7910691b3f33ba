"""What was stated in, the files of an output folder beside Turtle, store and page out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from rdflib import Graph

from graphbuild import __version__, graph
from graphbuild.building.jsonl import dump, lines
from graphbuild.building.rounds import Stated
from graphbuild.building.safe import unpack
from graphbuild.model import Issue
from graphbuild.reading import Place

LIBRARIES = ("jieba", "networkx", "pyvis", "rdflib")


@dataclass(frozen=True)
class Output:
    """What a build knows when it is done."""

    places: Sequence[Place]
    unread: Sequence[Issue] = ()
    triples: int = 0
    stated: Stated = field(default_factory=lambda: Stated((), (), ()))
    path: Path = Path()

    def told(self, name: str) -> int:
        """A figure over all parts."""
        return sum(sheaf.told[name] if name != "facts" else sum(sheaf.told[name].values()) for sheaf in self.stated.sheaves)

    def tally(self, name: str) -> dict[str, int]:
        counted: Counter[str] = Counter()
        for sheaf in self.stated.sheaves:
            counted.update(sheaf.told[name])
        return dict(sorted(counted.items()))

    @cached_property
    def issues(self) -> list[Issue]:
        found = {issue for sheaf in self.stated.sheaves for issue in unpack(sheaf.piece("issues"))}
        return sorted({*self.unread, *self.stated.issues, *found}, key=lambda issue: tuple(issue.row().values()))

    @property
    def graph(self) -> Graph:
        return graph.parse(self.path)


def files(built: Output) -> Iterator[tuple[str, str]]:
    """One after the other, so that no two of them need be held at once."""
    yield "issues.jsonl", lines(issue.row() for issue in built.issues)
    yield "identity.jsonl", "".join(sorted(verdicts(built.stated)))
    yield "report.json", dump(report(built), indent=2) + "\n"


def verdicts(stated: Stated) -> Iterator[str]:
    """What was judged within a part was written there."""
    yield from (dump(verdict.row()) + "\n" for verdict in stated.verdicts)
    for sheaf in stated.sheaves:
        yield from (row + "\n" for row in sheaf.piece("verdicts").decode().split("\n") if row)


def report(built: Output) -> dict[str, object]:
    """Counts, the inputs' hashes and versions; no clock, so that the same inputs give the same bytes."""
    return {
        "documents": len(built.places),
        "inputs": {place.card.document.source: place.card.document.sha256 for place in built.places},
        "triples": built.triples,
        "classes": built.tally("kinds"),
        "relations": built.tally("facts"),
        "claims": built.told("claims"),
        "issues": dict(sorted(Counter(f"{i.severity} {i.stage} {i.rule}" for i in built.issues).items())),
        "versions": {"graphbuild": __version__, **{name: version(name) for name in LIBRARIES}},
    }
