"""Annotated texts in, the tagger's model out: python -m graphbuild.mentions.train FOLDER (averaged perceptrons)."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graphbuild.knowledge import Knowledge, load
from graphbuild.mentions import features, kinds
from graphbuild.mentions.annotated import Marked, read
from graphbuild.mentions.tagger import LABELS, NEVER, Model, allowed, best_paths
from graphbuild.mentions.words import cutter, lines
from graphbuild.text.sentences import sentences

ROUNDS = 10
SCALE = 32
Rows = npt.NDArray[np.int64]
Sample = tuple[Rows, Rows]


class Average:
    """Perceptron weights with the sum that their average needs."""

    def __init__(self, *shape: int) -> None:
        self.now, self.sums, self.clock = np.zeros(shape), np.zeros(shape), 1

    def change(self, row: Rows | np.int64, label: int, by: int) -> None:
        self.now[row, label] += by
        self.sums[row, label] += by * self.clock

    def whole(self) -> npt.NDArray[np.int32]:
        return np.rint((self.now - self.sums / self.clock) * SCALE).clip(-32767, 32767).astype(np.int32)


def samples(marked: Marked, knowledge: Knowledge) -> Iterator[Sample]:
    """Each sentence's feature rows and labels; a sentence whose edge cuts a name is left out."""
    text = marked.view.text
    rows = features.table(list(lines(text, cutter(knowledge))), text, knowledge)
    labels = np.zeros(len(text), np.int64)
    for start, end, names in marked.names:
        inside = ["S"] if end - start == 1 else ["B", *"I" * (end - start - 2), "E"]
        labels[start:end] = [LABELS.index(f"{place}-{kinds.group(names[0])}") for place in inside]
    for start, end in sentences(text):
        if LABELS[labels[start]][0] in "OBS" and LABELS[labels[end - 1]][0] in "OES":
            yield rows[start:end], labels[start:end]


def train_names(data: Sequence[Sample], rounds: int = ROUNDS) -> tuple[Average, Average]:
    """A structured perceptron over sentences in a fixed order of shuffles."""
    weights, steps = Average(2**features.BITS, len(LABELS)), Average(len(LABELS), len(LABELS))
    mask, order = np.where(allowed(), 0, NEVER), np.random.default_rng(1)
    for _ in range(rounds):
        for index in order.permutation(len(data)):
            rows, gold = data[index]
            guess = np.zeros(len(gold), np.int64)
            emissions = weights.now[rows].sum(1).astype(np.int32)
            best_paths(emissions, [(0, len(gold))], (steps.now + mask).astype(np.int32), guess)
            correct(weights, steps, rows, gold, guess)
            weights.clock = steps.clock = weights.clock + 1
    return weights, steps


def correct(weights: Average, steps: Average, rows: Rows, gold: Rows, guess: Rows) -> None:
    wrong = gold != guess
    for path, by in ((gold, 1), (guess, -1)):
        for t in np.flatnonzero(wrong):
            weights.change(rows[t], int(path[t]), by)
        for t in np.flatnonzero(wrong[1:] | wrong[:-1]):
            steps.change(path[t], int(path[t + 1]), by)


def train_kinds(texts: Sequence[Marked], knowledge: Knowledge, rounds: int = ROUNDS) -> Average:
    """A perceptron over names; any of a name's classes is right."""
    weights, order = Average(2**kinds.BITS, len(kinds.KINDS)), np.random.default_rng(1)
    data = [(kinds.features(m.view.text, a, b, knowledge), names) for m in texts for a, b, names in m.names]
    for _ in range(rounds):
        for index in order.permutation(len(data)):
            rows, names = data[index]
            guess = int(weights.now[rows].sum(0).argmax())
            if kinds.KINDS[guess] not in names:
                weights.change(rows, kinds.KINDS.index(names[0]), 1)
                weights.change(rows, guess, -1)
            weights.clock += 1
    return weights


def train(texts: Sequence[Marked], knowledge: Knowledge, rounds: int = ROUNDS) -> Model:
    weights, steps = train_names([s for marked in texts for s in samples(marked, knowledge)], rounds)
    return Model(weights.whole(), steps.whole(), train_kinds(texts, knowledge).whole())


def save(model: Model, path: Path) -> None:
    """Only the rows that weigh something."""
    rows = np.flatnonzero(np.abs(model.weights).max(1) > 2)
    np.savez_compressed(
        path,
        rows=rows.astype(np.int32),
        weights=model.weights[rows].astype(np.int16),
        steps=model.steps.astype(np.int16),
        kinds=model.kinds.astype(np.int16),
    )


def main(folders: Sequence[str]) -> None:
    knowledge = load()
    paths = sorted(path for folder in folders for path in Path(folder).glob("*.txt"))
    save(train([read(path) for path in paths], knowledge), Path(__file__).with_name("model.npz"))


if __name__ == "__main__":
    main(sys.argv[1:])
