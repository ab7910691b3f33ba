"""Sizes in, how the time of every pattern and of the whole reading grows with hostile texts out: `python -m tests.fuzz.scaling`.

Each pattern meets texts pumped out of itself at n and 4n characters; each kind of hostile text is read at n and 4n. What grows
like n takes four times as long, what grows like n² sixteen times. Times are of the processor, compared inside one run, the
lesser of three tries; the limit lies between the two.
"""

import re
import sys
import time
from collections.abc import Callable

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading import read_source
from tests.fuzz.hostile import HOSTILE
from tests.fuzz.patterns import patterns
from tests.fuzz.pumped import pumped

SIZE, READ = 1_000, 20_000
TIMES, LIMIT, TELLING = 4, 9.0, 0.01  # times as much text, times as long at most, seconds below which nothing is told
# Rooms whose patterns meet texts; the others meet names, addresses, heads and queries, which have a longest length of their own.
READERS = ("text", "ingest", "mentions", "claims")


def worst(pattern: str, flags: int) -> tuple[float, int]:
    """How many times as long the worst of its texts takes when it is four times as long, and which text that is."""
    made, found = re.compile(pattern, flags), (0.0, 0)
    for number, (small, large) in enumerate(zip(pumped(pattern, flags, SIZE), pumped(pattern, flags, SIZE * TIMES), strict=False)):
        for work in (lambda text: sum(1 for _ in made.finditer(text)), made.fullmatch):
            found = max(found, (grown(work, small, large), number))
    return found


def grown(work: Callable[[str], object], small: str, large: str) -> float:
    """0 where the larger takes no time to speak of."""
    if took(work, large) < TELLING:
        return 0.0
    return min(took(work, large) for _ in range(3)) / max(min(took(work, small) for _ in range(3)), 1e-6)


def took(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began


def main() -> int:
    every, bad, alone = patterns(), [], 0
    for pattern, flags, where in every:
        times, number = worst(pattern, flags)
        if times <= LIMIT:
            continue
        alone += 1
        room = where.split("/")[1]
        whole = grown(read, *(pumped(pattern, flags, size)[number] for size in (READ, READ * TIMES))) if room in READERS else 0.0
        bad += [where] if whole > LIMIT else []
        print(f"{'BAD' if whole > LIMIT else 'alone'} {times:5.1f}  reading {whole:5.1f}  {where}  {pattern[:70]!r}", flush=True)
    print(f"{len(every)} patterns met texts of {SIZE} and {SIZE * TIMES} characters pumped out of themselves; {alone} grow with the")
    print(f"square when they are sought everywhere; reading such texts whole grows too fast for {len(bad)} of them")
    found = {name: grown(read, HOSTILE[name](READ), HOSTILE[name](READ * TIMES)) for name in HOSTILE}
    slow = [name for name, times in found.items() if times > LIMIT]
    told = ", ".join(f"{name} {times:.1f}" for name, times in sorted(found.items(), key=lambda pair: -pair[1])[:5])
    print(f"{len(HOSTILE)} kinds of hostile text read at {READ} and {READ * TIMES} characters: {len(slow)} grow too fast; most: {told}")
    return bool(bad or slow)


def read(text: str) -> object:
    return read_source(Source("x.txt", data=text.encode("utf-8", "surrogatepass")), load_once())


KNOWN = []


def load_once():
    if not KNOWN:
        KNOWN.append(load())
    return KNOWN[0]


if __name__ == "__main__":
    sys.exit(main())
