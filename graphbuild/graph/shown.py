"""A part's entities, documents and statements in, what a page shows of them out, as plain rows."""

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphbuild.graph.evidence import AROUND, where
from graphbuild.graph.ids import Mint
from graphbuild.graph.shown_rows import Row, Stated, chairs, concepts, document, key, offices, statement, thing
from graphbuild.model import Cited, Claim, Document, Entity

FRONT, NOTES, WORDS = "page front", "page notes", "page words"  # what the pieces are called by


@dataclass(frozen=True)
class Front:
    """What must be known of all parts at once; `also` are things of others of which this part has notes."""

    things: Sequence[Row]
    edges: Sequence[Row]
    also: Sequence[str]
    documents: Sequence[Row]
    notes: int


@dataclass(frozen=True)
class Shown:
    """Notes say something of one thing; `names` are what their terms are called; `words` are quotations."""

    front: Front
    notes: Sequence[Row]
    names: Mapping[str, str]
    words: Sequence[Row]

    def pieces(self) -> dict[str, bytes]:
        told: dict[str, Any] = {FRONT: tuple(vars(self.front).values()), NOTES: (self.notes, self.names), WORDS: self.words}
        return {name: marshal.dumps(rows) for name, rows in told.items()}


def shown(
    entities: Sequence[Entity], documents: Sequence[Document], stated: Stated, quoted: Iterable[Claim], mint: Mint
) -> Shown:
    things = [*(thing(entity, mint) for entity in entities), *offices(stated, mint)]
    said = [statement(*each, mint) for each in stated if each[0].ends]
    notes, edges = [row for row in said if not row[2]], [row for row in said if row[2]]
    listed = [(key(mint.thing(e.id), mint), "locatedIn", key(mint.thing(e.parent), mint)) for e in entities if e.parent]
    edges += [[*ends, [], "", "", 1.0, []] for ends in (*listed, *chairs(stated, mint))]
    also = sorted({row[0] for row in notes} - {row[0] for row in things})
    front = Front(things, edges, also, [document(each, mint) for each in documents], len(notes))
    claims = [*(claim for fact, claims in stated if fact.ends for claim in claims), *(claim for claim in quoted if claim.subject)]
    return Shown(front, notes, concepts(stated, mint), quotations(claims, mint))


def front(piece: Callable[[str], bytes]) -> Front:
    return Front(*marshal.loads(piece(FRONT)))  # noqa: S302 - what we packed ourselves, its hash checked


def opened(piece: Callable[[str], bytes]) -> Shown:
    notes, names = marshal.loads(piece(NOTES))  # noqa: S302
    return Shown(front(piece), notes, names, marshal.loads(piece(WORDS)))  # noqa: S302


def quotations(claims: Iterable[Claim], mint: Mint) -> list[Row]:
    """What is cited elsewhere is quoted where its text is at hand."""
    found = {where(claim): claim.document for claim in claims if not isinstance(claim, Cited)}
    order = sorted(found, key=lambda place: (place[0], int(place[1]), int(place[2])))
    return [quotation(place, found[place].text, mint) for place in order]


def quotation(place: tuple[str, str, str], text: str, mint: Mint) -> Row:
    document, start, end = place[0], int(place[1]), int(place[2])
    name = mint.hashed("evidence", *place).partition(":")[2]
    around = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return [key(mint.named("document", document), mint), start, end, name, around[0], text[start:end], around[1]]
