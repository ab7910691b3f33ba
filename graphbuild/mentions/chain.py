"""Sentences with their labels in, weights of a linear-chain model out: what makes the right labels the likeliest."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from graphbuild.mentions.paths import LABELS
from graphbuild.mentions.tagger import allowed

Rows = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Sample = tuple[Rows, Rows]
RATE, PULL, BATCH, LATE, EVER = 0.15, 1e-5, 24, 5, -1e9
MASK = np.where(allowed(), 0.0, EVER)
FIRST = np.array([EVER if label[0] in "IE" else 0.0 for label in LABELS])
LAST = np.array([EVER if label[0] in "BI" else 0.0 for label in LABELS])


def fit(data: Sequence[Sample], size: int, rounds: int) -> tuple[Floats, Floats]:
    """Weights by feature and label, and by label and next label: the mean of the last rounds."""
    weights, speed = np.zeros((size, len(LABELS))), np.full((size, len(LABELS)), 1e-2)
    steps, step_speed = np.zeros(MASK.shape), np.full(MASK.shape, 1e-2)
    by_length = sorted(data, key=lambda sample: len(sample[1]))
    batches = [by_length[first : first + BATCH] for first in range(0, len(by_length), BATCH)]
    order = np.random.default_rng(1)
    sums, step_sums = np.zeros(weights.shape), np.zeros(steps.shape)
    for turn in range(rounds):
        for number in order.permutation(len(batches)):
            rows, change, step_change = gradient(batches[number], weights, steps)
            change -= PULL * BATCH * weights[rows]
            climb(weights, speed, rows, change)
            climb(steps, step_speed, np.arange(len(LABELS)), np.where(MASK == 0, step_change, 0.0))
        if turn >= rounds - LATE:
            sums, step_sums = sums + weights / LATE, step_sums + steps / LATE
    return sums, step_sums


def climb(weights: Floats, speed: Floats, rows: Rows, change: Floats) -> None:
    """One step uphill, the shorter the more a weight has moved (AdaGrad)."""
    speed[rows] += change * change
    weights[rows] += RATE * change / np.sqrt(speed[rows])


def gradient(batch: Sequence[Sample], weights: Floats, steps: Floats) -> tuple[Rows, Floats, Floats]:
    """The features seen, and by how much the truth exceeds what the weights expect."""
    longest = max(len(labels) for _, labels in batch)
    emissions = np.zeros((len(batch), longest, len(LABELS)))
    for n, (rows, labels) in enumerate(batch):
        emissions[n, : len(labels)] = weights[rows].sum(1)
    ahead, behind, totals = passes(emissions, np.array([len(labels) for _, labels in batch]), steps + MASK)
    step_change, surplus = np.zeros(steps.shape), []
    for n, (_, labels) in enumerate(batch):
        size = len(labels)
        expected = np.exp(ahead[:size, n] + behind[:size, n] - totals[n])
        surplus.append(np.eye(len(LABELS))[labels] - expected)
        pairs = ahead[: size - 1, n][:, :, None] + (steps + MASK) + (emissions[n, 1:size] + behind[1:size, n])[:, None, :]
        step_change -= np.exp(pairs - totals[n]).sum(0)
        np.add.at(step_change, (labels[:-1], labels[1:]), 1)
    return (*gather(np.concatenate([rows for rows, _ in batch]), np.concatenate(surplus)), step_change)


def gather(rows: Rows, surplus: Floats) -> tuple[Rows, Floats]:
    """Each feature once, with the sum over the places that show it."""
    seen = rows.ravel()
    order = np.argsort(seen, kind="stable")
    features, firsts = np.unique(seen[order], return_index=True)
    return features, np.add.reduceat(surplus[order // rows.shape[1]], firsts, axis=0)


def passes(emissions: Floats, lengths: Rows, steps: Floats) -> tuple[Floats, Floats, Floats]:
    """Forward and backward sums in logarithms, and each sentence's total."""
    count, longest, _ = emissions.shape
    ahead, behind = np.empty((longest, count, len(LABELS))), np.empty((longest, count, len(LABELS)))
    ahead[0], behind[-1] = emissions[:, 0] + FIRST, LAST
    for t in range(1, longest):
        ahead[t] = add(ahead[t - 1][:, :, None] + steps, 1) + emissions[:, t]
    for t in range(longest - 2, -1, -1):
        sums = add((behind[t + 1] + emissions[:, t + 1])[:, None, :] + steps, 2)
        behind[t] = np.where((t >= lengths - 1)[:, None], LAST, sums)
    return ahead, behind, add(ahead[lengths - 1, np.arange(count)] + LAST, 1)


def add(values: Floats, axis: int) -> Floats:
    """log(sum(exp(values))) that does not overflow."""
    top = values.max(axis, keepdims=True)
    sums: Floats = np.log(np.exp(values - top).sum(axis)) + top.squeeze(axis)
    return sums
