"""Each bug that hostile input showed has its test here, named for what broke."""

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.claims.lists import REACH, around
from graphbuild.claims.reading import Reading
from graphbuild.claims.residue import Stretches
from graphbuild.claims.topics import CLAUSE
from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.mentions.features import codes
from graphbuild.mentions.tagger import LONGEST
from graphbuild.model import Document
from graphbuild.reading import read_source
from graphbuild.text.edits import whole
from graphbuild.text.sentences import clauses, sentences


def test_a_name_of_twenty_thousand_characters_made_the_automaton_quadratic():
    (said,) = read_source(Source("x.txt", data=("路" * 3000).encode()), load()).articles
    assert all(len(mention.name) <= LONGEST for mention in said.found)


def test_a_sentence_without_end_was_read_in_the_square_of_its_length():
    text = "云岭区青禾路，" * 2000
    assert max(end - start for start, end in sentences(text)) <= 2000
    assert max(end - start for start, end in clauses("区" * 5000, 0, 5000)) <= 1000
    assert "".join(text[start:end] for start, end in sentences(text)) == text


def test_every_cue_of_a_clause_without_end_looked_through_all_of_it():
    text = "完成青禾路" * 3000
    start, end = around(text, CLAUSE, 7000, 7002)
    assert 7000 - start <= REACH and end - 7002 <= REACH


def test_the_ending_of_a_word_as_long_as_the_text_was_sought_from_its_first_character():
    class Counted(str):
        slices = 0

        def __getitem__(self, key):
            Counted.slices += isinstance(key, slice)
            return str.__getitem__(self, key)

    codes(load())(Counted("a" * 50_000), "eng")
    assert Counted.slices < 200


def test_the_sentence_of_each_step_was_sought_among_all_sentences():
    text = "云岭区开会。青禾路开工！\n\n柳闻莺讲话。"
    reading = Reading(Document("d", "x.txt", text, whole(text, 0, len(text)), "0"), [], load())
    for place, sign in enumerate(text):
        start, end = reading.sentence(place)
        assert sign == "\n" or start <= place < end


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20))), st.integers(0, 80))
def test_every_cue_was_compared_with_every_claim(spans, place):
    spans = [(start, start + size) for start, size in spans]
    assert Stretches(spans).cover(place) == any(start <= place < end for start, end in spans)
