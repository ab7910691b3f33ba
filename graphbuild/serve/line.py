"""A socket to the process behind in, one request after another over it out, each with its response.

What goes over it is what multiprocessing's connections read and write: a length of four bytes, and so many bytes.
"""

import asyncio
import pickle
import socket
import struct

from graphbuild.serve.http import Request, Response

LENGTH = struct.Struct("!i")
PIECE = 2**18  # bytes that are read ahead of whoever waits for them
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Line:
    """For one request at a time; it belongs to the loop in which it is asked first."""

    def __init__(self, end: socket.socket) -> None:
        self.socket = end
        self.streams: Streams | None = None

    async def ask(self, request: Request) -> Response:
        self.streams = self.streams or await asyncio.open_unix_connection(sock=self.socket, limit=PIECE)
        reader, writer = self.streams
        head = request.method, request.path, request.query, dict(request.headers), request.scheme
        writer.write(framed(pickle.dumps(head)) + framed(request.body))
        await writer.drain()
        type, status, headers, lasting = pickle.loads(await whole(reader))  # noqa: S301  our own process wrote it
        return Response(await whole(reader), type, status, headers, lasting)

    def leave(self) -> None:
        """While the loop runs."""
        if self.streams is not None:
            self.streams[1].close()
        self.close()

    def close(self) -> None:
        self.socket.close()


def framed(data: bytes) -> bytes:
    return LENGTH.pack(len(data)) + data


async def whole(reader: asyncio.StreamReader) -> bytes:
    (size,) = LENGTH.unpack(await reader.readexactly(LENGTH.size))
    return await reader.readexactly(size)
