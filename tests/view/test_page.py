"""The page: everything inside, nothing fetched, every text inert, the same bytes for the same graph."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from rdflib import Graph

from graphbuild.view import page
from graphbuild.view.marking import mark, spans
from graphbuild.view.network import scene
from graphbuild.view.page import PARTS, programs
from graphbuild.view.stories import Stories
from graphbuild.view.style import file, label, lines
from graphbuild.view.words import phrases
from tests.view.invented_graph import EVIL, RARE, hostile, large, small


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


def test_nothing_is_fetched():
    tags = Reader(page(hostile())).tags
    asking = [a for _, a in tags if {"src", "srcset", "action"} & set(a) or not a.get("href", "#").startswith("#")]
    assert not asking
    policy = next(a["content"] for _, a in tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'") and "http" not in policy


def test_only_the_two_programs_of_the_page_may_run():
    read = Reader(page(hostile()))
    texts = [data for attributes, data in read.scripts if not attributes.get("type")]
    policy = next(a["content"] for _, a in read.tags if a.get("http-equiv"))
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
    assert re.findall("'sha256-([^']+)'", policy) == hashes
    assert len(hashes) == 2 and not [a for _, a in read.tags if any(name.startswith("on") for name in a)]


def test_a_label_is_only_ever_text():
    text = page(hostile())
    assert EVIL not in text and "onerror=alert(1)>" in text.replace("\\u003c", "<")
    assert EVIL in [thing[1] for thing in story(text)["things"]]
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", programs())


def test_every_edge_has_its_sentence_with_both_ends_marked():
    told = story(page(small()))
    names = [thing[1] for thing in told["things"]]
    fact = next(row for row in told["said"] if row[1] == "inspects")
    assert (names[fact[0]], names[fact[2]]) == ("苏明远", RARE)
    (text, marks, *_), quotes = fact[5][0], told["quotes"]
    exact = quotes[text][5].encode("utf-16-le")
    marked = [exact[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in zip(*[iter(marks)] * 3, strict=True)]
    assert marked == ["苏明远", RARE]  # counted as a page counts, so that 𠮷 shifts nothing


def test_what_is_typed_finds_names_aliases_and_initials():
    park = next(thing for thing in story(page(small()))["things"] if thing[1] == RARE)
    assert park[2] == ["竹园"] and "zy" in park[5].split() and "zhuyuan" in park[5].split()


def test_the_first_view_holds_nothing_that_stands_alone():
    told = story(page(small()))
    assert told["first"] == len(told["things"]) - 1  # all but the road that nothing leads to
    assert told["things"][-1][1] == "无人路" and told["things"][0][1] in ("苏明远", RARE)


def test_up_to_a_limit_nothing_is_missing_and_beyond_it_the_page_says_so():
    stories = Stories(large(300, 900))
    things, said = list(stories.things.values()), stories.said()
    whole, part = scene(things, said), scene(things, said, most=200)
    assert (len(whole.things), len(whole.said), whole.left_said) == (300, 900, 0)
    assert 0 < len(part.said) <= 200 and part.left_said == 900 - len(part.said) and part.left_things > 0
    kept = {thing.iri for thing in part.things}
    assert all({each.subject, each.object} <= kept for each in part.said)


def test_the_same_graph_gives_the_same_page():
    graph, again = small(), Graph()
    for triple in sorted(graph, reverse=True):
        again.add(triple)
    assert page(graph) == page(again)


def test_an_empty_graph_and_a_strangers_graph_have_a_page():
    assert story(page(Graph()))["nodes"] == []
    strange = Graph().parse(data='<a:1> <a:p> <a:2> . <a:1> <http://www.w3.org/2000/01/rdf-schema#label> "一" .')
    assert [node["label"] for node in story(page(strange))["nodes"]] == ["一"]


def test_every_phrase_is_said_in_both_languages_and_every_part_is_there():
    said = {key for part in PARTS for key in re.findall(r"""say\("(\w+)\"""", file(f"web/{part}.js"))}
    assert said <= set(phrases("zh")) == set(phrases("en"))
    assert all(
        re.findall(r"\{\d\}", phrases("zh")[key]).sort() == re.findall(r"\{\d\}", phrases("en")[key]).sort()
        for key in said
    )


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


def test_marks_count_in_utf_16():
    assert list(spans([("𠮷", 0), ("甲", 1), ("𠮷乙", 2)])) == [(2, 3, 1), (3, 6, 2)]


def test_a_label_is_one_line_that_turns_nothing_around():
    assert label("甲\u202e乙\n丙\x00丁\u2066") == "甲 乙 丙 丁" and len(label("长" * 10_000)) == 18
    assert lines("郑煤机1958双创园二期") == ["郑煤机1958", "双创园二期"] and lines("短名") == ["短名"]


def test_beyond_the_limit_what_is_near_the_focus_is_kept():
    stories = Stories(large(300, 900))
    things, said = list(stories.things.values()), stories.said()
    order = [thing.iri for thing in scene(things, said).things]
    last = order[-1]
    assert last not in {thing.iri for thing in scene(things, said, most=200).things}
    assert last in {thing.iri for thing in scene(things, said, most=200, focus=last).things}
