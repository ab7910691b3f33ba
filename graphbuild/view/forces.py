"""Points and the pairs that belong together in, points drawn near their partners and pushed from all others out."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Points = NDArray[np.float64]
Pairs = NDArray[np.int64]

NEAR = 3.0  # beyond so many lengths a point is felt only as part of its cell
CELLS = 22  # cells a side: enough to tell one crowd from another
EXACT = 700  # up to so many points every one feels every other
TURN = np.pi * (3 - np.sqrt(5))  # the golden angle


def spiral(n: int, length: float) -> Points:
    """A start in which no two points cover each other, and the first stand in the middle."""
    order = np.arange(n)
    reach = length * np.sqrt(order + 0.5)
    return np.stack((reach * np.cos(order * TURN), reach * np.sin(order * TURN)), axis=1)


def settle(points: Points, pairs: Pairs, length: float, free: NDArray[np.bool_], rounds: int) -> Points:
    """Fruchterman and Reingold's springs, cooled evenly; points that are not free stay where they are."""
    points = points.copy()
    heat = length * np.sqrt(len(points)) / 4
    for n in range(rounds):
        move = repulsion(points, length) + attraction(points, pairs, length) - points * 0.12
        far = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        step = np.minimum(far, heat * (1 - n / rounds) ** 1.5 + length * 0.02)
        points += np.where(free, step / far, 0.0)[:, None] * move
    return points


def attraction(points: Points, pairs: Pairs, length: float) -> Points:
    apart = points[pairs[:, 0]] - points[pairs[:, 1]]
    pull = apart * (np.hypot(apart[:, 0], apart[:, 1]) / length)[:, None]
    return scatter(pairs[:, 1], pull, len(points)) - scatter(pairs[:, 0], pull, len(points))


def repulsion(points: Points, length: float) -> Points:
    return push(points, points, length) if len(points) <= EXACT else by_cells(points, length)


def push(points: Points, others: Points, length: float, weight: "NDArray[np.float64] | float" = 1.0) -> Points:
    """What each point feels of all the others; of itself it feels nothing."""
    x = points[:, 0, None] - others[None, :, 0]
    y = points[:, 1, None] - others[None, :, 1]
    force = weight * length**2 / np.maximum(x * x + y * y, length**2 / 400)
    felt = np.empty_like(points)
    felt[:, 0], felt[:, 1] = (x * force).sum(1), (y * force).sum(1)
    return felt


def by_cells(points: Points, length: float) -> Points:
    """Neighbours one by one, all others as the middle of the cell in which they stand."""
    low, high = points.min(0), points.max(0)
    at = np.minimum(((points - low) / np.maximum(high - low, 1e-9) * CELLS).astype(np.int64), CELLS - 1)
    cell = at[:, 0] * CELLS + at[:, 1]
    counts = np.bincount(cell, minlength=CELLS * CELLS).astype(np.float64)
    used = counts > 0
    middles = scatter(cell, points, CELLS * CELLS)[used] / counts[used, None]
    far = push(points, middles, length, counts[used])
    pairs = cKDTree(points).query_pairs(NEAR * length, output_type="ndarray").astype(np.int64)
    apart = points[pairs[:, 0]] - points[pairs[:, 1]]
    force = apart * (length**2 / np.maximum((apart**2).sum(1), length**2 / 400))[:, None]
    return far + scatter(pairs[:, 0], force, len(points)) - scatter(pairs[:, 1], force, len(points))


def scatter(index: NDArray[np.int64], values: Points, n: int) -> Points:
    """The sum of the values of each index."""
    sums = np.empty((n, 2))
    for axis in (0, 1):
        sums[:, axis] = np.bincount(index, weights=values[:, axis], minlength=n)
    return sums
