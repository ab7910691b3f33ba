"""A process that was started to help another one in, the same process, which ends when that one is killed, out."""

import ctypes
import multiprocessing
import os
import signal

DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux's prctl.h


def end_with_parent() -> None:
    """A pool's process waits for work for ever where its parent could not say goodbye; it would keep memory and locks."""
    system = ctypes.CDLL(None)
    if hasattr(system, "prctl"):
        system.prctl(DEATH_SIGNAL, signal.SIGKILL)
    parent = multiprocessing.parent_process()
    if parent is not None and not parent.is_alive():  # it was killed before we asked
        os._exit(1)
