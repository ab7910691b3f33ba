"""What was stated now and at the last build in, the store out: the old one's files with what changed, or all loaded anew."""

import json
import marshal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from graphbuild.building.sheaf import Sheaf, opened
from graphbuild.building.site import Site
from graphbuild.graph.chunks import chunk
from graphbuild.graph.embedded import MARK, STORE, changed, embed, note
from graphbuild.graph.ids import Mint
from graphbuild.graph.joining import BETWEEN, all_heads

LAST = "last.json"  # which sheaves the Turtle of the last build was made of
FEW = 5  # a store of which more than a fifth changes is loaded anew


def write_store(sheaves: Sequence[Sheaf], site: Site, turtle: Path, old: Path) -> None:
    """Gives the same answers either way; whoever reads the old one goes on reading it."""
    last = before(site, old)
    if last is None or not update(last, sheaves, site, turtle, old / STORE):
        embed(turtle, turtle.parent / STORE)
    told = {"turtle": (turtle.parent / STORE / MARK).read_text("ascii"), "sheaves": [sheaf.path.name for sheaf in sheaves]}
    (site.memory.folder / LAST).write_text(json.dumps(told), "utf-8")


def before(site: Site, old: Path) -> list[Sheaf] | None:
    """The sheaves that the old store was made of, where all of them are at hand."""
    with suppress(OSError, ValueError, KeyError):
        told = json.loads((site.memory.folder / LAST).read_text("utf-8"))
        if (old / STORE / MARK).read_text("ascii") == told["turtle"]:
            found = [opened(site.memory, name) for name in told["sheaves"]]
            return [sheaf for sheaf in found if sheaf] if all(found) else None
    return None


def update(last: Sequence[Sheaf], now: Sequence[Sheaf], site: Site, turtle: Path, store: Path) -> bool:
    """Whether so little changed that this was worth it."""
    kept = {sheaf.path for sheaf in last} & {sheaf.path for sheaf in now}
    gone, new = ([sheaf for sheaf in sheaves if sheaf.path not in kept] for sheaves in (last, now))
    if sum(map(count, new)) * FEW > sum(map(count, now)) or sum(map(count, gone)) * FEW > sum(map(count, last)):
        return False
    names = sorted({name for sheaf in (*gone, *new) for name in sheaf.names()})
    less, more = blocks(gone, names), blocks(new, names)
    unsaid = chunk(sorted(common(gone) - common(now))), chunk(sorted(common(new)))
    heads = all_heads([*names, *unsaid[0].names(), *unsaid[1].names()], Mint(site.base))
    texts = [
        b"".join((heads, *(b"\n" + block + b"\n" for block in sorted(some)), *beside.shelves.values()))
        for some, beside in ((less - more, unsaid[0]), (more - less, unsaid[1]))
    ]
    try:
        changed(store, turtle.parent / STORE, *texts)
    except SyntaxError:  # a name of a class that nothing describes any more: the store is loaded anew
        return False
    (turtle.parent / STORE / MARK).write_text(note(turtle), "ascii")
    return True


def count(sheaf: Sheaf) -> int:
    return int(sheaf.told["count"])


def blocks(sheaves: Iterable[Sheaf], names: Iterable[str]) -> set[bytes]:
    pieces = (piece for sheaf in sheaves for name in names if (piece := sheaf.take(name)))
    return {block for piece in pieces for block in piece[1:-1].split(BETWEEN)}


def common(sheaves: Iterable[Sheaf]) -> set[tuple[str, str, str]]:
    return {triple for sheaf in sheaves for triple in marshal.loads(sheaf.piece("common"))}  # noqa: S302 - its hash was checked
