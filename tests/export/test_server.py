"""How a server is spoken to: names in both schemes, tries again, and whatever goes wrong told with its remedy."""

import base64
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from graphbuild.errors import ServerRefused
from graphbuild.export import Access, Server, beside
from tests.export.strange import graph_file

NAME = "Basic " + base64.b64encode("甲:秘密".encode()).decode()


class Desk(BaseHTTPRequestHandler):
    """Answers with the next of the server's `replies`, and keeps what it was sent."""

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append((self.command, self.path, self.headers.get("Authorization"), body))
        status, headers, words = self.server.replies.pop(0) if self.server.replies else (204, {}, b"")
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(words)

    do_GET = do_PUT = do_POST = answer  # noqa: N815

    def log_message(self, *_):
        pass


@pytest.fixture
def desk():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    server.asked, server.replies = [], []
    server.url = f"http://127.0.0.1:{server.server_port}/store"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def to(desk, **more):
    return Server(desk.url, desk.url, waits=(0.0, 0.0), **more)


def counted(n):
    return 200, {}, b'{"results": {"bindings": [{"n": {"value": "%d"}}]}}' % n


def test_a_graphs_name_is_sent_under_the_servers_parameter(desk):
    to(desk, parameter="graph-uri").send("PUT", "https://a.invalid/甲?b&c#d", b"x")
    assert desk.asked == [("PUT", "/store?graph-uri=https%3A%2F%2Fa.invalid%2F%E7%94%B2%3Fb%26c%23d", None, b"x")]


def test_basic_is_answered_when_asked_and_then_at_once(desk):
    desk.replies += [(401, {"WWW-Authenticate": 'Basic realm="x"'}, b"")]
    server = to(desk, access=Access("甲", "秘密"))
    server.send("PUT", "urn:g", b"x")
    server.send("POST", "urn:g", b"y")
    assert [name for _, _, name, _ in desk.asked] == [None, NAME, NAME]


def test_a_digest_user_never_sends_a_password_in_the_clear(desk):
    desk.replies += [(401, {"WWW-Authenticate": 'Basic realm="x"'}, b"")]
    with pytest.raises(ServerRefused, match="--auth"):
        to(desk, access=Access("甲", "秘密", "digest")).send("PUT", "urn:g", b"x")
    assert [name for _, _, name, _ in desk.asked] == [None]


def test_the_digest_is_that_of_the_standard(monkeypatch):
    """RFC 7616, 3.9.1."""
    once = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    monkeypatch.setattr("graphbuild.export.access.secrets.token_hex", lambda _: once)
    access = Access("Mufasa", "Circle of Life")
    nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
    asked = f'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=%s, nonce="{nonce}", opaque="FQhe"'
    for algorithm, answer in (
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ):
        access.learn([asked % algorithm])
        assert f'response="{answer}"' in access.header("GET", "/dir/index.html")


def test_a_busy_server_is_asked_again_and_a_wrong_request_is_not(desk):
    desk.replies += [(503, {}, b""), (429, {}, b"")]
    to(desk).send("PUT", "urn:g", b"x")
    assert len(desk.asked) == 3
    desk.replies += [(400, {}, b"<script>no\n such graph")]
    with pytest.raises(ServerRefused, match="400: <script>no such graph"):
        to(desk).send("PUT", "urn:g", b"x")
    assert len(desk.asked) == 4


def test_another_count_is_a_failure(desk, tmp_path):
    desk.replies += [(204, {}, b""), counted(7)]
    asked = ["push", desk.url, str(graph_file(tmp_path)), "--query-url", desk.url]
    done = CliRunner().invoke(cli, asked)
    assert done.exit_code == 1 and "holds 7 triples" in done.output


@pytest.mark.parametrize("words", [b"", b"<html>", b"[]", b'{"results": {"bindings": []}}'])
def test_what_is_no_count_is_told(desk, words):
    desk.replies += [(200, {}, words)]
    with pytest.raises(ServerRefused, match="query-url"):
        to(desk).count("urn:g")


def test_query_endpoints_of_known_servers():
    assert beside("http://h:1/store") == "http://h:1/query"
    assert beside("http://h/sparql-graph-crud-auth?x") == "http://h/sparql"
    assert beside("https://h/repositories/a/rdf-graphs/service") == "https://h/repositories/a"
    with pytest.raises(ServerRefused, match="query-url"):
        beside("http://h/elsewhere")


@pytest.mark.parametrize(
    "asked", [["ftp://h/store"], ["http://u:p@h/store"], ["file:///store"], ["http:///store"], ["http://h:99999/store"], ["http://h/store", "--graph", "a> } #"],
              ["http://h/store", "--chunk", "0"]],
)  # fmt: skip
def test_wrong_usage_is_code_2(asked):
    assert CliRunner().invoke(cli, ["push", *asked]).exit_code == 2
