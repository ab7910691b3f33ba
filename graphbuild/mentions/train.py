"""Annotated texts in, the tagger's model out: python -m graphbuild.mentions.train FOLDER."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graphbuild.knowledge import Knowledge, load
from graphbuild.mentions import chain, features, kinds, trust
from graphbuild.mentions.annotated import Marked, read
from graphbuild.mentions.paths import LABELS
from graphbuild.mentions.spans import find
from graphbuild.mentions.tagger import Model, beyond, masked
from graphbuild.mentions.words import cutter, lines
from graphbuild.text.sentences import sentences

ROUNDS = 8
SCALE = 1000
LEAST = 20
PARTS = 4
NOTHING = np.zeros(0, np.int32)


def samples(marked: Marked, knowledge: Knowledge) -> Iterator[chain.Sample]:
    """Each sentence's feature rows and labels; a sentence whose edge cuts a name is left out."""
    text = marked.view.text
    rows = features.table(lines(text, cutter(knowledge)), text, knowledge)
    labels = np.zeros(len(text), np.int64)
    for start, end, names in marked.names:
        inside = ["S"] if end - start == 1 else ["B", *"I" * (end - start - 2), "E"]
        labels[start:end] = [LABELS.index(f"{place}-{kinds.group(names[0])}") for place in inside]
    for start, end in sentences(text):
        if LABELS[labels[start]][0] in "OBS" and LABELS[labels[end - 1]][0] in "OES":
            yield rows[start:end], labels[start:end]


def train_kinds(texts: Sequence[Marked], knowledge: Knowledge, rounds: int = 10) -> npt.NDArray[np.float64]:
    """An averaged perceptron over names; any of a name's classes is right."""
    now, sums, clock = np.zeros((2**kinds.BITS, len(kinds.KINDS))), np.zeros((2**kinds.BITS, len(kinds.KINDS))), 1
    data = [(kinds.features(m.view.text, a, b, knowledge), names) for m in texts for a, b, names in m.names]
    order = np.random.default_rng(1)
    for _ in range(rounds):
        for index in order.permutation(len(data)):
            rows, names = data[index]
            guess = int(now[rows].sum(0).argmax())
            if kinds.KINDS[guess] not in names:
                for label, by in ((kinds.KINDS.index(names[0]), 1), (guess, -1)):
                    now[rows, label] += by
                    sums[rows, label] += by * clock
            clock += 1
    return now - sums / clock


def whole(weights: npt.NDArray[np.float64], scale: int) -> npt.NDArray[np.int32]:
    """Whole numbers add up the same on every machine."""
    return np.rint(weights * scale).clip(-32767, 32767).astype(np.int32)


def train_trust(texts: Sequence[Marked], knowledge: Knowledge, rounds: int) -> npt.NDArray[np.float64]:
    """What a model that has not seen a text finds in it, right or wrong, teaches when to trust it."""
    data = []
    for part in range(PARTS):
        unseen = [marked for n, marked in enumerate(texts) if n % PARTS == part]
        others = [s for n, marked in enumerate(texts) if n % PARTS != part for s in samples(marked, knowledge)]
        weights, steps = chain.fit(others, 2**features.BITS, rounds)
        model = Model(beyond(whole(weights, SCALE)), masked(whole(steps, SCALE)), NOTHING, NOTHING)
        for marked in unseen:
            right = {(start, end) for start, end, _ in marked.names}
            words = lines(marked.view.text, cutter(knowledge))
            spans = find(marked.view.text, words, (), model, knowledge)
            rows = trust.table(spans, marked.view.text, words, knowledge)
            data += [(seen, (span.start, span.end) in right) for span, seen in zip(spans, rows, strict=True)]
    return logistic(data, 2**trust.BITS)


def logistic(data: Sequence[tuple[chain.Rows, bool]], size: int, rounds: int = 12) -> npt.NDArray[np.float64]:
    """Weights that tell right from wrong (AdaGrad, mean of the last rounds)."""
    weights, speed, sums = np.zeros(size), np.full(size, 1e-2), np.zeros(size)
    order = np.random.default_rng(1)
    for turn in range(rounds):
        for n in order.permutation(len(data)):
            rows, right = data[n]
            surplus = float(right) - 1 / (1 + np.exp(-weights[rows].sum()))
            change = surplus - 1e-3 * weights[rows]
            speed[rows] += change * change
            weights[rows] += 0.05 * change / np.sqrt(speed[rows])
        if turn >= rounds - 4:
            sums += weights / 4
    return sums


def train(texts: Sequence[Marked], knowledge: Knowledge, rounds: int = ROUNDS) -> Model:
    data = [sample for marked in texts for sample in samples(marked, knowledge)]
    weights, steps = chain.fit(data, 2**features.BITS, rounds)
    kind, sure = train_kinds(texts, knowledge), train_trust(texts, knowledge, rounds)
    return Model(whole(weights, SCALE), whole(steps, SCALE), whole(kind, 32), whole(sure, SCALE))


def save(model: Model, path: Path) -> None:
    """Only the rows that weigh something."""
    rows = np.flatnonzero(np.abs(model.weights).max(1) > LEAST)
    np.savez_compressed(
        path,
        rows=rows.astype(np.int32),
        weights=model.weights[rows].astype(np.int16),
        steps=model.steps.astype(np.int16),
        kinds=model.kinds.astype(np.int16),
        trust=model.trust.astype(np.int16),
    )


def main(folders: Sequence[str]) -> None:
    knowledge = load()
    paths = sorted(path for folder in folders for path in Path(folder).glob("*.txt"))
    save(train([read(path) for path in paths], knowledge), Path(__file__).with_name("model.npz"))


if __name__ == "__main__":
    main(sys.argv[1:])
