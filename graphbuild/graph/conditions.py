"""shapes.ttl in, its shapes as conditions of nodes out, which a graph is tried by before SHACL; nothing where a word is new."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
from rdflib import RDF, SH, XSD, Graph, URIRef
from rdflib.collection import Collection as Items
from rdflib.term import Node

from graphbuild.graph.aiming import TARGETS, below_of
from graphbuild.graph.fitting import MADE, WRITTEN, Fits, Near, Term, fitting
from graphbuild.graph.validation import shapes

Told: TypeAlias = Mapping[str, Sequence[Term]]  # what is said of a node, by predicate
Holds: TypeAlias = Callable[[ox.NamedNode, Told, Near], bool]
Values: TypeAlias = Callable[[Told, Near], Collection[Term]]
COUNTED = (str(XSD.nonNegativeInteger), str(XSD.date))
WORDS = frozenset((
    *MADE, *TARGETS, SH.path, SH.property, SH.message, SH.minCount, SH.maxCount, SH.hasValue, SH.lessThan,
    SH.lessThanOrEquals, SH.alternativePath,
))  # fmt: skip


@dataclass(frozen=True)
class Conditions:
    """By class, by predicate at the node, by predicate that leads to it: all must hold."""

    of_class: Mapping[str, Sequence[Holds]]
    subjects: Mapping[str, Sequence[Holds]]
    objects: Mapping[str, Sequence[Holds]]


@cache
def conditions(knowledge: Path) -> Conditions | None:
    graph = shapes(knowledge)
    if any(word.startswith(str(SH)) and URIRef(word) not in WORDS for word in map(str, set(graph.predicates()))):
        return None
    made: tuple[dict[str, list[Holds]], ...] = {}, {}, {}
    for target, aim in zip(TARGETS, made, strict=True):
        for shape, at in graph.subject_objects(target):
            for name in below_of(at, knowledge) if target == TARGETS[0] else (at,):
                aim.setdefault(str(name), []).extend(of_shape(graph, shape, knowledge))
    return Conditions(*made)


def of_shape(graph: Graph, shape: Node, knowledge: Path) -> list[Holds]:
    own = fitting(graph, shape, knowledge)
    return [itself(own), *(of_property(graph, each, knowledge) for each in graph.objects(shape, SH.property))]


def itself(fits: Sequence[Fits]) -> Holds:
    return lambda node, told, near: all(fit(node, near) for fit in fits)


def of_property(graph: Graph, shape: Node, knowledge: Path) -> Holds:
    values, fits = along(graph, next(graph.objects(shape, SH.path))), fitting(graph, shape, knowledge)
    low, high = (graph.value(shape, word) for word in (SH.minCount, SH.maxCount))
    least, most = int(str(low or 0)), int(str(high)) if high is not None else 1_000_000_000
    needed = {str(value) for value in graph.objects(shape, SH.hasValue)}
    smaller = [(str(other), word == SH.lessThanOrEquals) for word in (SH.lessThan, SH.lessThanOrEquals)
               for other in graph.objects(shape, word)]  # fmt: skip

    def holds(node: ox.NamedNode, told: Told, near: Near) -> bool:
        found = values(told, near)
        if not least <= len(found) <= most or least > 1:
            return False
        if not all(fit(value, near) for value in found for fit in fits):
            return False
        if needed and not needed <= {value.value for value in found if isinstance(value, ox.NamedNode)}:
            return False
        return all(below(one, two, same) for other, same in smaller for one in found for two in told.get(other, ()))

    return holds


def along(graph: Graph, path: Node) -> Values:
    """One step, one of several, or two."""
    if several := graph.value(path, SH.alternativePath):
        steps = [str(step) for step in Items(graph, several)]
        return lambda told, near: [value for step in steps for value in told.get(step, ())]
    if (path, RDF.first, None) in graph:
        first, second = map(str, Items(graph, path))
        return lambda told, near: [
            value for one in told.get(first, ()) if isinstance(one, ox.NamedNode) for value in near.values(one.value, second)
        ]
    step = str(path)
    return lambda told, near: told.get(step, ())


def below(one: Term, two: Term, same: bool) -> bool:
    """Numbers and days, as they are nearly always written."""
    if not isinstance(one, ox.Literal) or not isinstance(two, ox.Literal) or one.datatype != two.datatype:
        return False
    kind = one.datatype.value
    if kind not in COUNTED or not all(WRITTEN[kind].fullmatch(value.value) for value in (one, two)):
        return False
    left, right = ((value.value, 0) if kind != COUNTED[0] else ("", int(value.value)) for value in (one, two))
    return left < right or same and left == right
