"""The explorer in a real browser without any network: no error, no foreign request, on a phone too, and by keyboard."""

import pytest

from tests.serve.served import folder, listening
from tests.view.chromium import THERE, launch, sync_playwright

pytestmark = pytest.mark.skipif(not THERE, reason="no Chromium or no Playwright")
PAGES = {
    "home": "/", "thing": "/thing/official/苏明远.云岭县", "document": "/document/document/one", "list": "/list?class=Official",
    "documents": "/documents", "promises": "/promises", "questions": "/questions", "question": "/question/who-inspects?thing=竹湖",
    "search": "/search?q=何", "data": "/data/", "query": "/query",
}  # fmt: skip
SCREENS = {"desk": {"viewport": {"width": 1280, "height": 900}}, "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with listening(folder(tmp_path_factory.mktemp("explorer") / "out"), "--workers", "1") as (address, _):
        yield address


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        opened = launch(playwright)
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


def test_the_first_key_leads_past_the_menu(browser, server):
    with Visit(browser, server, "/") as visit:
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.className") == "skip"


def test_nothing_can_be_smuggled_into_a_page(browser, server):
    with Visit(browser, server, "/search?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E") as visit:
        assert visit.page.locator("main img").count() == 0 and visit.told == []
