"""Lines in any order in, the same lines sorted and each once out, in memory that does not grow with their number."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile, gettempdir

from graphbuild.errors import placed

HELD = 300_000  # lines in memory at once: some 100 MB


def ordered(lines: Iterable[str], held: int = HELD) -> Iterator[str]:
    """Every line is read at the call, so that what was noted on the way is known before the first one comes out."""
    source = iter(lines)
    runs: list[Iterable[str]] = []
    while run := sorted(set(islice(source, held))):
        following = list(islice(source, 1))
        if not runs and not following:
            return iter(run)
        runs.append(on_disk(run))
        runs += [following] if following else []
    return once(merge(*runs))


def on_disk(run: list[str]) -> Iterator[str]:
    """A run in a file without a name: it is gone with the last reader, however that ends."""
    return iter(Again(run))


class Again:
    """Lines on disk that may be walked again and again, one walk at a time."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.file = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115
        with placed(Path(gettempdir())):
            self.file.writelines(f"{line}\n" for line in lines)
            self.file.flush()

    def __iter__(self) -> Iterator[str]:
        self.file.seek(0)
        return (line[:-1] for line in self.file)


def once(lines: Iterable[str]) -> Iterator[str]:
    last = None
    for line in lines:
        if line != last:
            yield line
        last = line
