"""What is seen of a text in, names out: a linear chain and a small net speak for labels, both in whole numbers."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from graphbuild.mentions.features import BITS, CHARACTER, Codes, table
from graphbuild.mentions.net import Net, emissions, whole
from graphbuild.mentions.paths import LABELS, NEVER, Ints, best_paths
from graphbuild.mentions.promising import promising
from graphbuild.text.sentences import sentences

GRAIN = 16  # the chain's weights count in steps of so much: all that speak for a label add up to a short number
CARE = 0  # by how much a name must be likelier than none
CUTS = [ord(mark) for mark in "，；。"]  # no name goes on over these
LONGEST = 100  # characters of a name: what is longer is no name, and what is built from names must not grow with a text's tricks


class Model(NamedTuple):
    """What a feature speaks for each label more than for none, and a step from label to label."""

    weights: npt.NDArray[np.int16]
    steps: Ints
    kinds: Ints
    trust: Ints
    net: Net


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
        return model({name: stored[name] for name in stored})


def model(stored: Mapping[str, npt.NDArray[Any]]) -> Model:
    """The model as it is stored, made ready; no name is the measure of all labels, the chain's steps and the net's are added."""
    weights = np.zeros((2**BITS, len(LABELS)), np.int16)
    weights[np.cumsum(stored["gaps"])] = stored["weights"].T
    steps = masked(stored["steps"].astype(np.int32) + stored["net_steps"])
    return Model(
        weights[:, 1:] - weights[:, :1], steps, stored["kinds"].astype(np.int32), stored["trust"].astype(np.int32), whole(stored)
    )


def decode(
    seen: Codes, text: str, model: Model, taken: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int, str, int]]:
    """Start, end, group and margin of each name of the text; the persons `taken` are known already."""
    cuts = np.flatnonzero(np.isin(seen[CHARACTER], CUTS))
    said = chain(table(seen), model.weights)
    places = promising(said, pieces(sentences(text), cuts), taken)
    if not places.size:
        return []
    likely = emissions(seen, model.net, places).astype(np.int32)
    likely[:, 1:] += said
    likely[:, 0] += CARE
    for start, end in taken:
        likely[start:end] += fixed(end - start)
    likely[cuts, 1:] = NEVER // 64
    labels = best_paths(likely, places, model.steps)
    found = spans(labels)
    return [(*span, much) for span, much in zip(found, margins(likely, labels, found), strict=True)]


def pieces(whole: Sequence[tuple[int, int]], cuts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Each sentence up to its marks and on from them: with no name at a mark, the best of all pieces is the best of the whole."""
    starts, ends = np.array(whole, np.int64).reshape(-1, 2).T
    of = np.searchsorted(starts, cuts) - 1
    inside = cuts[(of >= 0) & (cuts < ends[of] - 1)] if whole else cuts[:0]
    begins = np.sort(np.concatenate((starts, inside)))
    of = np.searchsorted(starts, begins, "right") - 1
    return np.stack((begins, np.minimum(np.append(begins[1:] + 1, ends[-1:]), ends[of])), 1)


def chain(rows: npt.NDArray[np.int64], weights: npt.NDArray[np.int16]) -> Ints:
    """What the chain's features speak for each label more than for none."""
    sums, taking = np.zeros((2, len(rows), len(LABELS) - 1), np.int16)
    for column in np.ascontiguousarray(rows.T):
        sums += np.take(weights, column, 0, taking, "clip")
    return sums.astype(np.int32) * GRAIN


def margins(emissions: Ints, labels: npt.NDArray[np.int64], found: Sequence[tuple[int, int, str]]) -> list[int]:
    """By how much a letter the labels of each span are preferred to none."""
    more = emissions[np.arange(len(labels)), labels] - emissions[:, 0]
    before = np.append(0, more.cumsum(dtype=np.int64)).tolist()
    return [(before[end] - before[start]) // (end - start) for start, end, _ in found]


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
    return [each for each in found if each[1] - each[0] <= LONGEST]
