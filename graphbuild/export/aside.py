"""Work in, the same work done in a process of its own out, which may be ready before what it works on is known."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

from graphbuild.workers import RARELY, end_with_parent


class Aside(AbstractContextManager["Aside"]):
    """`tell` says what to work on, `hint` some of it before; after `end` it is done, here where no process did it apart."""

    def __init__(self, work: Callable[..., None], prepare: Callable[..., object], early: bool = False) -> None:
        self.work = work
        self.told: tuple[Any, ...] = ()
        self.possible = "fork" in multiprocessing.get_all_start_methods() and len(os.sched_getaffinity(0)) > 1
        self.child: Any = None
        self.says: Connection | None = None
        if early and self.possible:
            self.child, self.says = begun(work, prepare)

    def tell(self, *told: Any, worth: bool = True) -> None:
        self.told = told
        if self.child is None and worth and self.possible:
            self.child, self.says = begun(self.work, int)
        self.say(True, told)

    def hint(self, *told: Any) -> None:
        """Something more to prepare, where a process was begun early."""
        self.say(False, told)

    def say(self, all: bool, told: tuple[Any, ...]) -> None:
        if self.says:
            with suppress(OSError):  # it has ended: the work is done here
                self.says.send((all, told))

    def end(self) -> None:
        if self.child:
            self.child.join()
        if self.child is None or self.child.exitcode != 0:
            self.work(*self.told)

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.says:
            self.says.close()
        if self.child and self.child.is_alive():
            self.child.kill()
            self.child.join()


def begun(work: Callable[..., None], prepare: Callable[..., object]) -> tuple[Any, Connection]:
    hears, says = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=listen, args=(work, prepare, hears), daemon=True)
    child.start()
    hears.close()
    return child, says


def listen(work: Callable[..., None], prepare: Callable[..., object], hears: Connection) -> None:
    """The parent alone hears Ctrl-C; what it holds is left untouched, so that memory stays shared."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(*RARELY)
    prepare()
    all, told = hears.recv()
    while not all:
        prepare(*told)
        all, told = hears.recv()
    work(*told)
