"""The page in a real browser: whatever a person does with it, by mouse and by keyboard, without a network."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import Graph

from graphbuild.graph import parse
from graphbuild.view import Look, Stories, View, embed, page
from graphbuild.view.changes import compare
from graphbuild.view.changes_page import page as changed_page
from graphbuild.view.reports import html
from tests.view import chromium
from tests.view.invented_graph import BIDI, EVIL, ID, LONG, RARE, hostile, small

pytestmark = pytest.mark.skipif(
    not chromium.THERE, reason="no Chromium with Playwright: the pages were not tried in a browser"
)
SEEDS = Path(__file__).resolve().parents[2] / "output" / "graph.ttl"


@pytest.fixture(scope="module")
def browser():
    with chromium.sync_playwright() as playwright:
        started = chromium.launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("pages")
    (made / "small.html").write_text(page(small()), "utf-8")
    (made / "hostile.html").write_text(page(hostile()), "utf-8")
    return made


@pytest.fixture
def opened(browser, folder):
    """Opens a page; at the end it must have asked for nothing and said nothing."""
    pages = []

    def go(name="small.html", link="", **context):
        pages.append(chromium.Watched(browser, f"file://{folder / name}{'#' + link if link else ''}", **context))
        return pages[-1]

    yield go
    for each in pages:
        assert each.told == [] and each.foreign == []
        each.close()


def test_the_first_view_shows_all_that_has_a_relation(opened):
    seen = opened()
    assert seen.shown() == (6, 5)
    assert "6" in seen.text("#status") and "7 个事物" in seen.text("#panel")
    assert seen.page.title() == "谁与什么有关 · 知识图谱"


@pytest.mark.parametrize("typed", [RARE, "竹园", "zy", "qzh"])
def test_names_aliases_and_initials_find_a_thing(opened, typed):
    seen = opened()
    seen.find(typed)
    assert seen.heading() == RARE and "竹园" in seen.text("#panel")


def test_what_is_found_can_be_clicked_and_what_is_not_is_said(opened):
    seen = opened()
    seen.page.fill("#search", "云岭")
    assert seen.page.locator("#hits li").count() == 3
    seen.page.click("#hits li:has-text('博物馆')")
    assert seen.heading() == "云岭博物馆"
    seen.find("无此人")
    assert "没有" in seen.text("#status")


def test_a_thing_outside_the_first_view_is_found_and_drawn(opened):
    seen = opened()
    seen.find("无人路")
    assert seen.heading() == "无人路" and seen.shown()[0] == 7


def test_a_thing_tells_posts_facts_neighbours_and_sources(opened):
    seen = opened()
    seen.find("苏明远")
    told = seen.text("#panel")
    assert all(
        text in told
        for text in ("职务 1", "县委书记", "2022-05-06", "调研 1", "由…陪同 1", "出处 1", "云岭县领导调研项目")
    )


def test_a_click_on_the_drawing_picks_a_thing_and_a_click_beside_it_nothing(opened):
    seen = opened()
    seen.find("苏明远")  # it now stands in the middle
    seen.keys("Escape")
    box = seen.page.locator("#canvas").bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    seen.page.mouse.click(*middle)
    assert seen.heading() == "苏明远"
    seen.page.mouse.click(box["x"] + 3, box["y"] + 3)
    assert seen.heading() == "这张图"


def test_a_click_on_an_edge_shows_its_sentence_with_both_ends_marked(opened):
    alone = "|".join(f"{key}" for key in ("official/he", "project/museum", "organization/office", "district/county"))
    seen = opened(link=f"less={alone}&pins=official/su@-300,0|zone/park@300,0")
    box = seen.page.locator("#canvas").bounding_box()
    seen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert seen.heading() == "原句"
    assert [seen.text(f"mark.end{end}") for end in (1, 2)] == ["苏明远", RARE]
    assert all(text in seen.text("figure") for text in ("云岭县领导调研项目", "2022-05-06", "0.9", "texts/a.txt"))
    assert "本报讯" in seen.text("figure") and "前一句" not in seen.text("figure")


def test_keys_walk_from_thing_to_thing_and_from_edge_to_edge(opened):
    seen = opened()
    seen.find("苏明远")
    seen.keys("n")
    assert seen.heading() == "原句"
    first = seen.text("#panel .statement")
    seen.keys("n")
    assert seen.text("#panel .statement") != first
    seen.keys("Escape")
    seen.page.focus("#canvas")
    seen.keys("ArrowRight", "ArrowLeft", "ArrowUp")
    assert seen.page.locator("#panel .actions").count() == 1
    seen.keys("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "panel"


def test_focus_expand_hide_pin_and_undo(opened):
    seen = opened()
    seen.find("何静")
    seen.keys("1")
    assert seen.shown() == (2, 1)
    seen.keys("2")
    assert seen.shown()[0] == 4
    seen.keys("3")
    assert seen.shown()[0] == 6
    seen.page.click("#do-focus1")
    seen.find("苏明远")
    seen.page.click("#do-expand")
    assert seen.shown()[0] == 4
    seen.keys("p")
    assert "pins=official/su@" in seen.hash() and seen.page.get_attribute("#do-pin", "aria-pressed") == "true"
    seen.page.click("#do-hide")
    assert "less=official/su" in seen.hash()
    seen.keys("u")
    assert "less" not in seen.hash()
    seen.keys("r")
    assert "less=official/su" in seen.hash()
    seen.keys("Control+z", "o")
    assert seen.shown() == (6, 5)


def test_dragging_holds_a_thing_in_its_place(opened):
    seen = opened()
    seen.find("苏明远")
    box = seen.page.locator("#canvas").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    seen.page.mouse.move(x, y)
    seen.page.mouse.down()
    seen.page.mouse.move(x + 60, y + 40, steps=5)
    seen.page.mouse.up()
    assert "pins=official/su@" in seen.hash()


def test_a_double_click_expands(opened):
    seen = opened()
    seen.find("何静")
    seen.keys("1", "f")
    box = seen.page.locator("#canvas").bounding_box()
    seen.find("苏明远")
    seen.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert seen.shown()[0] == 4


def test_the_shortest_path_by_keys_and_by_mouse(opened):
    seen = opened()
    seen.find("何静")
    seen.keys("s")
    seen.find("博物馆")
    assert seen.heading() == "最短路径" and "何静 → 苏明远 → " in seen.text("#panel")
    assert seen.page.locator("#panel .said").count() == 3
    seen.page.click("#panel button:has-text('结束路径')")
    seen.find("何静")
    seen.page.click("#do-path")
    seen.find("无人路")
    assert "没有可走的关系" in seen.text("#panel")


def test_the_legend_filters_by_class_and_relation(opened):
    seen = opened()
    seen.page.click("#kinds label:has-text('干部')")
    assert seen.shown() == (4, 2)
    seen.page.focus("#relations input[value=partOf]")
    seen.keys("Space")
    assert seen.page.evaluate("document.activeElement.value") == "partOf"  # where he was
    assert "noRelations=partOf" in seen.hash() and seen.shown()[1] == 1


def test_time_and_confidence_narrow_the_picture(opened):
    seen = opened()
    seen.page.focus("#from")
    seen.keys("ArrowRight")
    assert "2023-07-08" in seen.text("#sliders") and seen.shown() == (2, 1)
    seen.keys("u")
    slide = (
        "([id, to]) => { const e = document.getElementById(id); e.value = to; e.dispatchEvent(new Event('change')); }"
    )
    seen.page.evaluate(slide, ["sure", 0.8])
    assert seen.shown()[1] == 4 and "0.8" in seen.text("#sliders")


@pytest.mark.parametrize("layout", ["class", "district", "fan"])
def test_layouts_move_the_same_things(opened, layout):
    seen = opened()
    seen.page.select_option("#layout", layout)
    assert f"layout={layout}" in seen.hash() and seen.shown() == (6, 5)
    seen.page.focus("#canvas")
    seen.keys("v")
    assert f"layout={layout}" not in seen.hash()


def test_a_table_sorts_opens_and_copies(opened):
    seen = opened(permissions=["clipboard-read", "clipboard-write"])
    seen.keys("t")
    first = [row.split("\t") for row in seen.text("#table").split("\n") if "\t" in row]
    assert len(first) >= 8
    seen.page.click("#sort-date")
    seen.page.click("#sort-date")
    assert seen.page.get_attribute("th:has(#sort-date)", "aria-sort") == "descending"
    assert "2023-07-08" in seen.text("#table tbody tr:first-child")
    seen.page.click("#copy-table")
    seen.page.locator("#status", has_text="已复制").wait_for()
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("主体\t关系\t") and "苏明远\t调研\t" in copied
    seen.page.click("#tab-things")
    seen.page.click("#table tbody tr:first-child button")
    assert seen.page.locator("#panel .actions").count() == 1


def saved(seen, kind):
    seen.page.click("#save > summary")
    with seen.page.expect_download() as waited:
        seen.page.click(f"#tool-save{kind}")
    return Path(waited.value.path()).read_bytes()


def test_what_is_shown_is_saved_as_picture_table_and_data(opened, tmp_path):
    seen = opened()
    svg = ElementTree.fromstring(saved(seen, "SVG"))
    words = "".join(svg.itertext())
    assert "苏明远" in words and RARE in words and "干部" in words  # things and the legend
    assert saved(seen, "PNG").startswith(b"\x89PNG")
    assert "苏明远" in saved(seen, "CSV").decode("utf-8-sig")
    (tmp_path / "part.ttl").write_bytes(saved(seen, "TTL"))
    part = parse(tmp_path / "part.ttl")
    kept = {(p, o) for p, o in small().predicate_objects(ID["claim/1"])}
    assert {str(o) for _, o in kept} >= {str(o) for _, o in part.predicate_objects(ID["claim/1"])}
    assert sum(1 for _ in Stories(part).said()) == sum(1 for _ in Stories(small()).said())


def test_a_link_reopens_the_same_view(opened):
    seen = opened()
    seen.find("何静")
    seen.keys("2", "v", "l")
    seen.page.click("#relations label:has-text('part')")
    seen.keys("n")
    again = opened(link=seen.page.evaluate("location.hash.slice(1)"))
    for what in ("#status", "#panel", "#legend"):
        assert again.text(what).replace("6 steps", "") == seen.text(what) or what == "#status"
    assert again.hash() == seen.hash() and again.shown() == seen.shown()


def test_a_link_holds_where_one_looked_and_how_a_table_was_sorted(opened):
    seen = opened()
    box = seen.page.locator("#canvas").bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    seen.find("苏明远")  # now in the middle
    seen.keys("Escape", "+", "+")
    link = seen.page.evaluate("location.hash.slice(1)")
    assert link.startswith("view=") and float(link.rpartition("%2C")[2]) > 1
    again = opened(link=link)
    again.page.mouse.click(*middle)
    assert again.heading() == "苏明远"
    seen.keys("t")
    seen.page.click("#sort-date")
    table = opened(link=seen.page.evaluate("location.hash.slice(1)"))
    assert table.text("#table") == seen.text("#table") and table.hash() == seen.hash()


def test_a_step_back_does_not_move_the_picture(opened):
    seen = opened()
    seen.find("苏明远")
    seen.keys("Shift+ArrowRight")
    before = next(part for part in seen.hash().split("&") if part.startswith("view="))
    seen.keys("p", "u")
    assert before in seen.hash().split("&")
    seen.keys("v")
    assert "view=" not in seen.hash()  # another layout is shown whole


@pytest.mark.parametrize(
    "link",
    [
        "focus=nobody/at-all&pins=x@1&language=xx&layout=force&pick=t|%E4%B8&more=%zz",
        "layout=constructor&table=__proto__&language=toString&sort=-x&depth=99&sure=x&view=1,2",
        "view=NaN,0,1&depth=-3&path=a|b&from=x&until=y&pick=e|x&toString=1",
    ],
)
def test_a_broken_link_opens_as_far_as_it_can_be_read(opened, link):
    seen = opened(link=link)
    assert seen.shown()[0] == 6


def test_chinese_and_english(opened):
    seen = opened()
    seen.page.click("#tool-language")
    assert seen.page.evaluate("document.documentElement.lang") == "en"
    assert "Official" in seen.text("#legend").replace("official", "Official") and "Begin here" in seen.text("#panel")
    seen.page.focus("#canvas")
    seen.keys("l")
    assert "从这里开始" in seen.text("#panel")


def test_everything_that_can_be_pressed_has_a_name(opened):
    seen = opened()
    seen.find("苏明远")
    nameless = seen.page.evaluate(
        "[...document.querySelectorAll('button, input, select, summary, [role]')].filter((e) => !(e.ariaLabel || e.textContent.trim() || e.labels?.length || e.id === 'status')).map((e) => e.outerHTML)"
    )
    assert nameless == []
    assert seen.page.get_attribute("#canvas", "aria-description")
    seen.keys("?")
    assert seen.page.locator("#help kbd").count() >= 18
    seen.keys("Escape")


def test_hostile_names_are_only_ever_text(opened):
    seen = opened("hostile.html")
    for typed in ("onerror", "倒过来", "长长长", "笑", "HYPERLINK"):
        seen.find(typed)
        seen.keys("1", "n", "t", "t")
    seen.find("onerror")
    assert seen.heading() == EVIL and 'onmouseover="alert(1)' in seen.text("#panel")
    assert seen.page.evaluate("[document.scripts.length, document.images.length]") == [3, 0]
    assert seen.page.evaluate(
        "[...document.querySelectorAll('*')].every((e) => ![...e.attributes].some((a) => a.name.startsWith('on')))"
    )
    seen.find("长长长")
    assert len(seen.heading()) == len(LONG)
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.find("倒过来")
    assert seen.page.evaluate("[...document.querySelectorAll('#panel h2 bdi')].length") == 1 and seen.heading() == BIDI
    marked = seen.page.evaluate("[...document.querySelectorAll('mark.end2')].map((e) => e.textContent)")
    assert set(marked) == {RARE}  # 𠮷 counts two in a browser, and the mark is still right
    csv = saved(seen, "CSV").decode("utf-8-sig")
    assert "\"'=HYPERLINK" in csv
    ElementTree.fromstring(saved(seen, "SVG"))
    Graph().parse(data=saved(seen, "TTL"), format="turtle")


@pytest.mark.parametrize(
    "look",
    [{"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}, {"color_scheme": "dark"}],
)
def test_phone_and_dark(opened, look):
    seen = opened(**look)
    seen.find("苏明远")
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.page.locator("#canvas").bounding_box()["height"] > 150
    assert seen.page.locator("#panel").bounding_box()["height"] > 200
    dark = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (dark == "rgb(20, 25, 31)") == ("color_scheme" in look)


def test_two_views_on_one_page_do_not_disturb_each_other(opened, folder):
    stories = Stories(small())
    views = [embed(stories, Look(str(ID[key]), 2, title=key)) for key in ("official/he", "project/museum")]
    (folder / "two.html").write_text(
        f"<!doctype html><meta charset=utf-8><header><h1>two</h1></header>{''.join(views)}", "utf-8"
    )
    seen = opened("two.html", viewport={"width": 1200, "height": 1700})
    one, other = (seen.page.frame_locator("iframe").nth(n) for n in (0, 1))
    other.locator("#panel h2").wait_for()
    one.locator("#search").fill("苏明远")
    one.locator("#search").press("Enter")
    assert one.locator("#panel h2").inner_text() == "苏明远" and other.locator("#panel h2").inner_text() == "云岭博物馆"
    one.locator("#tool-language").click()
    assert other.locator("#tool-language").inner_text() == "English"


def test_a_dossier_is_quiet_and_its_view_answers(opened, folder):
    (folder / "dossier.html").write_text(html(Stories(hostile()), Look(str(ID["zone/park"]), 2)), "utf-8")
    seen = opened("dossier.html")
    assert seen.text("h1") == RARE
    assert seen.page.evaluate("[document.scripts.length, document.images.length]") == [0, 0]
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    frame = seen.page.frame_locator("iframe")
    frame.locator("#panel h2").wait_for()
    assert frame.locator("#panel h2").inner_text() == RARE
    seen.page.emulate_media(media="print")
    assert seen.page.locator(".paper svg").is_visible() and not seen.page.locator(".screen iframe").is_visible()


def test_a_notebook_shows_views_that_do_not_disturb_it(opened, folder):
    """Notebooks set what a cell gives as their own HTML: by then no script outside a frame would run."""
    cells = [View(small(), focus="何静")._repr_html_(), embed(Stories(hostile()), Look(str(ID["zone/park"]), 2))]
    shown = "".join(f"<template>{cell}</template><div class=output></div>" for cell in cells)
    fill = "for (const t of document.querySelectorAll('template')) t.nextElementSibling.innerHTML = t.innerHTML"
    (folder / "notebook.html").write_text(f"<header><h1>x</h1></header>{shown}<script>{fill}</script>", "utf-8")
    seen = opened("notebook.html", viewport={"width": 1000, "height": 1800})
    for n, name in ((0, "何静"), (1, RARE)):
        frame = seen.page.frame_locator(".output iframe").nth(n)
        frame.locator("#panel h2").wait_for()
        assert frame.locator("#panel h2").inner_text() == name
        frame.locator("#kinds label").first.wait_for(state="attached")


def test_a_page_that_is_not_all_says_so_and_how_to_see_the_rest(opened, folder):
    (folder / "part.html").write_text(page(small(), left=(1234, 5678)), "utf-8")
    seen = opened("part.html")
    told = seen.text("#left-out")
    assert "1234" in told and "5678" in told and "graphbuild view --focus" in told and "graphbuild serve" in told
    assert "1234" in seen.text("#status")
    seen.find("无此人")
    assert "未收入全部" in seen.text("#status")
    seen.keys("l")
    assert opened().page.locator("#left-out").count() == 0


def test_a_view_of_changes_colours_them(opened, folder):
    old, new = small(), hostile()
    (folder / "changes.html").write_text(changed_page(old, new, compare(old, new), Look()), "utf-8")
    seen = opened("changes.html")
    seen.keys("t")
    assert EVIL in seen.text("#table")
    assert seen.page.evaluate("[document.scripts.length, document.images.length]") == [3, 0]
    seen.keys("t")
    seen.find("笑")
    assert seen.page.locator("#panel .change.new").count() >= 2


def test_a_newcomer_finds_who_has_to_do_with_a_place_in_three_actions(opened, folder):
    (folder / "seeds.html").write_text(page(parse(SEEDS)), "utf-8")
    seen = opened("seeds.html")
    seen.page.click("#search")  # one
    seen.page.keyboard.type("二砂文化创意园")  # two
    seen.page.keyboard.press("Enter")  # three
    told = seen.text("#panel")
    assert "被调研" in told and "李晓雷" in told and re.search(r"李晓雷带队调研.*二砂文化创意园", told)
    assert json.dumps(told)
