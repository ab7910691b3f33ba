"""Work and many things to do it on in, what came of each out in the same order: on several cores, few on their way at a time."""

import ctypes
import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

AHEAD = 4  # things on their way for each process: enough to keep it busy, few enough for memory
RARELY = 100_000, 50, 50  # next to no cycles are left behind: looking for them costs a tenth
DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux's prctl.h
HERE: list[Any] = []  # what a process works with, given once
Result = TypeVar("Result")


class Workers:
    """Processes that begin when there is work for them, each with the one thing that all their work needs."""

    def __init__(self, tool: Any, jobs: int, method: str | None = None) -> None:
        self.tool, self.jobs, self.method = tool, jobs, method
        self.pool: ProcessPoolExecutor | None = None

    def do(
        self, work: Callable[..., Result], things: Iterable[tuple[Any, ...]], meanwhile: Callable[[], object] = int
    ) -> Iterator[Result]:
        """`work(tool, *thing)` for each of the things; `meanwhile` is done here while the last of them are on their way."""
        context = multiprocessing.get_context(self.method)
        self.pool = self.pool or ProcessPoolExecutor(self.jobs, context, begin, (self.tool,))
        waiting: deque[Future[Result]] = deque()
        for thing in things:
            waiting.append(self.pool.submit(there, work, thing))
            if len(waiting) >= self.jobs * AHEAD:
                yield waiting.popleft().result()
        meanwhile()
        while waiting:
            yield waiting.popleft().result()

    def end(self) -> None:
        """What has not begun is dropped, what has is waited for."""
        if self.pool:
            self.pool.shutdown(cancel_futures=True)


def begin(tool: Any) -> None:
    """The parent alone hears Ctrl-C and ends its processes; killed, it takes them along."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    HERE[:] = [tool]
    gc.freeze()
    gc.set_threshold(*RARELY)


@contextmanager
def seldom() -> Iterator[None]:
    """For a while cycles are looked for as rarely here as in processes of ours."""
    before = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def there(work: Callable[..., Result], thing: tuple[Any, ...]) -> Result:
    return work(HERE[0], *thing)


def end_with_parent() -> None:
    """A pool's process waits for work for ever where its parent could not say goodbye; it would keep memory and locks."""
    system = ctypes.CDLL(None)
    if hasattr(system, "prctl"):
        system.prctl(DEATH_SIGNAL, signal.SIGKILL)
    parent = multiprocessing.parent_process()
    if parent is not None and not parent.is_alive():  # it was killed before we asked
        os._exit(1)


def surroundings() -> dict[str, str]:
    """In which a program of ours that is started finds this very package."""
    home = str(Path(__file__).parents[1])
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH")]))}


def held(what: str, whose: int | str = "self") -> int:
    """Bytes that a process holds, by the system's word for them; none where it does not tell, or the process has ended."""
    try:
        lines = Path(f"/proc/{whose}/status").read_text("ascii", "replace").splitlines()
        return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{what}:")), 0)
    except (OSError, ValueError):
        return 0
