"""A store's place and queries in, answers out: quick queries pass the long ones, which wait for whatever the quick leave over.

A query that is not done after a moment leaves the quick lane: its worker falls to the lowest priority, for good, and there is
room for a few of those; who finds none after a few moments is told to come again. So no number of long queries keeps the
quick ones waiting. A query that was long twice running, or never answered, is remembered by its shape and begins in the long
lane, until it is quick there: with a worker that has fallen already and, having answered, knows its way through the store.
Long once says little: where machines are shared, what others took of the processor counts as the query's own time.
"""

import re
from collections import OrderedDict, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Semaphore

from graphbuild.errors import Busy
from graphbuild.query.answers import Answer
from graphbuild.query.rewriting import Query
from graphbuild.query.worker import ALL, Dataset, Limits, Rejected
from graphbuild.serve.runner import MOMENT, Runner, last, used

REMEMBERED = 1_000  # shapes of long queries
SURE = 2  # times running that a query was long, before it is taken for one that is
PATIENT = 4  # moments in the quick lane for who finds no place in the long one
VARIED = re.compile(r"<[^<>\s]*>|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[0-9]+|\s+")
LATER = "ask again later"
CROWDED = "it takes long, and as many long queries as there may be are running"


@dataclass(eq=False)
class Lanes:
    """`size` quick queries at once, and as many long ones."""

    place: Path
    size: int
    limits: Limits
    idle: deque[Runner] = field(default_factory=deque)
    fallen: deque[Runner] = field(default_factory=deque)
    long_ones: OrderedDict[int, int] = field(default_factory=OrderedDict)
    closed: bool = False

    def __post_init__(self) -> None:
        self.quick, self.long = Semaphore(self.size), Semaphore(self.size)
        for _ in range(2 * self.size):
            self.start()

    def fresh(self) -> Runner:
        runner = Runner(self.place, self.limits.memory)
        runner.demoted = self.demote
        return runner

    def start(self) -> None:
        """A new one stands last: by its turn it has opened the store."""
        self.idle.appendleft(self.fresh())

    def run(self, query: Query, prefixes: Mapping[str, str], dataset: Dataset = ALL, shown: int | None = None) -> Answer:
        form = shape(query)
        with self.lent(self.long_ones.get(form, 0) >= SURE) as runner:
            try:
                return self.answer(runner, query, prefixes, dataset, shown)
            finally:
                self.remember(form, runner)

    @contextmanager
    def lent(self, slow: bool) -> Iterator[Runner]:
        """A worker with a place in its lane, both given back whatever happens."""
        self.enter(slow)
        runner = None
        try:
            runner = self.take(slow)
            runner.slow, runner.answered = slow, False
            yield runner
        finally:
            if runner is not None:
                slow = runner.slow
                self.back(runner)
            (self.long if slow else self.quick).release()

    def enter(self, slow: bool) -> None:
        if slow and not self.long.acquire(blocking=False):
            raise Busy(CROWDED, LATER)
        if not slow and not self.quick.acquire(timeout=self.limits.seconds):
            raise Busy("all workers are busy", LATER)

    def answer(self, runner: Runner, query: Query, prefixes: Mapping[str, str], dataset: Dataset, shown: int | None) -> Answer:
        runner.open()
        if runner.slow:
            last(runner.process.pid)
        runner.before = used(runner.process.pid)
        try:
            answer = runner.run(query, prefixes, replace(self.limits, shown=shown), dataset)
            runner.answered = runner.living
        except Rejected:  # that it cannot be run is an answer, too
            runner.answered = True
            raise
        return answer

    def remember(self, form: int, runner: Runner) -> None:
        if runner.answered and runner.spent < MOMENT:
            self.long_ones.pop(form, None)
        elif runner.slow or not runner.answered:
            self.long_ones[form] = self.long_ones.get(form, 0) + 1 if runner.answered else SURE
            if len(self.long_ones) > REMEMBERED:
                self.long_ones.popitem(last=False)

    def take(self, slow: bool) -> Runner:
        """There are as many as may run at once, but where one could not be started; one ended from outside is replaced."""
        with suppress(IndexError):
            while not (runner := self.next(slow)).living:
                runner.end()
                self.start()
            return runner
        return self.fresh()

    def next(self, slow: bool) -> Runner:
        with suppress(IndexError):
            if slow:
                return self.fallen.pop()
        return self.idle.pop()

    def demote(self, runner: Runner) -> None:
        if not self.long.acquire(blocking=False):
            if runner.spent < PATIENT * MOMENT:
                return
            raise Busy(CROWDED, LATER)
        runner.slow = True
        self.quick.release()
        last(runner.process.pid)

    def back(self, runner: Runner) -> None:
        """What has not answered, or holds much, is ended and another takes its place; so is one that fell beyond `size`."""
        if runner.answered and not self.closed:
            if not runner.slow:
                self.idle.append(runner)
                return
            if len(self.idle) >= self.size and len(self.fallen) < self.size and not runner.swollen:
                self.fallen.append(runner)
                return
        if not self.closed:
            with suppress(OSError):  # the system has no room for a process now: `take` starts one later
                self.start()
        runner.end()

    def close(self) -> None:
        self.closed = True
        for kept in (self.idle, self.fallen):
            while kept:
                kept.pop().end()


def shape(query: Query) -> int:
    """The same for queries that differ in their values alone."""
    return hash(VARIED.sub(" ", query.text))
