"""A graph that is read from its store says what the parsed file says, to every question and letter by letter."""

import itertools
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SKOS, XSD

from graphbuild.graph.literals import decimal, zh
from graphbuild.graph.reading import parse
from graphbuild.graph.shelved import shelved

SEEDS = Path(__file__).parents[2] / "output" / "graph.ttl"
S, P = URIRef("https://a.example/s"), URIRef("https://a.example/p")


def stored(turtle: bytes) -> Graph:
    engine = pyoxigraph.Store()
    engine.bulk_load(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    return shelved(engine, {})


@pytest.fixture(scope="module")
def both():
    return parse(SEEDS), stored(SEEDS.read_bytes())


def spelled(triples) -> set:
    """The engine keeps no kind of whole number apart (xsd:nonNegativeInteger is xsd:integer), but how each is written."""
    return {tuple(f"{term.language}{term}" if isinstance(term, Literal) else term for term in triple) for triple in triples}


def test_every_triple_of_the_seeds_is_the_same_word_by_word(both):
    parsed, read = both
    assert spelled(parsed) == spelled(read) and len(parsed) == len(read)


def test_every_kind_of_question_has_the_same_answers(both):
    parsed, read = both
    for triple in sorted(parsed)[::997]:
        for known in itertools.product((True, False), repeat=3):
            asked = tuple(term if told else None for term, told in zip(triple, known, strict=True))
            if any(known):
                assert spelled(parsed.triples(asked)) == spelled(read.triples(asked)), asked


def test_asking_twice_gives_the_same_and_what_is_not_there_is_nothing(both):
    _, read = both
    thing = next(read.subjects(SKOS.prefLabel))
    assert list(read.objects(thing, SKOS.prefLabel)) == list(read.objects(thing, SKOS.prefLabel)) != []
    assert read.value(thing, P) is None and (Literal("a"), None, None) not in read and (None, Literal("a"), None) not in read


@given(st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=4))
def test_a_number_is_written_as_in_the_file(number):
    turtle = f"@prefix xsd: <{XSD}> . <{S}> <{P}> {decimal(str(number))} .".encode()
    assert [str(n) for n in stored(turtle).objects(S, P)] == [decimal(str(number)).split('"')[1]]


@given(st.text(st.characters(blacklist_categories=("Cs",)), max_size=12))
def test_a_word_is_found_by_itself(text):
    read = stored(f"<{S}> <{P}> {zh(text)} .".encode())
    assert list(read.subjects(P, Literal(text, lang="zh"))) == [S] and list(read.objects(S, P)) == [Literal(text, lang="zh")]
    assert not list(read.subjects(P, Literal(text)))
