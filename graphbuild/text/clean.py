"""A text as read in, a View for reading out: widths and punctuation made even, every character mapped back."""

import unicodedata
from array import array

from graphbuild.model import View

EVEN = str.maketrans({",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "!": "！", "?": "？", "\r": "\n"})


def clean(text: str, start: int = 0, end: int | None = None) -> View:
    """The piece text[start:end] made even; offsets stay those of the whole text."""
    characters: list[str] = []
    origin = array("L")
    for offset in range(start, len(text) if end is None else end):
        for character in even(text[offset]):
            characters.append(character)
            origin.append(offset)
    return View("".join(characters), origin)


def even(character: str) -> str:
    return unicodedata.normalize("NFKC", character).translate(EVEN)
