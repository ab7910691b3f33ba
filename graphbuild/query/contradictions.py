"""A graph in, its milestones and figures that contradict each other out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations

from rdflib import Graph, URIRef
from rdflib.term import Node

from graphbuild.graph.namespaces import GB
from graphbuild.query.disagreeing import ordered, undone
from graphbuild.query.names import call
from graphbuild.query.sides import Found, grouped, sided
from graphbuild.query.steps import indicator_of, step_of, word
from graphbuild.resolve.differing import agree, apart
from graphbuild.resolve.standing import Step


def dates(graph: Graph) -> Iterator[Found]:
    """Two days for one step of one thing; two plans only where neither was made after the other."""
    for (thing, kind, status), nodes in grouped(graph, GB.thing, GB.kind, GB.status).items():
        differ = partial(two_days, {node: step_of(graph, node) for node in nodes})
        sides = tuple((node, word(graph, node, GB.date)) for node in sided(graph, nodes, differ))
        if sides:
            yield "date", call(graph, thing), f"{call(graph, status)} {call(graph, kind)}".lower(), sides


def two_days(steps: Mapping[Node, Step], one: Node, other: Node) -> bool:
    first, second = steps[one], steps[other]
    return apart(first, second) and (first.done or not ordered(first, second))


def steps_back(graph: Graph) -> Iterator[Found]:
    """Done in one text, and planned as if it were not in a later one."""

    def differ(one: Node, other: Node) -> bool:
        return one != other

    for (thing,), nodes in grouped(graph, GB.thing).items():
        steps = {node: step_of(graph, node) for node in nodes}
        for one, other in combinations(sorted(nodes, key=str), 2):
            if undone(steps[one], steps[other]) or undone(steps[other], steps[one]):
                sides = tuple((node, told(graph, node)) for node in sided(graph, (one, other), differ))
                if sides:
                    yield "done, then planned", call(graph, thing), steps[one].kind, sides


def told(graph: Graph, node: Node) -> str:
    names = (call(graph, found) for p in (GB.status, GB.kind) if (found := graph.value(node, p)))
    return " ".join([*(name.lower() for name in names), word(graph, node, GB.date)]).strip()


def figures(graph: Graph) -> Iterator[Found]:
    """Two values of one figure for one period; roundings of one another are none."""
    for (area, status, indicator, _), nodes in one_figure(graph).items():
        differ = partial(two_values, {node: step_of(graph, node) for node in nodes})
        values = tuple((node, figure(graph, node)) for node in sided(graph, nodes, differ))
        if values:
            what = f"{call(graph, URIRef(indicator))} {word(graph, nodes[0], GB.period)} {call(graph, status).lower()}"
            yield "figure", call(graph, area), what, values


def one_figure(graph: Graph) -> dict[tuple[Node, Node, str, Node], list[Node]]:
    """By area, status and indicator (whatever it is called) within one period."""
    groups: dict[tuple[Node, Node, str, Node], list[Node]] = defaultdict(list)
    for (area, period, status), nodes in grouped(graph, GB.area, GB.period, GB.status).items():
        for node in nodes:
            groups[area, status, str(indicator_of(graph, node)), period].append(node)
    return groups


def two_values(steps: Mapping[Node, Step], one: Node, other: Node) -> bool:
    return not agree(steps[one], steps[other])


def figure(graph: Graph, node: Node) -> str:
    value, unit, change = (word(graph, node, p).removesuffix(".0") for p in (GB.value, GB.unit, GB.change))
    return " ".join(filter(None, (value + unit, f"{change}%" if change else "")))
