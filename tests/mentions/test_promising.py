"""Which pieces of a text are looked at closely: those in which the chain alone sees a name that is not hopeless."""

from itertools import takewhile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.knowledge import home, load
from graphbuild.mentions import promising as gate
from graphbuild.mentions import tagger
from graphbuild.mentions.features import see
from graphbuild.mentions.net import emissions
from graphbuild.mentions.paths import LABELS
from graphbuild.mentions.recognise import model
from graphbuild.mentions.words import cutter, lines
from graphbuild.text.clean import clean

KNOWLEDGE = load()
TEXT = "会议强调，要提高站位，压实责任，狠抓落实。青岚区区委书记何远山到松涛湖公园调研，并察看翠谷产业园二期。大家一致认为，成绩来之不易。"
WEIGHTS = st.lists(st.lists(st.integers(-9000, 9000), min_size=16, max_size=16), min_size=1, max_size=12)


def slowly(said, breaks):
    """Every name that goes over no break, tried one by one: what the best one around each character weighs."""
    at, best = {label: n for n, label in enumerate(LABELS[1:])}, said.max(1) * 0 - 2**60
    for group in ("thing", "district", "person", "event"):
        first, inside, last, alone = (at[f"{place}-{group}"] for place in "BIES")
        for a in range(len(said)):
            best[a] = max(best[a], said[a, alone])
            for b in takewhile(lambda b: b not in breaks, range(a + 1, len(said))):
                best[a : b + 1] = np.maximum(best[a : b + 1], said[a, first] + said[a + 1 : b, inside].sum() + said[b, last])
    return best


@settings(deadline=None)
@given(WEIGHTS, st.sets(st.integers(0, 11), max_size=4))
def test_the_best_name_around_each_character_is_that_of_all_names(rows, breaks):
    said, breaks = np.array(rows, np.int32), {at for at in breaks if at < len(rows)}
    best = gate.best_names(said, np.array(sorted(breaks), np.int64))
    assert best.tolist() == slowly(said.astype(np.int64), breaks).tolist()


def test_a_piece_without_hope_is_passed_over_and_one_with_a_known_person_is_not():
    said, places = np.full((9, 16), gate.FAINT - 1, np.int32), np.array([(0, 2), (3, 9)])
    assert gate.promising(said, places, []).tolist() == []
    assert gate.promising(said, places, [(5, 7)]).tolist() == [[4, 8]]
    assert gate.promising(said, np.zeros((0, 2), np.int64), []).tolist() == []


def test_a_faint_name_is_looked_at_beside_a_better_one_alone():
    said, places = np.full((9, 16), -(10**6), np.int32), np.array([(0, 4), (5, 9)])
    said[1, 3], said[7, 3] = gate.HOPE - 1, gate.HOPE - 1
    assert gate.promising(said, places, []).tolist() == []
    said[8, 3] = 0
    assert gate.promising(said, places, []).tolist() == [[6, 9]]


def test_a_run_goes_on_over_a_mark_and_ends_with_its_sentence():
    said = np.zeros((6, 16), np.int32)
    assert gate.promising(said, np.array([(0, 2), (1, 4), (4, 6)]), []).tolist() == [[0, 4], [4, 6]]


def test_slogans_are_passed_over_and_nothing_is_lost(monkeypatch):
    seen = see(lines(TEXT, cutter(KNOWLEDGE)), TEXT, KNOWLEDGE)
    looked_at = []
    monkeypatch.setattr(tagger, "emissions", lambda *given: looked_at.append(given[-1].tolist()) or emissions(*given))
    quick = tagger.decode(seen, TEXT, model())
    assert sum(end - start for start, end in looked_at[-1]) < len(TEXT) / 2
    assert [TEXT[start:end] for start, end, _, _ in quick][:2] == ["青岚区区委", "何远山"]
    monkeypatch.setattr(gate, "HOPE", -(2**60))
    monkeypatch.setattr(gate, "FAINT", -(2**60))
    assert tagger.decode(seen, TEXT, model()) == quick
    assert sum(end - start for start, end in looked_at[-1]) == len(TEXT)


@pytest.mark.parametrize("path", sorted(home("seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_nothing_that_the_net_finds_in_a_whole_text_is_lost(path, monkeypatch):
    text = clean(path.read_text("utf-8")).text
    seen = see(lines(text, cutter(KNOWLEDGE)), text, KNOWLEDGE)
    quick = tagger.decode(seen, text, model())
    monkeypatch.setattr(gate, "HOPE", -(2**60))
    monkeypatch.setattr(gate, "FAINT", -(2**60))
    assert quick and tagger.decode(seen, text, model()) == quick
