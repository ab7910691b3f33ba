"""A tree of letters finds what a plain list of the words, the longest first, finds."""

import re
from string import Template

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.text.either import either

SIGNS = "甲乙丙.|"
WORDS = st.lists(st.text(SIGNS, min_size=1, max_size=4) | st.text("甲", min_size=9, max_size=16), max_size=9)
SHAPES = ("$w", "(?:$w)", "(?:$w){1,3}丙", "(?:$w)(?=甲|乙)", "(?:$w)$$", "丙(?:$w)?乙", "(?:$w)(?!丙)")


@pytest.mark.parametrize("shape", SHAPES)
@given(words=WORDS, text=st.text(SIGNS, max_size=30))
def test_the_tree_finds_what_the_list_finds(shape: str, words: list[str], text: str) -> None:
    plain = "|".join(sorted(map(re.escape, set(words)), key=len, reverse=True)) or "(?!)"
    found = [[one.span() for one in re.finditer(Template(shape).substitute(w=form), text)] for form in (either(words), plain)]
    assert found[0] == found[1]


def test_no_words_match_nothing() -> None:
    assert re.search(either(()), "甲") is None and re.search(either(("",)), "甲") is None


def test_names_of_any_length_nest_no_deeper_than_python_reads() -> None:
    long = ["甲" * length for length in range(1, 2_000)]
    assert re.fullmatch(either(long), long[-1]) and re.match(either(long), "甲甲乙")[0] == "甲甲"
