"""Entities, facts and documents in, one RDF graph out: the only room that writes triples."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from rdflib import Graph

from graphbuild.errors import BrokenGraph
from graphbuild.graph import documents as documents_room
from graphbuild.graph import promises as promises_room
from graphbuild.graph import things
from graphbuild.graph.chunks import Chunk, chunk
from graphbuild.graph.evidence import Names, ground, quotes, squash, stated_between
from graphbuild.graph.ids import Mint
from graphbuild.graph.joining import join
from graphbuild.graph.namespaces import BASE
from graphbuild.graph.parts import part
from graphbuild.graph.posts import successions
from graphbuild.graph.reading import parse
from graphbuild.graph.statements import Statement, Triple, state
from graphbuild.graph.turtle import serialize
from graphbuild.graph.validation import validate
from graphbuild.model import Claim, Document, Entity, Fact, Promise

__all__ = ["build", "parse", "part", "save", "serialize", "triples", "validate", "write"]


def build(
    entities: Sequence[Entity], facts: Sequence[Fact], documents: Sequence[Document], base: str = BASE,
    promises: Sequence[Promise] = (),
) -> Graph:
    """The graph; in what order things are given makes no difference."""
    with TemporaryDirectory() as folder:
        save(Path(folder) / "graph.ttl", entities, facts, documents, base, promises)
        return parse(Path(folder) / "graph.ttl")


def save(
    path: Path, entities: Sequence[Entity], facts: Sequence[Fact], documents: Sequence[Document], base: str = BASE,
    promises: Sequence[Promise] = (),
) -> int:
    """The same graph as a file of Turtle, byte for byte as `serialize` writes it, and how many triples it holds."""
    written = write(entities, facts, documents, base, promises)
    join([written], Mint(base), path)
    return written.count


def write(
    entities: Iterable[Entity], facts: Sequence[Fact], documents: Iterable[Document], base: str = BASE,
    promises: Sequence[Promise] = (),
) -> Chunk:
    """What is said of these things and documents."""
    mint = Mint(base)
    said = chain(triples(entities, facts, documents, mint), promises_room.describe(promises, mint), successions(facts, mint))
    return chunk(said, quotes((claim for fact in facts for claim in fact.claims), mint))


def triples(
    entities: Iterable[Entity], facts: Iterable[Fact], documents: Iterable[Document], mint: Mint
) -> Iterator[Triple]:
    names: dict[str, tuple[str, ...]] = {}
    for entity in entities:
        names[entity.id] = tuple(squash(name) for name in (entity.name, *entity.names))
        yield from things.describe(entity, mint)
    for document in documents:
        yield from documents_room.describe(document, mint)
    for statement, claims in merge(facts, names, mint):
        yield from stated(statement, claims, names, mint)


def merge(facts: Iterable[Fact], names: Names, mint: Mint) -> Iterator[tuple[Statement, list[Claim]]]:
    """What is stated once, with all claims that state it, whatever facts they came in."""
    merged: dict[str, tuple[Statement, list[Claim]]] = {}
    for fact in facts:
        unknown = [id for id in (fact.subject, fact.object) if id and id not in names]
        if unknown:
            raise BrokenGraph(f"{fact.relation} of {fact.subject} names no entity: {', '.join(unknown)}")
        for statement in state(fact, mint):
            merged.setdefault(statement.iri, (statement, []))[1].extend(statement.claims)
    yield from merged.values()


def stated(statement: Statement, claims: list[Claim], names: Names, mint: Mint) -> Iterator[Triple]:
    yield from statement.beside
    for predicate, term in statement.says:
        yield statement.iri, predicate, term
    yield from ground(statement.iri, claims, statement.ends, names, mint)
    if ("a", "gb:Post") in statement.says:
        yield from stated_between(statement.iri, claims)
