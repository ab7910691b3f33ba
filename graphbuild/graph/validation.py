"""A graph and the folder ontology/ in, what is wrong with the graph out: SHACL, and what SHACL cannot compare."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rdflib import RDF, SH, SKOS, BNode, Graph, URIRef
from rdflib.term import Node

from graphbuild.errors import BrokenGraph
from graphbuild.graph.namespaces import GB, OA, VOCABULARIES
from graphbuild.knowledge import home
from graphbuild.knowledge.terms import ontology, read_turtle, terms
from graphbuild.model import Issue

SHAPES = "shapes.ttl"


def validate(graph: Graph, knowledge: Path | None = None) -> list[Issue]:
    """Every gap as an Issue, sorted; none where the graph is sound."""
    knowledge = knowledge or home("ontology")
    issues = {*shaped(graph, knowledge), *unclaimed(graph, knowledge), *misquoted(graph), *unnamed(graph)}
    return sorted(issues, key=rank)


def rank(issue: Issue) -> tuple[str, str, str]:
    return issue.rule, issue.where, issue.message


@cache
def shapes(folder: Path) -> Graph:
    """shapes.ttl, and for each relation that it leaves out a shape made of its domain and range."""
    graph = read_turtle(folder / SHAPES)
    for name, term in terms(folder).relations.items():
        if (None, SH.targetSubjectsOf, GB[name]) not in graph:
            shape, object = BNode(), BNode()
            graph.add((shape, RDF.type, SH.NodeShape))
            graph.add((shape, SH.targetSubjectsOf, GB[name]))
            graph.add((shape, SH["class"], GB[term.domain]))
            graph.add((shape, SH.property, object))
            graph.add((object, SH.path, GB[name]))
            graph.add((object, SH["class"], GB[term.range]))
    return graph


def shaped(graph: Graph, knowledge: Path, aimed: Graph | None = None) -> Iterator[Issue]:
    """By all shapes, or by the same `aimed` at some nodes alone."""
    import pyshacl  # a tenth of a second to load: only who validates pays it

    both = Graph(bind_namespaces="none")
    both += graph
    both += ontology(knowledge)  # so that a class counts with its subclasses
    _, report, text = pyshacl.validate(both, shacl_graph=aimed or shapes(knowledge), inplace=True, inference="none")
    if not isinstance(report, Graph):
        raise BrokenGraph(f"the graph could not be tried against shapes.ttl: {text}", "mend shapes.ttl")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield violation(graph, report, result)


def violation(graph: Graph, report: Graph, result: Node) -> Issue:
    node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
    message = " ".join(sorted(str(text) for text in report.objects(result, SH.resultMessage)))
    found = f"; here it is {called(graph, value)}" if value is not None and value != node else ""
    rule = str(report.value(result, SH.sourceConstraintComponent)).rpartition("#")[2]
    return Issue("error", "validate", rule, f"{called(graph, node)}: {message}{found}", str(node))


def unclaimed(graph: Graph, knowledge: Path) -> Iterator[Issue]:
    """An edge needs a claim, but for the hierarchy of areas; a claim needs its edge."""
    claims = list(graph.subjects(RDF.type, GB.Claim))
    ends = [[graph.value(claim, part) for claim in claims] for part in (RDF.subject, RDF.predicate, RDF.object)]
    stated = dict(zip(zip(*ends, strict=True), claims, strict=True))
    for relation in terms(knowledge).relations:
        for subject, object in graph.subject_objects(GB[relation]):
            listed = relation == "locatedIn" and (subject, RDF.type, GB.District) in graph
            if (subject, GB[relation], object) not in stated and not listed:
                message = f"{called(graph, subject)} {relation} {called(graph, object)}: no claim says so"
                yield Issue("error", "validate", "edge-without-claim", message, str(subject))
    for triple, claim in stated.items():
        if None not in triple and triple not in graph:
            message = " ".join(called(graph, term) for term in triple) + ": the edge is missing"
            yield Issue("error", "validate", "claim-without-edge", message, str(claim))


def misquoted(graph: Graph) -> Iterator[Issue]:
    """A quotation is as long as its place."""
    for selector, exact in graph.subject_objects(OA.exact):
        start, end = graph.value(selector, OA.start), graph.value(selector, OA.end)
        if str(start).isdecimal() and str(end).isdecimal() and int(str(end)) - int(str(start)) != len(str(exact)):
            message = f"{called(graph, selector)}: {len(str(exact))} characters quoted from {start}:{end}"
            yield Issue("error", "validate", "quote-length", message, str(selector))


def unnamed(graph: Graph) -> Iterator[Issue]:
    if any(isinstance(term, BNode) for triple in graph for term in triple):
        yield Issue("error", "validate", "blank-node", "the graph has blank nodes", "", "mint an IRI for every node")


def called(graph: Graph, node: Node | None) -> str:
    """A name that a reader knows: the label, or the IRI with its prefix."""
    labels = sorted(str(label) for label in graph.objects(node, SKOS.prefLabel)) if node else []
    if labels or not isinstance(node, URIRef):
        return labels[0] if labels else str(node)
    for prefix, namespace in VOCABULARIES.items():
        if node.startswith(str(namespace)):
            return f"{prefix}:{node.removeprefix(str(namespace))}"
    return str(node)
