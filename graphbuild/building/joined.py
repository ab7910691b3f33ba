"""All sheaves in, graph.ttl out: the last one with what changed, or all joined anew, to the same bytes."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graphbuild.building.difference import Difference, common, difference
from graphbuild.building.last import before
from graphbuild.building.sheaf import Sheaf
from graphbuild.building.site import Site
from graphbuild.graph.chunks import chunk, shelf, vocabularies
from graphbuild.graph.ids import Mint
from graphbuild.graph.joining import heads, join
from graphbuild.graph.splicing import splice
from graphbuild.graph.statements import Triple


def write_turtle(sheaves: Sequence[Sheaf], site: Site, path: Path, old: Path) -> tuple[int, Difference | None]:
    """How many triples it holds, and by what it differs from the last one, where that is known and little."""
    shared = common(sheaves)
    changed = difference(before(site, old, sheaves), sheaves, shared)
    if changed and not spliced(changed, sheaves, shared, Mint(site.base), path):
        changed = None  # the last one was not what it should be
    if changed is None:
        join([*sheaves, chunk(sorted(shared))], Mint(site.base), path)
    return len(shared) + sum(int(sheaf.told["count"]) for sheaf in sheaves), changed


def spliced(changed: Difference, sheaves: Sequence[Sheaf], shared: set[Triple], mint: Mint, path: Path) -> bool:
    used = {predicate for _, predicate, _ in shared} | {object for _, predicate, object in shared if predicate == "a"}
    beside = replace(chunk(()), used=vocabularies(used))
    names = {name for sheaf in sheaves for name in sheaf.names()} | {shelf(triple[0]) for triple in shared}
    return splice(changed.last.turtle, path, heads(names, [*sheaves, beside], mint).encode(), changed.gone, changed.come)
