"""A part's entities, documents and statements in, what a page shows of them out: pieces that are joined without being read."""

import json
import marshal
import zlib
from collections.abc import Iterable, Mapping, Sequence

from graphbuild.graph.evidence import AROUND, where
from graphbuild.graph.ids import Mint
from graphbuild.graph.shown_rows import Row, Stated, chairs, concepts, document, key, offices, statement, thing
from graphbuild.model import Cited, Claim, Document, Entity

THINGS, SAID, WORDS, FRONT = "page things", "page said", "page words", "page front"  # what the pieces are called by
HEAD = 4  # bytes of a block that say how long it is unpacked
AT_ONCE = 100_000  # characters of quotations that are opened together
Place = tuple[str, str, str]


def shown(
    entities: Sequence[Entity], documents: Sequence[Document], stated: Stated, quoted: Iterable[Claim], mint: Mint
) -> dict[str, bytes]:
    """Numbers of things and documents hold within a piece alone, so that another part changes none of it."""
    things = [*(thing(entity, mint) for entity in entities), *offices(stated, mint)]
    said = [statement(*each, mint) for each in stated if each[0].ends]
    notes, edges = [row for row in said if not row[2]], [row for row in said if row[2]]
    listed = [(key(mint.thing(e.id), mint), "locatedIn", key(mint.thing(e.parent), mint)) for e in entities if e.parent]
    edges += [[*ends, [], "", "", 1.0, []] for ends in (*listed, *chairs(stated, mint))]
    words, lengths, blocks = quotations([*(claim for _, claims in stated for claim in claims), *quoted], mint)
    front = {
        "edges": edges, "also": sorted({row[0] for row in notes} - {row[0] for row in things}), "notes": len(notes),
        "documents": [[*document(each, mint), blocks.get(each.id, [])] for each in documents], "words": lengths,
    }  # fmt: skip
    pieces = {THINGS: deflated(things) if things else b"", WORDS: words, FRONT: marshal.dumps(front)}
    return pieces | ({SAID: deflated(numbered(notes, concepts(stated, mint)))} if notes else {})


def numbered(notes: Sequence[Row], names: Mapping[str, str]) -> Mapping[str, object]:
    things = {name: n for n, name in enumerate(dict.fromkeys(row[0] for row in notes))}
    documents = {name: n for n, name in enumerate(dict.fromkeys(place[0] for row in notes for place in row[7]))}
    rows = [
        [things[row[0]], row[1], *row[3:7], [n for name, start, end in row[7] for n in (documents[name], start, end)]]
        for row in notes
    ]
    return {"things": list(things), "documents": list(documents), "names": names, "said": rows}


def quotations(claims: Iterable[Claim], mint: Mint) -> tuple[bytes, list[int], dict[str, list[int]]]:
    """Quotations by document in blocks, how long each block is, and in which of them those of a document are."""
    found = {where(claim): claim.document for claim in claims if not isinstance(claim, Cited)}
    blocks: list[bytes] = []
    within: dict[str, list[int]] = {}
    rows: list[Row] = []
    size = 0
    for place in sorted(found, key=lambda place: (place[0], int(place[1]), int(place[2]))):
        if size > AT_ONCE:
            blocks.append(deflated(rows))
            rows, size = [], 0
        rows.append(quotation(place, found[place].text, mint))
        size += len(rows[-1][5])
        within.setdefault(place[0], [])
        if within[place[0]][-1:] != [len(blocks)]:
            within[place[0]].append(len(blocks))
    if rows:
        blocks.append(deflated(rows))
    return b"".join(blocks), list(map(len, blocks)), within


def quotation(place: Place, text: str, mint: Mint) -> Row:
    document, start, end = place[0], int(place[1]), int(place[2])
    name = mint.hashed("evidence", *place).partition(":")[2]
    around = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return [key(mint.named("document", document), mint), start, end, name, around[0], text[start:end], around[1]]


def deflated(value: object) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return len(text).to_bytes(HEAD, "big") + packer.compress(text) + packer.flush()
