"""Places: the same for the same graph, nothing on top of another, no ring of things that nothing leads to."""

import numpy as np
import pytest

from graphbuild.view.boxes import part
from graphbuild.view.positions import positions

BOX = (100.0, 50.0)
ROUNDED = 1.2  # places are whole numbers


def covered(places, boxes):
    apart = np.abs(places[:, None] - places[None, :])
    over = (apart + ROUNDED < (np.asarray(boxes)[:, None] + np.asarray(boxes)[None, :]) / 2).all(2)
    return (over.sum() - len(places)) / 2


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_few_things_have_places(count):
    assert positions([BOX] * count, [], 300).shape == (count, 2)


def test_places_are_computed_once_and_apart():
    star = [(0, n) for n in range(1, 120)]
    places = positions([BOX] * 120, star, 300)
    assert (places == positions([BOX] * 120, star, 300)).all()
    assert covered(places, [BOX] * 120) == 0


def test_things_alone_stand_in_rows_below_and_in_no_ring():
    places = positions([BOX] * 60, [(0, n) for n in range(1, 20)], 300)
    linked, alone = places[:20], places[20:]
    assert alone[:, 1].min() > linked[:, 1].max()
    assert len(set(alone[:, 1])) <= 8  # rows, not a circle


def test_the_first_view_does_not_depend_on_what_comes_after_it():
    first = [(n, n + 1) for n in range(49)]
    few = positions([BOX] * 50, first, 50)
    many = positions([BOX] * 900, [*first, *((n % 50, n) for n in range(50, 900))], 50)
    assert (many[:50] == few).all() and covered(many, [BOX] * 900) < 900  # of 400,000 pairs


def test_what_is_held_between_two_that_stay_takes_an_empty_place():
    points = np.array([(0.0, 0.0), (0.0, 80.0), (10.0, 40.0), (10.0, 45.0)])
    moved = part(points, np.array([BOX] * 4), np.array([False, False, True, True]), 500)
    assert (moved[:2] == points[:2]).all() and covered(moved, [BOX] * 4) == 0


def test_joined_things_stand_nearer_than_others():
    edges = [(n, n + 1) for n in range(99)]
    places = positions([BOX] * 100, edges, 300).astype(float)
    near = np.mean([np.hypot(*(places[a] - places[b])) for a, b in edges])
    all_pairs = np.hypot(*(places[:, None] - places[None, :]).transpose(2, 0, 1)).mean()
    assert near < all_pairs / 2
