"""Edges and the room that each thing takes in, a place on the plane for each thing out: the same places for the same graph."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from graphbuild.view.boxes import part
from graphbuild.view.forces import Pairs, Points, settle, spiral
from graphbuild.view.kept import NOTHING, Kept

LENGTH = 58.0  # what an edge would like to measure
WIDE = 1.25  # what is left of a screen beside the panels is a little wider than high
GAP = 26.0
FEW = 30  # so few have room enough
DENSE = 0.5  # springs leave room that names do not need
ROOM = 1.6  # the whole beside what its names take
Numbers = NDArray[np.int64]


def positions(
    boxes: Sequence[tuple[float, float]], edges: Sequence[tuple[int, int]], first: int, kept: Kept = NOTHING
) -> Numbers:
    """Things are numbered from the most important on; the `first` of them find their places without the others."""
    sizes = np.asarray(boxes, float).reshape(-1, 2)
    pairs = distinct(edges)
    points = np.zeros_like(sizes)
    joined = np.unique(pairs)
    core = joined[joined < first]
    points[core] = arrange(sizes[core], inside(core, pairs, len(sizes)), kept)
    if len(core) < len(joined):
        points[joined] = kept.of(around, sizes[joined], points[core], inside(joined, pairs, len(sizes)))
    alone = np.setdiff1d(np.arange(len(sizes)), joined)
    points[alone] = rows(sizes[alone], points[joined], sizes[joined])
    return np.rint(points).astype(np.int64)


def rows(sizes: Points, above: Points, taken: Points) -> Points:
    """Things that nothing leads to stand in rows below all others, never in a ring around them."""
    if not len(sizes):
        return sizes
    wide, high = sizes.max(0)
    left, right = (above[:, 0].min(), above[:, 0].max()) if len(above) else (0.0, 0.0)
    across = max(int((right - left) // wide), int(np.sqrt(len(sizes))), 1)
    top = float((above + taken / 2)[:, 1].max()) + 2 * GAP + high / 2 if len(above) else 0.0
    order = np.arange(len(sizes))
    return np.stack((left + wide / 2 + order % across * wide, top + order // across * high), axis=1)


def distinct(edges: Sequence[tuple[int, int]]) -> Pairs:
    pairs = np.sort(np.asarray(edges, np.int64).reshape(-1, 2), axis=1)
    apart: Pairs = np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0)
    return apart


def arrange(sizes: Points, pairs: Pairs, kept: Kept) -> Points:
    """Each connected part by itself, then the parts side by side."""
    n = len(sizes)
    points = np.zeros((n, 2))
    if not n:
        return points
    parts, name = connected_components(linked(n, pairs), directed=False)
    groups = sorted((np.flatnonzero(name == p) for p in range(parts)), key=lambda group: (-len(group), group[0]))
    for group in groups:
        points[group] = kept.of(component, sizes[group], inside(group, pairs, n))
    return pack(points, sizes, groups)


def linked(n: int, pairs: Pairs) -> coo_matrix:
    return coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(n, n))


def inside(group: Numbers, pairs: Pairs, n: int) -> Pairs:
    """The pairs of a group, in the group's own numbers."""
    number = np.full(n, -1)
    number[group] = np.arange(len(group))
    kept: Pairs = number[pairs[(number[pairs] >= 0).all(1)]]
    return kept


def component(sizes: Points, pairs: Pairs) -> Points:
    n = len(sizes)
    points = shape(n, pairs.tobytes())
    points = points * (np.array((WIDE, 1.0)) * (spread(points, sizes) if n > FEW else 0.85))
    return part(points, sizes, np.ones(n, bool), 600)


@lru_cache
def shape(n: int, pairs: bytes) -> Points:
    """What is joined alike settles alike: a graph is full of pairs and small stars."""
    joined = np.frombuffer(pairs, np.int64).reshape(-1, 2)
    return settle(spiral(n, LENGTH), joined, LENGTH, np.ones(n, bool), 300 if n <= 400 else 70)


def spread(points: Points, sizes: Points) -> float:
    """Springs leave as much room in the thick of it as names need; what then overlaps steps aside."""
    wide, high = points.max(0) - points.min(0)
    return max(DENSE, float(np.sqrt(ROOM * sizes.prod(1).sum() / max(WIDE * wide * high, 1.0))))


def pack(points: Points, sizes: Points, groups: Sequence[Numbers]) -> Points:
    """Shelves: the largest part first, the next beside the last as long as the row is not full."""
    boxes = [((points[g] - sizes[g] / 2).min(0), (points[g] + sizes[g] / 2).max(0)) for g in groups]
    area = sum(float(np.prod(high - low + GAP)) for low, high in boxes)
    row = max(np.sqrt(area * 1.4), *(float((high - low)[0]) for low, high in boxes))
    x = y = tall = 0.0
    for group, (low, high) in zip(groups, boxes, strict=True):
        size = high - low
        if x and x + size[0] > row:
            x, y, tall = 0.0, y + tall + GAP, 0.0
        points[group] += np.array((x, y)) - low
        x, tall = x + size[0] + GAP, max(tall, size[1])
    middle: Points = (points.min(0) + points.max(0)) / 2
    points -= middle
    return points


def around(sizes: Points, core: Points, pairs: Pairs) -> Points:
    """All others settle about the first ones, which stay."""
    n, first = len(sizes), len(core)
    points = np.vstack((core, spiral(n, LENGTH)[first:]))
    for one, other in pairs[::-1]:  # the most important neighbour has the last word
        if other >= first > one:
            points[other] = core[one] + (points[other] - core[one]) * 0.1
    free = np.arange(n) >= first
    settled = settle(points, pairs, LENGTH, free, 60)
    return part(settled, sizes, free, 500 if n <= 1500 else 40)
