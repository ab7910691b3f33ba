"""A file of RDF in, its triples out one by one, in Oxigraph's words: no graph is held in memory."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from graphbuild.errors import BrokenGraph
from graphbuild.graph.namespaces import VOCABULARIES
from graphbuild.graph.reading import sound

Object: TypeAlias = ox.NamedNode | ox.Literal
Triple: TypeAlias = tuple[ox.NamedNode, ox.NamedNode, Object]
REMEDY = "give a file of RDF 1.1 whose nodes all have IRIs, as `graphbuild build` writes it"


def read(path: Path) -> Iterator[Triple]:
    """Triples of default and named graphs alike; a node without a name would be another one on every reading."""
    with trouble_told(path):
        for quad in parser(path):
            subject, predicate, object = quad.subject, quad.predicate, quad.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(object, ox.NamedNode | ox.Literal):
                raise BrokenGraph(f"{path}: {subject} {predicate} … has no IRI or is RDF 1.2", REMEDY)
            yield subject, predicate, object


def prefixes(path: Path) -> Mapping[str, str]:
    """Prefix by namespace: the file's own, or ours where it has none."""
    with trouble_told(path):
        reader = parser(path)
        next(iter(reader), None)  # they stand before the first triple
        return {str(namespace): prefix for prefix, namespace in (reader.prefixes or VOCABULARIES).items()}


def parser(path: Path) -> ox.QuadParser:
    return ox.parse(path=sound(path), format=ox.RdfFormat.from_extension(path.suffix[1:]) or ox.RdfFormat.TURTLE)


@contextmanager
def trouble_told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, SyntaxError) as trouble:
        raise BrokenGraph(f"{path}: {trouble}", REMEDY) from trouble
