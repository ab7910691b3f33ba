"""Features in, names out: a linear chain over characters with whole-number weights, the same on every machine."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graphbuild.mentions.features import BITS
from graphbuild.text.sentences import sentences

GROUPS = ("thing", "district", "person", "event")
LABELS = ("O", *(f"{place}-{group}" for group in GROUPS for place in "BIES"))
NEVER = -(2**28)
BATCH = 128
Ints = npt.NDArray[np.int32]


class Model(NamedTuple):
    """Weights a feature and label, and a step from label to label."""

    weights: npt.NDArray[np.int16] | Ints
    steps: Ints
    kinds: Ints
    trust: Ints


def allowed() -> npt.NDArray[np.bool_]:
    """Whether one label may follow another: B and I go on to I or E of the same group."""
    ok = np.zeros((len(LABELS), len(LABELS)), bool)
    for i, before in enumerate(LABELS):
        for j, after in enumerate(LABELS):
            inside = before[0] in "BI"
            ok[i, j] = inside == (after[0] in "IE") and (not inside or before[2:] == after[2:])
    return ok


def masked(steps: Ints) -> Ints:
    """Steps that no name can take cost too much."""
    return np.where(allowed(), steps, NEVER)


@cache
def load(path: Path) -> Model:
    with np.load(path) as stored:
        weights = np.zeros((2**BITS, len(LABELS)), np.int16)
        weights[stored["rows"]] = stored["weights"]
        steps = masked(stored["steps"].astype(np.int32))
        return Model(weights, steps, stored["kinds"].astype(np.int32), stored["trust"].astype(np.int32))


def decode(
    rows: npt.NDArray[np.int64], text: str, model: Model, taken: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int, str, int]]:
    """Start, end, group and margin of each name of the text; the persons `taken` are known already."""
    places = sentences(text)
    if not places:
        return []
    emissions = np.zeros((len(text), len(LABELS)), np.int32)
    taking = np.empty((len(text), len(LABELS)), model.weights.dtype)
    for column in np.ascontiguousarray(rows.T):
        emissions += np.take(model.weights, column, 0, taking, "clip")
    for start, end in taken:
        emissions[start:end] += fixed(end - start)
    labels = np.zeros(len(text), np.int64)
    order = sorted(places, key=lambda place: place[1] - place[0])
    for first in range(0, len(order), BATCH):
        best_paths(emissions, order[first : first + BATCH], model.steps, labels)
    return [(start, end, group, margin(emissions[start:end], labels[start:end])) for start, end, group in spans(labels)]


def margin(emissions: Ints, labels: npt.NDArray[np.int64]) -> int:
    """By how much a letter the labels are preferred to none."""
    return int((emissions[np.arange(len(labels)), labels] - emissions[:, 0]).sum()) // len(labels)


def fixed(size: int) -> Ints:
    """Forces the labels of a person's name."""
    places = ["S"] if size == 1 else ["B", *"I" * (size - 2), "E"]
    forced = np.full((size, len(LABELS)), NEVER // 64, np.int32)
    for n, place in enumerate(places):
        forced[n, LABELS.index(f"{place}-person")] = 0
    return forced


def best_paths(emissions: Ints, places: list[tuple[int, int]], steps: Ints, labels: npt.NDArray[np.int64]) -> None:
    """Viterbi over sentences of like length at once; writes the best labels."""
    longest = max(end - start for start, end in places)
    scores = np.zeros((len(places), longest, len(LABELS)), np.int32)
    for n, (start, end) in enumerate(places):
        scores[n, : end - start] = emissions[start:end]
    scores[:, 0, [label[0] in "IE" for label in LABELS]] = NEVER
    back = np.zeros((longest, len(places), len(LABELS)), np.int64)
    ends = np.array([end - start for start, end in places])
    total, final = scores[:, 0], scores[:, 0].copy()
    into = np.ascontiguousarray(steps.T)
    for t in range(1, longest):
        paths = total[:, None, :] + into
        back[t] = paths.argmax(2)
        total = np.maximum(np.take_along_axis(paths, back[t][:, :, None], 2)[:, :, 0], NEVER) + scores[:, t]
        final = np.where((ends > t)[:, None], total, final)
    final[:, [label[0] in "BI" for label in LABELS]] = 2 * NEVER + 1
    for n, (start, end) in enumerate(places):
        label = int(final[n].argmax())
        for t in range(end - start - 1, -1, -1):
            labels[start + t] = label
            label = int(back[t, n, label])


def spans(labels: npt.NDArray[np.int64]) -> list[tuple[int, int, str]]:
    found, start = [], 0
    for offset in np.flatnonzero(labels):
        label = LABELS[labels[offset]]
        if label[0] in "BS":
            start = int(offset)
        if label[0] in "ES":
            found.append((start, int(offset) + 1, label[2:]))
    return found
