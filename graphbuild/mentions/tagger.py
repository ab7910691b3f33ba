"""Features in, names out: a linear chain over characters with whole-number weights, the same on every machine."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graphbuild.mentions.features import BITS
from graphbuild.mentions.paths import LABELS, NEVER, Ints, best_paths
from graphbuild.text.sentences import sentences

CARE = 300  # by how much a name must be likelier than none
LONGEST = 100  # characters of a name: what is longer is no name, and what is built from names must not grow with a text's tricks


class Model(NamedTuple):
    """What a feature speaks for each label more than for none, and a step from label to label."""

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
        return Model(beyond(weights), steps, stored["kinds"].astype(np.int32), stored["trust"].astype(np.int32))


def beyond(weights: npt.NDArray[np.int16] | Ints) -> npt.NDArray[np.int16] | Ints:
    """Without a column for no name, which is the measure of the others: sixteen short numbers are taken at one stroke."""
    more = weights[:, 1:].astype(np.int32) - weights[:, :1]
    return more.astype(np.int16) if np.abs(more).max() < 2**15 else more


def decode(
    rows: npt.NDArray[np.int64], text: str, model: Model, taken: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int, str, int]]:
    """Start, end, group and margin of each name of the text; the persons `taken` are known already."""
    places = sentences(text)
    if not places:
        return []
    emissions = np.zeros((len(text), len(LABELS)), np.int32)
    sums, taking = np.zeros((len(text), len(LABELS) - 1), np.int32), np.empty((len(text), len(LABELS) - 1), model.weights.dtype)
    for column in np.ascontiguousarray(rows.T):
        sums += np.take(model.weights, column, 0, taking, "clip")
    emissions[:, 1:] = sums
    emissions[:, 0] += CARE
    for start, end in taken:
        emissions[start:end] += fixed(end - start)
    labels = best_paths(emissions, places, model.steps)
    named = [(start, end, group) for start, end, group in spans(labels) if end - start <= LONGEST]
    return [(start, end, group, margin(emissions[start:end], labels[start:end])) for start, end, group in named]


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


def spans(labels: npt.NDArray[np.int64]) -> list[tuple[int, int, str]]:
    found, start = [], 0
    for offset in np.flatnonzero(labels):
        label = LABELS[labels[offset]]
        if label[0] in "BS":
            start = int(offset)
        if label[0] in "ES":
            found.append((start, int(offset) + 1, label[2:]))
    return found
