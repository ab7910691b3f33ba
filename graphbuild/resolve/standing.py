"""A promise and what later texts say to it in, its standing on a day out: pure comparison of days and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

KEPT, LATE, MISSED, REPEATED, SILENT, NOT_YET = "kept", "late", "missed", "repeated", "silent", "not yet due"
SOME_DAY = "done"  # but no text says whether in time
STANDINGS = (LATE, MISSED, SILENT, REPEATED, SOME_DAY, KEPT, NOT_YET)
NEVER = "9999-12-31"
DONE, AGAIN, DELAYED = "done", "repeated", "delayed"
RANKS = {"start": 0, "topOut": 1, "complete": 2, "open": 3}
Days: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone or figure as texts state it: `days` is when it is due or was done, `said` when each document says so."""

    id: str
    about: tuple[str, ...]
    kind: str
    done: bool
    days: Days | None
    said: tuple[tuple[Days, str], ...]
    value: Decimal | None = None
    change: Decimal | None = None
    unit: str = ""
    most: bool = False

    @property
    def first(self) -> Days | None:
        """When it was first said; none where no document has a year."""
        return min((days for days, _ in self.said), key=lambda days: (days[1], days[0]), default=None)

    def heard(self, day: str) -> bool:
        """Whether a text of that day or before may say so; a text without a year is heard always."""
        return not self.said or any(days[0] <= day for days, _ in self.said)

    def restated(self) -> bool:
        """Whether a text of a later day says the same again."""
        return self.first is not None and any(days[0] > self.first[1] for days, _ in self.said)


def standing(planned: Step, answers: Sequence[tuple[str, Step]], day: str) -> tuple[str, Step | None]:
    """What became of it by that day, and the statement that tells; texts of later days are not yet heard."""
    heard = [(how, step) for how, step in answers if step.heard(day)]
    done = [step for how, step in heard if how == DONE]
    put_off = [step for how, step in heard if how == DELAYED and overdue(planned, step)]
    again = [step for how, step in heard if how == AGAIN]
    if done:
        best = min(done, key=lambda step: (shown(step), step.days is None, step.kind != planned.kind, step.id))
        return outcome(planned, best, put_off + [step for step in again if overdue(planned, step)]), best
    if again:
        return REPEATED, latest(again)
    if put_off:
        return LATE, latest(put_off)
    if planned.days is None and planned.restated() and any(days[0] <= day for days, _ in planned.said):
        return REPEATED, planned
    return (SILENT if over(planned, day) else NOT_YET), None


def outcome(planned: Step, done: Step, put_off: Sequence[Step]) -> str:
    if planned.value is not None or planned.change is not None:
        return KEPT if reached(planned, done) else MISSED
    if planned.days is None or shown(done) <= planned.days[1]:
        return KEPT
    return LATE if put_off or tardy(planned, done) else SOME_DAY


def shown(done: Step) -> str:
    """The day by which it was done for certain: its last possible one, or that of the first text that says so."""
    told = [days[1] for days in (done.days, done.first) if days]
    return min(told, default=NEVER)


def tardy(planned: Step, done: Step) -> bool:
    """Done for certain after its day; an opening shows when it was completed, not when it was begun."""
    tells = done.kind in (planned.kind, "open" if planned.kind == "complete" else "")
    known = tells and planned.days is not None and done.days is not None
    return known and done.days[0] > planned.days[1]  # type: ignore[index]


def overdue(planned: Step, step: Step) -> bool:
    """Whether a plan was said, or is itself due, after the promise's day; one without a day is put off by any."""
    if planned.days is None:
        return True
    said = [days[0] for days, _ in step.said]
    return any(day > planned.days[1] for day in [*said, *(step.days or ())[:1]])


def reached(planned: Step, done: Step) -> bool:
    """A target is a least figure, unless it is one not to be exceeded or a fall: a greatest."""
    if planned.value is not None and done.value is not None:
        return done.value <= planned.value if planned.most else done.value >= planned.value
    wanted, got = planned.change or Decimal(), done.change or Decimal()
    return got <= wanted if planned.most or wanted < 0 else got >= wanted


def over(planned: Step, day: str) -> bool:
    """Its day has passed; where none was given, the day of the text that gave it."""
    end = planned.days or planned.first
    return end is not None and end[1] < day


def latest(steps: Sequence[Step]) -> Step:
    return max(steps, key=lambda step: (step.first or ("", ""), step.days or ("", ""), step.id))
