"""A file of RDF in, TriG out in pieces: one named graph a document, with all that it says and where it says it."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from graphbuild.export.homes import Homes
from graphbuild.export.sorting import ordered
from graphbuild.export.terms import Terms
from graphbuild.export.triples import prefixes, read
from graphbuild.export.turtle import END, blocks, row


def trig(path: Path) -> Iterator[str]:
    """What no document says (names, the list of areas) stands in the default graph, before all others."""
    terms, homes = Terms(prefixes(path)), Homes(path)
    placed = ((home, triple) for triple in read(path) for home in homes.of(triple))
    rows = ordered(END.join((terms.shorten(home) if home else "", row(terms, triple))) for home, triple in placed)
    yield terms.heads()
    for graph, group in groupby((line.split(END) for line in rows), key=lambda parts: parts[0]):
        yield f"\n{graph} {{" if graph else ""
        yield from blocks(parts[1:] for parts in group)
        yield "}\n" if graph else ""
