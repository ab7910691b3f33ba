"""A store's place in, warm workers over it out: each query goes to a free one, an ended one is replaced."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, LifoQueue

from graphbuild.errors import Busy
from graphbuild.query.answers import Answer
from graphbuild.query.rewriting import Query
from graphbuild.query.worker import Limits, Worker


@dataclass(eq=False)
class Pool:
    """Warm workers over one store, for as many threads as like to ask; an ended one is replaced at once."""

    place: Path
    size: int = 1
    limits: Limits = field(default_factory=Limits)
    idle: LifoQueue[Worker] = field(default_factory=LifoQueue)
    closed: bool = False

    def __post_init__(self) -> None:
        for _ in range(self.size):
            self.start()

    def start(self) -> None:
        self.idle.put(Worker(self.place, self.limits.memory))

    def run(self, query: Query, prefixes: Mapping[str, str], limits: Limits | None = None) -> Answer:
        """Waits for a free worker no longer than a query may take."""
        limits = limits or self.limits
        worker = self.take(limits.seconds)
        try:
            return worker.run(query, prefixes, limits)
        finally:
            if worker.living and not self.closed:
                self.idle.put(worker)
            elif not self.closed:
                self.start()

    def take(self, seconds: float) -> Worker:
        try:
            while not (worker := self.idle.get(timeout=seconds)).living:
                worker.end()  # it was ended from outside while it was idle
                self.start()
        except Empty:
            raise Busy("all workers are busy", "ask again later") from None
        return worker

    def close(self) -> None:
        self.closed = True
        while True:
            with suppress(Empty):
                self.idle.get_nowait().end()
                continue
            return

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


