"""A store's place and queries in, answers out: quick queries pass the long ones, which wait for whatever the quick leave over.

A query that is not done after a moment leaves the quick lane: its worker falls to the lowest priority, and there is room for a
few of those; who finds none is told to come again. So no number of long queries keeps the quick ones waiting.
"""

import os
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Semaphore

from graphbuild.errors import Busy
from graphbuild.query.answers import Answer
from graphbuild.query.rewriting import Query
from graphbuild.query.worker import Limits, Worker

MOMENT = 0.1  # seconds in the quick lane
LATER = "ask again later"


class Runner(Worker):
    """A worker that leaves the quick lane when its moment is over."""

    lanes: "Lanes"
    soon = 0.0
    slow = False

    def wait(self, until: float) -> bool:
        if not self.slow and self.soon < until:
            if super().wait(self.soon):
                return True
            self.lanes.demote(self)
        return super().wait(until)


@dataclass(eq=False)
class Lanes:
    """`size` quick queries at once, and as many long ones."""

    place: Path
    size: int
    limits: Limits
    idle: deque[Runner] = field(default_factory=deque)
    closed: bool = False

    def __post_init__(self) -> None:
        self.quick, self.long = Semaphore(self.size), Semaphore(self.size)
        for _ in range(2 * self.size):
            self.start()

    def start(self) -> None:
        """A new one stands last: by its turn it has opened the store."""
        runner = Runner(self.place, self.limits.memory)
        runner.lanes = self
        self.idle.appendleft(runner)

    def run(self, query: Query, prefixes: Mapping[str, str], limits: Limits | None = None) -> Answer:
        limits = limits or self.limits
        if not self.quick.acquire(timeout=limits.seconds):
            raise Busy("all workers are busy", LATER)
        runner = None
        try:
            runner = self.take()
            runner.soon = time.monotonic() + MOMENT
            return runner.run(query, prefixes, limits)
        except Busy:
            if runner:
                runner.end()
            raise
        finally:
            self.back(runner)

    def take(self) -> Runner:
        """There are as many as may run at once; one that was ended from outside is replaced."""
        while not (runner := self.idle.pop()).living:
            runner.end()
            self.start()
        runner.open()
        return runner

    def demote(self, runner: Runner) -> None:
        if not self.long.acquire(blocking=False):
            raise Busy("it takes long, and as many long queries as there may be are running", LATER)
        runner.slow = True
        self.quick.release()
        lower(runner.process.pid)

    def back(self, runner: Runner | None) -> None:
        """One that was slow keeps its low priority, so another takes its place."""
        slow = runner is not None and runner.slow
        if runner is not None and slow and runner.living:
            runner.end()
        if not self.closed and runner is not None:
            if runner.living:
                self.idle.append(runner)
            else:
                self.start()
        (self.long if slow else self.quick).release()

    def close(self) -> None:
        self.closed = True
        while self.idle:
            self.idle.pop().end()


def lower(pid: int) -> None:
    """To what nobody else wants to use; where the system knows no such class, to the lowest there is."""
    try:
        os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))
    except (AttributeError, OSError):
        try:
            os.setpriority(os.PRIO_PROCESS, pid, 19)
        except OSError:  # it has ended meanwhile
            return
