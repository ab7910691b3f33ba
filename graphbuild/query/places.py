"""A graph and a thing or area in, what belongs to it out: its parts, or the areas within it."""

from rdflib import Graph, URIRef
from rdflib.term import Node

from graphbuild.graph.namespaces import GB


def parts_of(graph: Graph, thing: Node) -> set[Node]:
    """The thing with its parts and their parts."""
    return closure(graph, thing, GB.partOf)


def places_in(graph: Graph, place: Node) -> set[Node]:
    """The area with the areas and things within it."""
    return closure(graph, place, GB.locatedIn)


def closure(graph: Graph, start: Node, predicate: URIRef) -> set[Node]:
    found, waiting = {start}, [start]
    while waiting:
        new = set(graph.subjects(predicate, waiting.pop())) - found
        found |= new
        waiting += new
    return found
