"""Several bearers of one name: each is told by what people know it by, and whoever nothing is said of is not offered as good."""

import re

import pytest
from rdflib import RDF, Graph, URIRef

from graphbuild import pipeline
from graphbuild.errors import Unanswerable
from graphbuild.graph.namespaces import GB
from graphbuild.knowledge import load
from graphbuild.query.ask import asker
from graphbuild.query.explanation import explain
from graphbuild.query.placed import spoken_of
from tests.query.small_world import write

KNOWLEDGE = load()
TEXTS = {
    "2017-01-04_樾樱湖开工.txt": "1月4日，市委书记苏明远到樾樱湖公园调研。全市新建公厕12座。\n",
    "2018-01-06_b.txt": "卢氏县新闻\n1月6日，卢氏县委书记苏明远到杜荆公园调研。全县新建公厕12座。\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("choices")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text, "utf-8")
    pipeline.build([str(folder / "texts")], folder / "output", KNOWLEDGE)
    return asker(folder / "output")


def test_a_bearer_of_no_known_area_is_written_by_the_text_that_speaks_of_it(built):
    reply = built.ask("苏明远担任什么职务？")
    refs = [ref for ref, _, _ in reply.candidates]
    assert refs == ["苏明远@2017-01-04_樾樱湖开工", "苏明远@卢氏县"]
    assert "县委书记" in built.ask(f"{refs[1]}担任什么职务？").sentence and "市委书记" in built.ask(f"{refs[0]}担任什么职务？").sentence
    with pytest.raises(Unanswerable) as trouble:
        explain(built.store.graph, built.texts, "苏明远")
    assert refs[0] in str(trouble.value) and not re.search("@[0-9a-f]{8}", str(trouble.value))
    assert explain(built.store.graph, built.texts, refs[0])


def test_of_whom_nothing_is_said_that_is_told(tmp_path):
    one = asker(write(tmp_path / "output"))
    silent, said = sorted((told for _, _, told in one.ask("人民公园什么时候建成？").candidates), key=len)[::-1]
    assert {"没有文本说到它"} == {part for told in (said, silent) for part in told.split(" · ") if "没有" in part}


def test_of_three_bearers_only_those_are_offered_of_whom_something_is_said():
    told = URIRef("x:a"), URIRef("x:b")
    graph = Graph()
    for n, node in enumerate(told):
        graph.add((URIRef(f"x:c{n}"), RDF.subject, node))
        graph.add((URIRef(f"x:c{n}"), GB.evidence, URIRef("x:e")))
    graph.add((URIRef("x:d"), GB.carried, URIRef("x:silent")))
    assert spoken_of(graph, [*told, URIRef("x:silent")]) == list(told)
    assert len(spoken_of(graph, [told[0], URIRef("x:silent")])) == 2


def test_when_a_thing_opened_and_all_who_held_an_office_may_be_asked_in_these_words(tmp_path):
    one = asker(write(tmp_path / "output"))
    assert one.ask("云岭公园什么时候开通？").question == one.ask("云岭公园什么时候通车？").question != ""
    assert {"丁一山", "赵四海"} <= {cell for row in one.ask("云岭区历任区委书记有谁？").table for cell in row}


def test_what_is_only_named_is_not_said_to_come_from_a_list(tmp_path):
    one = asker(write(tmp_path / "output"))
    for name, why in (("人民公园@云岭区", "a text names it"), ("天涯市", "list of areas")):
        with pytest.raises(Unanswerable, match=why):
            explain(one.store.graph, one.texts, name)
