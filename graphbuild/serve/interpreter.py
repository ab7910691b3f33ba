"""A question in plain words in, its reply out, from a process of its own: understanding it would keep readers waiting."""

import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock

from graphbuild.errors import Busy, GraphbuildError
from graphbuild.query.replies import Reply
from graphbuild.serve.runner import modestly
from graphbuild.workers import surroundings

OPENING = 120.0  # seconds in which the names of a country are read
LATER = "ask again"


@dataclass(eq=False)
class Speaking:
    """The process and the pipe to it; `ready` once it has read the names."""

    process: subprocess.Popen[bytes]
    pipe: Connection
    ready: bool = False

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.pipe.close()


class Interpreter:
    """One question at a time; the process is started at the first one, or before it, and anew where it was ended."""

    def __init__(self, turtle: Path, seconds: float) -> None:
        self.turtle, self.seconds, self.asking, self.starting = turtle, seconds, Lock(), Lock()
        self.speaking: Speaking | None = None
        self.closed = False

    def start(self) -> Speaking:
        with self.starting:
            if self.closed:
                raise Busy("the server is ending", LATER)
            if self.speaking is None or self.speaking.process.poll() is not None:
                self.speaking = begun(self.turtle)
            return self.speaking

    def reply(self, question: str) -> Reply:
        """Waits for its turn, and then for the answer, no longer than a query may take."""
        if not self.asking.acquire(timeout=self.seconds):
            raise Busy("others are being answered", LATER)
        try:
            return self.ask(self.start(), question)
        finally:
            self.asking.release()

    def ask(self, speaking: Speaking, question: str) -> Reply:
        try:
            if not speaking.ready:
                heard(speaking, OPENING)
                speaking.ready = True
            speaking.pipe.send(question)
            told = heard(speaking, self.seconds)
        except (EOFError, OSError) as trouble:
            speaking.end()
            raise Busy("the process that was to answer it has ended", LATER) from trouble
        if not isinstance(told, Reply):
            raise Busy("nothing came of it", LATER)
        return told

    def close(self) -> None:
        with self.starting:
            self.closed = True
            if self.speaking:
                self.speaking.end()


def heard(speaking: Speaking, seconds: float) -> object:
    """What it says by then; trouble is raised as its own, and one that says nothing is ended."""
    if not speaking.pipe.poll(seconds):
        speaking.end()
        raise Busy(f"it takes longer than {seconds:g} seconds to answer", "ask for less")
    if isinstance(told := speaking.pipe.recv(), GraphbuildError):
        raise told
    return told


def begun(turtle: Path) -> Speaking:
    pipe, other = Pipe()
    number = other.fileno()
    command = [sys.executable, "-P", "-m", "graphbuild.serve.spoken", str(number), str(turtle)]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603  our own program
        command, pass_fds=[number], stdin=quiet, stdout=quiet, stderr=quiet, env=surroundings()
    )
    other.close()
    with suppress(OSError):
        modestly(process.pid)
    return Speaking(process, pipe)
