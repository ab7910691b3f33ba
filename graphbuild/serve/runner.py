"""A store's place in, a worker out that leaves the quick lane once it has used its moment of the processor."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from graphbuild.query.worker import Worker
from graphbuild.workers import held

MOMENT = 0.05  # seconds of the processor in the quick lane: on a crowded machine the clock says nothing of a query
MODEST = 6  # of the system's twenty steps
LEAST = 0.02  # seconds between two looks at the processor's time
SWOLLEN = 2**28  # bytes of its own that an idle worker may hold


class Runner(Worker):
    """A worker that leaves the quick lane when its moment is over."""

    demoted: Callable[["Runner"], None]
    before = 0.0
    slow = answered = False

    def __init__(self, place: Path, memory: int) -> None:
        super().__init__(place, memory)
        modestly(self.process.pid)

    @property
    def spent(self) -> float:
        return used(self.process.pid) - self.before

    @property
    def swollen(self) -> bool:
        """Whether a query has left it with much that the system could use."""
        return held("RssAnon", self.process.pid) > SWOLLEN  # what it shares with nobody

    def wait(self, until: float) -> bool:
        look = time.monotonic() + LEAST
        while not self.slow:
            if super().wait(min(look, until)):
                return True
            if time.monotonic() >= until:
                return False
            if (left := MOMENT - self.spent) <= 0:
                self.demoted(self)
            look = time.monotonic() + max(left, LEAST)
        return super().wait(until)


def used(pid: int) -> float:
    """Seconds of the processor that a process has had; where the system does not tell, those of the clock."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_bytes().split()[0]) / 1e9
    except (OSError, ValueError, IndexError):
        return time.monotonic()


def modestly(pid: int) -> None:
    """Behind those who speak with people: one that starts has much to do, and where others were ended many start."""
    with suppress(AttributeError, OSError):  # it has ended already, or the system knows no such thing
        os.setpriority(os.PRIO_PROCESS, pid, min(os.getpriority(os.PRIO_PROCESS, 0) + MODEST, 19))


def last(pid: int) -> None:
    """To what nobody else wants to use; where the system knows no such class, to the lowest there is."""
    leave_one(pid)
    try:
        os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))
    except (AttributeError, OSError):
        try:
            os.setpriority(os.PRIO_PROCESS, pid, 19)
        except OSError:  # it has ended meanwhile
            return


def leave_one(pid: int) -> None:
    """One processor stays free of it: where all are taken, the system no longer looks for one for whoever answers quickly."""
    with suppress(AttributeError, OSError):
        _, *others = sorted(os.sched_getaffinity(0))
        if others:
            os.sched_setaffinity(pid, others)
