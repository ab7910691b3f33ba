"""Work in, the same work done in a process of its own out, while this one goes on with something else."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graphbuild.workers import RARELY, end_with_parent


@contextmanager
def aside(work: Callable[[], None], worth: bool = True) -> Iterator[None]:
    """At the end the work is done; where there is no second core or it failed apart, it is done here and says why."""
    apart = worth and "fork" in multiprocessing.get_all_start_methods() and len(os.sched_getaffinity(0)) > 1
    child = multiprocessing.get_context("fork").Process(target=alone, args=(work,), daemon=True) if apart else None
    if child:
        child.start()
    try:
        yield
        if child:
            child.join()
    finally:
        if child and child.is_alive():
            child.kill()
            child.join()
    if child is None or child.exitcode != 0:
        work()


def alone(work: Callable[[], None]) -> None:
    """The parent alone hears Ctrl-C; what it holds is left untouched, so that memory stays shared."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(*RARELY)
    work()
