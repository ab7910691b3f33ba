"""All sheaves in, graph.ttl out."""

import marshal
from collections.abc import Sequence
from pathlib import Path

from graphbuild.building.sheaf import Sheaf
from graphbuild.building.site import Site
from graphbuild.graph.chunks import chunk
from graphbuild.graph.ids import Mint
from graphbuild.graph.joining import join


def write_turtle(sheaves: Sequence[Sheaf], site: Site, path: Path) -> int:
    """How many triples it holds; what several parts say alike is said once."""
    common = {triple for sheaf in sheaves for triple in marshal.loads(sheaf.piece("common"))}  # noqa: S302 - its hash was checked
    shared = chunk(sorted(common))
    join([*sheaves, shared], Mint(site.base), path)
    return shared.count + sum(int(sheaf.told["count"]) for sheaf in sheaves)
