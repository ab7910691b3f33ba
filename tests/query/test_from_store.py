"""What is asked of the store of an output folder is answered as of the parsed file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.namespace import SKOS

from graphbuild.errors import Unanswerable
from graphbuild.graph.reading import parse
from graphbuild.query.explanation import explain
from graphbuild.query.holders import holders
from graphbuild.query.names import Names
from graphbuild.query.promises import promises
from graphbuild.query.store import open_store

OUTPUT = Path(__file__).parents[2] / "output"
PARSED, TEXTS = parse(OUTPUT / "graph.ttl"), OUTPUT / "texts"
READ = open_store(OUTPUT).graph
NAMES = sorted({str(name) for name in PARSED.objects(None, SKOS.prefLabel)} | {str(n) for n in PARSED.objects(None, SKOS.altLabel)})
DAYS = st.sampled_from(["", "2019-06-30", "2021-12-31", "2024-03-01"])


def told(ask, graph: Graph, *asked: str):
    try:
        return ask(graph, TEXTS, *asked)
    except Unanswerable as nothing:
        return str(nothing)


@pytest.mark.parametrize("ask", [promises, holders])
def test_the_whole_list_is_the_same(ask):
    assert told(ask, READ) == told(ask, PARSED) != []


@given(st.sampled_from(NAMES), DAYS)
def test_of_every_name_the_same_is_said(name, day):
    assert told(explain, READ, name) == told(explain, PARSED, name)
    for thing, place in ((name, ""), ("", name)):
        assert told(promises, READ, thing, place, day) == told(promises, PARSED, thing, place, day)
    assert told(holders, READ, "", name, day) == told(holders, PARSED, "", name, day)


@given(st.sampled_from(NAMES))
def test_a_name_is_found_however_it_is_spaced(name):
    spaced = " ".join(name)
    assert told(lambda graph, _: Names(graph).find(spaced), READ) == told(lambda graph, _: Names(graph).find(spaced), PARSED)
