"""Each bug that hostile input showed has its test here, named for what broke."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.claims.carried import CLAUSE
from graphbuild.claims.indicator_words import frame
from graphbuild.claims.lists import REACH, around
from graphbuild.claims.reading import Reading
from graphbuild.claims.residue import Stretches
from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.mentions.features import codes
from graphbuild.mentions.links import links
from graphbuild.mentions.tagger import LONGEST
from graphbuild.model import Document, Mention
from graphbuild.query.formats import BARE, XSD
from graphbuild.reading import read_source
from graphbuild.text.edits import whole
from graphbuild.text.lines import MARK
from graphbuild.text.sentences import clauses, sentences
from tests.fuzz.readers import KNOWN


def test_a_name_of_twenty_thousand_characters_made_the_automaton_quadratic():
    (said,) = read_source(Source("x.txt", data=("路" * 3000).encode()), KNOWN).articles
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

    codes(KNOWN)(Counted("a" * 50_000), "eng")
    assert Counted.slices < 200


def test_the_sentence_of_each_step_was_sought_among_all_sentences():
    text = "云岭区开会。青禾路开工！\n\n柳闻莺讲话。"
    reading = Reading(Document("d", "x.txt", text, whole(text, 0, len(text)), "0"), [], KNOWN)
    for place, sign in enumerate(text):
        start, end = reading.sentence(place)
        assert sign == "\n" or start <= place < end


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20))), st.integers(0, 80))
def test_every_cue_was_compared_with_every_claim(spans, place):
    spans = [(start, start + size) for start, size in spans]
    assert Stretches(spans).cover(place) == any(start <= place < end for start, end in spans)


def test_a_line_of_quote_marks_was_parted_in_every_possible_way():
    assert MARK.fullmatch(">" * 500) and not MARK.fullmatch(">" * 500 + "区")


def test_a_chain_of_areas_was_parted_in_every_possible_way():
    name = "甲自治区" * 20 + "乙"
    mention = Mention(0, len(name), ("District",), name, "x")
    assert list(links(mention, load())) == [mention]
    assert [link.name for link in links(replace(mention, end=len(name) - 1, name=name[:-1]), load())] == ["甲自治区"] * 20


def test_words_behind_a_growth_were_parted_in_every_possible_way():
    known = frame(KNOWN)
    assert not known.growth.search("同比增长" + "分别完成" * 200 + "区")
    assert known.growth.search("同比增长了")


def test_a_number_of_many_digits_was_tried_at_every_point():
    double = BARE[f"{XSD}double"]
    assert double.fullmatch("1.5e3") and double.fullmatch("1.e3") and not double.fullmatch("1" * 50_000)
