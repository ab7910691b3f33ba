"""A store and queries in by a pipe, answers out piece by piece: the program of a worker process.

It is run as a file and imports the engine alone, so that it starts fast and holds little. Once the store is open it can open
nothing more: no file, no connection. An alarm of the system ends it at its time limit, even when nobody is left to do so.
"""

import pickle
import resource
import signal
import sys
from collections.abc import Sequence
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeAlias

import pyoxigraph

Rows: TypeAlias = tuple[int, int | None]
Graphs: TypeAlias = tuple[Sequence[str] | None, Sequence[str] | None, str | None]
PIECE = 256
MOST = 64 * 2**20  # bytes of one answer: the rows may be few and each of them huge
LATE = 1.0  # the parent ends us at the limit; this is for when it is gone


def main() -> None:
    """Arguments: the pipe's number, the store or Turtle, the bytes that a query may take."""
    pipe, place, memory = Connection(int(sys.argv[1])), sys.argv[2], int(sys.argv[3])
    try:
        store = opened(place)
        warm(store)
        seal(place, memory)
        pipe.send(("ready", len(store)))
        while True:
            serve(store, pipe, *pipe.recv())
    except (EOFError, BrokenPipeError):
        return
    except (OSError, SyntaxError) as trouble:
        pipe.send(("broken", str(trouble)))


def opened(place: str) -> pyoxigraph.Store:
    if Path(place).is_dir():
        return pyoxigraph.Store.read_only(place)
    store = pyoxigraph.Store()
    store.bulk_load(path=place, format=form_of(place))
    return store


def form_of(place: str) -> pyoxigraph.RdfFormat:
    """By the ending; what ends otherwise is Turtle. TriG and N-Quads have named graphs."""
    return pyoxigraph.RdfFormat.from_extension(Path(place).suffix[1:]) or pyoxigraph.RdfFormat.TURTLE


def warm(store: pyoxigraph.Store) -> None:
    """What is opened or imported at a first use is used before the doors close."""
    for quad in islice(store.quads_for_pattern(None, None, None, None), 1):
        list(store.quads_for_pattern(quad.subject, None, None, None))
    store.query("ASK { ?s ?p ?o }")


def seal(place: str, memory: int) -> None:
    """From here on: no new file or connection where the store holds all its files open, and so much memory more."""
    held, tables = held_bytes(), len(list(Path(place).glob("*.sst")))
    if sum(name.endswith(".sst") for name in files()) >= tables:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    if held:
        resource.setrlimit(resource.RLIMIT_DATA, (held + memory, held + memory))


def files() -> list[str]:
    """What this process holds open, where the system tells."""
    links = Path("/proc/self/fd")
    return [str(link.readlink()) for link in links.iterdir() if link.is_symlink()] if links.is_dir() else []


def held_bytes() -> int:
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmData:")), 0)


def serve(
    store: pyoxigraph.Store, pipe: Connection, text: str, prefixes: dict[str, str], rows: Rows, seconds: float, graphs: Graphs
) -> None:
    """Messages: head, items…, more (how many), then end (and what cut it short: "rows", "bytes" or nothing) or fault."""
    signal.setitimer(signal.ITIMER_REAL, seconds + LATE)  # SIGALRM ends the process: nothing handles it
    try:
        default, named, base = graphs
        solved = store.query(text, prefixes=prefixes, base_iri=base, default_graph=chosen(default), named_graphs=chosen(named))
        if isinstance(solved, pyoxigraph.QueryBoolean):
            pipe.send(("head", (), bool(solved)))
            pipe.send(("end", ""))
        else:
            send(solved, pipe, *rows)
    except (SyntaxError, RuntimeError, ValueError, OSError) as trouble:
        pipe.send(("fault", type(trouble).__name__, str(trouble)))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def chosen(names: Sequence[str] | None) -> list[Any] | None:
    return None if names is None else [pyoxigraph.NamedNode(name) if name else pyoxigraph.DefaultGraph() for name in names]


def send(solved: pyoxigraph.QuerySolutions | pyoxigraph.QueryTriples, pipe: Connection, rows: int, shown: int | None) -> None:
    """Those that are shown, and how many more there are."""
    select = isinstance(solved, pyoxigraph.QuerySolutions)
    columns = tuple(v.value for v in solved.variables) if isinstance(solved, pyoxigraph.QuerySolutions) else ()
    pipe.send(("head", columns, None))
    wanted, found = rows if shown is None else min(rows, shown), iter(solved)
    left, size = wanted, 0
    while piece := [tuple(item) if select else item for item in islice(found, min(PIECE, left))]:
        packed = pickle.dumps(("items", piece))
        left, size = left - len(piece), size + len(packed)
        if size > MOST:
            pipe.send(("end", "bytes"))
            return
        pipe.send_bytes(packed)
    if not left and rows > wanted:
        pipe.send(("more", sum(1 for _ in islice(found, rows - wanted))))
    pipe.send(("end", "rows" if next(found, None) is not None else ""))


if __name__ == "__main__":
    main()
