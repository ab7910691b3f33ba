"""Names and sentences that try to break out go through the outputs for people, and a reader of each finds them, as words alone."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from urllib.parse import quote

import docx
import pytest
from click.testing import CliRunner
from rdflib import Graph

from graphbuild.cli import cli
from graphbuild.cli.terminal import POWERS, inert
from graphbuild.graph import serialize
from graphbuild.query.store import Limits
from graphbuild.serve.world import open_world
from tests.export.strange import WORDS
from tests.serve.served import HOSTS, Visitor
from tests.view.invented_graph import document, edge, thing
from tests.view.test_page import story

NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NAMES = "SELECT ?n WHERE { ?s a gb:Project ; skos:prefLabel ?n }"
CALLED = [f"名{n}{word}尾" for n, word in enumerate(WORDS)]


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """An output folder: somebody inspects one project for each strange word, which is its name and stands in the sentence."""
    graph, folder = Graph(), tmp_path_factory.mktemp("injected")
    thing(graph, "o", "Official", "柳闻莺")
    for n, name in enumerate(CALLED):
        thing(graph, f"p{n}", "Project", name)
        source = document(graph, f"d{n}", f"题{name}", "2024-05-06")
        edge(graph, str(n), "o", "inspects", f"p{n}", f"柳闻莺调研{name}", source, "2024-05-06")
    (folder / "graph.ttl").write_text(serialize(graph), "utf-8", newline="")
    (folder / "texts").mkdir()
    return folder


class Seen(HTMLParser):
    """What a reader of a page sees, and what a browser would obey."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.words, self.obeyed = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        href = (told.get("href") or "").strip().lower()
        if tag in ("img", "iframe", "object", "embed", "base") or any(name.startswith("on") for name in told) or href.startswith(("javascript:", "data:")):
            self.obeyed.append((tag, told))

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return "".join(self.words)


def lacking(text, change=lambda name: name):
    """Names that are not there; spaces and line ends are one to readers of pages."""
    flat = " ".join(text.split())
    return [name for name in CALLED if " ".join(change(name).split()) not in flat]


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rows_come_back_as_they_were(output, form):
    said = CliRunner().invoke(cli, ["query", NAMES, "-o", str(output), f"--{form}"])
    assert said.exit_code == 0, said.output
    text = said.stdout_bytes.decode()
    read = {
        "json": lambda: [row["n"]["value"] for row in json.loads(text)["results"]["bindings"]],
        "xml": lambda: [node.text for node in ET.fromstring(text).iter() if node.tag.endswith("}literal")],
        "csv": lambda: [row["n"] for row in csv.DictReader(io.StringIO(text, newline=""))],
        "tsv": lambda: [str(next(Graph().parse(data=f"<a:a> <a:b> {line} .", format="turtle").objects())) for line in text.split("\n")[1:] if line],
    }[form]()
    expected = [NO_XML.sub("\ufffd", name).replace("\r\n", "\n").replace("\r", "\n") for name in CALLED] if form == "xml" else CALLED
    found = [name.replace("\r\n", "\n").replace("\r", "\n") for name in read] if form == "xml" else read
    assert sorted(found) == sorted(expected)


def test_pages_of_the_explorer(output):
    made = open_world(output, 1, Limits(seconds=20.0), HOSTS)
    try:
        visit = Visitor(made)
        listed = [Seen(visit.page(f"/list?class=Project&page={n}")) for n in range(1, 5)]
        assert not any(page.obeyed for page in listed) and lacking(" ".join(page.text for page in listed)) == []
        for name in CALLED:
            response = visit(f"/search?q={quote(name)}", accept="text/html")
            assert "\r" not in "".join(response.headers.values()) and "\n" not in "".join(response.headers.values())
            assert response.status in (200, 303, 400) and not Seen(response.body.decode()).obeyed
    finally:
        made.close()


@pytest.mark.parametrize("ending", ["html", "md", "docx"])
def test_a_report_tells_every_name(output, tmp_path, ending):
    target = tmp_path / f"report.{ending}"
    done = CliRunner().invoke(cli, ["report", "柳闻莺", "-o", str(target), "--from", str(output), "--static"])
    assert done.exit_code == 0, done.output
    if ending == "docx":
        body = docx.Document(target)
        text = "".join(node.text or ("\n" if node.tag.endswith("}br") else "\t") for node in body.element.body.iter()
                       if node.tag.endswith(("}t", "}br", "}tab")))
        assert lacking(text, lambda name: NO_XML.sub("", name)) == []  # XML has no way to write them
        return
    from markdown_it import MarkdownIt

    text = target.read_text("utf-8")
    seen = Seen(text if ending == "html" else MarkdownIt("commonmark").enable("table").render(text))
    assert not seen.obeyed and lacking(seen.text) == []


def test_the_view_holds_every_name_and_obeys_none(output, tmp_path):
    done = CliRunner().invoke(cli, ["view", str(output / "graph.ttl"), "--to", str(tmp_path / "v.html")])
    assert done.exit_code == 0, done.output
    text = (tmp_path / "v.html").read_text("utf-8")
    told = json.dumps(story(text), ensure_ascii=False)
    assert not Seen(text).obeyed and [name for name in CALLED if json.dumps(name, ensure_ascii=False)[1:-1] not in told] == []


def on_a_terminal(*words):
    """What the command writes where it believes that a person looks."""
    near, far = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "graphbuild", *words], stdout=far, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    os.close(far)
    told = b""
    try:
        while data := os.read(near, 65536):
            told += data
    except OSError:  # the other end is closed
        pass
    finally:
        os.close(near)
        process.wait(60)
    return told.decode()


@pytest.mark.parametrize("command", [["query", NAMES, "--csv"], ["explain", "柳闻莺"]])
def test_a_terminal_obeys_no_name(output, command):
    told = on_a_terminal(*command, "-o", str(output)).replace("\r\n", "\n")
    assert "\\x1b[31m红" in told and not POWERS.search(told)


def test_a_pipe_gets_what_a_terminal_would_not(output):
    assert "\x1b[31m红\x1b[0m" in CliRunner().invoke(cli, ["query", NAMES, "-o", str(output), "--csv"]).output


def test_trouble_is_told_inert(output):
    said = CliRunner().invoke(cli, ["explain", "\x1b]0;甲\x07\u202e", "-o", str(output)])
    assert said.exit_code and not POWERS.search(said.output) and inert("\x1b[2J") == "\\x1b[2J"
