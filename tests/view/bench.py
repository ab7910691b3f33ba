"""The page's figures beside those of pyvis's own page on the same graphs: `python tests/view/bench.py [GRAPH]`."""

import json
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Error
from pyvis.network import Network

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from graphbuild.graph import parse  # noqa: E402 - run as a file, the checkout comes first
from graphbuild.view import Stories, page  # noqa: E402
from graphbuild.view.network import network, scene  # noqa: E402
from tests.view import chromium  # noqa: E402
from tests.view.invented_graph import large  # noqa: E402

LONGEST = 40.0  # seconds that a page may take to come to rest
COUNT = "window.frames_drawn = 0; (function each() { window.frames_drawn++; requestAnimationFrame(each); })()"
SETTLED = "const wait = setInterval(() => { if (window.network && network.once) { network.once('stabilized', () => performance.mark('answers')); clearInterval(wait); } }, 20)"


# Seconds of a core that the page's own thread took: they hold on a busy machine too.
BUSY = "Performance.getMetrics"
READY = "performance.getEntriesByName('answers')[0]?.startTime / 1000 || 0"


def open_page(browser, path):
    """Seconds until it answers, what it asked of a network and what it said."""
    context = browser.new_context(viewport={"width": 1400, "height": 880}, offline=True)
    seen = context.new_page()
    asked, said = [], []
    seen.on("request", lambda request: asked.append(request.url))
    seen.on("console", lambda message: said.append(message.text))
    seen.add_init_script(COUNT)
    seen.add_init_script(SETTLED)
    seen.set_default_timeout(LONGEST * 1000)
    seen.clock_of_thread = context.new_cdp_session(seen)
    seen.clock_of_thread.send("Performance.enable", {"timeDomain": "threadTicks"})
    try:
        seen.goto(f"file://{path}", wait_until="commit")
        taken = wait(seen)
    except Error:
        taken = LONGEST
    foreign = [url for url in asked[1:] if url.startswith("http")]
    return seen, taken, len(foreign), len(said)


def wait(seen):
    """The page's own clock; a page that does not come to rest is given up."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < LONGEST:
        if taken := seen.evaluate(READY):
            return taken
        seen.wait_for_timeout(50)
    return LONGEST


def busy(seen):
    told = {each["name"]: each["value"] for each in seen.clock_of_thread.send(BUSY)["metrics"]}
    return told["TaskDuration"]


def pan(seen, selector):
    """Frames a second while the picture is dragged about for two seconds, and milliseconds of a core for each."""
    try:
        box, before = seen.locator(selector).bounding_box(timeout=5000), busy(seen)
        frames, taken = drag(seen, box)
        return f"{frames / taken:.0f} ({(busy(seen) - before) * 1000 / max(frames, 1):.0f} ms of a core each)"
    except Error:  # the page answers nothing any more
        return "0"


def drag(seen, box):
    x, y = box["x"] + box["width"] * 0.5, box["y"] + 8
    seen.mouse.move(x, y)
    seen.mouse.down()
    before, begun, n = seen.evaluate("window.frames_drawn"), time.perf_counter(), 0
    while time.perf_counter() - begun < 2:
        n += 1
        seen.mouse.move(x + n % 60 * 4 - 120, y + n % 40 * 5)
    frames = seen.evaluate("window.frames_drawn") - before
    taken = time.perf_counter() - begun
    seen.mouse.up()
    return frames, taken


def own(stories, path):
    """The same things and edges in the page that pyvis writes by itself, with its own defaults."""
    drawn = network(scene(list(stories.things.values()), stories.said()))
    net = Network(directed=True, cdn_resources="in_line")
    for node in drawn.nodes:
        net.add_node(node["id"], node["label"], shape=node["shape"])
    net.edges = drawn.edges
    path.write_text(net.generate_html(), "utf-8")


def line(name, figures):
    print(f"{name:34s} " + "  ".join(f"{key} {value}" for key, value in figures.items()))


def tell(browser, folder, name, graph):
    stories = Stories(graph)
    begun = time.process_time()
    text = page(graph)
    built = time.process_time() - begun
    things, edges = len(stories.things), sum(bool(each.object) for each in stories.said())
    print(f"\n{name}: {things} things, {edges} edges; page built in {built:.1f} s of one core")
    ours = folder / f"{name}.html"
    ours.write_text(text, "utf-8")
    seen, taken, asked, said = open_page(browser, ours)
    core, fps = busy(seen), pan(seen, "#canvas")
    line(
        "ours",
        {
            "KB": len(text.encode()) // 1000,
            "answers in s": f"{taken:.2f} ({core:.2f} of a core)",
            "requests": asked,
            "console": said,
            "pan fps": fps,
        },
    )
    if things >= 1000:
        seen.keyboard.press("a")
        seen.wait_for_timeout(1500)
        line("ours, 1,000 things shown", {"pan fps": pan(seen, "#canvas")})
    theirs = folder / f"{name}.pyvis.html"
    own(stories, theirs)
    seen, taken, asked, said = open_page(browser, theirs)
    rests = f"{taken:.1f}" if taken < LONGEST else f">{LONGEST:.0f}"
    line(
        "pyvis's own page",
        {
            "KB": theirs.stat().st_size // 1000,
            "at rest in s": rests,
            "requests": asked,
            "console": said,
            "pan fps": pan(seen, "#mynetwork canvas"),
        },
    )


def places():
    graph = large()
    stories = Stories(graph)
    drawn = scene(list(stories.things.values()), stories.said())
    begun = time.process_time()
    network(drawn)
    print(f"places of {len(drawn.things)} things: {time.process_time() - begun:.1f} s of one core")
    return graph


def main():
    graph = parse(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "output" / "graph.ttl")
    many = places()
    with tempfile.TemporaryDirectory() as scratch, chromium.sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        print(json.dumps({"chromium": browser.version}))
        for name, each in (("seeds", graph), ("large", many)):
            tell(browser, Path(scratch), name, each)
        browser.close()


if __name__ == "__main__":
    main()
