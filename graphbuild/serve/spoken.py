"""A graph by argument, questions in plain words by a pipe, replies out by it: the program of one process, until the pipe ends."""

import sys
from multiprocessing.connection import Connection
from pathlib import Path

from graphbuild.errors import GraphbuildError
from graphbuild.query.ask import Asker, asker
from graphbuild.query.replies import Reply


def main() -> None:
    """Arguments: the pipe's number, the graph. Names are read before the first question, so that no asker waits for them."""
    pipe, place = Connection(int(sys.argv[1])), Path(sys.argv[2])
    try:
        one = asker(place)
        pipe.send(one.linker.longest)
        while True:
            pipe.send(reply(one, pipe.recv()))
    except (EOFError, OSError):
        return
    except GraphbuildError as trouble:
        pipe.send(trouble)


def reply(one: Asker, question: str) -> Reply | GraphbuildError:
    try:
        return one.ask(question)
    except GraphbuildError as trouble:
        return trouble


if __name__ == "__main__":
    main()
