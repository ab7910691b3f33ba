"""The bytes of a connection in, uvicorn's reading of them out; what came alone and was answered before is answered at once."""

from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from graphbuild.serve.asgi import RAW
from graphbuild.serve.wire import Told, lines

PLAIN = frozenset({"GET", "HEAD", "OPTIONS", "POST"})
TURNING = frozenset({b"expect", b"upgrade"})  # what changes how the connection goes on
FORWARDED = b"x-forwarded-"  # what such a field says counts from some clients and not from others


class Repeating(HttpToolsProtocol):
    """Between two requests it looks whether it knows the next one; nothing else is ever taken for one."""

    between = True  # all that came so far were whole requests
    messages = 0  # requests that began in this piece
    spoke = 0.0

    def data_received(self, data: bytes) -> None:
        quiet, self.messages = self.quiet, 0
        super().data_received(data)
        if quiet and self.messages == 1 and self.between and self.plain:
            scope: Any = self.cycle.scope
            scope[RAW] = data

    def again(self, data: bytes) -> bool:
        """Whether that was answered here."""
        application: Any = self.config.app
        told = application.wire.get(data) if self.quiet else None
        if told is not None:
            self.say(told)
        return told is not None

    def say(self, told: Told) -> None:
        self.transport.write(told[0] + lines(self.server_state.default_headers) + told[1])
        self.server_state.total_requests += 1
        self.spoke = self.loop.time()
        if self.timeout_keep_alive_task is None:
            self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive, self.timeout_keep_alive_handler)

    @property
    def quiet(self) -> bool:
        """Nothing is half read, being answered, or waiting to be taken by the client."""
        answered = self.cycle is None or self.cycle.response_complete
        return self.between and answered and not self.flow.write_paused and not self.transport.is_closing()

    @property
    def plain(self) -> bool:
        """A request like any other, of which nothing but its bytes tells the answer."""
        cycle, names = self.cycle, [name for name, _ in self.headers]
        usual = cycle is not None and cycle.keep_alive and cycle.scope["method"] in PLAIN
        return usual and not any(name in TURNING or name.startswith(FORWARDED) for name in names)

    def on_message_begin(self) -> None:
        self.between, self.messages = False, self.messages + 1
        super().on_message_begin()

    def on_message_complete(self) -> None:
        self.between = True
        super().on_message_complete()

    def timeout_keep_alive_handler(self) -> None:
        """Since what is answered at once moves no clock, the time is counted from the last word."""
        left = self.spoke + self.timeout_keep_alive - self.loop.time()
        if left > 0:
            self.timeout_keep_alive_task = self.loop.call_later(left, self.timeout_keep_alive_handler)
        else:
            super().timeout_keep_alive_handler()
