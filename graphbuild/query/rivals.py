"""A graph in, rivals for one place of a thing out: two builders, two areas, two holders of one office."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import combinations

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from graphbuild.graph.namespaces import GB, ORG
from graphbuild.query.holders import term_of
from graphbuild.query.names import call
from graphbuild.query.places import closure
from graphbuild.query.sides import Found, by, grouped, sided, texts_of
from graphbuild.query.steps import word
from graphbuild.resolve.term import together


def builders(graph: Graph) -> Iterator[Found]:
    """Two builders or developers of one thing that no text names together, and of which neither is part of the other."""
    yield from edges(graph, GB.developedBy, "builder", GB.partOf)


def places(graph: Graph) -> Iterator[Found]:
    """Two areas for one thing, neither within the other."""
    yield from edges(graph, GB.locatedIn, "place", GB.locatedIn)


def edges(graph: Graph, relation: URIRef, kind: str, above: URIRef) -> Iterator[Found]:
    claims: dict[Node, list[Node]] = defaultdict(list)
    for claim in graph.subjects(RDF.predicate, relation):
        claims[graph.value(claim, RDF.subject) or claim].append(claim)
    for thing, nodes in claims.items():
        if len({end(graph, node) for node in nodes}) > 1:
            named = {node: end(graph, node) for node in nodes}
            found = sided(graph, nodes, partial(rivals, graph, named, relation, above))
            if found:
                yield kind, call(graph, thing), call(graph, relation), tuple((n, call(graph, named[n])) for n in found)


def end(graph: Graph, claim: Node) -> Node:
    return graph.value(claim, RDF.object) or claim


def rivals(graph: Graph, named: dict[Node, Node], relation: URIRef, above: URIRef, one: Node, other: Node) -> bool:
    """Different ends that no text names together; a thing may well lie in an area and in a zone."""
    ends = named[one], named[other]
    if ends[0] == ends[1] or together_in(graph, named, *ends):
        return False
    areas = relation != GB.locatedIn or all((each, RDF.type, GB.District) in graph for each in ends)
    return areas and ends[1] not in closure(graph, ends[0], above) and ends[0] not in closure(graph, ends[1], above)


def together_in(graph: Graph, named: dict[Node, Node], one: Node, other: Node) -> bool:
    """Whether a text gives both: then it means both."""
    texts: dict[Node, set[Node]] = defaultdict(set)
    for node, each in named.items():
        texts[each] |= texts_of(graph, node)
    return bool(texts[one] & texts[other])


def seats(graph: Graph) -> Iterator[Found]:
    """Two holders of a single office on one day."""
    for (office,), posts in grouped(graph, by(graph, GB.office)).items():
        if word(graph, office, GB.single) == "true":
            terms = {post: term for post in posts if (term := term_of(graph, post))}
            for one, other in combinations(sorted(terms, key=str), 2):
                persons = [graph.value(post, ORG.member) for post in (one, other)]
                if persons[0] != persons[1] and together(terms[one], terms[other]):
                    names = [call(graph, person) if person else "" for person in persons]
                    yield "holder", call(graph, office), "holders", tuple(zip((one, other), names, strict=True))
