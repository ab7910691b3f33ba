"""How well each label suits each character in, the likeliest labels of each sentence out: one search for all sentences."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

GROUPS = ("thing", "district", "person", "event")
LABELS = ("O", *(f"{place}-{group}" for group in GROUPS for place in "BIES"))
NEVER = -(2**28)
# In this order the labels that may end outside a name (E O S) and those that may follow them (O S B) are slices.
ORDER = np.array([n for place in "EOSBI" for n, label in enumerate(LABELS) if label[0] == place])
BACK = np.argsort(ORDER)
MANY = len(GROUPS)
OUTSIDE, ENTRY, INNER = slice(0, 2 * MANY + 1), slice(MANY, 3 * MANY + 1), slice(2 * MANY + 1, None)
CLOSING, GOING = slice(0, MANY), slice(3 * MANY + 1, None)
Ints = npt.NDArray[np.int32]


class Steps(NamedTuple):
    """From label to label: between names, and within one to its next character or its last; then all of them."""

    between: Ints
    going: Ints
    closing: Ints
    every: Ints


def parted(steps: Ints) -> Steps:
    """A name goes on only to labels of its own group, so that few of the steps need to be looked at."""
    here = steps[np.ix_(ORDER, ORDER)]
    going, closing = (here[INNER, part].reshape(2, MANY, MANY).diagonal(0, 1, 2) for part in (GOING, CLOSING))
    return Steps(here[OUTSIDE, ENTRY][:, :, None], going[:, :, None], closing[:, :, None], here)


def best_paths(emissions: Ints, places: npt.NDArray[np.int64], steps: Ints) -> npt.NDArray[np.int64]:
    """The best label of each character (Viterbi), from left to right in all sentences at once, the longest first."""
    spans = places[np.argsort(places[:, 0] - places[:, 1], kind="stable")]
    starts, sizes = spans[:, 0], spans[:, 1] - spans[:, 0]
    active = np.searchsorted(-sizes, -np.arange(1, sizes[0] + 1), "right")
    cells = np.repeat(np.arange(sizes[0]), active)
    offsets = np.concatenate(([0], active.cumsum()))
    characters = starts[np.arange(len(cells)) - offsets[cells]] + cells
    scores = np.ascontiguousarray(emissions[characters][:, ORDER].T)
    known = parted(steps)
    ahead(scores, offsets, known)
    return behind(scores, offsets, known, characters, len(emissions))


def ahead(scores: Ints, offsets: npt.NDArray[np.int64], steps: Steps) -> None:
    """Adds to each label's score the best way that leads to it."""
    scores[CLOSING, : offsets[1]] = scores[GOING, : offsets[1]] = NEVER
    for t in range(1, len(offsets) - 1):
        before, here = scores[:, offsets[t - 1] : offsets[t]], scores[:, offsets[t] : offsets[t + 1]]
        total = before[:, : here.shape[1]]
        inner = total[INNER].reshape(2, MANY, -1)
        here[ENTRY] += (total[OUTSIDE, None] + steps.between).max(0)
        here[GOING] += (inner + steps.going).max(0)
        here[CLOSING] += (inner + steps.closing).max(0)


def behind(
    totals: Ints, offsets: npt.NDArray[np.int64], steps: Steps, characters: npt.NDArray[np.int64], size: int
) -> npt.NDArray[np.int64]:
    """Follows the best ways back from the sentences' ends; of equal labels the first is taken."""
    labels, going_on = np.zeros(size, np.int64), 0
    now = np.zeros(offsets[1], np.int64)
    for t in range(len(offsets) - 2, -1, -1):
        here = totals[:, offsets[t] : offsets[t + 1]]
        options = here.copy()
        options[:, :going_on] += steps.every[:, now[:going_on]]
        options[INNER, going_on:] = 2 * NEVER + 1
        going_on = here.shape[1]
        now[:going_on] = BACK[options[BACK].argmax(0)]
        labels[characters[offsets[t] : offsets[t + 1]]] = ORDER[now[:going_on]]
    return labels
