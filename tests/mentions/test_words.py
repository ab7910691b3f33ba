"""Words cover their text, and both ways of cutting cut alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.knowledge import load
from graphbuild.mentions.words import by_python, by_rust, cutter, dictionary, lines

KNOWLEDGE = load()
HAN = st.text(st.sampled_from("青岚区委书记何远山调研了在松涛湖公园和翠谷产业园二期由住建局牵头年底前建成投用全县0123ABc，。“”（）、 改造工程省道企业职工"), max_size=60)


@settings(deadline=None)
@given(st.one_of(HAN, st.text(max_size=30)))
def test_words_cover_the_text(text):
    text = text.replace("\r", "")
    words = list(lines(text, cutter(KNOWLEDGE)))
    assert "".join(word.text for word in words) == text.replace("\n", "")
    assert all(text[word.start : word.end] == word.text for word in words)


@pytest.fixture(scope="module")
def both():
    counts = dictionary()[0] | {"改造工程": 20, "产业园": 20}
    return by_python(counts), by_rust(counts)


@settings(deadline=None, max_examples=300)
@given(text=HAN)
def test_both_ways_cut_alike(both, text):
    python, rust = both
    assert list(python(text)) == list(rust(text))
