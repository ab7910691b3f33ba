"""An annotated text in, its view and marked names out: `[青山区应急局|Organization]` marks a name and its classes."""

import re
from bisect import bisect_left
from pathlib import Path
from typing import NamedTuple

from graphbuild.model import View
from graphbuild.text.clean import clean

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Za-z+]+)\]")


class Marked(NamedTuple):
    """A view with its marked names: start, end, classes."""

    view: View
    names: list[tuple[int, int, tuple[str, ...]]]


def read(path: Path) -> Marked:
    source = path.read_text("utf-8")
    text, marks, done = "", [], 0
    for found in MARK.finditer(source):
        text += source[done : found.start()]
        marks.append((len(text), len(text) + len(found[1]), tuple(found[2].split("+"))))
        text += found[1]
        done = found.end()
    view = clean(text + source[done:])
    return Marked(view, [in_view(view, *mark) for mark in marks])


def in_view(view: View, start: int, end: int, kinds: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
    return bisect_left(view.origin, start), bisect_left(view.origin, end), kinds
