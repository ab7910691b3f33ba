"""Sources and an engine in, a folder of partitioned N-Quads out: a dozen rounds, each one function on many partitions."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphbuild.ingest import Source
from graphbuild.model import Issue
from graphbuild.wide import bonds, homes, meetings, statements
from graphbuild.wide.engine import Engine
from graphbuild.wide.exchange import Exchange

PARTITION = 200  # sources read by one task
EACH = 4  # buckets for each process: none waits long for the last
Progress = Callable[[str, int, int], None]


@dataclass
class Spread:
    """What a build knows when it is done: figures, and what could not be read or judged."""

    counts: Counter[str] = field(default_factory=Counter)
    unread: list[Issue] = field(default_factory=list)


@dataclass(frozen=True)
class Rounds:
    """One round after the other; only figures and troubles come back, everything else stays where it was written."""

    engine: Engine
    width: int
    progress: Progress

    def exchange(self, name: str) -> Exchange:
        return Exchange(self.engine.site.spill / name, self.width)

    def do(self, stage: str, work: Callable[..., Any], *told: Any) -> list[Any]:
        return list(self.told(stage, work, [(*told, bucket) for bucket in range(self.width)]))

    def told(self, stage: str, work: Callable[..., Any], things: Sequence[tuple[Any, ...]]) -> Iterator[Any]:
        for n, came in enumerate(self.engine.do(work, things)):
            self.progress(stage, n + 1, len(things))
            yield came


def spread(sources: Sequence[Source], engine: Engine, old: Path, folder: Path, progress: Progress, width: int = 0) -> Spread:
    """Writes `parts/` and `texts/` in the folder; the texts of the old one are taken over."""
    rounds = Rounds(engine, width or max(8, engine.jobs * EACH), progress)
    for name in ("parts", "texts"):
        (folder / name).mkdir()
    made = Spread()
    places = placed(rounds, sources, old / "texts", folder / "texts", made)
    if made.counts["documents"]:
        told, met, shelves, areas = known(rounds, places, made)
        state(rounds, places, (told, met, areas), shelves, folder / "parts", made)
    return made


def placed(rounds: Rounds, sources: Sequence[Source], old: Path, new: Path, made: Spread) -> Exchange:
    """Documents by part."""
    texts, named, places = map(rounds.exchange, ("texts", "named", "places"))
    cut = [sources[n : n + PARTITION] for n in range(0, len(sources), PARTITION)]
    for unread in rounds.told("read", homes.read, [(texts, n, some) for n, some in enumerate(cut)]):
        made.unread += unread
    made.counts["documents"] = sum(rounds.do("texts", homes.files, texts, named, old, new))
    rounds.do("areas", homes.areas, named, places)
    return places


def known(rounds: Rounds, places: Exchange, made: Spread) -> tuple[Exchange, ...]:
    """What each part must know of the others, what was decided where they met, things by shelf, areas."""
    keys, shared, labels, brought = map(rounds.exchange, ("keys", "bonds0", "labels", "brought"))
    ids, met, settled, told, shelves, areas = map(rounds.exchange, ("ids", "met", "settled", "told", "shelves", "areas"))
    rounds.do("resolve", meetings.propose_all, places, keys)
    rounds.do("share", bonds.shared, keys, shared)
    rounds.do("bond", bonds.by_part, bonds.joined(rounds.engine, shared), labels)
    rounds.do("bring", meetings.bring, places, labels, brought, ids)
    for issues in rounds.do("meet", meetings.meet_all, brought, ids, met):
        made.counts.update(statements.tally(issues))
    rounds.do("settle", meetings.settle_all, ids, settled)
    rounds.do("tell", meetings.tell_all, settled, told, shelves, areas)
    return told, met, shelves, areas


def state(
    rounds: Rounds, places: Exchange, known: tuple[Exchange, ...], shelves: Exchange, parts: Path, made: Spread
) -> None:
    shipped, common = map(rounds.exchange, ("shipped", "common"))
    counts = [
        *rounds.do("state", statements.state_all, places, *known, shipped, common, parts),
        *rounds.do("collect", statements.collect_all, shipped, shelves, common, parts),
        *rounds.do("write", statements.write_common, common, parts),
    ]
    for counted in counts:
        made.counts.update(counted)
