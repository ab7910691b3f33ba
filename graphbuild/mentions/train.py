"""Annotated texts in, the tagger's model out: python -m graphbuild.mentions.train FOLDER (with the extra `train`)."""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from graphbuild.knowledge import Knowledge, load
from graphbuild.mentions import chain, features, kinds, trust
from graphbuild.mentions.annotated import Marked, exchanged, parse
from graphbuild.mentions.lessons import lesson, samples
from graphbuild.mentions.spans import find
from graphbuild.mentions.tagger import GRAIN, Model, model
from graphbuild.mentions.words import cutter, lines

ROUNDS, DEEPER = 8, 2  # the net is taught twice as long, with names exchanged
EXCHANGES = 4
SCALE = 1000
LEAST, SMALL = 120, 2  # a row's best weight, a weight in grains: what is less is left out of the model
PARTS, TEACHERS = 4, 2
NOTHING = np.zeros(0, np.int16)


def teach(sources: Sequence[str], rounds: int, teachers: int = 0) -> dict[str, npt.NDArray[Any]]:
    """The chain and the net that these texts teach, as they are stored."""
    from graphbuild.mentions import deep  # torch is there for training alone

    knowledge = load()
    groups = (sources, *(exchanged(sources, seed) for seed in range(EXCHANGES)))
    lessons = [[lesson(parse(source), knowledge) for source in group] for group in groups]
    weights, steps = chain.fit([sample for one in lessons[0] for sample in samples(one)], 2**features.BITS, rounds)
    net = deep.fit([lessons[turn % len(lessons)] for turn in range(DEEPER * rounds - 1)], SCALE, teachers)
    grains = whole(weights, SCALE / GRAIN).clip(-127, 127).astype(np.int8)
    grains[np.abs(grains) < SMALL] = 0
    rows = np.flatnonzero(np.abs(weights).max(1) * SCALE > LEAST)
    nothing = {"kinds": NOTHING, "trust": NOTHING}
    return net | nothing | {
        "gaps": np.diff(rows, prepend=0).astype(np.int32), "weights": np.ascontiguousarray(grains[rows].T),
        "steps": whole(steps, SCALE).astype(np.int16),
    }  # fmt: skip


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


def whole(weights: npt.NDArray[np.float64], scale: float) -> npt.NDArray[np.int32]:
    """Whole numbers add up the same on every machine."""
    return np.rint(weights * scale).clip(-32767, 32767).astype(np.int32)


def train_trust(texts: Sequence[Marked], unseen: Sequence[Model], knowledge: Knowledge) -> npt.NDArray[np.float64]:
    """What a model that has not seen a text finds in it, right or wrong, teaches when to trust it."""
    data = []
    for n, marked in enumerate(texts):
        right = {(start, end) for start, end, _ in marked.names}
        words = lines(marked.view.text, cutter(knowledge))
        spans = find(marked.view.text, words, (), unseen[n % PARTS], knowledge)
        rows = trust.table(spans, marked.view.text, words, knowledge)
        data += [(np.array(seen, np.int64), (span.start, span.end) in right) for span, seen in zip(spans, rows, strict=True)]
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


def train(sources: Sequence[str], knowledge: Knowledge, rounds: int = ROUNDS) -> dict[str, npt.NDArray[Any]]:
    """A model of all texts, and one of all others for each part of them, side by side."""
    others = [[source for n, source in enumerate(sources) if n % PARTS != part] for part in range(PARTS)]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        stored, *parts = pool.map(teach, [sources, *others], [rounds] * (PARTS + 1), [TEACHERS, *(0 for _ in others)])
    texts = [parse(source) for source in sources]
    kind, sure = train_kinds(texts, knowledge), train_trust(texts, [model(part) for part in parts], knowledge)
    return stored | {"kinds": whole(kind, 32).astype(np.int16), "trust": whole(sure, SCALE).astype(np.int16)}


def main(folders: Sequence[str]) -> None:
    paths = sorted(path for folder in folders for path in Path(folder).glob("*.txt"))
    stored = train([path.read_text("utf-8") for path in paths], load())
    np.savez_compressed(Path(__file__).with_name("model.npz"), allow_pickle=False, **stored)


if __name__ == "__main__":
    main(sys.argv[1:])
