"""A connection whose client still sends what was refused in, the same closed out, once all has come or time is over.

A client that sends does not listen, and one that is left while it sends does not hear why.
"""

import asyncio
import socket
import sys
from typing import Any

PAUSE = 0.005  # seconds between two looks
AHEAD = 2**18  # bytes that may wait here, so that all comes bit by bit: else the system is busy with it for milliseconds
TRASH = bytearray(2 * AHEAD)  # where it would go
# Here the system throws away what has come without handing it over: 10 MB cost 8 ms else, in which nobody is answered.
UNSEEN = socket.MSG_TRUNC if sys.platform == "linux" else 0


class Drain:
    """Now and then it looks: who sends what is refused is not to take the time of others."""

    def __init__(self, loop: asyncio.AbstractEventLoop, transport: Any, left: int, seconds: float) -> None:
        self.loop, self.transport, self.left, self.until = loop, transport, left, loop.time() + seconds
        transport.pause_reading()
        self.socket = transport.get_extra_info("socket").dup()  # the system's own: what asyncio hands out cannot be read
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, AHEAD)
        self.again()

    def again(self) -> None:
        self.loop.call_later(PAUSE, self.look)

    def look(self) -> None:
        self.left -= self.come()
        if self.left > 0 and self.loop.time() < self.until and not self.transport.is_closing():
            self.again()
            return
        self.socket.close()
        self.transport.close()

    def come(self) -> int:
        """So many bytes; all that are left where no more will come."""
        try:
            return self.socket.recv_into(TRASH, 0, UNSEEN) or self.left
        except (BlockingIOError, InterruptedError):
            return 0
        except OSError:
            return self.left
