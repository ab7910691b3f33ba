"""What the chain speaks for each label of each character in, the stretches that may hold a name out: others are passed over."""

from collections.abc import Sequence

import numpy as np

from graphbuild.mentions.net import Marks, Places, around
from graphbuild.mentions.paths import GROUPS, Ints

# By the chain alone, of a piece's best name and of any other: below lies one in 8,000 of the names that the net would find,
# and every second of those is none.
HOPE, FAINT = -5000, -7000
APART = 2**20  # no name goes on over a break at this price


def promising(said: Ints, pieces: Places, taken: Sequence[tuple[int, int]]) -> Places:
    """Where in the pieces of the sentences a name is not hopeless or somebody is known already, with a neighbour on each side."""
    if not pieces.size:
        return pieces
    best = best_names(said, pieces[:, 0])
    for start, end in taken:
        best[start:end] = 0
    hopeful = pieces[np.maximum.reduceat(np.append(best, 0), pieces.ravel())[::2] > HOPE]
    near = best > FAINT
    near[1:] |= best[:-1] > FAINT
    near[:-1] |= best[1:] > FAINT
    fresh = pieces[:, 0] >= np.append(0, pieces[:-1, 1])  # what goes on in a sentence begins with the last one's mark
    return runs(near & around(hopeful, len(said)), pieces[fresh, 0])


def runs(marked: Marks, breaks: Places) -> Places:
    """Start and end of each run of marked characters that goes over none of the breaks."""
    turn = np.zeros(len(marked) + 1, bool)
    turn[breaks] = turn[-1] = True
    first = marked & (turn[:-1] | ~np.append(False, marked[:-1]))
    last = marked & (turn[1:] | ~np.append(marked[1:], False))
    return np.stack((np.flatnonzero(first), np.flatnonzero(last) + 1), 1)


def best_names(said: Ints, breaks: Places) -> Places:
    """What the best name around each character weighs: it alone, or a first, those inside and a last without a break between."""
    first, inside, last, alone = said.reshape(len(said), len(GROUPS), 4).transpose(2, 1, 0).astype(np.int64, order="C")
    apart = np.zeros(len(said), np.int64)
    apart[breaks] = APART
    apart = apart.cumsum()
    through = inside.cumsum(1)
    opened = np.maximum.accumulate(first - through + apart, 1)
    closed = last[:, 1:] + through[:, :-1] - apart[1:]
    later = np.maximum.accumulate(closed[:, ::-1], 1)[:, ::-1]
    best = alone.max(0)
    best[:-1] = np.maximum(best[:-1], (opened[:, :-1] + later).max(0))
    best[1:] = np.maximum(best[1:], (opened[:, :-1] + closed).max(0))
    return np.asarray(best, np.int64)
