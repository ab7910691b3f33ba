"""A graph in, its milestones and figures that contradict each other out."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TypeAlias

from rdflib import Graph
from rdflib.namespace import SKOS
from rdflib.term import Node

from graphbuild.graph.namespaces import GB
from graphbuild.query.disagreeing import ordered, undone
from graphbuild.query.names import call
from graphbuild.query.sides import Found, Groups, by, grouped, sided, strangers
from graphbuild.query.steps import step_of, word
from graphbuild.resolve.differing import agree, apart
from graphbuild.resolve.standing import Step

Steps: TypeAlias = Callable[[Node], Step]


def dates(graph: Graph) -> Iterator[Found]:
    """Two days for one step of one thing, of plans where neither was made after the other."""
    yield from differing(graph, "date", partial(two_days, steps_of(graph)))


def new_plans(graph: Graph) -> Iterator[Found]:
    """A later plan with another day: no text is wrong, but they do not say the same."""
    yield from differing(graph, "new plan", partial(new_plan, steps_of(graph)))


def differing(graph: Graph, kind: str, differ: Callable[[Node, Node], bool]) -> Iterator[Found]:
    for (thing, step, status), nodes in grouped(graph, by(graph, GB.thing), GB.kind, GB.status).items():
        sides = tuple((node, word(graph, node, GB.date)) for node in sided(graph, nodes, differ))
        if sides:
            yield kind, call(graph, thing), f"{call(graph, status)} {call(graph, step)}".lower(), sides


def steps_of(graph: Graph) -> Steps:
    return cache(partial(step_of, graph))


def two_days(steps: Steps, one: Node, other: Node) -> bool:
    first, second = steps(one), steps(other)
    return apart(first, second) and (first.done or not ordered(first, second))


def new_plan(steps: Steps, one: Node, other: Node) -> bool:
    first, second = steps(one), steps(other)
    return apart(first, second) and not first.done and ordered(first, second)


def steps_back(graph: Graph) -> Iterator[Found]:
    """Done in one text, and planned as if it were not in a later one."""
    step = steps_of(graph)
    for (thing,), nodes in grouped(graph, by(graph, GB.thing)).items():
        for one, other in strangers(graph, nodes):
            if undone(step(one), step(other)) or undone(step(other), step(one)):
                sides = tuple((node, told(graph, node)) for node in (one, other))
                yield "done, then planned", call(graph, thing), step(one).kind, sides


def told(graph: Graph, node: Node) -> str:
    names = (call(graph, found) for p in (GB.status, GB.kind) if (found := graph.value(node, p)))
    return " ".join([*(name.lower() for name in names), word(graph, node, GB.date)]).strip()


def figures(graph: Graph) -> Iterator[Found]:
    """Two values of one figure for one period; roundings of one another are none."""
    differ = partial(two_values, steps_of(graph))
    for (indicator, period, area, status), nodes in one_figure(graph).items():
        values = tuple((node, figure(graph, node)) for node in sided(graph, nodes, differ))
        if values:
            yield "figure", call(graph, area), f"{call(graph, indicator)} {period} {call(graph, status).lower()}", values


def one_figure(graph: Graph) -> Groups:
    """Of one indicator, whatever it is called."""
    same = dict(graph.subject_objects(SKOS.exactMatch))
    groups: Groups = defaultdict(list)
    for (named,), nodes in by(graph, GB.indicator).items():
        groups[(same.get(named, named),)] += nodes
    return grouped(graph, groups, GB.period, GB.area, GB.status)


def two_values(steps: Steps, one: Node, other: Node) -> bool:
    return not agree(steps(one), steps(other))


def figure(graph: Graph, node: Node) -> str:
    value, unit, change = (word(graph, node, p).removesuffix(".0") for p in (GB.value, GB.unit, GB.change))
    return " ".join(filter(None, (value + unit, f"{change}%" if change else "")))
