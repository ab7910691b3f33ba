"""A site in, an ASGI application out: bodies bounded in size and time, answers sent piece by piece."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

from graphbuild.serve.guarding import plainly
from graphbuild.serve.http import HEARD, Refused, Request, Response
from graphbuild.serve.keeping import Kept
from graphbuild.serve.wire import Wire, fields, spelled

LONGEST_BODY, LONGEST_ADDRESS = 2**20, 2**15
BODY_SECONDS, PIECE_SECONDS = 20.0, 20.0
MOST_DRAINED, DRAIN_SECONDS = 2**25, 5.0
PIECE = 2**16
RAW = "graphbuild.raw"  # what a scope calls the bytes of a request that came alone and in one piece
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Respond: TypeAlias = Callable[[Request], Awaitable[Response]]


class Application:
    """One call a connection's request, as ASGI 3 has it."""

    def __init__(self, respond: Respond) -> None:
        self.respond, self.kept, self.wire = respond, Kept(), Wire()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        request = head(scope)
        try:
            check_lengths(scope, request)
            whole = Request(request.method, request.path, request.query, request.headers, await body(receive), request.scheme)
            response = self.again(scope, whole) or await self.made(whole)
        except Refused as trouble:
            if trouble.status in (408, 413, 414):
                trouble.headers["Connection"] = "close"
                await drain(receive)
            response = plainly(trouble)
        await answer(response, send, bare=request.method == "HEAD")

    def again(self, scope: Message, request: Request) -> Response | None:
        """What is kept; from the second time on it is found by the bytes that came, where they are told."""
        response = self.kept.get(request)
        if response is not None and RAW in scope:
            self.wire.put(scope[RAW], spelled(response, bare=request.method == "HEAD"))
        return response

    async def made(self, request: Request) -> Response:
        response = await self.respond(request)
        self.kept.put(request, response)
        return response


def head(scope: Message) -> Request:
    """Fields that came twice are one list, except those of which there must be one."""
    headers: dict[str, str] = {}
    for raw, value in scope["headers"]:
        if (name := raw.decode("latin-1").lower()) in HEARD:
            text = value.decode("latin-1")
            headers[name] = f"{headers[name]}, {text}" if name in headers else text
    path = (scope.get("raw_path") or scope["path"].encode("utf-8")).decode("latin-1").partition("?")[0]
    return Request(scope["method"], path, scope["query_string"].decode("latin-1"), headers, scheme=scope["scheme"])


def check_lengths(scope: Message, request: Request) -> None:
    if len(request.path) + len(request.query) > LONGEST_ADDRESS:
        raise Refused(414, f"the address is longer than {LONGEST_ADDRESS} bytes: send the query by POST")
    if (said := request.header("content-length")).isdigit() and int(said) > LONGEST_BODY:
        raise Refused(413, f"the body is longer than {LONGEST_BODY} bytes")
    if request.header("content-encoding").strip().lower() not in ("", "identity"):
        raise Refused(415, "the body is compressed: send it as it is", Accept_Encoding="identity")


async def body(receive: Receive) -> bytes:
    """The whole body, or a refusal as soon as it is too long or too slow."""
    parts, size = [], 0
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise Refused(400, "the connection ended before the body")
                parts.append(message.get("body", b""))
                size += len(parts[-1])
                if size > LONGEST_BODY:
                    raise Refused(413, f"the body is longer than {LONGEST_BODY} bytes")
                if not message.get("more_body"):
                    return b"".join(parts)
    except TimeoutError as trouble:
        raise Refused(408, f"the body did not come within {BODY_SECONDS:g} seconds") from trouble


async def drain(receive: Receive) -> None:
    """What is still on its way is thrown away for a while: a client that sends does not hear that it is refused."""
    size = 0
    try:
        async with asyncio.timeout(DRAIN_SECONDS):
            while size < MOST_DRAINED and (message := await receive()).get("more_body"):
                size += len(message.get("body", b""))
    except TimeoutError:
        return


async def answer(response: Response, send: Send, *, bare: bool) -> None:
    """A reader that takes nothing for a while is left."""
    await send({"type": "http.response.start", "status": response.status, "headers": fields(response)})
    data = b"" if bare else response.body
    for at in range(0, max(len(data), 1), PIECE):
        piece = data[at : at + PIECE]
        async with asyncio.timeout(PIECE_SECONDS):
            await send({"type": "http.response.body", "body": piece, "more_body": at + PIECE < len(data)})
