"""Facts with cited claims in, bytes out, and back: the same bytes for the same facts, so that who gets them knows what is new."""

import marshal
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, TypeAlias

from graphbuild.model import Cited, Claim, Document, Fact, PartialDate, Span, View

Row: TypeAlias = Any  # what marshal gives back
PLAIN = 2  # a version of marshal that writes equal values alike
DATE = attrgetter(*PartialDate.__slots__)
EMPTY = View("", ())


@dataclass
class Cargo:
    """Facts to be merged with those of others, facts that help to judge, and what their ends are called."""

    facts: list[Fact] = field(default_factory=list)
    beside: list[Fact] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)


def load(facts: Sequence[Fact], beside: Sequence[Fact], names: Mapping[str, str]) -> bytes:
    documents = {claim.document.id: claim.document for fact in (*facts, *beside) for claim in fact.claims}
    ends = {end for fact in facts for end in (fact.subject, fact.object) if end}
    told = {id: (one.source, DATE(one.published), DATE(one.dateline)) for id, one in sorted(documents.items())}
    return marshal.dumps((told, list(map(row, facts)), list(map(row, beside)), {id: names[id] for id in sorted(ends)}), PLAIN)


def unload(pieces: Iterable[bytes]) -> Cargo:
    """Of several parts; what is said in one document comes from one part and stays in its order."""
    cargo = Cargo()
    for piece in pieces:
        told, facts, beside, names = marshal.loads(piece)  # noqa: S302 - what we packed ourselves, its hash checked
        documents = {id: document(id, *rest) for id, rest in told.items()}
        cargo.facts += [fact(one, documents) for one in facts]
        cargo.beside += [fact(one, documents) for one in beside]
        cargo.names |= names
    cargo.facts, cargo.beside = merged(cargo.facts), merged(cargo.beside)
    return cargo


def merged(facts: Iterable[Fact]) -> list[Fact]:
    """One for all claims that say the same."""
    said: dict[tuple[Any, ...], list[Any]] = {}
    for one in facts:
        said.setdefault((one.relation, one.subject, one.object, one.qualifiers), []).extend(one.claims)
    rows = sorted(said.items(), key=lambda item: (*item[0][:2], item[0][2] or "", str(item[0][3])))
    return [Fact(key[0], key[1], key[2], key[3], tuple(sorted(said, key=of_document))) for key, said in rows]


def of_document(claim: Claim) -> str:
    return claim.document.id


def row(one: Fact) -> Row:
    return one.relation, one.subject, one.object, one.qualifiers, [claim(c) for c in one.claims if isinstance(c, Cited)]


def claim(c: Cited) -> Row:
    absent = tuple(sorted(c.absent))
    return c.document.id, c.start, c.end, c.rule, c.confidence, c.qualifiers, c.place.start, c.place.end, absent, c.given


def fact(told: Row, documents: Mapping[str, Document]) -> Fact:
    relation, subject, object, qualifiers, claims = told
    cited = (
        Cited(
            relation, None, None, documents[c[0]], c[1], c[2], c[3], c[4], c[5], Span(c[0], c[6], c[7]), frozenset(c[8]), c[9]
        ) for c in claims
    )  # fmt: skip
    return Fact(relation, subject, object, qualifiers, tuple(cited))


def document(id: str, source: str, published: Row, dateline: Row) -> Document:
    return Document(id, source, "", EMPTY, published=PartialDate(*published), dateline=PartialDate(*dateline))
