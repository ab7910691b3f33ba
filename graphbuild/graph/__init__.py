"""Entities, facts and documents in, one RDF graph out: the only room that writes triples."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rdflib import Graph
from rdflib.namespace import RDF

from graphbuild.errors import BrokenGraph
from graphbuild.graph import documents as documents_room
from graphbuild.graph import promises as promises_room
from graphbuild.graph import things
from graphbuild.graph.evidence import Names, ground, squash, stated_between
from graphbuild.graph.ids import Mint
from graphbuild.graph.namespaces import BASE, GB, new_graph
from graphbuild.graph.parts import part
from graphbuild.graph.posts import successions
from graphbuild.graph.reading import parse
from graphbuild.graph.statements import Statement, Triple, state
from graphbuild.graph.streaming import stream
from graphbuild.graph.turtle import serialize
from graphbuild.graph.validation import validate
from graphbuild.model import Claim, Document, Entity, Fact, Promise

__all__ = ["build", "parse", "part", "save", "serialize", "triples", "validate"]


def build(
    entities: Sequence[Entity], facts: Sequence[Fact], documents: Sequence[Document], base: str = BASE,
    promises: Sequence[Promise] = (),
) -> Graph:
    """The graph; in what order things are given makes no difference."""
    mint = Mint(base)
    said = dict.fromkeys(everything(entities, facts, documents, mint, promises))
    graph = new_graph(base, {mint.segment(subject) for subject, _, _ in said})
    for triple in said:
        graph.store.add(triple, graph)
    return graph


def save(
    path: Path, entities: Sequence[Entity], facts: Sequence[Fact], documents: Sequence[Document], base: str = BASE,
    promises: Sequence[Promise] = (),
) -> int:
    """The same graph as a file of Turtle, byte for byte, and how many triples it holds; it need not fit into memory."""
    mint = Mint(base)
    return stream(everything(entities, facts, documents, mint, promises), mint, path)


def everything(
    entities: Sequence[Entity], facts: Sequence[Fact], documents: Sequence[Document], mint: Mint, promises: Sequence[Promise]
) -> Iterator[Triple]:
    yield from triples(entities, facts, documents, mint)
    yield from promises_room.describe(promises, mint)
    yield from successions(facts, mint)


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
        yield from write(statement, claims, names, mint)


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


def write(statement: Statement, claims: list[Claim], names: Names, mint: Mint) -> Iterator[Triple]:
    yield from statement.beside
    for predicate, term in statement.says:
        yield statement.iri, predicate, term
    yield from ground(statement.iri, claims, statement.ends, names, mint)
    if (RDF.type, GB.Post) in statement.says:
        yield from stated_between(statement.iri, claims)
