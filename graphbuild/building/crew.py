"""Work and many things to do it on in, what came of each out in the same order: on all cores, few on their way at a time."""

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, TypeVar

from graphbuild.building.site import Site
from graphbuild.errors import BrokenMemory
from graphbuild.orphans import end_with_parent

AHEAD = 2  # things on their way for each process
RARELY = 100_000, 50, 50  # next to no cycles are left behind: looking for them costs a tenth
HERE: list[Site] = []  # what a process works with, given once
Result = TypeVar("Result")


class Crew(AbstractContextManager["Crew"]):
    """Processes that begin when there is work for them and end with the build."""

    def __init__(self, site: Site, jobs: int) -> None:
        self.site, self.jobs = site, jobs
        self.pool: ProcessPoolExecutor | None = None

    def do(self, work: Callable[..., Result], things: Iterable[tuple[Any, ...]]) -> Iterator[Result]:
        """`work(site, *thing)` for each of the things."""
        things = list(things)
        if self.jobs < 2 or len(things) < 2:
            return (work(self.site, *thing) for thing in things)
        return self.apart(work, things)

    def apart(self, work: Callable[..., Result], things: Iterable[tuple[Any, ...]]) -> Iterator[Result]:
        self.pool = self.pool or ProcessPoolExecutor(self.jobs, multiprocessing.get_context(), begin, (self.site,))
        waiting: deque[Future[Result]] = deque()
        try:
            for thing in things:
                waiting.append(self.pool.submit(there, work, thing))
                if len(waiting) >= self.jobs * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as trouble:
            remedy = "free some memory, or build in one process with --jobs 1"
            raise BrokenMemory("a process of the build was ended from outside", remedy) from trouble

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.pool:
            self.pool.shutdown(cancel_futures=True)


def begin(site: Site) -> None:
    """The parent alone hears Ctrl-C and ends its processes; killed, it takes them along."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    HERE[:] = [site]
    gc.freeze()
    gc.set_threshold(*RARELY)


def there(work: Callable[..., Result], thing: tuple[Any, ...]) -> Result:
    return work(HERE[0], *thing)
