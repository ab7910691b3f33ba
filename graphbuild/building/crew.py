"""Work and many things of a build in, what came of each out in the same order: on all cores where it pays."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, TypeVar

from graphbuild.building.site import Site
from graphbuild.errors import BrokenMemory
from graphbuild.workers import Workers

Result = TypeVar("Result")


class Crew(AbstractContextManager["Crew"]):
    """Processes that begin when there is work for them and end with the build."""

    def __init__(self, site: Site, jobs: int) -> None:
        self.site, self.jobs = site, jobs
        self.workers = Workers(site, jobs)

    def do(self, work: Callable[..., Result], things: Iterable[tuple[Any, ...]]) -> Iterator[Result]:
        """`work(site, *thing)` for each of the things."""
        things = list(things)
        if self.jobs < 2 or len(things) < 2:
            return (work(self.site, *thing) for thing in things)
        return self.apart(work, things)

    def apart(self, work: Callable[..., Result], things: Iterable[tuple[Any, ...]]) -> Iterator[Result]:
        try:
            yield from self.workers.do(work, things)
        except BrokenProcessPool as trouble:
            remedy = "free some memory, or build in one process with --jobs 1"
            raise BrokenMemory("a process of the build was ended from outside", remedy) from trouble

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.workers.end()
