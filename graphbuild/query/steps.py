"""A graph and a milestone or figure of it in, the Step out that can be compared with others."""

from collections.abc import Iterable

from rdflib import Graph
from rdflib.namespace import SKOS
from rdflib.term import Node

from graphbuild.graph.namespaces import GB
from graphbuild.model import PartialDate
from graphbuild.resolve.standing import Days, Step
from graphbuild.resolve.steps import number, scaled, span

KINDS = {str(GB.Start): "start", str(GB.TopOut): "topOut", str(GB.Complete): "complete", str(GB.Open): "open"}


def step_of(graph: Graph, node: Node) -> Step:
    done = graph.value(node, GB.status) == GB.Done
    said = tuple(sorted((days, "") for date in graph.objects(node, GB.statedOn) if (days := days_of(date))))
    if thing := graph.value(node, GB.thing):
        kind = KINDS.get(word(graph, node, GB.kind), "")
        return Step(str(node), (str(thing),), kind, done, days_of(graph.value(node, GB.date)), said)
    value, unit = scaled(word(graph, node, GB.value), word(graph, node, GB.unit))
    period, change = word(graph, node, GB.period), number(word(graph, node, GB.change))
    about = (word(graph, node, GB.area), str(indicator_of(graph, node)), period)
    most = word(graph, node, GB.atMost) == "true"
    return Step(str(node), about, "measure", done, span(period), said, value, change, unit, most)


def indicator_of(graph: Graph, node: Node) -> Node | None:
    """The indicator that it is of, whichever of its names the text gives."""
    named = graph.value(node, GB.indicator)
    return named and (graph.value(named, SKOS.exactMatch) or named)


def word(graph: Graph, node: Node, predicate: Node) -> str:
    return str(found) if (found := graph.value(node, predicate)) is not None else ""


def days_of(date: Node | None) -> Days | None:
    """The first and the last day that a date of the graph can mean; none without a year."""
    return PartialDate.parse(str(date)).span() if date is not None else None


def newest(graph: Graph) -> str:
    """The last day on which any text of the graph speaks: what is known is known as of that day."""
    return last_of(str(date) for date in graph.objects(None, GB.statedOn))


def last_of(dates: Iterable[str]) -> str:
    """The last day of the newest date; a year alone is older than a day in it."""
    span = PartialDate.parse(max(dates, default="")).span()
    return span[1] if span else ""
