"""A file of RDF and a server in, the same graph on that server out: in pieces, resumable, and counted at the end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

from graphbuild.errors import ServerRefused
from graphbuild.export.journal import Journal, Order, hashed
from graphbuild.export.ntriples import nt
from graphbuild.export.server import Server

CHUNK = 10_000  # triples in one request: some 1.5 MB
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Pushed:
    triples: int
    chunks: int
    resumed: int  # pieces that an earlier, broken push had sent


def push(path: Path, server: Server, graph: str, chunk: int = CHUNK, progress: Progress = lambda *_: None) -> Pushed:
    """The first piece replaces the graph, the others add to it; sent twice it changes nothing, for no node is blank."""
    order = Order(hashed(path), server.store, graph, chunk, sum(1 for _ in nt(path)))
    journal, chunks = Journal(path, order), max(-(-order.triples // chunk), 1)
    resumed = held(journal.sent(), order, server)
    for n, body in zip(range(resumed, chunks), islice(pieces(path, chunk), resumed, None), strict=True):
        progress("push", n, chunks)
        server.send("POST" if n else "PUT", graph, body)
        journal.note(n + 1)
    verify(order, server)
    journal.close()
    progress("done", chunks, chunks)
    return Pushed(order.triples, chunks, resumed)


def held(sent: int, order: Order, server: Server) -> int:
    """What was sent may be gone again, with the server's memory or under other hands: then all of it goes once more."""
    if not sent:
        return 0
    least = min(sent * order.chunk, order.triples)
    most = min((sent + 1) * order.chunk, order.triples)  # a piece may have arrived whose answer was lost
    return sent if least <= server.count(order.graph) <= most else 0


def pieces(path: Path, chunk: int) -> Iterator[bytes]:
    lines = nt(path)
    for n in count():
        piece = "".join(islice(lines, chunk)).encode()
        if piece or not n:
            yield piece
        else:
            return


def verify(order: Order, server: Server) -> None:
    counted = server.count(order.graph)
    if counted != order.triples:
        message = f"{server.store} holds {counted} triples in <{order.graph}>, {order.triples} were sent"
        raise ServerRefused(message, "does anyone else write there, or are two literals one to it? try another --graph")
