"""What a page shows of a part in, the same packed out: blocks in Base64, as they stand in the page that opens them one by one."""

import json
import marshal
import zlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphbuild.graph.shown import Shown
from graphbuild.graph.shown_rows import Row
from graphbuild.graph.spelling import spell

HEAD = 4  # bytes of a block that say how long it is unpacked
AT_ONCE = 100_000  # characters of quotations that are opened together


@dataclass(frozen=True)
class Packed:
    """`within` tells in which blocks of words those of a document are."""

    things: str
    notes: str
    words: Sequence[str]
    within: Mapping[str, Sequence[int]]


def pack(part: Shown) -> Packed:
    things = [[*row, spell((row[1], *row[2]))] for row in part.front.things]
    words, within = blocks(part.words)
    notes = deflated(numbered(part.notes, part.names)) if part.notes else ""
    return Packed(deflated(things) if things else "", notes, words, within)


def written(packed: Packed) -> bytes:
    return marshal.dumps((packed.things, packed.notes, list(packed.words), dict(packed.within)))


def read(note: bytes) -> Packed:
    return Packed(*marshal.loads(note))  # noqa: S302 - what we packed ourselves, its hash checked


def numbered(notes: Sequence[Row], names: Mapping[str, str]) -> Mapping[str, object]:
    """Numbers of things and documents hold within a part alone, so that another part changes none of it."""
    things = {name: n for n, name in enumerate(dict.fromkeys(row[0] for row in notes))}
    documents = {name: n for n, name in enumerate(dict.fromkeys(place[0] for row in notes for place in row[7]))}
    rows = [
        [things[row[0]], row[1], *row[3:7], [n for name, start, end in row[7] for n in (documents[name], start, end)]]
        for row in notes
    ]
    return {"things": list(things), "documents": list(documents), "names": names, "said": rows}


def blocks(words: Sequence[Row]) -> tuple[list[str], dict[str, list[int]]]:
    made: list[str] = []
    within: dict[str, list[int]] = {}
    rows: list[Row] = []
    size = 0
    for row in words:
        if size > AT_ONCE:
            made.append(deflated(rows))
            rows, size = [], 0
        rows.append(row)
        size += len(row[5])
        if within.setdefault(row[0], [])[-1:] != [len(made)]:
            within[row[0]].append(len(made))
    return ([*made, deflated(rows)] if rows else made), within


def deflated(value: object) -> str:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return b64encode(len(text).to_bytes(HEAD, "big") + packer.compress(text) + packer.flush()).decode("ascii")
