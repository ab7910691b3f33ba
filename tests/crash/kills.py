"""kill -9 at random moments of a build, an incremental build, a review and a push: `python -m tests.crash.kills [N SEED]`.

After each the previous output is looked at, and the next run must give the bytes of one that nobody disturbed.
Each run is a process of its own with all that it starts, forked from one that has the program loaded; every second time
the whole family is killed, else its head alone.
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.crash import families
from tests.crash.runs import KINDS, NotWhole
from tests.export import servers as real

SHARE = 1.1  # moments a little after the end are tried too


@dataclass
class Tally:
    """Of one kind: how many were killed while they ran, how many had ended, how often something changed for good."""

    killed: int = 0
    ended: int = 0
    done: int = 0


def attempt(run, chance, whole_family):
    """One run that is killed; whether it was alive, and whether it had already done its work."""
    run.reset()
    child = families.start(run.command, run.input)
    time.sleep(chance.random() * SHARE * run.seconds)
    alive = families.kill(child, whole_family)
    families.bury(child)
    return alive, run.check()


def kills(number, seed, told=print):
    """How it went, by kind; trouble is raised with the seed and the number of the run."""
    only = [kind for kind in KINDS if kind != "push" or real.oxigraph()]
    chance, tallies = random.Random(seed), {kind: Tally() for kind in only}
    with tempfile.TemporaryDirectory(prefix="kills-") as place, ExitStack() as servers:
        runs = {kind: KINDS[kind](Path(place) / kind, servers) for kind in only}
        for n in range(number):
            kind = only[n % len(only)]
            run, tally = runs[kind], tallies[kind]
            try:
                alive, done = attempt(run, chance, n // len(only) % 2 == 0)
                run.again()
            except NotWhole as trouble:
                shutil.copytree(run.place, Path(tempfile.gettempdir()) / f"kills-{seed}-{n}", dirs_exist_ok=True, symlinks=True)
                raise NotWhole(f"{kind}, seed {seed}, run {n}: {trouble}") from trouble
            tally.killed, tally.ended, tally.done = tally.killed + alive, tally.ended + (not alive), tally.done + done
            if n % 10 == 9:
                told(f"{n + 1} runs, {sum(each.killed for each in tallies.values())} killed while running", flush=True)
    for kind, tally in tallies.items():
        told(f"{kind:12s} {tally.killed} killed while running ({tally.ended} had ended), {tally.done} after the new output was there")
    return tallies


def main():
    number, seed = [int(given) for given in [*sys.argv[1:], *("200", "9")[len(sys.argv) - 1 :]]]
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    began = time.monotonic()
    tallies = kills(number, seed)
    killed = sum(tally.killed for tally in tallies.values())
    print(f"{number} runs, {killed} of them killed alive: every previous output whole, every next run as undisturbed "
          f"({time.monotonic() - began:.0f} s, seed {seed}, {os.cpu_count()} cores)")


if __name__ == "__main__":
    main()
