"""Every reader over bytes of any kind: a text or a refusal with a remedy, nothing else; the kept corpus and new ones."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.guided import changed
from tests.fuzz.readers import CORPUS, one

KEPT = sorted(CORPUS.iterdir())
SIGNS = st.sampled_from([*"区长柳闻莺调研青禾产业园，。；：、（）“”《》|-*#>[]\n\t 0123456789年月日%", "\0", "\ud800", "\u202e", "\u200b", "\ufeff"])
TEXTS = st.one_of(st.text(SIGNS, max_size=300), st.text(max_size=300)).map(lambda text: text.encode("utf-8", "surrogatepass"))
ODD = st.binary(max_size=300)
ENCODINGS = st.sampled_from(["utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-be", "utf-8-sig", "utf-32", "shift_jis", "latin-1"])
quick = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_is_kept_breaks_nothing(path, tmp_path):
    one(path.read_bytes(), tmp_path)


@quick
@given(st.integers(0, 6), st.one_of(ODD, TEXTS, st.tuples(TEXTS, ODD).map(b"".join)))
def test_bytes_of_any_kind_break_nothing(tmp_path_factory, kind, data):
    one(bytes([kind]) + data, tmp_path_factory.getbasetemp())


@quick
@given(st.sampled_from(KEPT), st.randoms(use_true_random=False))
def test_what_is_kept_and_changed_breaks_nothing(tmp_path_factory, path, dice):
    one(changed(bytearray(path.read_bytes()), dice, [other.read_bytes() for other in KEPT[:3]]), tmp_path_factory.getbasetemp())


@quick
@given(st.text("区长调研产业园云岭县委书记，。\n", min_size=1, max_size=80), ENCODINGS, st.integers(0, 4))
def test_a_cut_off_or_foreign_encoding_is_read_or_refused(tmp_path_factory, text, encoding, cut):
    try:
        data = text.encode(encoding, "ignore")
    except UnicodeError:
        return
    one(b"\0" + data[: len(data) - cut], tmp_path_factory.getbasetemp())


def test_the_tests_see_what_breaks(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.fuzz.readers.read_document", lambda document, known: {}["gone"])
    with pytest.raises(KeyError):
        one(b"\0" + "区长调研".encode(), Path(tmp_path))
