"""A request in, its response out, made by a process behind this one: who speaks with clients is never kept by who thinks.

The process behind holds the graph and asks the workers. Where it ends before its time another is started, and those who
waited for it are told to come again.
"""

import os
import subprocess
import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from queue import LifoQueue
from threading import Lock
from typing import Any

import graphbuild
from graphbuild.errors import BrokenGraph
from graphbuild.serve.guarding import plainly
from graphbuild.serve.http import Refused, Request, Response

HOME = Path(graphbuild.__file__).parents[1]
PATIENCE = 30.0  # seconds for what is still being answered when all ends
TROUBLE = EOFError, OSError, ValueError  # a line whose other end is gone, or that was closed here
Given = tuple[Any, ...]  # what the graph is opened with there


class Behind:
    """The process, and lines to it for one request each; it opens the graph while nobody waits for it yet."""

    def __init__(self, given: Given, lines: int) -> None:
        pairs = [Pipe() for _ in range(lines + 1)]
        numbers = [other.fileno() for _, other in pairs]
        command = [sys.executable, "-P", "-m", "graphbuild.serve.behind", *map(str, numbers)]
        quiet, path = subprocess.DEVNULL, os.pathsep.join([str(HOME), *filter(None, [os.environ.get("PYTHONPATH")])])
        self.process = subprocess.Popen(  # noqa: S603  our own program; in a group of its own it does not hear Ctrl-C
            command, pass_fds=numbers, stdin=quiet, stdout=quiet, process_group=0, env={**os.environ, "PYTHONPATH": path}
        )
        for _, other in pairs:
            other.close()
        self.control, *self.lines = (mine for mine, _ in pairs)
        self.control.send(given)
        self.opening, self.opened = Lock(), False
        self.idle: LifoQueue[Connection] = LifoQueue()
        for line in self.lines:
            self.idle.put(line)

    def open(self) -> None:
        """Once it has opened the graph; else with its trouble."""
        with self.opening:
            if not self.opened and (trouble := self.control.recv()):
                raise trouble
            self.opened = True

    def answer(self, request: Request) -> Response:
        self.open()
        line = self.idle.get()
        line.send((request.method, request.path, request.query, dict(request.headers), request.scheme))
        line.send_bytes(request.body)
        type, status, headers, lasting = line.recv()
        response = Response(line.recv_bytes(), type, status, headers, lasting)
        self.idle.put(line)
        return response

    def end(self) -> None:
        """In order, where it knows how: its lines end."""
        for line in (self.control, *self.lines):
            line.close()
        try:
            self.process.wait(PATIENCE if self.opened else 0)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Front:
    def __init__(self, given: Given, lines: int) -> None:
        self.given, self.lines, self.renewing, self.closed = given, lines, Lock(), False
        self.behind = Behind(given, lines)

    def open(self) -> None:
        try:
            self.behind.open()
        except TROUBLE as trouble:
            raise BrokenGraph("the process that was to open the graph has ended", "see what it said above") from trouble

    def respond(self, request: Request) -> Response:
        behind = self.behind
        try:
            return behind.answer(request)
        except (*TROUBLE, BrokenGraph):
            self.renew(behind)
            return plainly(Refused(503, "the process that was to answer it has ended: ask again", Retry_After="5"))

    def renew(self, lost: Behind) -> None:
        with self.renewing:
            if self.behind is lost and not self.closed:
                lost.process.kill()
                lost.process.wait()  # its lines are closed by whoever lets go of them last
                self.behind = Behind(self.given, self.lines)

    def close(self) -> None:
        with self.renewing:
            self.closed = True
            self.behind.end()
