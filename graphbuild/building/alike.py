"""Triples that several parts may say alike in, rows of bytes out, and back: most are only compared, never taken apart."""

from collections.abc import Iterable

from graphbuild.building.sheaf import Sheaf
from graphbuild.graph.statements import Triple

END = b"\n"  # no literal holds a line's end, no IRI a space


def rows(triples: Iterable[Triple]) -> bytes:
    return END.join(" ".join(triple).encode() for triple in triples)


def alike(sheaves: Iterable[Sheaf]) -> set[bytes]:
    """What is said once, whoever says it."""
    found: set[bytes] = set()
    for sheaf in sheaves:
        if piece := sheaf.piece("common"):
            found.update(piece.split(END))
    return found


def triple(row: bytes) -> Triple:
    subject, predicate, object = row.decode().split(" ", 2)
    return subject, predicate, object


def subject(row: bytes) -> bytes:
    return row[: row.find(b" ")]
