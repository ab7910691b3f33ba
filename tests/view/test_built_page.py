"""The page that a build writes: the same from kept places as without, and plain about what it does not hold."""

import json

import pytest

from graphbuild import pipeline
from graphbuild.building import main_part
from graphbuild.knowledge import load
from graphbuild.view import kept
from tests.view.test_page import story

TOLD = "本报讯 5月6日，云岭县委书记苏明远到{}调研，县委副书记、县长何静陪同。\n"
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


def test_a_page_that_does_not_hold_all_says_how_much_it_leaves_out(texts, tmp_path, monkeypatch):
    whole = story(build(texts, tmp_path / "output"))
    assert whole["left"] == [0, 0]
    monkeypatch.setattr(main_part, "WHOLE", 3)
    monkeypatch.setattr(main_part, "CLAIMS", 3)
    told = story(build(texts, tmp_path / "output"))
    assert told["left"][1] > 0 and len(told["said"]) < len(whole["said"])
    report = json.loads((tmp_path / "output" / "report.json").read_text("utf-8"))
    assert report["triples"] > 0
