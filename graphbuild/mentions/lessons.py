"""An annotated text in, a lesson for the tagger out: what is seen of each character, its label, the pieces that count."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graphbuild.knowledge import Knowledge
from graphbuild.mentions import chain, kinds
from graphbuild.mentions.annotated import Marked
from graphbuild.mentions.features import Codes, see, table
from graphbuild.mentions.paths import LABELS
from graphbuild.mentions.words import cutter, lines
from graphbuild.text.sentences import sentences

SHORTEST, LONGEST = 12, 250
Places = Sequence[tuple[int, int]]


class Lesson(NamedTuple):
    """A text's columns, its labels, its sentences, and these cut into shorter pieces."""

    seen: Codes
    labels: npt.NDArray[np.int64]
    sentences: Places
    pieces: Places


def lesson(marked: Marked, knowledge: Knowledge) -> Lesson:
    """A sentence whose edge cuts a name is left out."""
    text = marked.view.text
    labels = np.zeros(len(text), np.int64)
    for start, end, names in marked.names:
        if not start < end <= len(text):  # cleaned away, as a reporter's name is
            continue
        inside = ["S"] if end - start == 1 else ["B", *"I" * (end - start - 2), "E"]
        labels[start:end] = [LABELS.index(f"{place}-{kinds.group(names[0])}") for place in inside]
    whole = [(a, b) for a, b in sentences(text) if LABELS[labels[a]][0] in "OBS" and LABELS[labels[b - 1]][0] in "OES"]
    short = list(pieces(text, labels, [(start, end) for start, end in whole if end - start <= LONGEST]))
    return Lesson(see(lines(text, cutter(knowledge)), text, knowledge), labels, whole, short)


def pieces(text: str, labels: npt.NDArray[np.int64], places: Places) -> Iterator[tuple[int, int]]:
    """The sentences cut further at marks outside names: short rows are counted through faster."""
    for start, end in places:
        first = start
        for n in range(start, end - 1):
            if n + 1 - first >= SHORTEST and text[n] in "，；：。、" and labels[n] == 0:
                yield first, n + 1
                first = n + 1
        yield first, end


def samples(one: Lesson) -> Iterator[chain.Sample]:
    """Each sentence's feature rows and labels."""
    rows = table(one.seen)
    yield from ((rows[start:end], one.labels[start:end]) for start, end in one.sentences)
