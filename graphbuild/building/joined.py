"""All sheaves in, graph.ttl out: the last one with what changed, or all joined anew, to the same bytes."""

from collections.abc import Sequence
from pathlib import Path

from graphbuild.building.alike import alike, triple
from graphbuild.building.difference import Difference, difference
from graphbuild.building.last import before
from graphbuild.building.sheaf import Sheaf
from graphbuild.building.site import Site
from graphbuild.graph.chunks import chunk
from graphbuild.graph.ids import Mint
from graphbuild.graph.joining import heads, join
from graphbuild.graph.splicing import splice


def write_turtle(sheaves: Sequence[Sheaf], site: Site, path: Path, old: Path) -> tuple[int, Difference | None]:
    """How many triples it holds, and by what it differs from the last one, where that is known and little."""
    shared = alike(sheaves)
    changed = difference(before(site, old, sheaves), sheaves, shared)
    if changed and not spliced(changed, sheaves, Mint(site.base), path):
        changed = None  # the last one was not what it should be
    if changed is None:
        join([*sheaves, chunk(sorted(map(triple, shared)))], Mint(site.base), path)
    return len(shared) + sum(int(sheaf.told["count"]) for sheaf in sheaves), changed


def spliced(changed: Difference, sheaves: Sequence[Sheaf], mint: Mint, path: Path) -> bool:
    told = set[str]().union(*(sheaf.told["classes"] for sheaf in sheaves))
    return splice(changed.last.turtle, path, heads(told, sheaves, mint).encode(), changed.gone, changed.come)
