"""Turtle and by what it differs from the last one in, the store out: the old one's files with what changed, or all anew."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from graphbuild.building.difference import Difference
from graphbuild.building.last import remember
from graphbuild.building.sheaf import Sheaf
from graphbuild.building.site import Site
from graphbuild.graph.embedded import MARK, STORE, changed, embed, note
from graphbuild.graph.joining import heads_of
from graphbuild.graph.splicing import standing


def write_store(sheaves: Sequence[Sheaf], site: Site, turtle: Path, differs: Difference | None) -> None:
    """Gives the same answers either way; whoever reads the old one goes on reading it."""
    store = turtle.parent / STORE
    if differs is None or not taken_over(differs, turtle, store):
        embed(turtle, store)
    remember(site, turtle, (store / MARK).read_text("ascii"), sheaves)


def taken_over(differs: Difference, turtle: Path, store: Path) -> bool:
    """Not where the old store is damaged."""
    still = standing(turtle, {row[: row.find(b" ")] for row in differs.gone})
    try:
        changed(differs.last.store, store, said(differs.last.turtle, differs.gone), said(turtle, {*differs.come, *still}))
    except (OSError, RuntimeError):  # what the engine says; a full disk will be said again
        shutil.rmtree(store, ignore_errors=True)
        return False
    (store / MARK).write_text(note(turtle), "ascii")
    return True


def said(turtle: Path, rows: Iterable[bytes]) -> bytes:
    """Some blocks of a file as Turtle of their own."""
    return b"".join((heads_of(turtle), *(b"\n%b\n" % row for row in rows)))
