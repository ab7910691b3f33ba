"""IRIs: readable where they can be, safe and distinct always."""

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, URIRef

from graphbuild.errors import BrokenGraph
from graphbuild.graph.ids import Mint, digest, safe
from graphbuild.graph.turtle import serialize


def test_plain_names_stay_readable():
    assert Mint().thing("official/丁一山") == "official:丁一山"
    assert Mint().full("official:丁一山") == "https://w3id.org/graphbuild/id/official/丁一山"
    assert safe("云岭区.990102") == "云岭区.990102"
    assert safe("云岭1958公园（二期）·北区") == "云岭1958公园（二期）·北区"


@pytest.mark.parametrize("name", ["甲 乙", "甲/乙", "甲#乙", "甲?乙", "甲%20乙", '甲"乙', "甲<乙>", "甲\n乙", "甲\u202e乙", "·甲", "-", "", ".", "..", "甲."])
def test_unsafe_names_are_replaced(name):
    assert not set(safe(name)) & set(' /#?%"<>\n\u202e') and safe(name) != name


def test_replaced_names_do_not_fall_together():
    assert len({safe(name) for name in ("甲 乙", "甲/乙", "甲_乙", "甲#乙")}) == 4


def test_an_unsafe_name_still_ends_in_its_area():
    assert safe("“四湖”片区.云岭区").endswith(".云岭区")
    assert safe("“四湖”片区.云岭区") != safe("四湖片区.云岭区") != safe("‘四湖’片区.云岭区")


@given(st.lists(st.text(), unique=True, max_size=8))
def test_different_names_have_different_iris(names):
    assert len({safe(name) for name in names}) == len(names)


@given(st.text(min_size=1))
def test_every_name_can_be_written_with_a_prefix_and_read_again(name):
    iri = URIRef(Mint().full(Mint().named("park", name)))
    graph = Graph(bind_namespaces="core")
    graph.bind("park", "https://w3id.org/graphbuild/id/park/")
    graph.add((iri, RDF.type, iri))
    written = serialize(graph)
    assert set(Graph().parse(data=written, format="turtle").subjects()) == {iri}
    assert [quad.subject.value for quad in pyoxigraph.parse(written, format=pyoxigraph.RdfFormat.TURTLE)] == [str(iri)]


@pytest.mark.parametrize("base", ["", "id/", "https://example.org/id", "https://example.org/a b/", "https://example.org/<x>/"])
def test_a_base_that_is_no_iri_is_refused(base):
    with pytest.raises(BrokenGraph, match="absolute"):
        Mint(base)


@pytest.mark.parametrize("id", ["", "丁一山", "official/", "/丁一山"])
def test_an_id_without_class_or_name_is_refused(id):
    with pytest.raises(BrokenGraph, match="official/"):
        Mint().thing(id)


def test_a_digest_knows_where_its_parts_end():
    assert digest("ab", "c") != digest("a", "bc") and digest("ab", "c") == digest("ab", "c")
