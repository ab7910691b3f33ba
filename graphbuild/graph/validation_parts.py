"""A file of Turtle of any size in, what is wrong with it out: what `validate` finds in the whole, found part by part."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from graphbuild.graph.aiming import aimed, further, partable, pointing
from graphbuild.graph.embedded import embed, embedded, pieces
from graphbuild.graph.neighbours import part
from graphbuild.graph.reading import parse, triples
from graphbuild.graph.room import room
from graphbuild.graph.sieve import suspects
from graphbuild.graph.splicing import Order, order
from graphbuild.graph.validation import misquoted, rank, shaped, unclaimed, unnamed, validate
from graphbuild.knowledge import home
from graphbuild.model import Issue
from graphbuild.workers import Workers

SMALL = 20_000_000  # bytes of Turtle that are held whole
PIECE = 2_000_000  # bytes of it in a part


def validate_file(turtle: Path, jobs: int = 1) -> list[Issue]:
    """What no build wrote is held whole, whatever its size: only what stands in order can be cut."""
    knowledge = home("ontology")
    if turtle.stat().st_size <= SMALL or not partable(knowledge) or not ordered(turtle):
        return validate(parse(turtle))
    with stored(turtle) as store:
        return in_parts(turtle, store, knowledge, jobs)


def ordered(turtle: Path) -> bool:
    """Whether it stands as builds write it: all blocks of a subject together, subjects in order."""
    last: Order = "", b""
    with turtle.open("rb") as lines:
        for line in lines:
            if line == b"\n":
                now = order(next(lines, b""))
                if now < last or b" " not in now[1]:
                    return False
                last = now
            elif not line.startswith((b"    ", b"@prefix ")):
                return False
    return True


@contextmanager
def stored(turtle: Path) -> Iterator[Path]:
    """The store beside it, where it belongs to it; else one for a while."""
    if found := embedded(turtle):
        yield found
        return
    with TemporaryDirectory() as folder:
        embed(turtle, Path(folder) / "store")
        yield Path(folder) / "store"


def in_parts(turtle: Path, store: Path, knowledge: Path, jobs: int) -> list[Issue]:
    workers = Workers((store, knowledge), jobs)
    things = ((piece,) for piece in pieces(turtle, PIECE))
    try:
        found = workers.do(issues_of, things) if jobs > 1 else (issues_of((store, knowledge), piece) for (piece,) in things)
        return sorted({issue for issues in found for issue in issues}, key=rank)
    finally:
        workers.end()


def issues_of(whole: tuple[Path, Path], piece: bytes) -> list[Issue]:
    store, knowledge = opened(whole[0]), whole[1]
    wanted = suspects(piece, store, knowledge)
    said = [triple for triple in triples(piece) if wanted is None or str(triple[0]) in wanted] if wanted != set() else []
    if not said:
        return []
    some = part(store, said, pointing(knowledge), further(knowledge))
    wrong, own = shaped(some.graph, knowledge, aimed(some, store, knowledge)), set(map(str, some.own))
    found = [issue for issue in (*wrong, *unclaimed(some.graph, knowledge), *misquoted(some.graph)) if issue.where in own]
    found += unnamed(some.graph)
    del some, wrong
    gc.collect()  # a graph is full of cycles: parts that are done would stay beside those to come
    return found


@cache
def opened(store: Path) -> ox.Store:
    room()
    return ox.Store.read_only(str(store))
