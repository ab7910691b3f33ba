"""What was answered once is answered again without work, as long as there is room and the answer lasts."""

import asyncio
from urllib.parse import quote

import pytest

from graphbuild.serve.asgi import RAW, Application, head
from graphbuild.serve.http import HEARD, Request, Response
from graphbuild.serve.keeping import LARGEST, OWN, Kept
from tests.serve.served import Visitor, world


@pytest.fixture(scope="module")
def visit(tmp_path_factory):
    made = world(tmp_path_factory.mktemp("keeping") / "out")
    yield Visitor(made)
    made.close()


def asked(path="/", query="", body=b"", **headers):
    return Request("GET", path, query, headers, body)


def test_the_same_request_gets_the_same_response():
    kept, response = Kept(), Response(b"x")
    kept.put(asked(), response)
    assert kept.get(asked()) is response
    others = [asked("/x"), asked(query="a"), asked(body=b"a"), asked(host="h"), asked(accept="a/b"), Request("HEAD", "/")]
    assert not any(map(kept.get, others))


@pytest.mark.parametrize("response", [Response(lasting=False), Response(status=503), Response(status=500), Response(b"x" * LARGEST)])
def test_what_may_change_or_is_too_large_is_not_kept(response):
    kept = Kept()
    kept.put(asked(), response)
    assert kept.get(asked()) is None and kept.taken == 0


def test_there_is_room_for_so_much_and_the_least_wanted_goes():
    kept = Kept(room=10 * OWN)
    for n in range(100):
        kept.put(asked(f"/{n}"), Response(b"x" * 100))
        kept.get(asked("/0"))
    assert kept.taken <= 10 * OWN and 5 < len(kept.held) < 10
    assert kept.get(asked("/0")) and kept.get(asked("/99")) and not kept.get(asked("/50"))


def test_fields_that_no_answer_depends_on_are_not_handed_on():
    fields = [(name.encode(), b"v") for name in (*HEARD, "user-agent", "x-forwarded-for", "authorization")]
    scope = {"method": "GET", "path": "/", "query_string": b"", "scheme": "http", "headers": fields}
    assert set(head(scope).headers) == set(HEARD)


@pytest.mark.parametrize("word", ["NOW()", "RAND()", "UUID()", "STRUUID()", "bnode()"])
def test_time_and_chance_are_asked_for_anew(visit, word):
    address = f"/sparql?query={quote(f'SELECT ({word} AS ?x) {{}}')}"
    assert visit(address).status == 200 and not visit(address).lasting


@pytest.mark.parametrize(("address", "lasting"), [
    ("/", True), ("/thing/official/苏明远.云岭县", True), (f"/sparql?query={quote('ASK {}')}", True), ("/question/late", True),
    ("/health", False), ("/data/graph.ttl", False), ("/data/nothing.ttl", False), ("/nothing", False), ("/query?query=ASK+%7B%7D", False),
])  # fmt: skip
def test_what_lasts(visit, address, lasting):
    assert visit(address, accept="*/*").lasting is lasting


def test_a_kept_answer_is_sent_without_asking_again():
    calls, sent = [], []

    async def respond(request):
        calls.append(request)
        return Response(b"told")

    application = Application(respond)
    scope = {RAW: b"GET / HTTP/1.1\r\nhost: h\r\n\r\n", "method": "GET", "path": "/", "query_string": b"", "scheme": "http", "headers": [(b"host", b"h")]}

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    for n in range(3):
        asyncio.run(application(scope, receive, send))
        assert list(application.wire.held) == [scope[RAW]][:n]
    assert len(calls) == 1 and [m["body"] for m in sent if "body" in m] == [b"told"] * 3
