"""A command line of graphbuild in, a running process of it out, forked from this one; and its end, by force."""

import ctypes
import os
import signal
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.cli import build as building
from graphbuild.cli import cli, known, push, review  # noqa: F401  loaded once, before processes part
from graphbuild.reading import pool

SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of Linux's prctl.h: whoever loses its parent becomes our child, so that we see it end
PATIENCE = 60


@cache
def load():
    """The knowledge is read once for all runs: they are short, and it is no part of what is killed."""
    knowledge = known.known()
    building.known = lambda *_: knowledge
    pool.SMALL = 0  # few words already are worth processes of their own


@dataclass
class Child:
    pid: int
    status: int | None = None


def start(command, given=""):
    """In a session of its own; what it says goes nowhere."""
    return apart(lambda: cli.main(command, standalone_mode=True), given)


def apart(work, given=""):
    """Stores are opened in such processes alone: their threads would be missing in whatever is forked later."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    load()
    reader, writer = os.pipe()
    os.write(writer, given.encode())
    os.close(writer)
    pid = os.fork()
    if pid == 0:
        run(work, reader)
    os.close(reader)
    return Child(pid)


def run(work, reader):
    """Never returns."""
    code = 70
    try:
        os.setsid()
        os.dup2(reader, 0)
        nothing = os.open(os.environ.get("KILLS_LOG", os.devnull), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, "w" if n else "r") for n in range(3))
        work()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except Exception:  # noqa: BLE001  whatever it is, the child ends here
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


def finish(child):
    _, child.status = os.waitpid(child.pid, 0)
    return os.waitstatus_to_exitcode(child.status)


def kill(child, whole):
    """Whether it was alive."""
    gone, child.status = os.waitpid(child.pid, os.WNOHANG)
    if gone:
        return False
    with suppress(ProcessLookupError):  # it leads no family yet
        os.killpg(child.pid if whole else 0x7FFFFFFF, signal.SIGKILL)
    os.kill(child.pid, signal.SIGKILL)
    finish(child)
    return os.WIFSIGNALED(child.status)


def bury(child):
    """All that it had started ends too, by itself."""
    end = time.monotonic() + PATIENCE
    while family(child.pid):
        if time.monotonic() > end:
            raise TimeoutError(f"orphans of {child.pid}: {family(child.pid)}")
        try:
            os.waitpid(-child.pid, os.WNOHANG)
        except ChildProcessError:
            time.sleep(0.005)


def family(session):
    """Living processes of the session of a child that is gone."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its = stat.read_text().rpartition(") ")[2].split()[:4]
        except (OSError, ValueError):
            continue
        if int(its) == session and state != "Z":
            found.append(int(stat.parent.name))
    return found
