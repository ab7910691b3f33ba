"""A length of time in, a thread that the system lets run so long at a time out: whoever asks for little gets it at once.

Linux from 6.12 on lets a thread that wakes go before one that asked for more. Who speaks with clients works for microseconds, and
waits else until whoever computes has had his 4 milliseconds. Nothing is lost where the system knows no such thing.
"""

import ctypes
import os
import platform
import struct
import sys

LITTLE = 100_000  # nanoseconds: the least that there is
USUAL = 0  # what the system gives to those who do not ask
SCHED_SETATTR = {"x86_64": 314, "aarch64": 274, "riscv64": 274}
FORM = "=IIQiIQQQ"  # size, policy, flags, nice, priority, runtime, deadline, period


def ask(nanoseconds: int) -> bool:
    """For the thread that calls, and those that it starts from now on; whether it is so."""
    call = SCHED_SETATTR.get(platform.machine())
    if sys.platform != "linux" or call is None or os.sched_getscheduler(0) != os.SCHED_OTHER:
        return False
    nice = os.getpriority(os.PRIO_PROCESS, 0)
    told = struct.pack(FORM, struct.calcsize(FORM), os.SCHED_OTHER, 0, nice, 0, nanoseconds, 0, 0)
    try:
        return int(ctypes.CDLL(None).syscall(call, 0, told, 0)) == 0
    except (OSError, AttributeError):
        return False
