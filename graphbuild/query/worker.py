"""A store's place and a query in, an answer out, from a process that is ended at its time limit and started anew."""

import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from pathlib import Path
from typing import Any

from graphbuild.errors import BrokenGraph, Busy
from graphbuild.query.answers import Answer, assemble, cut_after
from graphbuild.query.rewriting import Query, as_written

PROGRAM = Path(__file__).with_name("child.py")
OPENING = 600.0  # seconds in which even a large file of Turtle is loaded
LEAVING = 1.0  # seconds for what has closed its pipe to end, and so to say how
OUTSIDE = frozenset({-signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP})  # no query ends a worker in these ways


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take; `memory` is in bytes, beyond what the open store holds.

    Of the rows that it may have so many are sent as are `shown`, where that is said; the others are counted.
    """

    rows: int = 10_000
    seconds: float = 10.0
    memory: int = 2**30
    shown: int | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query is about, by name, "" for the default graph; None for all. `base` makes relative IRIs whole."""

    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    base: str | None = None


ALL = Dataset()


class Rejected(Exception):
    """What the engine said of a query, as it said it."""


class Worker:
    """One process with the store open; it starts at once and is waited for when it is first needed."""

    def __init__(self, place: Path, memory: int) -> None:
        self.pipe, other = Pipe()
        number = other.fileno()
        command = [sys.executable, "-P", str(PROGRAM), str(number), str(place), str(memory)]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(command, pass_fds=[number], stdin=quiet, stderr=quiet)  # noqa: S603  our own program
        other.close()
        self.opened = False

    def open(self) -> None:
        if self.opened:
            return
        try:
            said = self.pipe.recv() if self.pipe.poll(OPENING) else ("broken", "opening took too long")
        except (EOFError, OSError) as trouble:
            self.leave(trouble)
            said = "broken", "the worker ended while it opened the store"
        if said[0] != "ready":
            self.end()
            raise BrokenGraph(f"the store cannot be opened: {said[1]}", "build again, or give another graph")
        self.opened = True

    def run(self, query: Query, prefixes: Mapping[str, str], limits: Limits, dataset: Dataset = ALL) -> Answer:
        self.open()
        graphs = dataset.default, dataset.named, dataset.base
        try:
            self.pipe.send((query.text, dict(prefixes), (limits.rows, limits.shown), limits.seconds, graphs))
        except OSError as trouble:
            self.end()
            raise lost() from trouble
        return receive(self, query, limits)

    def wait(self, until: float) -> bool:
        """Whether it has said something by then."""
        return self.pipe.poll(max(until - time.monotonic(), 0))

    @property
    def living(self) -> bool:
        return self.process.poll() is None

    def leave(self, trouble: Exception) -> None:
        """It says no more: whoever ended it from outside has not ended the query for good."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(LEAVING)
        self.end()
        if self.process.returncode in OUTSIDE:
            raise lost() from trouble

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.pipe.close()


def receive(worker: Worker, query: Query, limits: Limits) -> Answer:
    """All messages of one answer, or what had come when time ran out; a notice says which."""
    until = time.monotonic() + limits.seconds
    columns: tuple[str, ...] = ()
    truth: bool | None = None
    items: list[Any] = []
    total = 0
    while True:
        said = next_message(worker, until)
        if said[0] == "head":
            columns, truth = said[1:]
        elif said[0] == "items":
            items += said[1]
            total = len(items)
        elif said[0] == "more":
            total += said[1]
        elif said[0] == "fault":
            raise Rejected(said[1], said[2])
        else:
            cut = notice(said[1], total, limits), said[1]
            return as_written(query, assemble(query.form, columns, items, truth, cut, total))


def next_message(worker: Worker, until: float) -> tuple[Any, ...]:
    try:
        if worker.wait(until):
            return tuple(worker.pipe.recv())
    except (EOFError, OSError) as trouble:
        worker.leave(trouble)
        return ("end", "memory")
    worker.end()
    return ("end", "time")


def lost() -> Busy:
    return Busy("the process that was to answer it has ended", "ask again")


def notice(cause: str, found: int, limits: Limits) -> str:
    """What is missing and why, in a sentence; nothing where nothing is."""
    so_far = f"{found} rows had been found and there may be more: ask for less"
    reasons = {
        "rows": cut_after(limits.rows),
        "bytes": f"the answer is larger than one may be; {so_far}",
        "time": f"time ran out after {limits.seconds:g} seconds; {so_far}, or raise the time limit",
        "memory": f"the query needed more than {limits.memory // 2**20} MB or was too deeply nested; {so_far}",
    }
    return reasons.get(cause, "")
