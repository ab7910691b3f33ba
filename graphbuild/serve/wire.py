"""The bytes of a request in, the bytes of its response out, where the very same bytes were answered before from what is kept.

The same bytes are the same request, so they need not be read again: that is most of what a kept answer costs. Only the day and
hour of a response change, which stand right behind its first line.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from http import HTTPStatus

from graphbuild.serve.http import Response

ROOM = 32 * 2**20  # bytes of all requests and responses
LONGEST, LARGEST = 2**14, 2**16  # bytes of one request, and of one response, which is sent in one go
OWN = 500  # bytes that one entry takes beside what it holds
END = b"\r\n"
Fields = list[tuple[bytes, bytes]]
Told = tuple[bytes, bytes]  # what stands before the date, and what behind it


@dataclass(eq=False)
class Wire:
    """The ones that nobody asked for longest go first."""

    room: int = ROOM
    held: OrderedDict[bytes, Told] = field(default_factory=OrderedDict)
    taken: int = 0

    def get(self, raw: bytes) -> Told | None:
        told = self.held.get(raw)
        if told is not None:
            self.held.move_to_end(raw)
        return told

    def put(self, raw: bytes, told: Told) -> None:
        if len(raw) > LONGEST or weight(b"", told) > LARGEST or raw in self.held:
            return
        self.held[raw] = told
        self.taken += weight(raw, told)
        while self.taken > self.room:
            self.taken -= weight(*self.held.popitem(last=False))


def weight(raw: bytes, told: Told) -> int:
    return OWN + len(raw) + len(told[0]) + len(told[1])


def fields(response: Response) -> Fields:
    """The head of a response, as it goes over the wire."""
    headers = {"Content-Type": response.type, "Content-Length": str(len(response.body)), **response.headers}
    if response.status in (204, 304):
        del headers["Content-Length"], headers["Content-Type"]
    return [(name.lower().encode("latin-1"), value.encode("latin-1", "replace")) for name, value in headers.items()]


def spelled(response: Response, *, bare: bool) -> Told:
    """What uvicorn would send, but for the date."""
    first = f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}".encode() + END
    return first, lines(fields(response)) + END + (b"" if bare else response.body)


def lines(headers: Fields) -> bytes:
    return b"".join(name + b": " + value + END for name, value in headers)
