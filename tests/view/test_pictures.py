"""Parts of a graph as fragments and pictures: nothing runs, nothing is fetched, every word can be read."""

from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from rdflib import Graph

from graphbuild.errors import Unanswerable, Undrawable
from graphbuild.view import Look, Stories, View, embed, mermaid, part, pointing, sketch, svg
from graphbuild.view import png as drawing
from tests.view.invented_graph import EVIL, ID, RARE, hostile, large, small

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def stories():
    return Stories(hostile())


def names(drawn):
    return {thing.name for thing in drawn.things}


@pytest.mark.parametrize(("depth", "count"), [(1, 2), (2, 4), (3, 6)])
def test_a_part_is_what_lies_within_some_steps(depth, count):
    drawn = part(Stories(small()), str(ID["official/he"]), depth)
    assert len(drawn.things) == count and drawn.things[0].name == "何静"
    inside = {thing.iri for thing in drawn.things}
    assert all(each.subject in inside and (not each.object or each.object in inside) for each in drawn.said)


def test_a_part_of_a_large_graph_stays_readable():
    stories = Stories(large(400, 1600))
    assert len(part(stories, next(iter(stories.things)), 3, most=40).things) == 40
    assert len(sketch(stories, most=60).things) == 60


def test_an_svg_keeps_text_as_text_and_has_a_legend(stories):
    root = ElementTree.fromstring(svg(part(stories, str(ID["zone/park"]), 2), title=EVIL))
    words = "".join(root.itertext())
    assert RARE in words and "苏明远" in words and "企业" in words and "调研" in words
    assert root.find(f"{SVG}title").text == EVIL
    assert not [
        e
        for e in root.iter()
        if e.tag in (f"{SVG}script", f"{SVG}foreignObject") or any(a.startswith("on") or "href" in a for a in e.attrib)
    ]


def test_an_empty_graph_has_a_picture():
    assert ElementTree.fromstring(svg(sketch(Stories(Graph())))).tag == f"{SVG}svg"


def test_the_same_part_gives_the_same_bytes(stories):
    drawn = part(stories, str(ID["zone/park"]), 2)
    assert svg(drawn) == svg(drawn) and mermaid(drawn) == mermaid(drawn)


def test_a_png_says_which_font_it_used_or_what_to_install(stories, tmp_path, monkeypatch):
    picture = svg(part(stories, str(ID["official/su"]), 1))
    if drawing.chinese_font():
        pixels, font = drawing.png(picture, 1)
        assert pixels.startswith(b"\x89PNG") and font.is_file()
    monkeypatch.setenv("GRAPHBUILD_FONTS", str(tmp_path))
    with pytest.raises(Undrawable, match=r"fonts-noto-cjk.*--svg"):
        drawing.png(picture)


def test_mermaid_reads_no_name_as_its_own(stories):
    text = mermaid(part(stories, str(ID["zone/park"]), 1))
    assert text.startswith("graph LR\n") and '-- "调研" -->' in text
    assert "<" not in text and text.count('"') % 2 == 0 and "alert(1)" in text


class Frame(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))


def test_a_fragment_is_one_sandboxed_frame_with_the_whole_page_inside(stories):
    text = embed(stories, Look(str(ID["zone/park"]), 2, title=EVIL))
    [(tag, attributes)] = Frame(text).tags
    assert tag == "iframe" and attributes["sandbox"] == "allow-scripts allow-downloads"
    inside = attributes["srcdoc"]
    assert inside.startswith("<!doctype html>") and "default-src 'none'" in inside and EVIL not in inside
    assert "src=" not in text.replace("srcdoc=", "") or "src" not in attributes
    assert 'src="a&amp;b.html"' in pointing("a&b.html", EVIL) and "<script>" not in pointing("a", EVIL)


def test_a_notebook_shows_a_view_by_itself(tmp_path):
    graph = small()
    path = tmp_path / "graph.ttl"
    path.write_text(graph.serialize(format="turtle"), "utf-8")
    for given in (graph, path, str(path)):
        shown = View(given, focus="竹园", depth=1)._repr_html_()
        assert shown.startswith("<iframe") and "苏明远" in unescape(shown)
    with pytest.raises(Unanswerable, match="无此人"):
        View(graph, focus="无此人")._repr_html_()
