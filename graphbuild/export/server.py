"""What a SPARQL server is to be asked in, its answer out: tried again where a later try may do better."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import SplitResult, urlencode, urlsplit, urlunsplit

from graphbuild.errors import ServerRefused
from graphbuild.export.access import Access

BUSY = {0, 408, 429, 500, 502, 503, 504}  # 0: no answer at all
AGAIN = "see that the server runs, then give the same command again: it goes on where it was"
MOVED = "give the URL that it leads to"
REMEDIES = {
    301: MOVED, 302: MOVED, 307: MOVED, 308: MOVED, 401: "look at the name and the password",
    403: "this name may not write there", 404: "look at the URL", 413: "send less at once with --chunk",
    405: "give the URL of the Graph Store, not of the query endpoint",
}  # fmt: skip
WAITS = (0.2, 1.0, 3.0)  # seconds before another try
SHOWN = 200  # characters of a server's own words
# Where the query endpoint lies beside the Graph Store: Oxigraph, Virtuoso, Fuseki, RDF4J.
BESIDE = {"/store": "/query", "/sparql-graph-crud-auth": "/sparql", "/sparql-graph-crud": "/sparql", "/data": "/query",
          "/rdf-graphs/service": ""}  # fmt: skip


def beside(store: str) -> str:
    """The query endpoint of a server whose paths are known."""
    for path, queries in BESIDE.items():
        if urlsplit(store).path.endswith(path):
            return urlunsplit(urlsplit(store)._replace(path=urlsplit(store).path.removesuffix(path) + queries, query=""))
    raise ServerRefused(f"where {store} answers queries is not known", "give --query-url")


@dataclass
class Server:
    """A Graph Store endpoint, and the query endpoint that counts in it."""

    store: str
    queries: str
    parameter: str = "graph"
    access: Access = field(default_factory=Access)
    timeout: float = 120.0
    waits: tuple[float, ...] = field(default_factory=lambda: WAITS)

    def send(self, method: str, graph: str, body: bytes) -> None:
        """PUT replaces the graph, POST adds to it."""
        self.ask(method, self.store, {self.parameter: graph}, body, {"Content-Type": "application/n-triples"})

    def count(self, graph: str) -> int:
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        answer = self.ask("GET", self.queries, {"query": query}, b"", {"Accept": "application/sparql-results+json"})
        try:
            return int(json.loads(answer)["results"]["bindings"][0]["n"]["value"])
        except (ValueError, KeyError, IndexError, TypeError) as trouble:
            raise ServerRefused(f"{self.queries} gave no count", "give the query endpoint with --query-url") from trouble

    def ask(self, method: str, url: str, said: Mapping[str, str], body: bytes, headers: Mapping[str, str]) -> bytes:
        parts = urlsplit(url)
        target = (parts.path or "/") + "?" + "&".join(filter(None, (parts.query, urlencode(said))))
        for wait in (*self.waits, None):
            status, answer = self.answer(parts, method, target, body, headers)
            if 200 <= status < 300:
                return answer
            if wait is None or status not in BUSY:
                break
            time.sleep(wait)
        words = " ".join(answer.decode("utf-8", "replace").split())[:SHOWN]
        raise ServerRefused(f"{method} {url}: {status or 'no answer'}: {words}", REMEDIES.get(status, AGAIN))

    def answer(self, to: SplitResult, method: str, target: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        """Once more with the name, where the server asks for one."""
        for asked_before in (False, True):
            status, answer, asked = self.exchange(to, method, target, body, headers)
            if status != 401 or asked_before:
                break
            self.access.learn(asked)
        return status, answer

    def exchange(
        self, to: SplitResult, method: str, target: str, body: bytes, headers: Mapping[str, str]
    ) -> tuple[int, bytes, list[str]]:
        kind = HTTPSConnection if to.scheme == "https" else HTTPConnection
        name = self.access.header(method, target)
        connection = kind(to.hostname or "", to.port, timeout=self.timeout)
        try:
            connection.request(method, target, body or None, {**headers, **({"Authorization": name} if name else {})})
            response = connection.getresponse()
            return response.status, response.read(), response.headers.get_all("WWW-Authenticate", [])
        except (OSError, HTTPException) as trouble:
            return 0, f"{type(trouble).__name__}: {trouble}".encode(), []
        finally:
            connection.close()
