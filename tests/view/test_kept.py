"""Places that were computed once are read from then on: to the bit, and only where nothing that decides them changed."""

import numpy as np
import pytest

from graphbuild.view import Kept, page
from graphbuild.view import positions as computing
from graphbuild.view.positions import positions
from tests.view.invented_graph import large, thing

BOX = (100.0, 50.0)
STAR = [(0, n) for n in range(1, 120)]


def notes(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_second_time_nothing_is_computed_and_nothing_differs(tmp_path, monkeypatch):
    first = positions([BOX] * 120, STAR, 80, Kept(tmp_path))
    assert (first == positions([BOX] * 120, STAR, 80)).all() and len(notes(tmp_path)) == 2  # first view, and the rest
    monkeypatch.setattr(computing, "settle", None)
    assert (positions([BOX] * 120, STAR, 80, Kept(tmp_path)) == first).all()


@pytest.mark.parametrize("edges", [[*STAR, (1, 2)], STAR[:-1]])
def test_what_differs_is_computed_anew(tmp_path, edges):
    positions([BOX] * 120, STAR, 120, Kept(tmp_path))
    kept = Kept(tmp_path)
    assert (positions([BOX] * 120, edges, 120, kept) == positions([BOX] * 120, edges, 120)).all()
    assert len(notes(tmp_path)) == 2
    kept.forget()
    assert notes(tmp_path) == sorted(kept.met)


def test_a_part_that_did_not_change_is_not_computed_again(tmp_path):
    two = [*STAR, *((120 + a, 120 + b) for a, b in STAR)]
    positions([BOX] * 240, two, 240, Kept(tmp_path))
    kept = Kept(tmp_path)
    positions([BOX] * 240, [*two, (121, 122)], 240, kept)
    assert len(kept.met) == 2 and len(notes(tmp_path)) == 2  # one star as before (both were alike), one new


@pytest.mark.parametrize("damage", [b"", b"\0" * 1952, b"short"])
def test_a_damaged_note_counts_as_none(tmp_path, damage):
    first = positions([BOX] * 120, STAR, 120, Kept(tmp_path))
    for path in tmp_path.iterdir():
        path.write_bytes(damage)
    assert (positions([BOX] * 120, STAR, 120, Kept(tmp_path)) == first).all()


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "file").write_text("")
    assert len(positions([BOX] * 120, STAR, 120, Kept(tmp_path / "file"))) == 120


def test_a_page_is_the_same_with_and_without(tmp_path):
    graph = large(200, 500)
    whole = page(graph)
    assert page(graph, kept=Kept(tmp_path)) == whole == page(graph, kept=Kept(tmp_path)) and notes(tmp_path)
    thing(graph, "park/new", "Park", "新公园")  # nothing leads to it, so that no place is moved
    kept = Kept(tmp_path)
    assert page(graph, kept=kept) == page(graph) and kept.met <= set(notes(tmp_path))
    assert np.unique(list(kept.met)).size == len(notes(tmp_path))
