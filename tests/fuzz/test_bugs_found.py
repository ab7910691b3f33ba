"""Each bug that hostile input showed has its test here, named for what broke."""

from graphbuild.claims.lists import REACH, around
from graphbuild.claims.topics import CLAUSE
from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.mentions.features import codes
from graphbuild.mentions.tagger import LONGEST
from graphbuild.reading import read_source
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
