"""A computation and what it is given in, its places out: computed once, and from then on read from a folder."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SUM = 32
WORTH = 2  # one thing alone stands where it stands
MADE_BY = ("positions.py", "forces.py", "boxes.py")


@dataclass
class Kept:
    """A folder of places; without a folder nothing is kept. What is read is what would be computed, to the bit."""

    folder: Path | None = None
    met: set[str] = field(default_factory=set)

    def of(self, compute: Callable[..., NDArray[np.float64]], *given: NDArray[np.generic]) -> NDArray[np.float64]:
        if self.folder is None or len(given[0]) < WORTH:
            return compute(*given)
        path = self.folder / key(compute.__name__, given)
        self.met.add(path.name)
        places = read(path, len(given[0]))
        if places is None:
            places = compute(*given)
            write(path, places)
        return places

    def forget(self) -> None:
        """Places that this picture did not need belong to a graph that is gone."""
        if self.folder is not None and self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name not in self.met:
                    path.unlink(missing_ok=True)


NOTHING = Kept()


def key(name: str, given: Sequence[NDArray[np.generic]]) -> str:
    """All that decides the places: the numbers given, and the programs that compute with them."""
    told = sha256(f"{name} {made_by()}".encode())
    for array in given:
        told.update(f"{array.dtype} {array.shape}".encode())
        told.update(np.ascontiguousarray(array).tobytes())
    return told.hexdigest()


@cache
def made_by() -> str:
    programs = sha256(b"".join(files(__package__).joinpath(name).read_bytes() for name in MADE_BY)).hexdigest()
    return " ".join((programs, version("numpy"), version("scipy")))


def read(path: Path, count: int) -> NDArray[np.float64] | None:
    """A damaged note counts as none."""
    try:
        note = path.read_bytes()
    except OSError:
        return None
    if sha256(note[SUM:]).digest() != note[:SUM] or len(note) != SUM + count * 16:
        return None
    return np.frombuffer(note[SUM:], "<f8").reshape(-1, 2).astype(np.float64)


def write(path: Path, places: NDArray[np.float64]) -> None:
    """Whole or not at all; where nothing can be written, nothing is kept."""
    data = places.astype("<f8").tobytes()
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(sha256(data).digest() + data)
        new.replace(path)
