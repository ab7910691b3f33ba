"""Entities, facts and documents in, Promises out: each planned step or target with what later texts say to it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from graphbuild.model import Claim, Fact, Promise
from graphbuild.resolve.standing import AGAIN, DELAYED, DONE, RANKS, Step
from graphbuild.resolve.steps import step_of

Said = Mapping[tuple[str, ...], Sequence[tuple[Step, Fact]]]
Giver = Callable[[Claim], tuple[str, str]]


def promises(facts: Sequence[Fact], given: Giver, said: Said | None = None) -> list[Promise]:
    """One for each planned milestone and each target with a period; matched by thing and kind of step, never by words.

    `said` is what is known of the facts where somebody asked before."""
    said = by_subject(facts) if said is None else said
    parts = parts_of(facts)
    found: list[tuple[str, Promise]] = []
    for rows in said.values():
        for step, fact in rows:
            if promised(step):
                answers = [(how, q, other) for how, q, other in answered(step, rows, said, parts)]
                ordered = sorted(answers, key=lambda row: (row[1].first or ("", ""), row[0], row[1].id))
                found.append((step.id, Promise(fact, *given(first(fact)), tuple((how, other) for how, _, other in ordered))))
    return [promise for _, promise in sorted(found, key=itemgetter(0))]


def by_subject(facts: Iterable[Fact]) -> Said:
    rows: dict[tuple[str, ...], list[tuple[Step, Fact]]] = defaultdict(list)
    for fact in facts:
        if fact.relation in ("milestone", "measure"):
            step = step_of(fact)
            rows[step.about].append((step, fact))
    return rows


def parts_of(facts: Iterable[Fact]) -> Mapping[str, Sequence[str]]:
    parts: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if fact.relation == "partOf" and fact.object:
            parts[fact.object].append(fact.subject)
    return parts


def promised(step: Step) -> bool:
    """Planned, and for a figure due in a period that was not over when it was first said."""
    if step.done or step.kind in RANKS:
        return not step.done
    return step.days is not None and (step.first is None or step.days[1] >= step.first[0])


def answered(
    step: Step, rows: Sequence[tuple[Step, Fact]], said: Said, parts: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Step, Fact]]:
    for other, fact in rows:
        if how := answer(step, other):
            yield how, other, fact
    if step.kind == "start":  # whoever builds a part has begun the whole; beyond that a part is not the whole
        for part in within(step.about[0], parts):
            yield from ((DONE, q, fact) for q, fact in said.get((part,), ()) if answer(step, q) == DONE)


def within(thing: str, parts: Mapping[str, Sequence[str]]) -> list[str]:
    """Its parts and their parts; a circle of parts ends."""
    found: dict[str, None] = {}
    waiting = [thing]
    while waiting:
        new = [part for part in parts.get(waiting.pop(), ()) if part not in found and part != thing]
        found |= dict.fromkeys(new)
        waiting += new
    return sorted(found)


def answer(planned: Step, other: Step) -> str:
    """How another statement of the same thing answers: a later one of this or a further step, or none."""
    if other is planned:
        return ""
    further = RANKS.get(other.kind, 0) - RANKS.get(planned.kind, 0)
    if other.done:
        return DONE if further >= 0 and after(planned, other, False) and comparable(planned, other) else ""
    if further > 0 or not after(planned, other, True):
        return ""
    new = other.days is not None and (planned.days is None or other.days[1] != planned.days[1])
    if planned.kind not in RANKS:
        return AGAIN if comparable(planned, other) else ""
    return AGAIN if further == 0 and new else DELAYED


def after(planned: Step, other: Step, strictly: bool) -> bool:
    """Whether another document says it later; what is done may have been said on the same day."""
    if planned.first is None:
        return False
    documents = {document for days, document in planned.said if days == planned.first}
    limit = planned.first[1] if strictly else planned.first[0]
    return any(
        (days[0] > limit if strictly else days[1] >= limit) and document not in documents for days, document in other.said
    )


def comparable(planned: Step, other: Step) -> bool:
    """A number for a number of the same unit, a growth for a growth; steps have neither."""
    if planned.value is None and planned.change is None:
        return True
    both = None not in (planned.value, other.value) and planned.unit == other.unit
    return both or planned.value is None and None not in (planned.change, other.change)


def first(fact: Fact) -> Claim:
    """The claim that said it first."""
    return min(fact.claims, key=lambda claim: (claim.document.said.span() or ("9999", ""), claim.document.id, claim.start))
