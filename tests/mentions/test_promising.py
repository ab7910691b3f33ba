"""Which pieces of a text are looked at closely: those in which the chain alone sees a name that is not hopeless."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.knowledge import load
from graphbuild.mentions import promising as gate
from graphbuild.mentions import tagger
from graphbuild.mentions.features import see
from graphbuild.mentions.net import emissions
from graphbuild.mentions.paths import LABELS
from graphbuild.mentions.recognise import model
from graphbuild.mentions.words import cutter, lines

KNOWLEDGE = load()
TEXT = "会议强调，要提高站位，压实责任，狠抓落实。青岚区区委书记何远山到松涛湖公园调研，并察看翠谷产业园二期。大家一致认为，成绩来之不易。"
WEIGHTS = st.lists(st.lists(st.integers(-9000, 9000), min_size=16, max_size=16), min_size=1, max_size=12)


def slowly(said, start, end):
    """Every name within the piece, tried one by one."""
    at = {label: n for n, label in enumerate(LABELS[1:])}
    for group in ("thing", "district", "person", "event"):
        first, inside, last, alone = (at[f"{place}-{group}"] for place in "BIES")
        for a in range(start, end):
            yield said[a, alone]
            for b in range(a + 1, end):
                yield said[a, first] + said[a + 1 : b, inside].sum() + said[b, last]


@settings(deadline=None)
@given(WEIGHTS, st.lists(st.integers(0, 12), min_size=2, max_size=6, unique=True))
def test_the_best_name_of_each_piece_is_that_of_all_its_names(rows, ends):
    said = np.array(rows, np.int32)
    ends = sorted({min(end, len(rows)) for end in ends})
    places = np.array(list(zip(ends[::2], ends[1::2], strict=False)), np.int64).reshape(-1, 2)
    if places.size:
        best = gate.best_names(said, places).tolist()
        assert best == [max(slowly(said.astype(np.int64), *place)) for place in places.tolist()]


def test_a_piece_without_hope_is_passed_over_and_one_with_a_known_person_is_not():
    said, places = np.full((6, 16), gate.HOPE - 1, np.int32), np.array([(0, 2), (3, 6)])
    assert gate.promising(said, places, []).tolist() == []
    assert gate.promising(said, places, [(4, 6)]).tolist() == [[3, 6]]
    assert gate.promising(said, np.zeros((0, 2), np.int64), []).tolist() == []


def test_slogans_are_passed_over_and_nothing_is_lost(monkeypatch):
    seen = see(lines(TEXT, cutter(KNOWLEDGE)), TEXT, KNOWLEDGE)
    looked_at = []
    monkeypatch.setattr(tagger, "emissions", lambda *given: looked_at.append(given[-1].tolist()) or emissions(*given))
    quick = tagger.decode(seen, TEXT, model())
    assert len(looked_at[-1]) < 6 and [TEXT[start:end] for start, end, _, _ in quick][:2] == ["青岚区区委", "何远山"]
    monkeypatch.setattr(gate, "HOPE", -(2**60))
    assert tagger.decode(seen, TEXT, model()) == quick
    assert len(looked_at[-1]) == 8
