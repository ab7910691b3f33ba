"""The page: everything inside, nothing fetched, every text inert, the same bytes for the same graph."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import networkx as nx
import pytest
from rdflib import RDF, SKOS, Graph, Literal, Namespace

from graphbuild.view import page
from graphbuild.view.marking import mark
from graphbuild.view.positions import positions

GB = Namespace("https://w3id.org/graphbuild/ns#")
OA = Namespace("http://www.w3.org/ns/oa#")
ID = Namespace("https://example.org/")
EVIL = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>"


@pytest.fixture
def graph():
    graph = Graph()
    for node, kind, name in (("su", GB.Official, "苏明远"), ("park", GB.Zone, "青竹湖𠮷园"), ("evil", GB.Company, EVIL)):
        graph.add((ID[node], RDF.type, kind))
        graph.add((ID[node], SKOS.prefLabel, Literal(name, "zh")))
    graph.add((ID.park, SKOS.altLabel, Literal("竹园", "zh")))
    graph.add((ID.su, GB.inspects, ID.park))
    for p, o in ((RDF.subject, ID.su), (RDF.predicate, GB.inspects), (RDF.object, ID.park), (GB.evidence, ID.evidence)):
        graph.add((ID.claim, p, o))
    graph.add((ID.evidence, OA.hasSource, ID.document))
    graph.add((ID.evidence, OA.hasSelector, ID.selector))
    graph.add((ID.selector, OA.exact, Literal("苏明远到青竹湖𠮷园调研")))
    for p, o in ((RDF.type, GB.Milestone), (GB.thing, ID.park), (GB.status, GB.Planned), (GB.kind, GB.Open)):
        graph.add((ID.mile, p, o))
    return graph


class Reader(HTMLParser):
    """What a browser would take from the page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.scripts = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        if self.tags and self.tags[-1][0] == "script" and data.strip():
            attributes = self.tags[-1][1]
            if self.scripts and self.scripts[-1][0] is attributes:  # one script may come in several pieces
                data = self.scripts.pop()[1] + data
            self.scripts.append((attributes, data))

    def handle_endtag(self, tag):
        self.tags.append((f"/{tag}", {}))


def story(text):
    return json.loads(next(data for attributes, data in Reader(text).scripts if attributes.get("id") == "story"))


def test_nothing_is_fetched(graph):
    tags = Reader(page(graph)).tags
    assert not [tag for tag, attributes in tags if {"src", "href", "srcset", "action"} & set(attributes)]
    policy = next(a["content"] for _, a in tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'") and "http" not in policy


def test_only_the_two_programs_of_the_page_may_run(graph):
    read = Reader(page(graph))
    programs = [data for attributes, data in read.scripts if not attributes.get("type")]
    policy = next(a["content"] for _, a in read.tags if a.get("http-equiv"))
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in programs]
    assert re.findall("'sha256-([^']+)'", policy) == hashes
    assert len(hashes) == 2 and not [a for _, a in read.tags if any(name.startswith("on") for name in a)]


def test_a_label_is_only_ever_text(graph):
    text = page(graph)
    assert EVIL not in text and "onerror=alert(1)>" in text.replace("\\u003c", "<")
    assert EVIL in [thing["name"] for thing in story(text)["things"].values()]
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", text.rpartition("<script>")[2])


def test_a_click_finds_the_sentence_with_both_ends_marked(graph):
    told = story(page(graph))
    assert [edge["from"] for edge in told["edges"]] == [str(ID.su)]
    said = told["said"][0]
    assert said["quotes"][0]["pieces"] == [["苏明远", 1], ["到", 0], ["青竹湖𠮷园", 2], ["调研", 0]]
    assert told["things"][str(ID.park)]["names"] == ["竹园"]
    assert [note["subject"] for note in told["notes"]] == [str(ID.park)]
    assert {"inspects", "Official", "Planned"} <= set(told["words"])


def test_the_same_graph_gives_the_same_page(graph):
    again = Graph()
    for triple in sorted(graph, reverse=True):
        again.add(triple)
    assert page(graph) == page(again)


def test_an_empty_graph_and_a_strangers_graph_have_a_page():
    assert story(page(Graph()))["nodes"] == []
    strange = Graph().parse(data='<a:1> <a:p> <a:2> . <a:1> <http://www.w3.org/2000/01/rdf-schema#label> "一" .')
    assert [node["label"] for node in story(page(strange))["nodes"]] == ["一"]


def test_places_are_computed_once_and_apart():
    graph = nx.star_graph([f"n{n}" for n in range(700)])
    places = positions(graph)
    assert places == positions(graph) and len(set(places.values())) > 650


@pytest.mark.parametrize(
    ("quote", "subject", "object", "pieces"),
    [
        ("甲乙", ["甲"], ["甲乙"], [("甲乙", 2)]),
        ("甲.+", [".+"], [], [("甲", 0), (".+", 1)]),
        ("", ["甲"], ["乙"], []),
        ("甲", [], [], [("甲", 0)]),
    ],
)
def test_marking(quote, subject, object, pieces):
    assert mark(quote, subject, object) == pieces
