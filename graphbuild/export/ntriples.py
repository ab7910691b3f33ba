"""A file of RDF in, N-Triples out, one sorted line a triple."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from graphbuild.export.sorting import ordered
from graphbuild.export.triples import Object, read


def nt(path: Path) -> Iterator[str]:
    return (f"{line} .\n" for line in lines(path))


def lines(path: Path) -> Iterator[str]:
    return ordered(" ".join(map(str, triple)) for triple in read(path))


def blocks(rows: Iterable[str]) -> Iterator[tuple[str, list[tuple[str, Object]]]]:
    """Sorted lines as subjects, each with all that is said of it."""
    for subject, group in groupby(rows, key=lambda line: line.partition(" ")[0]):
        quads = ox.parse("".join(f"{line} .\n" for line in group), format=ox.RdfFormat.N_TRIPLES)
        yield subject[1:-1], [(quad.predicate.value, quad.object) for quad in quads]
