"""What the chain speaks for the labels of each character in, the pieces that may hold a name out: no other needs a closer look."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from graphbuild.mentions.paths import GROUPS

HOPE = -5000  # where the best name weighs less by the chain alone, the net has never yet found one
APART = 2**20  # no name goes on from piece to piece at this price
Ints = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]


def promising(said: Ints, places: Places, taken: Sequence[tuple[int, int]]) -> Places:
    """The places whose best name is not hopeless, and those with somebody who is known already."""
    if not places.size:
        return places
    best = best_names(said, places)
    persons = np.searchsorted(places[:, 0], [start for start, _ in taken], "right") - 1
    best[persons] = 0
    return places[best > HOPE]


def best_names(said: Ints, places: Places) -> Places:
    """What the best name within each place weighs: one character alone, or its first, those between and its last."""
    first, inside, last, alone = said.reshape(len(said), len(GROUPS), 4).transpose(2, 1, 0).astype(np.int64, order="C")
    best = np.append(alone.max(0), 0)
    piece = np.zeros(len(said), np.int64)
    piece[places[:, 0]] = APART
    through, apart = inside.cumsum(1), piece.cumsum()
    opened = np.maximum.accumulate(first - through + apart, 1)
    closed = last[:, 1:] + through[:, :-1] - apart[1:] + opened[:, :-1]
    best[1:-1] = np.maximum(best[1:-1], closed.max(0, initial=-APART))
    return np.maximum.reduceat(best, places.ravel())[::2]
