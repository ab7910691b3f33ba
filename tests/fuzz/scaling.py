"""Sizes in, how the time of every pattern and of the whole reading grows with hostile texts out: `python -m tests.fuzz.scaling`.

Each pattern meets texts pumped out of itself at n, 4n and 16n characters; each kind of hostile text is read at n and 4n. What grows
like n takes four times as long at four times the length, what grows like n² sixteen times; the limit lies between the two. Times
are of the processor, compared inside one run, the lesser of three tries wherever one leaves a doubt. A pattern that grows with
the square when it is sought everywhere is read whole with its worst texts. Every core takes its part.
"""

import math
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from graphbuild.ingest import Source
from graphbuild.knowledge import Knowledge, load
from graphbuild.reading import read_source
from tests.fuzz.hostile import HOSTILE
from tests.fuzz.patterns import patterns
from tests.fuzz.pumped import pumped

SIZES, READ = (250, 1_000, 4_000), 20_000
TIMES, LIMIT = 4, 9.0  # times as much text, times as long at most
DOUBT, TELLING, LEAST = 6.0, 0.01, 2  # times as long at which more is tried; seconds, and times as much, below which nothing is told
MOST = 60  # seconds
WORST = 3  # texts of a pattern that are read whole
# Rooms whose patterns meet texts; the others meet names, addresses, heads and queries, which have a longest length of their own.
READERS = ("text", "ingest", "mentions", "claims")


class Scaled(NamedTuple):
    """How many times as long a pattern takes when it is sought in its worst text, and the reading of such texts."""

    where: str
    pattern: str
    alone: float
    reading: float

    @property
    def bad(self) -> bool:
        return self.reading > LIMIT or math.isinf(self.alone)


def scaled(every: tuple[str, int, str]) -> Scaled:
    pattern, flags, where = every
    found = sorted(worst(pattern, flags), reverse=True)
    alone = found[0][0] if found else 0.0
    if alone <= LIMIT or where.split("/")[1] not in READERS:
        return Scaled(where, pattern, alone, 0.0)
    small, large = pumped(pattern, flags, READ), pumped(pattern, flags, READ * TIMES)
    return Scaled(where, pattern, alone, max(grown(read, small[n], large[n]) for times, n in found[:WORST] if times > LIMIT))


def worst(pattern: str, flags: int) -> list[tuple[float, int]]:
    """How many times as long each of its texts takes when it is four times as long; what is long at first is not met longer."""
    made = re.compile(pattern, flags)
    texts = zip(*(pumped(pattern, flags, size) for size in SIZES), strict=True)
    works = (lambda text: sum(1 for _ in made.finditer(text)), made.fullmatch)
    return [(max(longest(work, met) for work in works), number) for number, met in enumerate(texts)]


def longest(work: Callable[[str], object], met: Sequence[str]) -> float:
    found = 0.0
    for small, large in pairwise(met):
        found = max(found, grown(work, small, large))
        if found > LIMIT:
            break
    return found


def grown(work: Callable[[str], object], small: str, large: str) -> float:
    """0 where the larger takes no time to speak of, or is hardly larger."""
    more, long = len(large) / max(len(small), 1), took(work, large)
    if long < TELLING or more < LEAST:
        return 0.0
    if math.isinf(long):
        return long
    power, short = math.log(TIMES) / math.log(more), max(took(work, small), 1e-6)
    if (long / short) ** power < DOUBT:
        return (long / short) ** power
    again = [(took(work, small), took(work, large)) for _ in range(2)]
    return (min(long, *(each for _, each in again)) / max(min(short, *(each for each, _ in again)), 1e-6)) ** power


def took(work: Callable[[str], object], text: str) -> float:
    """Without end for what is caught. A limit makes the clock of the process a coarse one, that of its thread stays fine."""
    began = time.thread_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST)
    try:
        work(text)
    except Caught:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.thread_time() - began


class Caught(Exception):
    """Work takes more time than any text may."""


def watch() -> None:
    def caught(*_: object) -> None:
        raise Caught

    signal.signal(signal.SIGVTALRM, caught)


def read(text: str) -> object:
    return read_source(Source("x.txt", data=text.encode("utf-8", "surrogatepass")), known())


@cache
def known() -> Knowledge:
    return load()


def hostile(name: str) -> tuple[float, str]:
    return grown(read, HOSTILE[name](READ), HOSTILE[name](READ * TIMES)), name


def main() -> int:
    began, every, alone, bad = time.monotonic(), patterns(), 0, 0
    with ProcessPoolExecutor(os.cpu_count(), initializer=watch) as cores:
        for done, each in enumerate(cores.map(scaled, every), 1):
            if each.alone > LIMIT:
                alone, bad = alone + 1, bad + each.bad
                print(f"{'BAD' if each.bad else 'alone'} {each.alone:5.1f}  reading {each.reading:5.1f}  {each.where}  {each.pattern[:70]!r}", flush=True)
            if done % 100 == 0:
                print(f"{done} of {len(every)} patterns, {time.monotonic() - began:.0f} s", flush=True)
        print(f"{len(every)} patterns met texts of {SIZES[0]} to {SIZES[-1]} characters pumped out of themselves; {alone} grow with the")
        print(f"square when they are sought everywhere; reading such texts whole grows too fast for {bad} of them")
        found = sorted(cores.map(hostile, HOSTILE), reverse=True)
    slow = sum(times > LIMIT for times, _ in found)
    told = ", ".join(f"{name} {times:.1f}" for times, name in found[:5])
    print(f"{len(HOSTILE)} kinds of hostile text read at {READ} and {READ * TIMES} characters: {slow} grow too fast; most: {told}")
    print(f"{time.monotonic() - began:.0f} s on {os.cpu_count()} cores")
    return bool(bad or slow)


if __name__ == "__main__":
    sys.exit(main())
