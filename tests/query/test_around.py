"""The part of a store around a thing: what lies within some steps, all that is stated among it, and how much is left."""

import pytest
from rdflib import RDF

from graphbuild.graph import parse
from graphbuild.graph.namespaces import GB
from graphbuild.query.around import Around, counted
from graphbuild.query.store import open_store
from graphbuild.query.values import thing
from graphbuild.view.stories import Stories
from tests.view.invented_graph import RARE, hostile, large, small


@pytest.fixture
def store(tmp_path):
    def opened(graph):
        (tmp_path / "graph.ttl").write_text(graph.serialize(format="turtle"), "utf-8")
        return open_store(tmp_path / "graph.ttl")

    return opened


@pytest.mark.parametrize(("depth", "things"), [(1, 2), (2, 4), (3, 6)])
def test_what_lies_within_some_steps(store, depth, things):
    opened = store(small())
    part = Stories(Around(opened, thing(opened, "何静"), depth).graph)
    assert len(part.things) == things
    whole = Stories(small()).said()
    inside = [s for s in whole if s.subject in part.things and (not s.object or s.object in part.things)]
    assert [(s.subject, s.relation, s.object, s.quotes) for s in part.said()] == [
        (s.subject, s.relation, s.object, s.quotes) for s in inside
    ]


@pytest.mark.parametrize("made", [small, hostile])
def test_things_and_statements_are_counted_as_views_count_them(store, made):
    stories = Stories(made())
    assert counted(store(made())) == (len(stories.things), len(stories.said()))


def test_a_part_is_never_larger_than_asked_and_holds_the_focus(store):
    opened = store(large(200, 800))
    focus = thing(opened, "第7号项目片区")
    part = Around(opened, focus, 3, most=30)
    assert len(part.things) == 30 and focus in part.things
    assert set(Stories(part.graph).things) == {node.value for node in part.things}


def test_every_triple_of_a_part_is_one_of_the_whole(store):
    opened = store(small())
    whole = parse(opened.turtle)
    part = Around(opened, thing(opened, RARE), 2).graph
    same = {(s, p, o.toPython()) for s, p, o in whole}  # a store writes 133.0 as 133
    assert {(s, p, o.toPython()) for s, p, o in part} < same and (None, RDF.type, GB.Claim) in part
