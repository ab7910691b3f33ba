"""An application and an address in, a listening server out, which leaves slow clients and ends in order."""

import asyncio
import gc
import signal
import socket
from typing import Any

from uvicorn import Config, Server

from graphbuild.serve import slices
from graphbuild.serve.asgi import DRAIN_SECONDS, LONGEST_ADDRESS, LONGEST_BODY, MOST_DRAINED, Application
from graphbuild.serve.draining import Drain
from graphbuild.serve.repeating import Repeating

MOST_CONNECTIONS = 512
SORRY = b"the body is longer than %d bytes\n" % LONGEST_BODY
TOO_LONG = b"HTTP/1.1 413 Content Too Large\r\ncontent-type: text/plain; charset=utf-8\r\nx-content-type-options: nosniff\r\n"
TOO_LONG += b"connection: close\r\ncontent-length: %d\r\n\r\n%s" % (len(SORRY), SORRY)
LONGEST_HEAD = 2 * LONGEST_ADDRESS
# Bytes that are asked of the system at once. asyncio's own 256 KB lie above what malloc keeps at hand: each request then costs
# pages that are mapped and given back, three times as much as all the rest of a kept answer.
PIECE = 2**16
HEAD_SECONDS, IDLE_SECONDS, LAST_SECONDS = 15.0, 20, 10


class Protocol(Repeating):
    """A client that has begun a head must end it in time and in few words; uvicorn itself waits for ever."""

    waiting: asyncio.TimerHandle | None = None
    begun = 0
    refused: Drain | None = None  # what still comes of a body that is too long

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        transport.max_size = PIECE
        self.wait()

    def data_received(self, data: bytes) -> None:
        if self.again(data):
            self.stop_waiting()
            return
        super().data_received(data)
        self.begun += len(data)
        if self.refused is not None:
            return
        if self.cycle is not None and not self.cycle.response_complete:
            self.begun = 0
            self.stop_waiting()
        elif self.begun > LONGEST_HEAD and not self.transport.is_closing():
            self.send_400_response(f"the head is longer than {LONGEST_HEAD} bytes")
        elif self.waiting is None:
            self.wait()

    def on_headers_complete(self) -> None:
        """A body that says that it is too long is not read: only thrown away, since a client that sends does not listen."""
        said = next((value for name, value in self.headers if name == b"content-length"), b"")
        if not (said.isdigit() and int(said) > LONGEST_BODY) or self.cycle is not None and not self.cycle.response_complete:
            super().on_headers_complete()
            return
        self.stop_waiting()
        self.transport.write(TOO_LONG)
        self.refused = Drain(self.loop, self.transport, min(int(said), MOST_DRAINED), DRAIN_SECONDS)

    def on_body(self, body: bytes) -> None:
        if self.refused is None:
            super().on_body(body)
        else:
            self.refused.left -= len(body)

    def on_message_complete(self) -> None:
        if self.refused is None:
            super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self.stop_waiting()
        super().connection_lost(exc)

    def wait(self) -> None:
        self.waiting = self.loop.call_later(HEAD_SECONDS, self.leave)

    def stop_waiting(self) -> None:
        if self.waiting is not None:
            self.waiting.cancel()
            self.waiting = None

    def leave(self) -> None:
        self.waiting = None
        if (self.cycle is None or self.cycle.response_complete) and not self.transport.is_closing():
            self.transport.close()


def bind(host: str, port: int) -> socket.socket:
    """Bound before anything is started, so that a port in use costs nothing."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small pieces at once (TCP_NODELAY) only where the protocol is written out; else answers wait 40 ms.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((host, port))
    bound.listen(MOST_CONNECTIONS)
    return bound


def listen(application: Application, bound: socket.socket) -> None:
    """Until it is told to end; what is being answered is answered first."""
    config = Config(
        application, http=Protocol, ws="none", lifespan="off", log_config=None, access_log=False, server_header=False,
        date_header=True, limit_concurrency=MOST_CONNECTIONS, timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=LAST_SECONDS, loop="asyncio",
    )  # fmt: skip
    slices.ask(slices.LITTLE)
    gc.collect()
    gc.freeze()  # what is there now stays, and need not be looked through again: 10 ms, each time
    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        Server(config).run(sockets=[bound])
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, before)


def interrupt(number: int, frame: object) -> None:
    """uvicorn ends in order, and then sends itself the signal again."""
    raise KeyboardInterrupt
