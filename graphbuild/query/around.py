"""A store and a thing in, the part of its graph within some steps of that thing out: a large graph is never held whole."""

from collections.abc import Iterable, Iterator

import pyoxigraph
from pyoxigraph import NamedNode
from rdflib import Graph
from rdflib.namespace import RDF, RDFS, SKOS

from graphbuild.graph.namespaces import GB
from graphbuild.graph.reading import node as term
from graphbuild.query.store import Store

MOST = 2_000  # things; the nearest, and of these the most spoken of
TYPE, CONCEPT = NamedNode(str(RDF.type)), NamedNode(str(SKOS.Concept))
NAMED = (NamedNode(str(SKOS.prefLabel)), NamedNode(str(RDFS.label)))
TOLD = tuple(NamedNode(str(kind)) for kind in (GB.Post, GB.Milestone, GB.Investment, GB.Measure))
ELSEWHERE = NamedNode(str(GB.involvedIn))
Node = NamedNode | pyoxigraph.BlankNode


class Around:
    """`graph` holds the part."""

    def __init__(self, store: Store, focus: NamedNode, depth: int, most: int = MOST) -> None:
        self.store, self.engine = store, store.engine
        self.known: dict[object, bool] = {}
        self.things = set(self.reached(focus, depth, most))
        self.graph = Graph(bind_namespaces="core")
        for prefix, namespace in store.prefixes.items():
            self.graph.bind(prefix, namespace)
        for quad in self.quads():
            self.graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))

    def left(self, things: int, said: int) -> tuple[int, int]:
        """How many things and statements the whole has beside those that a view shows of the part."""
        all_things, all_said = counted(self.store)
        return all_things - things, all_said - said

    def reached(self, focus: NamedNode, depth: int, most: int) -> list[NamedNode]:
        found, ring = [focus], [focus]
        for _ in range(depth):
            near = {other for node in ring for other in self.neighbours(node)} - set(found)
            ring = sorted(near, key=lambda node: (-self.weight(node), node.value))[: most - len(found)]
            found += ring
        return found

    def neighbours(self, node: NamedNode) -> Iterator[NamedNode]:
        yield from self.ends(node)
        for speaker in self.speakers(node):
            yield from [speaker] if isinstance(speaker, NamedNode) and self.is_thing(speaker) else self.ends(speaker)

    def ends(self, node: Node) -> Iterator[NamedNode]:
        """The things that a thing or a statement leads to."""
        for quad in self.engine.quads_for_pattern(node, None, None):
            if isinstance(quad.object, NamedNode) and quad.predicate != ELSEWHERE and self.is_thing(quad.object):
                yield quad.object

    def speakers(self, node: Node) -> set[Node]:
        quads = self.engine.quads_for_pattern(None, None, node)
        return {q.subject for q in quads if q.predicate != ELSEWHERE and not isinstance(q.subject, pyoxigraph.Triple)}

    def weight(self, node: NamedNode) -> int:
        return sum(1 for _ in self.engine.quads_for_pattern(None, None, node))

    def is_thing(self, node: object) -> bool:
        """Whatever has a name and is no idea."""
        if node not in self.known:
            named = isinstance(node, NamedNode) and any(self.has(node, label) for label in NAMED)
            self.known[node] = named and not self.has(node, TYPE, CONCEPT)
        return self.known[node]

    def has(self, node: object, predicate: NamedNode, value: NamedNode | None = None) -> bool:
        return next(iter(self.engine.quads_for_pattern(node, predicate, value)), None) is not None  # type: ignore[arg-type]

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """The things, what is stated among them, and whatever these statements rest on."""
        told = {s for thing in self.things for s in self.speakers(thing) if not self.is_thing(s)}
        whole = {each for each in told if self.things.issuperset(self.ends(each))}
        yield from self.described([*self.things, *whole])

    def described(self, nodes: Iterable[Node]) -> Iterator[pyoxigraph.Quad]:
        waiting = list(nodes)
        met: set[object] = set(waiting)
        while waiting:
            for quad in self.engine.quads_for_pattern(waiting.pop(), None, None):
                value = quad.object
                if self.is_thing(value) and value not in self.things:
                    continue
                yield quad
                if isinstance(value, Node) and value not in met:
                    met.add(value)
                    waiting.append(value)


def counted(store: Store) -> tuple[int, int]:
    """The things of a graph and what is stated of them, as views count them."""
    kinds = " ".join(str(kind) for kind in TOLD)
    thing = "?{0} <http://www.w3.org/2004/02/skos/core#prefLabel> ?{0}_name FILTER NOT EXISTS {{ ?{0} a " + f"{CONCEPT} }}}}"
    questions = (
        f"SELECT (COUNT(DISTINCT ?t) AS ?n) {{ {thing.format('t')} }}",
        f"SELECT (COUNT(*) AS ?n) {{ VALUES ?kind {{ {kinds} }} ?note a ?kind }}",
        f"SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o . {thing.format('s')} {thing.format('o')} FILTER(?p != {ELSEWHERE}) }}",
    )
    things, notes, edges = (number(store.engine.query(each)) for each in questions)
    return things, notes + edges


def number(answer: object) -> int:
    [row] = answer if isinstance(answer, pyoxigraph.QuerySolutions) else []
    return int(row["n"].value)
