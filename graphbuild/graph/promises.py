"""Promises in, their triples out: the planned statement, who gave it and where, when it is due, what answers it."""

from collections.abc import Iterator, Sequence

from graphbuild.graph.ids import Mint
from graphbuild.graph.literals import day
from graphbuild.graph.statements import Triple, state
from graphbuild.model import Fact, Promise
from graphbuild.model import PartialDate as Date

ANSWERS = {"done": "gb:answeredBy", "repeated": "gb:repeatedBy", "delayed": "gb:delayedBy"}
LAST = {"H1": "06-30", "H2": "12-31", "Q1": "03-31", "Q2": "06-30", "Q3": "09-30", "Q4": "12-31"}


def describe(promises: Sequence[Promise], mint: Mint) -> Iterator[Triple]:
    stated: dict[int, str] = {}  # a fact is named by its promise and by all that it answers
    for promise in promises:
        for fact in (promise.planned, *(fact for _, fact in promise.answers)):
            if id(fact) not in stated:
                stated[id(fact)] = next(state(fact, mint)).iri
        planned = stated[id(promise.planned)]
        iri = promise_iri(planned, mint)
        yield iri, "a", "gb:Promise"
        yield iri, "gb:promises", planned
        if promise.by:
            yield iri, "gb:promisedBy", mint.thing(promise.by)
        if promise.place:
            yield iri, "gb:promisedIn", mint.thing(promise.place)
        if last := due(promise.planned):
            yield iri, "gb:due", day(last)
        for how, fact in promise.answers:
            answer = stated[id(fact)]
            yield iri, ANSWERS[how], promise_iri(answer, mint) if how == "repeated" else answer


def promise_iri(planned: str, mint: Mint) -> str:
    return mint.hashed("promise", mint.full(planned))


def due(fact: Fact) -> str:
    """The last day that the promise leaves; nothing where it names none or its year is unknown."""
    told = dict(fact.qualifiers)
    year, _, part = told.get("period", "").partition("-")
    if part in LAST:
        return f"{year}-{LAST[part]}"
    span = Date.parse(told.get("date", "") or told.get("period", "")).span()
    return span[1] if span else ""
