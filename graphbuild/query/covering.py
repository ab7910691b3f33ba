"""Pieces that may be understood of a text in, the ones that leave least of it over out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.model import PartialDate

LEFT, WORD, NAME = 10.0, 1.0, 0.5  # what a character left over, a cue and a name cost


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end] is a name or a part of one, a cue or a day."""

    start: int
    end: int
    kind: str
    day: PartialDate | None = None
    told: PartialDate | None = None  # the day as it was told: perhaps without its year

    @property
    def cost(self) -> float:
        return WORD if self.kind == "cue" else NAME


def cover(length: int, pieces: Iterable[Piece]) -> list[Piece]:
    """The cheapest way through the text from left to right: few characters left over, few pieces, names before cues."""
    at = defaultdict(list)
    for piece in pieces:
        at[piece.start].append(piece)
    best: list[tuple[float, Piece | None]] = [(LEFT * n, None) for n in range(length + 1)]
    for start in range(length):
        if best[start][0] + LEFT < best[start + 1][0]:
            best[start + 1] = best[start][0] + LEFT, None
        for piece in at[start]:
            if best[start][0] + piece.cost < best[piece.end][0]:
                best[piece.end] = best[start][0] + piece.cost, piece
    return way(best)


def way(best: list[tuple[float, Piece | None]]) -> list[Piece]:
    found, end = [], len(best) - 1
    while end > 0:
        piece = best[end][1]
        if piece:
            found.append(piece)
        end = piece.start if piece else end - 1
    return found[::-1]
