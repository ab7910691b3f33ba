"""Turtle in, an embedded Oxigraph store beside it out; and whether a store still belongs to its Turtle."""

import hashlib
from pathlib import Path

import pyoxigraph

STORE, TURTLE, MARK = "store", "graph.ttl", "graph.sha256"


def embed(turtle: Path, store: Path) -> None:
    """Bulk-loads the file and notes its hash last: a store without a note is not whole."""
    opened = pyoxigraph.Store(str(store))
    opened.bulk_load(path=turtle, format=pyoxigraph.RdfFormat.TURTLE)
    opened.flush()
    opened.optimize()
    del opened  # closes it
    (store / "LOG").unlink(missing_ok=True)  # the engine's diary: times and paths of this machine
    (store / MARK).write_text(note(turtle), "ascii")


def embedded(turtle: Path) -> Path | None:
    """The store that was loaded from this very file, if there is one."""
    store = turtle.parent / STORE
    try:
        return store if (store / MARK).read_text("ascii") == note(turtle) else None
    except (OSError, UnicodeDecodeError):
        return None


def note(turtle: Path) -> str:
    with turtle.open("rb") as bytes_:
        return f"{hashlib.file_digest(bytes_, 'sha256').hexdigest()}  {TURTLE}\n"
