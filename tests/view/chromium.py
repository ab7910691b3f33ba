"""The browser of the tests: Debian's Chromium through Playwright, without any network."""

import os
import shutil

PATH = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
try:
    from playwright.sync_api import Error, sync_playwright
except ImportError:
    Error, sync_playwright = Exception, None
THERE = bool(PATH and sync_playwright)


def launch(playwright, path=PATH):
    """It finds no name but this machine's, whatever a page asks for."""
    nowhere = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"
    return playwright.chromium.launch(executable_path=path, args=["--disable-gpu", nowhere])


class Watched:
    """A page that remembers what it asked for, what it said and what went wrong."""

    def __init__(self, browser, address, **context):
        self.context = browser.new_context(
            **{"viewport": {"width": 1300, "height": 820}, "offline": True, "accept_downloads": True, **context}
        )
        self.page = self.context.new_page()
        self.asked, self.told = [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.told.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.told.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.told.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.goto(address)
        self.page.wait_for_selector("#status:not(:empty), header h1")

    @property
    def foreign(self):
        """Requests for anything but the page itself and what it made."""
        return [url for url in self.asked[1:] if not url.startswith(("data:", "blob:", "about:"))]

    def find(self, text):
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def keys(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def text(self, selector):
        return self.page.inner_text(selector)

    def heading(self):
        return self.page.inner_text("#panel h2")

    def hash(self):
        return self.page.evaluate("decodeURIComponent(location.hash.slice(1))")

    def shown(self):
        """How many things and edges are drawn, as the legend counts them."""
        count = "document.querySelectorAll('{} .count').values().reduce((sum, each) => sum + +each.textContent, 0)"
        return tuple(self.page.evaluate(count.format(where)) for where in ("#kinds", "#relations"))

    def close(self):
        self.context.close()
