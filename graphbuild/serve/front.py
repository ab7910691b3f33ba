"""A request in, its response out, made by a process behind this one: who speaks with clients is never kept by who thinks.

The process behind holds the graph and asks the workers. Where it ends before its time another is started, and those who
waited for it are told to come again. No thread waits here: it would share Python's lock with who speaks with clients.
"""

import asyncio
import socket
import subprocess
import sys
from multiprocessing import Pipe
from threading import Lock
from typing import Any

from graphbuild.errors import BrokenGraph
from graphbuild.serve.guarding import plainly
from graphbuild.serve.http import Refused, Request, Response
from graphbuild.serve.line import Line
from graphbuild.workers import surroundings

PATIENCE = 30.0  # seconds for what is still being answered when all ends
TROUBLE = EOFError, OSError, ValueError  # a line whose other end is gone, or that was closed here
Given = tuple[Any, ...]  # what the graph is opened with there


class Behind:
    """The process, and lines to it for one request each; it opens the graph while nobody waits for it yet."""

    def __init__(self, given: Given, lines: int) -> None:
        self.control, other = Pipe()
        pairs = [socket.socketpair() for _ in range(lines)]
        numbers = [other.fileno(), *(theirs.fileno() for _, theirs in pairs)]
        command = [sys.executable, "-P", "-m", "graphbuild.serve.behind", *map(str, numbers)]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(  # noqa: S603  our own program; in a group of its own it does not hear Ctrl-C
            command, pass_fds=numbers, stdin=quiet, stdout=quiet, process_group=0, env=surroundings()
        )
        other.close()
        for _, theirs in pairs:
            theirs.close()
        self.control.send(given)
        self.opening, self.opened = Lock(), False
        self.lines = [Line(mine) for mine, _ in pairs]
        self.idle: asyncio.LifoQueue[Line] = asyncio.LifoQueue()
        for line in self.lines:
            self.idle.put_nowait(line)

    def open(self) -> None:
        """Once it has opened the graph; else with its trouble."""
        with self.opening:
            if not self.opened and (trouble := self.control.recv()):
                raise trouble
            self.opened = True

    async def answer(self, request: Request) -> Response:
        if not self.opened:
            await asyncio.to_thread(self.open)
        line = await self.idle.get()
        try:
            return await line.ask(request)
        finally:  # one whose other end is gone, too: who waits for it is to find that out
            self.idle.put_nowait(line)

    def leave(self) -> None:
        """It has ended by itself."""
        self.control.close()
        for line in self.lines:
            line.leave()

    def end(self) -> None:
        """In order, where it knows how: its lines end."""
        self.control.close()
        for line in self.lines:
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

    async def respond(self, request: Request) -> Response:
        behind = self.behind
        try:
            return await behind.answer(request)
        except (*TROUBLE, BrokenGraph):
            await asyncio.to_thread(self.renew, behind)
            behind.leave()
            return plainly(Refused(503, "the process that was to answer it has ended: ask again", Retry_After="5"))

    def renew(self, lost: Behind) -> None:
        with self.renewing:
            if self.behind is lost and not self.closed:
                lost.process.kill()
                lost.process.wait()
                self.behind = Behind(self.given, self.lines)

    def close(self) -> None:
        with self.renewing:
            self.closed = True
            self.behind.end()
