"""A reader and bytes in, their page out: read in a process of its own that may take so much time and memory and no more.

A small file can be made to unfold into gigabytes or to be read for hours; what a library does with it is not in our hands.
"""

import gc
import multiprocessing
import resource
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection

from graphbuild.errors import UnreadableSource
from graphbuild.ingest.source import Page
from graphbuild.workers import held

Reader = Callable[[bytes, str], Page]
SECONDS, MEMORY = 60, 2**30
PATIENCE = 10  # times as long on the clock as in the processor: the machine may be busy
HURRY = f"takes more than {SECONDS} seconds to read", "print it to a new PDF, or save its text as .txt"
HUNGER = f"takes more than {MEMORY // 2**20} MB to read", "take pictures out, cut it into parts, or save its text as .txt"


def apart(read: Reader, data: bytes, name: str) -> Page:
    """What `read` says; where the system cannot part a process it is read here, without limits."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return read(data, name)
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=limited, args=(there, read, data, name), daemon=True)
    child.start()
    there.close()
    try:
        told = here.recv() if here.poll(SECONDS * PATIENCE) else HURRY
    except EOFError:  # it was ended before it could say anything
        child.join()
        told = HURRY if child.exitcode == -signal.SIGXCPU else HUNGER
    finally:
        child.kill()
        child.join()
        here.close()
    if isinstance(told, Page):
        return told
    raise UnreadableSource(f"{name} {told[0]}", told[1])


def limited(pipe: Connection, read: Reader, data: bytes, name: str) -> None:
    """Says the page, or what is wrong with it and what to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    limit(resource.RLIMIT_CPU, SECONDS, SECONDS + 1)
    if own := held("VmData"):  # the memory that this process writes to
        limit(resource.RLIMIT_DATA, own + MEMORY, own + MEMORY)
    try:
        told: object = read(data, name)
    except UnreadableSource as trouble:
        told = trouble.message.removeprefix(f"{name} "), trouble.remedy
    except MemoryError:
        told = HUNGER
    pipe.send(told)


def limit(what: int, soft: int, hard: int) -> None:
    """No more than whoever called left us."""
    most = resource.getrlimit(what)[1]
    if most != resource.RLIM_INFINITY:
        soft, hard = min(soft, most), min(hard, most)
    resource.setrlimit(what, (soft, hard))
