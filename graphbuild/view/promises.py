"""Milestones in, promises and what became of them out: what was planned, and the first text that says it was done."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphbuild.view.stories import Said

KEPT, OPEN, OVERDUE = "kept", "open", "overdue"


@dataclass(frozen=True)
class Promise:
    thing: str
    kind: str
    planned: Said | None
    done: Said | None
    outcome: str


def promises(said: Iterable[Said], wanted: Iterable[str], latest: str) -> list[Promise]:
    """Of the wanted things, each planned step with its outcome; a step done without a plan is told too."""
    inside, steps = set(wanted), defaultdict(list)
    for each in said:
        if each.relation == "Milestone" and each.subject in inside:
            steps[each.subject, value(each, "kind")].append(each)
    return [promise for key in sorted(steps) for promise in outcomes(*key, steps[key], latest)]


def outcomes(thing: str, kind: str, steps: Sequence[Said], latest: str) -> Iterable[Promise]:
    done = sorted((s for s in steps if value(s, "status") == "Done"), key=stated)
    planned = sorted((s for s in steps if value(s, "status") != "Done"), key=stated)
    for step in planned:
        after = next((each for each in done if stated(each) >= stated(step)), None)
        yield Promise(thing, kind, step, after, KEPT if after else overdue(step, latest))
    if done and not planned:
        yield Promise(thing, kind, None, done[0], KEPT)


def overdue(step: Said, latest: str) -> str:
    """A day that had passed when the last text was written, and no text says that it was kept."""
    day = value(step, "date")
    return OVERDUE if day[:1].isdigit() and day + "~" < latest else OPEN


def stated(said: Said) -> str:
    return said.dates[0] if said.dates else ""


def value(said: Said, part: str) -> str:
    return next((str(term).replace("#", "/").rpartition("/")[2] for name, term in said.parts if name == part), "")
