"""A file of RDF in, Turtle out in pieces, sorted and grouped: for a graph.ttl of ours its very bytes."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox
from rdflib.namespace import RDF

from graphbuild.export.sorting import ordered
from graphbuild.export.terms import Terms
from graphbuild.export.triples import Triple, prefixes, read

END, FIRST = "\x1f", "\x01"  # both sort before any character of a written term, in which controls are escaped
TYPE = str(RDF.type)


def ttl(path: Path) -> Iterator[str]:
    terms = Terms(prefixes(path))
    rows = ordered(row(terms, triple) for triple in read(path))
    yield terms.heads()
    yield from blocks(line.split(END) for line in rows)


def row(terms: Terms, triple: Triple) -> str:
    subject, predicate, object = triple
    return END.join((terms.write(subject), verb(terms, predicate), terms.write(object)))


def verb(terms: Terms, predicate: ox.NamedNode) -> str:
    """`a` comes first."""
    return FIRST + "a" if predicate.value == TYPE else terms.write(predicate)


def blocks(rows: Iterable[list[str]]) -> Iterator[str]:
    """Sorted rows of subject, predicate, object, each block one subject."""
    for subject, said in groupby(rows, key=lambda parts: parts[0]):
        yield f"\n{subject} " + " ;\n    ".join(phrases(parts[1:] for parts in said)) + " .\n"


def phrases(rows: Iterable[list[str]]) -> Iterator[str]:
    """Sorted rows of predicate and object, each phrase one predicate."""
    for predicate, group in groupby(rows, key=lambda parts: parts[0]):
        yield f"{predicate.lstrip(FIRST)} {', '.join(parts[1] for parts in group)}"
