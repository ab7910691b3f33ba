"""Requests in by pipes, responses out by them: the program of the process that holds the graph, until its pipes end."""

import os
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Thread

from graphbuild.errors import GraphbuildError
from graphbuild.serve import slices
from graphbuild.serve.ahead import ask_ahead
from graphbuild.serve.http import Request
from graphbuild.serve.rendering import ready
from graphbuild.serve.site import Site
from graphbuild.serve.world import open_world

POLITE = 4  # what is already known is told first: the parent goes a little before us


def main() -> None:
    """Arguments: the numbers of the pipes; by the first comes what to open, and goes the word that it is open."""
    for number in (signal.SIGINT, signal.SIGTERM):  # the parent hears them, and lets us end what we have begun
        signal.signal(number, signal.SIG_IGN)
    os.nice(POLITE)
    slices.ask(slices.USUAL)  # one that is started anew has the parent's
    control, *lines = (Connection(int(number)) for number in sys.argv[1:])
    with suppress(EOFError, OSError):
        try:
            world = open_world(*control.recv())
        except (GraphbuildError, OSError) as trouble:
            control.send(trouble)
            return
        ready()
        ask_ahead(world)
        answer_all(Site(world), control, lines)
        world.close()


def answer_all(site: Site, control: Connection, lines: list[Connection]) -> None:
    threads = [Thread(target=answer, args=(site, line), daemon=True) for line in lines]
    for thread in threads:
        thread.start()
    with suppress(EOFError, OSError):
        control.send(None)
        control.recv()  # nothing ever comes: it ends
    for thread in threads:
        thread.join()


def answer(site: Site, line: Connection) -> None:
    """One request after another; the other side reads the end of the line as the end of us."""
    with line, suppress(EOFError, OSError):
        while True:
            method, path, query, headers, scheme = line.recv()
            response = site.respond(Request(method, path, query, headers, line.recv_bytes(), scheme))
            line.send((response.type, response.status, dict(response.headers), response.lasting))
            line.send_bytes(response.body)


if __name__ == "__main__":
    main()
