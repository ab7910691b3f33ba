"""An annotated text in, its view and marked names out: `[青山区应急局|Organization]` marks a name and its classes."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from graphbuild.model import View
from graphbuild.text.clean import clean

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Za-z+]+)\]")

NAME, AREA = 0.5, 0.25  # how many names are exchanged


class Marked(NamedTuple):
    """A view with its marked names: start, end, classes."""

    view: View
    names: list[tuple[int, int, tuple[str, ...]]]


def read(path: Path) -> Marked:
    return parse(path.read_text("utf-8"))


def parse(source: str) -> Marked:
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


def exchanged(sources: Sequence[str], seed: int) -> list[str]:
    """The texts again with some of their names exchanged for names of the same classes from other texts."""
    chance, pool = np.random.default_rng(seed), defaultdict(set)
    for source in sources:
        for found in MARK.finditer(source):
            pool[found[2]].add(found[1])
    names = {kinds: sorted(pool[kinds]) for kinds in pool}

    def other(source: str) -> str:
        taken: dict[str, str] = {}
        for found in MARK.finditer(source):
            change = chance.random() < (AREA if found[2] == "District" else NAME)
            taken.setdefault(found[1], names[found[2]][chance.integers(len(names[found[2]]))] if change else found[1])
        return MARK.sub(lambda found: f"[{taken[found[1]]}|{found[2]}]", source)

    return [other(source) for source in sources]
