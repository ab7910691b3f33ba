"""The memory that this process may still take in, leave to open a store out: where it cannot grow its engine ends all."""

import mmap
import resource
from contextlib import suppress

from graphbuild.errors import GraphbuildError

ROOM = 512 * 2**20  # addresses, most of them never written to: stacks and heaps of the engine's threads
LIMITS = resource.RLIMIT_AS, resource.RLIMIT_DATA


def room() -> None:
    """Asked only where somebody limited it."""
    if all(resource.getrlimit(limit)[0] == resource.RLIM_INFINITY for limit in LIMITS):
        return
    with suppress(OSError):
        mmap.mmap(-1, ROOM, flags=mmap.MAP_PRIVATE).close()
        return
    message = f"memory runs out: a store needs {ROOM // 2**20} MB of addresses to be opened"
    raise GraphbuildError(message, "raise the limit (ulimit -v or -d), or have none")
