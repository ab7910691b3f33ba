"""A file of RDF in, RDF 1.2 Turtle out in pieces: each edge carries its claims as annotations."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from rdflib.namespace import RDF

from graphbuild.errors import BrokenGraph
from graphbuild.export.sorting import ordered
from graphbuild.export.terms import Terms
from graphbuild.export.triples import prefixes, read
from graphbuild.export.turtle import END, FIRST, TYPE, blocks, phrases, row

PARTS = RDF.subject, RDF.predicate, RDF.object


def rdf12(path: Path) -> Iterator[str]:
    """A claim keeps its IRI, as the name of its annotation, so that whatever points at it still does."""
    terms = Terms(prefixes(path))
    plain = ordered(row(terms, triple) for triple in read(path))
    rows = ordered(moved(plain, terms))
    yield terms.heads()
    yield from blocks(merged(rows))


def moved(rows: Iterable[str], terms: Terms) -> Iterator[str]:
    """What a claim says of itself goes behind the edge that it states."""
    names = [terms.shorten(str(part)) for part in PARTS]
    for claim, group in groupby(rows, key=lambda line: line.partition(END)[0]):
        lines = list(group)
        said = [line.split(END)[1:] for line in lines]
        edge = [object for predicate, object in said if predicate in names]
        if {predicate for predicate, _ in said} <= set(names) or len(edge) != len(names):
            yield from lines
        else:
            yield from annotating(claim, said, names, terms)


def annotating(claim: str, said: list[list[str]], names: list[str], terms: Terms) -> Iterator[str]:
    subject, predicate, object = (next(o for p, o in said if p == name) for name in names)
    edge = subject, FIRST + "a" if predicate == terms.shorten(TYPE) else predicate, object
    for verb, value in said:
        if verb not in names:
            yield END.join((*edge, claim, verb, value))


def merged(rows: Iterable[str]) -> Iterator[list[str]]:
    """Rows of one edge and its annotations as one row: an edge that nothing asserts must not be asserted here."""
    for edge, group in groupby((line.split(END) for line in rows), key=lambda parts: parts[:3]):
        first, *notes = group
        if len(first) > len(PARTS):
            said = f"{first[3]} states {' '.join(edge)}, which the graph does not hold"
            raise BrokenGraph(said, "see `graphbuild validate`")
        claims = groupby((parts[3:] for parts in notes), key=lambda parts: parts[0])
        yield [*edge[:2], edge[2] + "".join(note(claim, (parts[1:] for parts in said)) for claim, said in claims)]


def note(claim: str, rows: Iterable[list[str]]) -> str:
    return f"\n        ~ {claim} {{| " + " ;\n            ".join(phrases(rows)) + " |}"
