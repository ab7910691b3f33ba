"""Boxes that may overlap in, the same beside each other out, so that every label can be read."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from graphbuild.view.forces import Pairs, Points, scatter, spiral

Free = NDArray[np.bool_]

SEEN = 0.1  # places are whole numbers: less of an overlap cannot be seen
PAUSE, HELPS = 20, 0.99  # after so many rounds less than so much of what overlapped must be left
TRIES, MANY = 400, 60  # places that a box which is held looks at, and boxes that look


def part(points: Points, sizes: Points, free: Free, rounds: int = 60) -> Points:
    """Boxes that overlap step aside, along the shorter way, as long as that helps."""
    points = points.copy()
    before = np.inf
    for n in range(rounds):
        one, other, over, apart = crossing(points, sizes, free)
        if n % PAUSE == 0:
            crowd = float(over.min(1).sum())
            if crowd > before * HELPS or not len(one):
                break
            before = crowd
        across = over[:, 0] < over[:, 1]
        way = np.where(apart >= 0, 1.0, -1.0) * over * np.stack((across, ~across), axis=1) * 0.5
        alone = ((free[one] != free[other])[:, None] + 1.0) * 0.7
        points += scatter(one, way * alone, len(points)) * free[:, None]
        points -= scatter(other, way * alone, len(points)) * free[:, None]
    return hop(points, sizes, free)


def hop(points: Points, sizes: Points, free: Free) -> Points:
    """A box that has no way out between others takes the nearest place that is empty, if there is one."""
    one, other, *_ = crossing(points, sizes, free)
    held = np.unique(np.where(free[np.maximum(one, other)], np.maximum(one, other), np.minimum(one, other)))
    for n in held[:MANY]:
        ways = points[n] + spiral(TRIES, float(sizes[n].min()) / 2)
        clear = (np.abs(ways[:, None] - points) >= (sizes[n] + sizes) / 2).any(2)
        clear[:, n] = True
        if (empty := clear.all(1)).any():
            points[n] = ways[empty.argmax()]
    return points


def crossing(points: Points, sizes: Points, free: Free) -> tuple[Pairs, Pairs, Points, Points]:
    """Pairs of boxes of which one at least is free to go, how far they overlap, and how they lie to each other."""
    reach = float(np.hypot(*sizes.max(0, initial=1.0)))
    pairs = cKDTree(points).query_pairs(reach, output_type="ndarray").astype(np.int64)
    one, other = pairs[:, 0], pairs[:, 1]
    apart = points[one] - points[other]
    over = (sizes[one] + sizes[other]) / 2 - np.abs(apart)
    hit = (over > SEEN).all(1) & (free[one] | free[other])
    return one[hit], other[hit], over[hit], apart[hit]
