"""An entity, a document or a statement in, the row out that a page shows of it; keys are the ends of IRIs."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from graphbuild.graph.evidence import where
from graphbuild.graph.ids import Mint
from graphbuild.graph.literals import real
from graphbuild.graph.statements import Statement
from graphbuild.model import Claim, Document, Entity

Row: TypeAlias = list[Any]
Stated: TypeAlias = Sequence[tuple[Statement, Sequence[Claim]]]
CONCEPT = ("a", "skos:Concept")
SPOKEN_OF = ("a", "org:member", "gb:thing", "gb:area")  # what a row tells by its first two fields


def key(term: str, mint: Mint) -> str:
    return mint.full(term).removeprefix(mint.base)


def thing(entity: Entity, mint: Mint) -> Row:
    names = sorted(set(entity.names) - {entity.name})
    return [key(mint.thing(entity.id), mint), entity.name, names, sorted(entity.kinds), entity.code]


def document(told: Document, mint: Mint) -> Row:
    about = told.title or told.source, str(real(told.published)), told.publisher, told.source, str(real(told.said))
    return [key(mint.named("document", told.id), mint), *about]


def statement(told: Statement, claims: Sequence[Claim], mint: Mint) -> Row:
    """Ends and relation, what it says in words, its name, and by what rule and how surely it is stated where."""
    subject, object = (*(key(mint.thing(end), mint) for end in told.ends), "")[:2]
    edge = told.says[0][1] == "gb:Claim"
    relation = claims[0].relation if edge else next(kind for p, kind in reversed(told.says) if p == "a").partition(":")[2]
    says = [] if edge else [text for p, o in told.says if p not in SPOKEN_OF and not (object and p == "org:organization")
                            for text in (p, o)]  # fmt: skip
    rules, sure = ", ".join(sorted({claim.rule for claim in claims})), round(max(claim.confidence for claim in claims), 4)
    return [subject, relation, object, says, told.iri.partition(":")[2], rules, sure, places(claims, mint)]


def places(claims: Iterable[Claim], mint: Mint) -> list[tuple[str, int, int]]:
    found = {(document, int(start), int(end)) for document, start, end in map(where, claims)}
    return [(key(mint.named("document", document), mint), start, end) for document, start, end in sorted(found)]


def offices(stated: Stated, mint: Mint) -> Iterator[Row]:
    for office, name in beside(stated, "skos:prefLabel", "gb:Office").items():
        yield [key(office, mint), spoken(name), [], ["Office"], ""]


def chairs(stated: Stated, mint: Mint) -> Iterator[tuple[str, str, str]]:
    for office, body in beside(stated, "org:postIn", "gb:Office").items():
        yield key(office, mint), "postIn", key(body, mint)


def concepts(stated: Stated, mint: Mint) -> Mapping[str, str]:
    """What indicators are called, where their IRIs do not tell."""
    named = {term: spoken(label) for term, label in beside(stated, "skos:prefLabel", "skos:Concept").items()}
    return {term: name for term, name in named.items() if term.partition(":")[2] != name}


def beside(stated: Stated, predicate: str, kind: str) -> dict[str, str]:
    """What is said of offices or of indicators where a post or a measure names them."""
    told = {triple for statement, _ in stated for triple in statement.beside}
    of = {subject for subject, p, object in told if p == "a" and object == kind}
    return {subject: object for subject, p, object in sorted(told) if p == predicate and subject in of}


def spoken(literal: str) -> str:
    """Turtle escapes as JSON does."""
    text: str = json.loads(literal[: literal.rindex('"') + 1])
    return text
