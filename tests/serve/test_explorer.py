"""The explorer in a real browser with its network cut: no error, no foreign request, on a phone too, and by keyboard; axe-core looks on."""

from importlib.resources import files

import pytest

from tests.serve.cut import joined, networks, permitted
from tests.serve.served import folder, listening
from tests.view.chromium import PATH, THERE, Error, launch, sync_playwright

AXE = files("axe_playwright_python").joinpath("axe.min.js")
pytestmark = pytest.mark.skipif(not THERE, reason="no Chromium or no Playwright")
PAGES = {
    "home": "/", "thing": "/thing/official/苏明远.云岭县", "document": "/document/document/one", "list": "/list?class=Official",
    "documents": "/documents", "promises": "/promises", "questions": "/questions", "question": "/question/who-inspects?thing=竹湖",
    "search": "/search?q=何", "ask": "/ask?q=谁调研了青竹湖公园？", "asked": "/ask?q=谁调研了青竹公园？", "data": "/data/", "query": "/query",
}  # fmt: skip
SCREENS = {"desk": {"viewport": {"width": 1280, "height": 900}}, "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}}


@pytest.fixture(scope="module")
def process(tmp_path_factory):
    with listening(folder(tmp_path_factory.mktemp("explorer") / "out"), "--workers", "1", alone=True) as running:
        yield running


@pytest.fixture(scope="module")
def server(process):
    return process[0]


@pytest.fixture(scope="module")
def browser(process, tmp_path_factory):
    """In the network of the server, which holds nothing else."""
    path = joined(process[1].pid, PATH, tmp_path_factory.mktemp("browser")) if permitted() else PATH
    with sync_playwright() as playwright:
        opened = launch(playwright, path)
        yield opened
        opened.close()


class Visit:
    """One page, and all that it asked for and complained of."""

    def __init__(self, browser, server, path, **context):
        self.context, self.server = browser.new_context(**context), server
        self.page, self.asked, self.told = self.context.new_page(), [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.told.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.told.append(f"error: {error}"))
        self.page.goto(server + path)
        self.page.wait_for_load_state("networkidle")

    def foreign(self):
        return [url for url in self.asked if not url.startswith((self.server, "data:", "blob:"))]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


@pytest.mark.skipif(not permitted(), reason="this system lets nobody cut a network: unshare -rn is forbidden")
def test_the_network_is_cut_by_the_system(process, browser):
    assert networks(process[1].pid) == ["lo"]
    with Visit(browser, process[0], "/health") as visit:
        for there in ("http://1.1.1.1/", "http://192.168.1.1/", "http://example.org/"):
            with pytest.raises(Error, match=r"ERR_(INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|NAME_NOT_RESOLVED|NETWORK)"):
                visit.page.goto(there, timeout=5_000)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(browser, server, name, screen, language):
    with Visit(browser, server, PAGES[name], locale={"zh": "zh-CN", "en": "en-GB"}[language], **SCREENS[screen]) as visit:
        assert grave(visit.page) == []


def test_axe_finds_what_is_wrong(browser):
    page = browser.new_page()
    page.set_content("<html><body><img src='data:,'><input><p style='color:#eee;background:#fff'>pale</p></body></html>")
    assert {found[1] for found in grave(page)} >= {"image-alt", "label", "color-contrast", "html-has-lang"}
    page.close()


def grave(page):
    """What axe-core calls serious or critical on the page that is shown."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run().then(found => found.violations)")
    told = [(each["impact"], each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found]
    return [each for each in told if each[0] in ("serious", "critical")]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", PAGES)
def test_no_page_complains_or_asks_elsewhere_or_is_wider_than_the_screen(browser, server, name, screen):
    with Visit(browser, server, PAGES[name], **SCREENS[screen]) as visit:
        assert visit.told == [] and visit.foreign() == []
        wide = visit.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= SCREENS[screen]["viewport"]["width"]
        assert visit.page.locator("h1").count() == visit.page.locator("main").count() == 1


def test_a_query_runs_in_the_editor_and_a_notice_is_shown(browser, server):
    with Visit(browser, server, "/query") as visit:
        visit.page.click(".yasqe_queryButton")
        visit.page.wait_for_selector(".yasr_results td")
        visit.page.select_option("#named", index=1)
        assert "title.zh" in visit.page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
        assert visit.told == [] and visit.foreign() == []


def test_all_works_without_script(browser, server):
    with Visit(browser, server, "/", java_script_enabled=False) as visit:
        visit.page.fill("#q", "苏明远")
        visit.page.click("form.find button")
        assert visit.page.inner_text("h1") == "苏明远"
        visit.page.goto(f"{server}/query")
        visit.page.fill("#text", "SELECT ?n { ?s a gb:Park ; skos:prefLabel ?n }")
        visit.page.click("#plain button")
        assert "青竹湖公园" in visit.page.inner_text("#answered")


def test_names_are_suggested_and_chosen_by_keyboard(browser, server):
    with Visit(browser, server, "/") as visit:
        visit.page.focus("#q")
        visit.page.keyboard.type("smy")
        visit.page.wait_for_selector(".suggested [role=option]")
        visit.page.keyboard.press("ArrowDown")
        assert visit.page.get_attribute("#q", "aria-activedescendant") == "suggested-q-0"
        with visit.page.expect_navigation():
            visit.page.keyboard.press("Enter")
        assert visit.page.inner_text("h1") == "苏明远" and visit.told == []


def test_a_map_that_is_wider_than_the_screen_shows_its_middle_first(browser, server):
    with Visit(browser, server, PAGES["thing"], **SCREENS["phone"]) as visit:
        box = visit.page.locator("svg.map circle.focus").bounding_box()
        assert 0 < box["x"] < 390 and visit.told == []


def test_a_day_of_the_time_line_is_as_high_as_its_words(browser, server):
    with Visit(browser, server, PAGES["thing"], **SCREENS["phone"]) as visit:
        days = visit.page.locator(".time time")
        assert days.count() and all(days.nth(n).bounding_box()["height"] < 40 for n in range(days.count()))


def test_the_first_key_leads_past_the_menu(browser, server):
    with Visit(browser, server, "/") as visit:
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.className") == "skip"


def test_nothing_can_be_smuggled_into_a_page(browser, server):
    with Visit(browser, server, "/search?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E") as visit:
        assert visit.page.locator("main img").count() == 0 and visit.told == []
