"""A Read in, bytes out, and back: plain rows of values, many times quicker and smaller than objects one by one."""

import marshal
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeAlias

from graphbuild.model import Claim, Document, Issue, Mention, PartialDate, View
from graphbuild.reading.read import Read, Said

Row: TypeAlias = Any  # what marshal gives back
MENTION, ISSUE = attrgetter(*Mention.__slots__), attrgetter(*Issue.__slots__)
DATE = attrgetter(*PartialDate.__slots__)
QUICK = 1  # zlib's level: texts halve, and it costs less than the disk


def pack(read: Read) -> bytes:
    trouble = ISSUE(read.trouble) if read.trouble else None
    texts = list(dict.fromkeys(said.document.text for said in read.articles))
    rows = [article(said, texts.index(said.document.text)) for said in read.articles]
    return zlib.compress(marshal.dumps((trouble, texts, rows)), QUICK)


def unpack(packed: bytes) -> Read:
    trouble, texts, rows = marshal.loads(zlib.decompress(packed))  # noqa: S302 - what we packed ourselves, its hash checked
    return Read([said(row, texts) for row in rows], Issue(*trouble) if trouble else None)


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
