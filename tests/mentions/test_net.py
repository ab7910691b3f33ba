"""The net's sums: the same in blocks as in one piece, the same by whole numbers of any width, and never beyond what single precision holds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.knowledge import load
from graphbuild.mentions import net as nets
from graphbuild.mentions.features import see
from graphbuild.mentions.recognise import model
from graphbuild.mentions.words import cutter, lines

KNOWLEDGE = load()
EXACT = 2**24
LETTERS = "青岚区委书记何远山调研了，在松涛湖公园、和翠谷产业园二期“”（）。\n由区住建局牵头2023年底前建成投用"


def seen(text):
    return see(lines(text, cutter(KNOWLEDGE)), text, KNOWLEDGE)


@pytest.fixture(scope="module")
def net():
    return model().net


def test_no_sum_is_beyond_single_precision(net):
    for layer in net.layers:
        whole = np.abs(layer.weights).sum(0)
        assert whole.max() * nets.TOP < EXACT
    assert np.abs(net.out.weights).sum(0).max() * nets.TOP < EXACT
    assert all((np.rint(table) == table).all() for _, table in net.inputs)


@settings(max_examples=20, deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=80))
def test_blocks_and_other_numbers_say_the_same(text):
    net, columns, everywhere = model().net, seen(text), np.array([(0, len(text))])
    whole = nets.emissions(columns, net, everywhere)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nets, "BLOCK", 7)
        assert (nets.emissions(columns, net, everywhere) == whole).all()
    wide = nets.Net(
        [nets.Input(known, adds.astype(np.float64)) for known, adds in net.inputs],
        net.bias.astype(np.float64),
        [nets.Layer(one.weights.astype(np.float64), one.bias, one.unit) for one in net.layers],
        nets.Layer(net.out.weights.astype(np.float64), net.out.bias, net.out.unit),
    )
    assert np.abs(nets.emissions(columns, wide, everywhere) - whole).max() <= 1  # the last unit alone is no power of two


@settings(max_examples=30, deadline=None)
@given(st.text(LETTERS, min_size=30, max_size=120), st.lists(st.integers(0, 119), min_size=2, max_size=8, unique=True))
def test_what_is_seen_of_a_place_is_the_same_when_the_rest_is_not_looked_at(text, ends):
    net, columns = model().net, seen(text)
    ends = sorted(end for end in ends if end <= len(text))
    places = np.array(list(zip(ends[::2], ends[1::2], strict=False)), np.int64).reshape(-1, 2)
    whole, some = (nets.emissions(columns, net, at) for at in (np.array([(0, len(text))]), places))
    for start, end in places:
        assert (some[start:end] == whole[start:end]).all()


def test_a_value_never_met_is_the_unknown_one(net):
    known = net.inputs[0].known
    rows = nets.rows(known, np.array([known[0], known[-1], 7], np.uint64))
    assert rows.tolist() == [1, len(known), 0]
