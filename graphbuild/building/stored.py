"""Turtle and by what it differs from the last one in, the store out: the old one's files with what changed, or all anew."""

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
    if differs is None:
        embed(turtle, store)
    else:
        still = standing(turtle, {row[: row.find(b" ")] for row in differs.gone})
        changed(differs.last.store, store, said(differs.last.turtle, differs.gone), said(turtle, {*differs.come, *still}))
        (store / MARK).write_text(note(turtle), "ascii")
    remember(site, (store / MARK).read_text("ascii"), sheaves)


def said(turtle: Path, rows: Iterable[bytes]) -> bytes:
    """Some blocks of a file as Turtle of their own."""
    return b"".join((heads_of(turtle), *(b"\n%b\n" % row for row in rows)))
