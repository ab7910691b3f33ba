"""What a page shows is packed before the page is asked for: sheaf by sheaf where few are new, and the page is the same."""

import pytest

from graphbuild import pipeline, view
from graphbuild.building import drawing, page, rounds
from graphbuild.building.drawing import Drawing
from graphbuild.building.site import Site
from graphbuild.knowledge import load
from graphbuild.knowledge.decisions import Decisions
from graphbuild.reading import Memory

KNOWLEDGE = load()
TEXT = "郑州市中原区新闻\n本报讯 3月{n}日，中原区委书记苏明远到青竹湖文化产业园调研。新建公厕{n}座。\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "WHOLE", 0)  # however small
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "2021-03-03_a.txt").write_text(TEXT.format(n=3), "utf-8")
    pipeline.build([str(folder)], tmp_path / "output", KNOWLEDGE)
    return Site(KNOWLEDGE, Decisions(), pipeline.BASE, Memory(tmp_path / ".output.cache"), tmp_path)


def test_what_was_packed_of_the_last_build_is_held_and_what_comes_is_packed_at_once(site, monkeypatch):
    drawn = Drawing(site)
    called = drawn.last()
    drawn.prepare()
    assert set(drawn.known) == set(called)
    del drawn.known[called[0]]
    monkeypatch.setattr(drawing, "found", None)  # nothing is looked for when the page is drawn
    drawn.prepare(called[0])
    assert drawn.page(called, None) == (site.spill / "output" / "graph.html").read_text("utf-8")


def test_where_nothing_was_packed_before_nothing_is_packed_early(site, monkeypatch):
    drawn = Drawing(site)
    drawn.prepare(*drawn.last())
    assert drawn.known == {}
    monkeypatch.setattr(page, "WHOLE", 20_000)
    drawn.prepare()
    assert drawn.known == {}


def test_sheaves_are_told_of_where_few_are_new(site, tmp_path, monkeypatch):
    heard, texts = [], tmp_path / "texts"
    monkeypatch.setattr(pipeline.Aside, "hint", lambda self, *told: heard.extend(told))
    for n in range(10, 29):
        (texts / f"2021-03-{n}_a.txt").write_text(f"卢氏县{n}号新闻\n新建公厕{n}座。\n", "utf-8")
    pipeline.build([str(texts)], tmp_path / "output", KNOWLEDGE)
    assert heard == []  # nearly all is new
    monkeypatch.setattr(rounds, "FEW", 1)
    (texts / "2021-03-03_a.txt").write_text(TEXT.format(n=4), "utf-8")
    pipeline.build([str(texts)], tmp_path / "output", KNOWLEDGE)
    assert heard and set(heard) <= set(Drawing(site).last())


def test_the_page_of_a_small_graph_is_drawn_again_only_where_something_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline.Aside, "say", lambda *_: None)
    monkeypatch.setattr("graphbuild.export.aside.begun", lambda *_: (None, None))  # all is drawn in this process
    texts, output, drawn = tmp_path / "texts", tmp_path / "output", []
    texts.mkdir()
    draw = view.page
    monkeypatch.setattr(view, "page", lambda *given, **how: drawn.append(1) or draw(*given, **how))

    def built(n, **how):
        (texts / "2021-03-03_a.txt").write_text(TEXT.format(n=n), "utf-8")
        pipeline.build([str(texts)], output, KNOWLEDGE, **how)
        return len(drawn), (output / "graph.html").read_bytes()

    times, first = built(3)
    assert times == 1 and built(3) == (1, first) and built(3) == (1, first)
    times, other = built(4)
    assert times == 2 and other != first
    assert built(3) == (3, first)  # what the last build did not need is forgotten
    assert built(3, fresh=True) == (4, first)
