"""A small invented graph with its text, served: as a Site that is called, or as a program that listens."""

import os
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from urllib.parse import quote

from graphbuild.query.store import Limits
from graphbuild.serve.http import Request
from graphbuild.serve.site import Site
from graphbuild.serve.world import open_world
from tests.query.small_graph import TURTLE
from tests.serve.cut import cut

TEXT = "县领导 调研\n云岭讯 苏明远到\n青竹湖公园调研<b>。\n"
OTHER = "县里开会\n何静要求早日完工。"
START = TEXT.index("苏明远")
QUOTE = TEXT[START : TEXT.index("调研<b>") + 2]
HOSTS = frozenset({"localhost"})
ID = "https://w3id.org/graphbuild/id/"
MORE = """
claim:place oa:hasSource <https://w3id.org/graphbuild/id/document/one> .
<https://w3id.org/graphbuild/id/document/one> a gb:Document ; dcterms:title "县领导<调研>" ; dcterms:issued "2023-05-06"^^xsd:date ;
  dcterms:source "one.txt" ; gb:text "texts/one.txt" ; gb:articleStart 0 ; gb:articleEnd ONE_ENDS .
<https://w3id.org/graphbuild/id/document/two> a gb:Document ; dcterms:title "县里开会" ; dcterms:issued "2023-05-06"^^xsd:date ;
  dcterms:source "one.txt" ; gb:text "texts/one.txt" ; gb:articleStart ONE_ENDS ; gb:articleEnd TWO_ENDS .
park:青竹湖公园.云岭县 gb:locatedIn <https://w3id.org/graphbuild/id/district/云岭县.530000> .
<https://w3id.org/graphbuild/id/district/云岭县.530000> a gb:District ; skos:prefLabel "云岭县"@zh .
<https://w3id.org/graphbuild/id/post/p> a gb:Post ; <http://www.w3.org/ns/org#member> official:苏明远.云岭县 ; gb:title "县委书记"@zh ;
  <http://www.w3.org/ns/org#organization> <https://w3id.org/graphbuild/id/district/云岭县.530000> ; gb:statedOn "2023-05-06"^^xsd:date ;
  gb:confidence 0.8 ; gb:rule "title" ; gb:evidence claim:place .
<https://w3id.org/graphbuild/id/milestone/m> a gb:Milestone ; gb:thing project:竹湖.云岭县 ; gb:kind gb:Complete ; gb:status gb:Planned ;
  gb:date "2024"^^xsd:gYear ; gb:statedOn "2023-05-06"^^xsd:date ; gb:confidence 0.8 ; gb:evidence claim:place .
<https://w3id.org/graphbuild/id/promise/p> a gb:Promise ; gb:promises <https://w3id.org/graphbuild/id/milestone/m> ;
  gb:promisedIn <https://w3id.org/graphbuild/id/district/云岭县.530000> ; gb:due "2024-12-31"^^xsd:date .
"""


def folder(path):
    """An output folder."""
    path.mkdir(exist_ok=True)
    (path / "texts").mkdir(exist_ok=True)
    told = TURTLE.replace("oa:hasSource claim:text ;", "").replace('"苏明远到\\n青竹湖公园调研"', f'"""{QUOTE}"""')
    told = told.replace("oa:start 8", f"oa:start {START}").replace("oa:end 20", f"oa:end {START + len(QUOTE)}")
    more = MORE.replace("ONE_ENDS", str(len(TEXT))).replace("TWO_ENDS", str(len(TEXT + OTHER)))
    (path / "graph.ttl").write_text(told + more, "utf-8")
    (path / "texts" / "one.txt").write_text(TEXT + OTHER, "utf-8")
    return path


def world(path, **limits):
    return open_world(folder(path), 1, Limits(**{"seconds": 5.0, **limits}), HOSTS)


class Visitor:
    """Asks a site without a wire."""

    def __init__(self, made):
        self.world, self.site = made, Site(made)

    def __call__(self, address, method="GET", body=b"", **headers):
        path, _, query = address.partition("?")
        told = {"host": "localhost:8010", **{name.replace("_", "-"): value for name, value in headers.items()}}
        return self.site.respond(Request(method, quote(path, safe="/%"), query, told, body))

    def page(self, address, **headers):
        response = self(address, accept="text/html", **headers)
        assert response.status == 200, response.body.decode()
        assert response.type.startswith("text/html")
        return response.body.decode()


@contextmanager
def listening(place, *options, alone=False, program=""):
    """The command itself, at a free port; ends with the block. `alone` cuts its network, where that is permitted."""
    command = [sys.executable, *(["-c", program] if program else ["-m", "graphbuild"]), "serve", "--graph", str(place), "--port", "0", *options]
    pipe = subprocess.PIPE
    process = subprocess.Popen(cut(command) if alone else command, stdout=pipe, stderr=pipe, text=True, env={**os.environ, "NO_PROXY": "*", "PYTHONUNBUFFERED": "1"})
    try:
        address = process.stdout.readline().strip().rstrip("/")
        assert address, process.stderr.read()
        if not alone:
            await_health(address)
        yield address, process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(20)
        process.stdout.close()
        process.stderr.close()


def await_health(address):
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5) as response:
                return response.read()
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(address)
