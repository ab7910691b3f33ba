"""A Read in, bytes out, and back: plain rows of values, many times quicker and smaller than objects one by one."""

import marshal
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import fields
from hashlib import sha256
from operator import attrgetter
from typing import Any, TypeAlias

from graphbuild.model import Claim, Document, Issue, Mention, PartialDate, View
from graphbuild.reading.cards import Card
from graphbuild.reading.read import Read, Said
from graphbuild.text.own import own_place

Row: TypeAlias = Any  # what marshal gives back
MENTION, ISSUE = attrgetter(*Mention.__slots__), attrgetter(*Issue.__slots__)
DATE = attrgetter(*PartialDate.__slots__)
QUICK = 1  # zlib's level: texts halve, and it costs less than the disk


def pack(read: Read) -> bytes:
    """In front the cards, which can be looked at alone, then the texts, then all the rest."""
    trouble = ISSUE(read.trouble) if read.trouble else None
    texts = list(dict.fromkeys(said.document.text for said in read.articles))
    shown = [card(said, texts.index(said.document.text)) for said in read.articles]
    pieces = marshal.dumps((trouble, shown)), *(zlib.compress(marshal.dumps(rows), QUICK) for rows in (
        texts, [article(said, texts.index(said.document.text)) for said in read.articles]))  # fmt: skip
    return marshal.dumps(tuple(map(len, pieces))) + b"".join(pieces)


def piece(packed: bytes, n: int) -> bytes:
    sizes = marshal.loads(packed)  # noqa: S302 - what we packed ourselves, its hash checked
    start = len(marshal.dumps(sizes)) + sum(sizes[:n])
    return packed[start : start + sizes[n]]


def unpack(packed: bytes) -> Read:
    trouble, _ = marshal.loads(piece(packed, 0))  # noqa: S302
    texts, rows = (marshal.loads(zlib.decompress(piece(packed, n))) for n in (1, 2))  # noqa: S302
    return Read([said(row, texts) for row in rows], Issue(*trouble) if trouble else None)


def reach(front: bytes) -> int:
    """How much of the whole the cards take, seen from what it begins with."""
    sizes = marshal.loads(front)  # noqa: S302
    return len(marshal.dumps(sizes)) + int(sizes[0])


def cards(packed: bytes) -> tuple[list[Card], Issue | None]:
    trouble, shown = marshal.loads(piece(packed, 0))  # noqa: S302
    return [carded(row) for row in shown], Issue(*trouble) if trouble else None


def texts(packed: bytes) -> list[str]:
    """What the sources hold, as read."""
    found: list[str] = marshal.loads(zlib.decompress(piece(packed, 1)))  # noqa: S302
    return found


def card(said: Said, text: int) -> Row:
    own, areas = own_place(said.document, said.found), [m for m in said.found if "District" in m.kinds]
    bare = {**document(said.document), "view": "", "origin": b""}
    return bare, own, list(map(MENTION, areas)), text, sha256(said.document.text.encode("utf-8", "surrogatepass")).hexdigest()


def carded(row: Row) -> Card:
    bare, own, areas, text, digest = row
    known = {mention[2:]: mention for mention in areas}  # a text names few areas a hundred times; where is not asked here
    made = {told: Mention(*mention) for told, mention in known.items()}
    return Card(restored(bare, ""), own, [made[mention[2:]] for mention in areas], text, digest)


def article(said: Said, text: int) -> Row:
    """Each mention once; claims name their ends by number."""
    numbers = {mention: n for n, mention in enumerate(dict.fromkeys((*said.found, *ends(said.claims))))}
    claims = [
        (c.relation, number(c.subject, numbers), number(c.object, numbers), c.start, c.end, c.rule, c.confidence, c.qualifiers)
        for c in said.claims
    ]
    found = [numbers[mention] for mention in said.found]
    return document(said.document), text, list(map(MENTION, numbers)), found, claims, list(map(ISSUE, said.left))


def ends(claims: Iterable[Claim]) -> Iterable[Mention]:
    return (end for claim in claims for end in (claim.subject, claim.object) if end)


def number(mention: Mention | None, numbers: dict[Mention, int]) -> int:
    return -1 if mention is None else numbers[mention]


def said(row: Row, texts: Sequence[str]) -> Said:
    told, text, mentions, found, claims, left = row
    of = restored(told, texts[text])
    known = [*(Mention(*mention) for mention in mentions), None]  # None is what -1 leads to
    read = [Claim(c[0], known[c[1]], known[c[2]], of, *c[3:]) for c in claims]
    return Said(of, [known[n] for n in found], read, [Issue(*issue) for issue in left])


def document(one: Document) -> dict[str, Row]:
    """All that is known of it but its text, which its source's articles share."""
    told = {field.name: getattr(one, field.name) for field in fields(one) if field.name not in ("text", "view")}
    dates = {name: DATE(value) for name, value in told.items() if isinstance(value, PartialDate)}
    return {"told": told | dates, "dates": list(dates), "view": one.view.text, "origin": runs(one.view.origin)}


def restored(row: dict[str, Row], text: str) -> Document:
    told = {**row["told"], **{name: PartialDate(*row["told"][name]) for name in row["dates"]}}
    return Document(text=text, view=View(row["view"], array("I", row["origin"])), **told)


def runs(origin: Sequence[int]) -> bytes:
    return (origin if isinstance(origin, array) else array("I", origin)).tobytes()
