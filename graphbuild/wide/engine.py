"""What an engine must do to carry a build: work on many things, each alone; grouping and writing go through a shared folder."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from graphbuild.building.site import Site

Result = TypeVar("Result")


class Engine(Protocol):
    """`building.Crew` is one for the cores of a machine, `OnDask` one for many machines; Ray or Spark would be ten lines.

    Whatever is done may be done twice or anew elsewhere: it writes whole files under names that tell what is in them."""

    site: Site
    jobs: int

    def do(self, work: Callable[..., Result], things: Iterable[tuple[Any, ...]]) -> Iterator[Result]:
        """`work(site, *thing)` for each of the things, in their order."""
        ...
