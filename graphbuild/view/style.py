"""Classes in, how they are drawn out: colour, shape, size of a label; the page's own programs read the same file."""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# What would turn a line of text around or break it; a label is one line, drawn from left to right.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]+|\s+")
LONGEST = 18
LINE = 9
FONT = 16


@dataclass(frozen=True)
class Style:
    classes: dict[str, list[str]]
    telling: dict[str, float]
    other: list[str]
    relations: dict[str, tuple[str, list[int]]]
    otherRelation: tuple[str, list[int]]  # noqa: N815 - the page reads it by this name
    shapes: dict[str, list[tuple[float, float]]]

    def kind(self, kinds: Sequence[str]) -> str:
        """Of several classes the first one of our list tells most."""
        return next((kind for kind in self.classes if kind in kinds), kinds[0] if kinds else "")

    def of(self, kind: str) -> list[str]:
        return self.classes.get(kind, self.other)

    def line(self, relation: str) -> tuple[str, list[int]]:
        return self.relations.get(relation, self.otherRelation)


def file(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def style() -> Style:
    return Style(**json.loads(file("style.json")))


def label(name: str, longest: int = LONGEST) -> str:
    """A name as it stands in a picture: one line, in its own order, not too long."""
    clean = UNSEEN.sub(" ", name).strip()
    return clean if len(clean) <= longest else clean[: longest - 1] + "…"


def lines(text: str) -> list[str]:
    """A longer label in two lines of about one length."""
    if len(text) <= LINE:
        return [text]
    breaks = [at for at in range(1, len(text)) if not (text[at - 1] + text[at]).isascii()] or [len(text) // 2]
    half = min(breaks, key=lambda at: abs(at - len(text) / 2))
    return [text[:half], text[half:]]


def room(rows: Sequence[str]) -> tuple[float, float]:
    """What a thing takes in a picture: itself, its name under it, and some air."""
    return max(map(width, rows)) + 16, 38 + FONT * 1.2 * len(rows)


def width(text: str, size: float = FONT) -> float:
    """About what a text measures: a Chinese character is as wide as high."""
    return size * sum(1.0 if unicodedata.east_asian_width(character) in "WF" else 0.56 for character in text)
