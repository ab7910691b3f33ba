"""A store's place and queries in, answers out: quick queries pass the long ones, which wait for whatever the quick leave over.

A query that is not done after a moment leaves the quick lane: its worker falls to the lowest priority, and there is room for a
few of those; who finds none is told to come again. So no number of long queries keeps the quick ones waiting. A query that was
long once is remembered by its shape and begins in the long lane, until it is quick there.
"""

import os
import re
import time
from collections import OrderedDict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Semaphore

from graphbuild.errors import Busy
from graphbuild.query.answers import Answer
from graphbuild.query.rewriting import Query
from graphbuild.query.worker import ALL, Dataset, Limits, Rejected, Worker

MOMENT = 0.05  # seconds of the processor in the quick lane: on a crowded machine the clock says nothing of a query
LEAST = 0.02  # seconds between two looks at the processor's time
REMEMBERED = 1_000  # shapes of long queries
VARIED = re.compile(r"<[^<>\s]*>|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[0-9]+|\s+")
LATER = "ask again later"
CROWDED = "it takes long, and as many long queries as there may be are running"


class Runner(Worker):
    """A worker that leaves the quick lane when its moment is over."""

    lanes: "Lanes"
    before = 0.0
    slow = answered = False

    @property
    def spent(self) -> float:
        return used(self.process.pid) - self.before

    def wait(self, until: float) -> bool:
        look = time.monotonic() + LEAST
        while not self.slow:
            if super().wait(min(look, until)):
                return True
            if time.monotonic() >= until:
                return False
            if (left := MOMENT - self.spent) <= 0:
                self.lanes.demote(self)
            look = time.monotonic() + max(left, LEAST)
        return super().wait(until)


@dataclass(eq=False)
class Lanes:
    """`size` quick queries at once, and as many long ones."""

    place: Path
    size: int
    limits: Limits
    idle: deque[Runner] = field(default_factory=deque)
    long_ones: OrderedDict[int, None] = field(default_factory=OrderedDict)
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

    def run(self, query: Query, prefixes: Mapping[str, str], dataset: Dataset = ALL) -> Answer:
        form = shape(query)
        slow = form in self.long_ones
        self.enter(slow)
        try:
            runner = self.take()
        except BaseException:
            (self.long if slow else self.quick).release()
            raise
        try:
            return self.answer(runner, slow, query, prefixes, dataset)
        finally:
            self.remember(form, runner)
            self.back(runner)

    def enter(self, slow: bool) -> None:
        if slow and not self.long.acquire(blocking=False):
            raise Busy(CROWDED, LATER)
        if not slow and not self.quick.acquire(timeout=self.limits.seconds):
            raise Busy("all workers are busy", LATER)

    def answer(self, runner: Runner, slow: bool, query: Query, prefixes: Mapping[str, str], dataset: Dataset) -> Answer:
        runner.slow, runner.answered = slow, False
        runner.open()
        if slow:
            last(runner.process.pid)
        runner.before = used(runner.process.pid)
        try:
            answer = runner.run(query, prefixes, self.limits, dataset)
            runner.answered = runner.living
        except Rejected:  # that it cannot be run is an answer, too
            runner.answered = True
            raise
        return answer

    def remember(self, form: int, runner: Runner) -> None:
        if runner.slow and runner.answered and runner.spent < MOMENT:
            self.long_ones.pop(form, None)
        elif runner.slow or not runner.answered:
            self.long_ones[form] = None
            if len(self.long_ones) > REMEMBERED:
                self.long_ones.popitem(last=False)

    def take(self) -> Runner:
        """There are as many as may run at once; one that was ended from outside is replaced."""
        while not (runner := self.idle.pop()).living:
            runner.end()
            self.start()
        return runner

    def demote(self, runner: Runner) -> None:
        if not self.long.acquire(blocking=False):
            raise Busy(CROWDED, LATER)
        runner.slow = True
        self.quick.release()
        last(runner.process.pid)

    def back(self, runner: Runner) -> None:
        """One that was slow, or has not answered, is ended, and another takes its place: its priority stays low."""
        lane = self.long if runner.slow else self.quick
        if runner.answered and not runner.slow and not self.closed:
            self.idle.append(runner)
            lane.release()
        else:
            if not self.closed:
                self.start()
            lane.release()
            runner.end()

    def close(self) -> None:
        self.closed = True
        while self.idle:
            self.idle.pop().end()


def shape(query: Query) -> int:
    """The same for queries that differ in their values alone."""
    return hash(VARIED.sub(" ", query.text))


def used(pid: int) -> float:
    """Seconds of the processor that a process has had; where the system does not tell, those of the clock."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_bytes().split()[0]) / 1e9
    except (OSError, ValueError, IndexError):
        return time.monotonic()


def last(pid: int) -> None:
    """To what nobody else wants to use; where the system knows no such class, to the lowest there is."""
    try:
        os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))
    except (AttributeError, OSError):
        try:
            os.setpriority(os.PRIO_PROCESS, pid, 19)
        except OSError:  # it has ended meanwhile
            return
