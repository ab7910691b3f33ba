"""Every act of the page twice, by mouse alone and by keyboard alone: what it does is the same."""

from dataclasses import dataclass

import pytest
from rdflib import Literal

from graphbuild.view import page
from tests.view import chromium
from tests.view.invented_graph import ID, RARE, document, note, small

pytestmark = pytest.mark.skipif(
    not chromium.THERE, reason="no Chromium with Playwright: the pages were not tried in a browser"
)
SU, PARK = "official/su", "zone/park"
# 苏明远 and the park alone, 600 pixels apart, an edge between them, the middle of the picture between the two.
PAIR = "&".join(
    (
        "less=official/he|project/museum|organization/office|district/county",
        f"pins={SU}@-200,0|{PARK}@200,0",
        "view=0,0,1",
    )
)
CHOSEN = f"{PAIR}&pick=t|{SU}"


@pytest.fixture(scope="module")
def browser():
    with chromium.sync_playwright() as playwright:
        started = chromium.launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    graph = small()
    source = document(graph, "many", "云岭县的十四件事", "2022-05-06")
    for n in range(14):
        told = {"area": ID["district/county"], "indicator": Literal(f"第{n}件"), "value": Literal(str(n))}
        note(graph, f"many{n}", "Measure", f"云岭县第{n}件事", source, "2022-05-06", **told)
    path = tmp_path_factory.mktemp("pages") / "page.html"
    path.write_text(page(graph), "utf-8")
    return f"file://{path}"


@pytest.fixture
def opened(browser, address):
    pages = []

    def go(link=""):
        more = {"permissions": ["clipboard-read", "clipboard-write"]}
        pages.append(chromium.Watched(browser, f"{address}{'#' + link if link else ''}", **more))
        pages[-1].page.evaluate("navigator.clipboard.writeText('')")
        return pages[-1]

    yield go
    for each in pages:
        assert each.told == [] and each.foreign == []
        each.close()


@dataclass
class Hand:
    """What a hand can do: the one holds a mouse, the other has a keyboard."""

    seen: chromium.Watched

    def at(self, x=0, y=0):
        box = self.seen.page.locator("#canvas").bounding_box()
        return box["x"] + box["width"] / 2 + x, box["y"] + box["height"] / 2 + y

    def click(self, x=0, y=0):
        self.seen.page.mouse.click(*self.at(x, y))

    def press(self, selector):
        """A button by mouse: wherever it stands, it is clicked in its middle."""
        self.seen.page.locator(selector).first.click()

    def drag(self, start, end):
        self.seen.page.mouse.move(*start)
        self.seen.page.mouse.down()
        self.seen.page.mouse.move(*end, steps=6)
        self.seen.page.mouse.up()

    def slide(self, selector, to):
        """A slider by mouse: its knob is taken and let go elsewhere; ends are 8 pixels from the rim."""
        box = self.seen.page.locator(selector).bounding_box()
        now = self.seen.page.evaluate(
            "(e) => (e.value - e.min) / (e.max - e.min)", self.seen.page.query_selector(selector)
        )
        spot = lambda part: (box["x"] + 8 + (box["width"] - 16) * part, box["y"] + box["height"] / 2)  # noqa: E731
        self.drag(spot(now), spot(to))

    def keys(self, *keys):
        self.seen.keys(*keys)

    def tab(self, selector, *keys):
        """What Tab reaches, then the keys: nothing that can be pressed is out of its reach."""
        reached = (
            "(s) => { const e = document.querySelector(s); e.focus(); return document.activeElement === e && e.tabIndex >= 0; }"
        )
        assert self.seen.page.evaluate(reached, selector)
        self.seen.keys(*keys)

    def canvas(self, *keys):
        self.tab("#canvas", *keys)

    def type(self, text):
        self.seen.page.keyboard.type(text)


def view(seen):
    return next((part for part in seen.hash().split("&") if part.startswith("view=")), "")


def downloaded(name):
    return lambda seen: seen.text("#status").startswith(f"已保存 graph.{name}")


def copied(begins):
    return lambda seen: seen.page.evaluate("navigator.clipboard.readText()").startswith(begins)


def soon(holds, seen):
    """What a page does a moment later."""
    for _ in range(60):
        if holds(seen):
            return True
        seen.page.wait_for_timeout(50)
    return False


def table(seen):
    return seen.page.locator("#table").is_visible()


def search_by_mouse(hand):
    hand.press("#search")
    hand.type("竹园")
    hand.press("#hits li")


def search_by_keys(hand):
    hand.keys("/")
    hand.type("竹园")
    hand.keys("Enter")


def layout_by_mouse(hand):
    hand.seen.page.select_option("#layout", "district")


def wheel(hand, by):
    hand.seen.page.mouse.move(*hand.at())
    hand.seen.page.mouse.wheel(0, by)
    hand.seen.page.wait_for_timeout(250)


def panel_has(*words):
    return lambda seen: all(word in seen.text("#panel") for word in words)


def save(kind):
    return (
        "",
        lambda hand: (hand.press("#save > summary"), hand.press(f"#tool-save{kind}")),
        lambda hand: (hand.tab("#save > summary", "Enter"), hand.tab(f"#tool-save{kind}", "Enter")),
        downloaded(kind.lower()),
    )


def focus(depth, shown):
    return (
        CHOSEN,
        lambda hand: hand.press(f"#do-focus{depth}"),
        lambda hand: hand.canvas(str(depth)),
        lambda seen: f"focus={SU}" in seen.hash() and seen.shown()[0] == shown and "layout=fan" in seen.hash(),
    )


# Act: the link it begins with, by mouse, by keyboard, what holds then.
ACTS = {
    "find": ("", search_by_mouse, search_by_keys, lambda seen: seen.heading() == RARE),
    "choose a thing": (
        PAIR, lambda hand: hand.click(-200), lambda hand: hand.canvas("ArrowLeft", "ArrowLeft"),
        lambda seen: seen.heading() == "苏明远",
    ),
    "choose an edge": (
        f"{PAIR}&noRelations=oversees&from=2022-05-06&until=2022-05-06", lambda hand: hand.click(60),
        lambda hand: (hand.canvas("ArrowLeft", "ArrowLeft"), hand.keys("n")),
        lambda seen: seen.heading() == "原句" and seen.text("mark.end2") == RARE,
    ),
    "its edges one by one": (
        f"{PAIR}&pick=t|{SU}", lambda hand: hand.press("#panel button.relation"), lambda hand: hand.canvas("n", "b", "b", "n", "n"),
        lambda seen: seen.heading() == "原句",
    ),
    "choose nothing": (
        CHOSEN, lambda hand: hand.click(0, 200), lambda hand: hand.canvas("Escape"), lambda seen: seen.heading() == "这张图",
    ),
    "go to what is told": (
        CHOSEN, lambda hand: hand.press("#panel .statement > .link:first-child"),
        lambda hand: hand.tab("#panel .statement > .link:first-child", "Enter"), lambda seen: seen.heading() == "何静",
    ),
    "read": (
        CHOSEN, lambda hand: hand.press("#panel h2"), lambda hand: hand.canvas("Enter"),
        lambda seen: seen.page.evaluate("document.activeElement.id") == "panel",
    ),
    "open a post": (
        CHOSEN, lambda hand: hand.press("#panel details summary"), lambda hand: hand.tab("#panel details summary", "Enter"),
        panel_has("云岭县委书记苏明远"),
    ),
    "more statements": (
        "pick=t|district/county", lambda hand: hand.press("#panel .more"), lambda hand: hand.tab("#panel .more", "Enter"),
        panel_has(*(f"云岭县第{n}件事" for n in range(14))),
    ),
    "focus": focus(1, 4),
    "focus within two steps": focus(2, 6),
    "focus within three steps": focus(3, 6),
    "expand": (
        CHOSEN, lambda hand: hand.press("#do-expand"), lambda hand: hand.canvas("e"), lambda seen: seen.shown()[0] == 4,
    ),
    "expand where it stands": (
        PAIR, lambda hand: hand.seen.page.mouse.dblclick(*hand.at(-200)),
        lambda hand: (hand.canvas("ArrowLeft", "ArrowLeft"), hand.keys("e")), lambda seen: seen.shown()[0] == 4,
    ),
    "hide": (
        CHOSEN, lambda hand: hand.press("#do-hide"), lambda hand: hand.canvas("h"),
        lambda seen: f"county|{SU}" in seen.hash() and seen.shown()[0] == 1,
    ),
    "pin": (
        f"pick=t|{SU}", lambda hand: hand.press("#do-pin"), lambda hand: hand.canvas("p"),
        lambda seen: f"pins={SU}@" in seen.hash() and seen.page.get_attribute("#do-pin", "aria-pressed") == "true",
    ),
    "unpin": (
        CHOSEN, lambda hand: hand.press("#do-pin"), lambda hand: hand.canvas("p"), lambda seen: f"{SU}@" not in seen.hash(),
    ),
    "move": (
        CHOSEN, lambda hand: hand.drag(hand.at(-200), hand.at(-160, 20)), lambda hand: hand.canvas("Control+ArrowRight"),
        lambda seen: f"pins={SU}@-" in seen.hash() and f"{SU}@-200,0" not in seen.hash(),
    ),
    "undo": (
        CHOSEN, lambda hand: (hand.press("#do-hide"), hand.press("#tool-undo")), lambda hand: hand.canvas("h", "u"),
        lambda seen: "已撤销" in seen.text("#status") and seen.heading() == "苏明远" and seen.shown()[0] == 2,
    ),
    "undo as everywhere": (
        CHOSEN, lambda hand: (hand.press("#do-hide"), hand.press("#tool-undo")), lambda hand: hand.canvas("h", "Control+z"),
        lambda seen: "已撤销" in seen.text("#status") and seen.heading() == "苏明远",
    ),
    "redo": (
        CHOSEN, lambda hand: (hand.press("#do-hide"), hand.press("#tool-undo"), hand.press("#tool-redo")),
        lambda hand: hand.canvas("h", "u", "r"), lambda seen: f"county|{SU}" in seen.hash(),
    ),
    "path": (
        CHOSEN, lambda hand: (hand.press("#do-path"), hand.click(200)), lambda hand: hand.canvas("s", "ArrowRight"),
        lambda seen: seen.heading() == "最短路径" and f"苏明远 → {RARE}" in seen.text("#panel"),
    ),
    "end of a path": (
        f"path={SU}|{PARK}", lambda hand: hand.press("#panel button:has-text('结束路径')"), lambda hand: hand.canvas("Escape"),
        lambda seen: "path=" not in seen.hash() and seen.heading() == "这张图",
    ),
    "filter by class": (
        "", lambda hand: hand.press("#kinds label:has-text('干部')"), lambda hand: hand.tab("#kinds input[value=Official]", "Space"),
        lambda seen: seen.shown() == (4, 2) and "noKinds=Official" in seen.hash(),
    ),
    "filter by relation": (
        "", lambda hand: hand.press("#relations label:has-text('属于')"), lambda hand: hand.tab("#relations input[value=partOf]", "Space"),
        lambda seen: "noRelations=partOf" in seen.hash() and "云岭博物馆" in seen.text("#panel"),
    ),
    "from a day": (
        "", lambda hand: hand.slide("#from", 1), lambda hand: hand.tab("#from", "End"), lambda seen: seen.shown() == (2, 1),
    ),
    "until a day": (
        "", lambda hand: hand.slide("#until", 0), lambda hand: hand.tab("#until", "Home"),
        lambda seen: "until=2022-05-06" in seen.hash() and "云岭博物馆" not in seen.text("#status"),
    ),
    "confidence": (
        "", lambda hand: hand.slide("#sure", 0.8), lambda hand: hand.tab("#sure", *["ArrowRight"] * 16),
        lambda seen: "sure=0.8" in seen.hash() and "把握不低于 0.8" in seen.text("#sliders"),
    ),
    "layout": (
        "", layout_by_mouse, lambda hand: hand.canvas("v", "v"), lambda seen: "layout=district" in seen.hash(),
    ),
    "layout from the list": (
        "", layout_by_mouse, lambda hand: hand.tab("#layout", "ArrowDown", "ArrowDown"), lambda seen: "layout=district" in seen.hash(),
    ),
    "table": ("", lambda hand: hand.press("#tool-tableView"), lambda hand: hand.canvas("t"), table),
    "table of things": (
        "table=said", lambda hand: hand.press("#tab-things"), lambda hand: hand.tab("#tab-things", "Enter"),
        lambda seen: "table=things" in seen.hash() and "竹园" in seen.text("#table"),
    ),
    "sort": (
        "table=said", lambda hand: (hand.press("#sort-date"), hand.press("#sort-date")),
        lambda hand: hand.tab("#sort-date", "Enter", "Enter"),
        lambda seen: "2023-07-08" in seen.text("#table tbody tr:first-child") and "sort=-date" in seen.hash(),
    ),
    "open a row": (
        "table=said", lambda hand: hand.press("#table tbody button"), lambda hand: hand.tab("#table tbody button", "Enter"),
        lambda seen: seen.heading() == "原句",
    ),
    "copy the table": (
        "table=said", lambda hand: hand.press("#copy-table"), lambda hand: hand.tab("#copy-table", "Enter"),
        copied("主体\t关系\t客体"),
    ),
    "save PNG": save("PNG"), "save SVG": save("SVG"), "save CSV": save("CSV"), "save Turtle": save("TTL"),
    "copy the link": (
        PAIR, lambda hand: hand.press("#tool-link"), lambda hand: hand.canvas("k"),
        lambda seen: "view=0%2C0%2C1" in seen.page.evaluate("navigator.clipboard.readText()"),
    ),
    "language": (
        "", lambda hand: hand.press("#tool-language"), lambda hand: hand.canvas("l"),
        lambda seen: seen.page.evaluate("document.documentElement.lang") == "en" and "Begin here" in seen.text("#panel"),
    ),
    "help": (
        "", lambda hand: hand.press("#tool-help"), lambda hand: hand.canvas("?"), lambda seen: seen.page.locator("#help kbd").count() > 20,
    ),
    "close help": (
        "", lambda hand: (hand.press("#tool-help"), hand.press("#help button")), lambda hand: hand.canvas("?", "Escape"),
        lambda seen: seen.page.locator("#help kbd").count() > 0 and not seen.page.locator("#help").is_visible(),
    ),
    "home": (
        f"{CHOSEN}&layout=class", lambda hand: hand.press("#tool-home"), lambda hand: hand.canvas("o"),
        lambda seen: seen.hash() == "" and seen.shown()[0] == 6,
    ),
    "all": (
        "", lambda hand: hand.press("#do-all"), lambda hand: hand.canvas("a"), lambda seen: seen.shown()[0] == 7 and "all=1" in seen.hash(),
    ),
    "zoom in": (
        PAIR, lambda hand: hand.press("#zoom button"), lambda hand: hand.canvas("+"), lambda seen: view(seen) == "view=0,0,1.25",
    ),
    "zoom out": (
        PAIR, lambda hand: hand.press("#zoom button:nth-child(2)"), lambda hand: hand.canvas("-"),
        lambda seen: view(seen) == "view=0,0,0.8",
    ),
    "zoom at a place": (
        PAIR, lambda hand: wheel(hand, -200), lambda hand: hand.canvas("+", "+"), lambda seen: float(view(seen).split(",")[2]) > 1,
    ),
    "fit": (
        PAIR, lambda hand: hand.press("#zoom button:nth-child(3)"), lambda hand: hand.canvas("f"), lambda seen: view(seen) == "",
    ),
    "pan": (
        PAIR, lambda hand: hand.drag(hand.at(0, 150), hand.at(-80, 150)), lambda hand: hand.canvas("Shift+ArrowRight"),
        lambda seen: view(seen) == "view=80,0,1",
    ),
    "fold the legend": (
        "", lambda hand: hand.press("#legend > summary"), lambda hand: hand.tab("#legend > summary", "Enter"),
        lambda seen: not seen.page.locator("#kinds").is_visible(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
def test_an_act_by_mouse_and_by_keyboard(opened, act):
    link, by_mouse, by_keys, holds = ACTS[act]
    for way in (by_mouse, by_keys):
        seen = opened(link)
        assert not holds(seen), "it holds before anything is done"
        way(Hand(seen))
        assert soon(holds, seen), f"{way}: {seen.hash()} {seen.text('#status')}"


def test_two_clicks_are_two_clicks_on_a_busy_machine(opened):
    seen = opened(PAIR)
    busy = "addEventListener('pointerup', () => { const end = Date.now() + 500; while (Date.now() < end); })"
    seen.page.evaluate(busy)
    seen.page.mouse.dblclick(*Hand(seen).at(-200))
    assert soon(lambda seen: seen.shown()[0] == 4, seen), seen.hash()


def test_every_key_of_the_help_is_among_the_acts(opened):
    seen = opened()
    seen.keys("?")
    told = {key for text in seen.page.locator("#help kbd").all_inner_texts() for key in text.split()}
    letters = set("NBE123HPSURVTF+−AOKL")
    assert told == letters | {"/", "↑", "↓", "←", "→", "Enter", "Esc", "Shift+方向键", "Ctrl+方向键"}
