"""The address of a Dask scheduler in, an Engine out: each thing is a task, and a task whose worker died is done elsewhere."""

import gc
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from graphbuild.building.site import Site
from graphbuild.errors import NoEngine

WAIT = 30  # seconds until a scheduler has answered, or a worker has come
AHEAD = 50  # tasks on their way for each worker's thread
FILE = "site"
Result = TypeVar("Result")


class OnDask(AbstractContextManager["OnDask"]):
    """Workers must see the output's folder under the same path, and have the same graphbuild installed."""

    def __init__(self, site: Site, address: str) -> None:
        self.site, self.client = site, connected(address)
        self.jobs = sum(worker["nthreads"] for worker in self.client.scheduler_info(n_workers=-1)["workers"].values())
        self.path = site.spill / FILE
        self.path.write_bytes(pickle.dumps(site, protocol=5))
        if not all(self.client.run(is_file, str(self.path)).values()):
            raise NoEngine(f"a worker of {address} does not see {site.spill}", "write into a folder that all machines share")

    def do(self, work: Callable[..., Result], things: Iterable[tuple[Any, ...]]) -> Iterator[Result]:
        waiting: deque[Any] = deque()
        for thing in things:
            waiting.append(self.client.submit(there, str(self.path), work, thing, pure=False))
            if len(waiting) >= max(self.jobs, 1) * AHEAD:
                yield self.result(waiting.popleft())
        while waiting:
            yield self.result(waiting.popleft())

    def result(self, future: Any) -> Any:
        """A task that ended several workers in turn is given up: its text may need more memory than they have."""
        killed = import_module("distributed").KilledWorker
        try:
            return future.result()
        except killed as trouble:
            raise NoEngine(str(trouble), "give the workers more memory, or look into their logs") from trouble

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.client.close()


def connected(address: str) -> Any:
    try:
        distributed = import_module("distributed")
    except ModuleNotFoundError as trouble:
        raise NoEngine(f"--engine dask needs {trouble.name}", "pip install 'graphbuild[dask]'") from trouble
    remedy = "start one with `dask scheduler`, workers with `dask worker ADDRESS`, and check the address"
    if not address:
        raise NoEngine("--engine dask needs the address of a scheduler", f"give --scheduler tcp://HOST:8786; {remedy}")
    try:
        client = distributed.Client(address, timeout=WAIT, set_as_default=False)
        client.wait_for_workers(1, timeout=WAIT)
    except (OSError, ValueError, TimeoutError) as trouble:
        raise NoEngine(f"no scheduler with a worker answers at {address}", remedy) from trouble
    return client


def is_file(path: str) -> bool:
    return Path(path).is_file()


@lru_cache(1)
def site(path: str) -> Site:
    """What a worker works with, opened once in each; next to no cycles are left behind: looking for them costs a tenth."""
    gc.set_threshold(100_000, 50, 50)
    found: Site = pickle.loads(Path(path).read_bytes())  # noqa: S301 - written by this very build, in a folder of its own
    return found


def there(path: str, work: Callable[..., Result], thing: tuple[Any, ...]) -> Result:
    return work(site(path), *thing)
