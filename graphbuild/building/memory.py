"""An output folder in, the memory beside it and a folder that ends with the build out; two builds never share them."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from graphbuild.errors import placed
from graphbuild.files import led
from graphbuild.reading import Memory

SPILL = ".spill-"


@contextmanager
def at_work(output: Path, fresh: bool = False) -> Iterator[tuple[Memory, Path]]:
    """Where nothing can be kept beside the output, or another build is keeping it, this one remembers nothing.

    A fresh build knows nothing of what was remembered; what it made takes its place when all is done.
    """
    folder = memory_of(output)
    held = taken(folder)
    try:
        with (
            TemporaryDirectory(prefix=SPILL if held else "graphbuild-", dir=folder if held else None) as spill,
            placed(output, *([] if held else [Path(spill).parent])),
        ):
            own = fresh or not held
            yield Memory(Path(spill) / "memory" if own else folder, folder if held and fresh else None), Path(spill)
    finally:
        if held:
            os.close(held)


def memory_of(output: Path) -> Path:
    """Beside the output, so that a build which replaces the one leaves the other."""
    real = led(output)
    return real.parent / f".{real.name}.cache"


def taken(folder: Path) -> int | None:
    """A lock that ends with this process however it ends; what a killed build left is removed."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        held = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.utime(folder)
        except OSError:
            os.close(held)
            return None
        for left in folder.glob(f"{SPILL}*"):
            shutil.rmtree(left, ignore_errors=True)
        return held
    return None
