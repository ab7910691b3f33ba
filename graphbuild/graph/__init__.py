"""Entities, facts and documents in, one RDF graph out: the only room that writes triples."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from rdflib import Graph

from graphbuild.errors import BrokenGraph
from graphbuild.graph import differing as differing_room
from graphbuild.graph import documents as documents_room
from graphbuild.graph import promises as promises_room
from graphbuild.graph import things
from graphbuild.graph.chunks import Chunk, chunk
from graphbuild.graph.evidence import Names, ground, quotes, stated_between
from graphbuild.graph.ids import Mint
from graphbuild.graph.joining import join
from graphbuild.graph.namespaces import BASE
from graphbuild.graph.posts import successions
from graphbuild.graph.reading import parse
from graphbuild.graph.statements import Statement, Triple, state
from graphbuild.graph.turtle import serialize
from graphbuild.graph.validation import validate
from graphbuild.model import Claim, Document, Entity, Fact, Promise
from graphbuild.text.squash import squash

__all__ = ["build", "parse", "save", "serialize", "validate", "write"]


INDICATOR = "indicator"
Pair = tuple[Fact, Fact]


def build(
    entities: Sequence[Entity], facts: Sequence[Fact], documents: Sequence[Document], base: str = BASE,
    promises: Sequence[Promise] = (), differing: Sequence[Pair] = (),
) -> Graph:
    """The graph; in what order things are given makes no difference."""
    with TemporaryDirectory() as folder:
        save(Path(folder) / "graph.ttl", entities, facts, documents, base, promises, differing)
        return parse(Path(folder) / "graph.ttl")


def save(
    path: Path, entities: Sequence[Entity], facts: Sequence[Fact], documents: Sequence[Document], base: str = BASE,
    promises: Sequence[Promise] = (), differing: Sequence[Pair] = (),
) -> int:
    """The same graph as a file of Turtle, byte for byte as `serialize` writes it, and how many triples it holds."""
    written = write(entities, facts, documents, base, promises, differing)
    common = chunk(written.common)
    join([written, common], Mint(base), path)
    return written.count + common.count


def write(
    entities: Sequence[Entity], facts: Sequence[Fact], documents: Iterable[Document], base: str = BASE,
    promises: Sequence[Promise] = (), differing: Sequence[Pair] = (),
    others: Iterable[Entity] = (), quoted: Iterable[Claim] = (),
) -> Chunk:
    """What is said of these things and documents; `others` are things described elsewhere, `quoted` claims stated there."""
    mint = Mint(base)
    names = {e.id: tuple(map(squash, (e.name, *e.names))) for e in (*others, *entities)}
    nodes = list(merge(facts, names, mint))
    said = chain(
        (triple for entity in entities for triple in things.describe(entity, mint)),
        (triple for document in documents for triple in documents_room.describe(document, mint)),
        (triple for statement, claims in nodes for triple in stated(statement, claims, names, mint)),
        promises_room.describe(promises, mint), differing_room.describe(differing, mint), successions(facts, mint),
    )  # fmt: skip
    common: set[Triple] = set()
    made = chunk(apart(said, common, mint), quotes(chain((claim for fact in facts for claim in fact.claims), quoted), mint))
    return replace(made, common=frozenset(common), stated=tuple(nodes))


def apart(triples: Iterable[Triple], common: set[Triple], mint: Mint) -> Iterator[Triple]:
    """Indicators are named by all who measure by them, shortly or, where Turtle cannot, by the whole IRI."""
    begins = f"{INDICATOR}:", f"<{mint.base}{INDICATOR}/"
    for triple in triples:
        if triple[0].startswith(begins):
            common.add(triple)
        else:
            yield triple


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
