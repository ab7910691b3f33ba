"""The page that a build writes: the same from kept places as without, and plain about what it does not hold."""

import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphbuild import pipeline
from graphbuild.building import page
from graphbuild.cli.view import view
from graphbuild.graph import packing, parse
from graphbuild.graph.namespaces import GB
from graphbuild.knowledge import load
from graphbuild.view import kept, packed
from tests.building.test_edits import TEXTS, edit
from tests.view import chromium
from tests.view.told_page import told

TOLD = "本报讯 5月6日，云岭县委书记苏明远到{}调研，县委副书记、县长何静陪同。\n"
MORE = {GB[name] for name in ("from", "until", "atMost")}  # what a packed page saves beside
PARKS = ("青竹湖文化产业园", "白鹭湾公园", "云岭科创园", "石桥路", "云岭博物馆")


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text(TOLD.format("、".join(PARKS)), "utf-8")
    return folder


def build(texts, output):
    pipeline.build([str(texts)], output, load())
    return (output / "graph.html").read_text("utf-8")


def test_a_build_keeps_places_beside_its_output_and_writes_the_same_page_with_them(texts, tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "WORTH", 2)
    output = tmp_path / "output"
    first = build(texts, output)
    places = pipeline.memory_of(output) / "places"
    before = {path.name for path in places.iterdir()}
    assert before and build(texts, output) == first
    (texts / "two.txt").write_text("5月9日，云岭县县长何静到白鹭湾公园调研。\n", "utf-8")
    changed = build(texts, output)
    assert changed != first and changed == build(texts, tmp_path / "fresh")
    assert {path.name for path in places.iterdir()} != before  # what is no longer drawn is forgotten


@pytest.fixture
def many(tmp_path):
    """Districts and what several of them say alike, a name that breaks an IRI and a sentence that would end a script."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for which in range(len(TEXTS)):
        edit(folder, which, 1)
    (folder / "z.txt").write_text("郑州市中原区新闻\n2021年3月1日，“智慧</script><script>”产业园开工，新建“一/二<b>”泵站3座，增长1.50%。\n", "utf-8")
    return folder


@pytest.fixture
def pack(monkeypatch):
    monkeypatch.setattr(page, "WHOLE", -1)


def test_a_page_that_is_packed_holds_what_one_holds_that_is_not(many, tmp_path, monkeypatch):
    plain = told(build(many, tmp_path / "plain"))
    monkeypatch.setattr(page, "WHOLE", -1)
    monkeypatch.setattr(packing, "AT_ONCE", 40)  # the sentences of one text in several blocks
    text = build(many, tmp_path / "packed")
    assert '"packed"' in text and told(text) == plain
    assert {"Post", "Milestone", "Measure", "locatedIn"} <= {each[1] for each in plain["said"]}


def test_up_to_its_most_edges_it_leaves_nothing_out_and_beyond_says_what(many, tmp_path, monkeypatch, pack):
    whole = told(build(many, tmp_path / "output"))
    edges = sum(bool(each[2]) for each in whole["said"])
    monkeypatch.setattr(packed, "MOST", edges)
    assert told(build(many, tmp_path / "output")) == whole and whole["left"] == [0, 0]
    monkeypatch.setattr(packed, "MOST", edges - 1)
    less = told(build(many, tmp_path / "output"))
    assert sum(bool(each[2]) for each in less["said"]) < edges
    assert less["left"] == [len(whole[part]) - len(less[part]) for part in ("things", "said")] and min(less["left"]) > 0
    assert [each for each in whole["said"] if each in less["said"]] == less["said"]  # with all their sentences
    assert {end for each in less["said"] for end in (each[0], each[2]) if end} <= less["things"].keys()


def test_a_packed_page_is_the_same_whatever_was_known_before(many, tmp_path, pack):
    build(many, tmp_path / "output")
    edit(many, 5, 2)
    changed = build(many, tmp_path / "output")
    assert changed == build(many, tmp_path / "fresh")


def test_view_writes_the_page_of_a_large_graph_from_what_its_build_remembers(many, tmp_path, monkeypatch, pack):
    text = build(many, tmp_path / "output")
    monkeypatch.setattr("graphbuild.cli.view.anew", None)  # the Turtle is not read again
    seen = CliRunner().invoke(view, ["-o", str(tmp_path / "output"), "--to", str(tmp_path / "again.html")])
    assert seen.exit_code == 0 and (tmp_path / "again.html").read_text("utf-8") == text
    monkeypatch.undo()
    turtle = tmp_path / "output" / "graph.ttl"
    turtle.write_text(turtle.read_text("utf-8").replace("苏明远", "苏明达"), "utf-8")  # it is another graph now
    assert CliRunner().invoke(view, ["-o", str(tmp_path / "output"), "--to", str(tmp_path / "again.html")]).exit_code == 0
    assert "苏明达" in (tmp_path / "again.html").read_text("utf-8")


@pytest.mark.skipif(not chromium.THERE, reason="no Chromium with Playwright: packed pages were not opened in a browser")
@pytest.mark.parametrize("strategy", ["huffman tables", "fixed tables", "stored"])
def test_a_browser_tells_of_a_packed_page_what_it_tells_of_another(many, tmp_path, monkeypatch, strategy):
    plain = build(many, tmp_path / "plain")
    monkeypatch.setattr(page, "WHOLE", -1)
    monkeypatch.setattr(zlib, "compressobj", packer(strategy))
    pages = {"plain": plain, "packed": build(many, tmp_path / "packed")}
    assert pages["packed"] != plain
    with chromium.sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        every = 1 if strategy == "huffman tables" else 7
        seen = {name: list(visited(browser, tmp_path / f"{name}.html", text, every)) for name, text in pages.items()}
        browser.close()
    for one, other in zip(seen["plain"], seen["packed"], strict=True):
        assert one == other


def packer(strategy, make=zlib.compressobj):
    level = 0 if strategy == "stored" else 9
    return lambda *_: make(level, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zlib.Z_FIXED if strategy == "fixed tables" else 0)


def visited(browser, path, text, every):
    """The picture, each thing's panel with what is marked in it, the table (of several sentences it has one) and the Turtle of all that is shown."""
    path.write_text(text, "utf-8")
    seen = chromium.Watched(browser, f"file://{path}")
    yield seen.shown(), seen.text("#panel")
    for thing in sorted(told(text)["things"].values())[::every]:
        seen.find(thing[0])
        yield seen.heading(), sorted(seen.text("#panel").split("\n")), sorted(seen.page.locator("#panel mark").all_inner_texts())
    seen.keys("a", "t")
    yield from sorted(row.split("\t")[:6] for row in seen.page.locator("#table tbody tr").all_inner_texts())
    with seen.page.expect_download() as saved:
        seen.page.click("#save > summary")
        seen.page.click("#tool-saveTTL")
    yield from sorted(str(triple) for triple in parse(Path(saved.value.path())) if triple[1] not in MORE)
    assert seen.told == [] and seen.foreign == []
    seen.close()
