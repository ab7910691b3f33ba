"""A served graph in, the answers of the named questions that want nothing told out: asked ahead of people, while nobody waits.

Over a million statements some take seconds; the graph never changes, so that an answer stays the answer.
"""

from contextlib import suppress
from threading import Thread

from graphbuild.errors import GraphbuildError
from graphbuild.query.gate import strange
from graphbuild.serve.asking import SHOWN
from graphbuild.serve.endpoint import BROKEN
from graphbuild.serve.world import World


def ask_ahead(world: World) -> Thread:
    """One after another, on a thread that ends with the process."""
    thread = Thread(target=ask, args=(world,), name="ahead", daemon=True)
    thread.start()
    return thread


def ask(world: World) -> None:
    for question in world.questions.values():
        if not question.parameters and not world.endpoint.pool.closed:
            learn(world, question.text)
    with suppress(GraphbuildError, OSError):
        world.interpreter.start()


def learn(world: World, text: str) -> None:
    """What is cut by time or memory, or not answered at all, is asked again by whoever wants it."""
    try:
        found = strange(text)
        asked = world.store.prepare(text, found, {}, untrusted=True)
        answer = world.endpoint.solve(asked, found, shown=SHOWN)
    except GraphbuildError:
        return
    if answer.cause not in BROKEN:
        world.known[asked.text] = answer
