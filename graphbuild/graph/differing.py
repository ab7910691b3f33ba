"""Pairs of statements that differ in, their triples out: each tells the other, so that nobody has to ask from both sides."""

from collections.abc import Iterable, Iterator

from graphbuild.graph.ids import Mint
from graphbuild.graph.statements import Triple, state
from graphbuild.model import Fact

DIFFERS = "gb:differsFrom"


def describe(pairs: Iterable[tuple[Fact, Fact]], mint: Mint) -> Iterator[Triple]:
    for pair in pairs:
        one, other = (next(state(fact, mint)).iri for fact in pair)
        if one != other:
            yield one, DIFFERS, other
            yield other, DIFFERS, one
