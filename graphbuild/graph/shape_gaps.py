"""shapes.ttl in, what a validation could stumble over out: unknown words and terms, missing paths, impossible constraints."""

import re
from collections.abc import Iterator
from pathlib import Path

from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from graphbuild.errors import BrokenKnowledge
from graphbuild.graph.validation import SHAPES, shapes
from graphbuild.knowledge.terms import GB, local, ontology, ours
from graphbuild.model import Issue

KINDS = {SH.IRI, SH.Literal, SH.BlankNode, SH.IRIOrLiteral, SH.BlankNodeOrIRI, SH.BlankNodeOrLiteral}
COUNTS = (SH.minCount, SH.maxCount, SH.minLength, SH.maxLength, SH.qualifiedMinCount, SH.qualifiedMaxCount)
Gap = tuple[str, str, str]


def gaps_of_shapes(folder: Path, trying: bool = False) -> list[Issue]:
    """All at once; `where` is the line that first writes what is wrong. Trying them takes as long as all the rest."""
    path = folder / SHAPES
    try:
        graph, known = shapes(folder), {term for term in ontology(folder).subjects() if ours(term)}
    except BrokenKnowledge as trouble:
        return [Issue("error", "knowledge", "shapes", trouble.message, str(path), trouble.remedy)]
    written = path.read_text("utf-8").split("\n")
    found = dict.fromkeys([*words(graph), *foreign(graph, known), *pathless(graph), *values(graph)])
    told = found or (tried(graph) if trying else ())
    return [issue(path, line(written, word), message, remedy) for word, message, remedy in told]


def issue(path: Path, number: int, message: str, remedy: str) -> Issue:
    return Issue("error", "knowledge", "shapes", message, f"{path}:{number}", remedy)


def line(written: list[str], word: str) -> int:
    return next((n for n, text in enumerate(written, 1) if word and re.search(rf"{re.escape(word)}(?![\w-])", text)), 1)


def words(graph: Graph) -> Iterator[Gap]:
    for predicate in sorted(set(graph.predicates()), key=str):
        known = predicate in SH  # type: ignore[attr-defined]  # what a namespace can do is not in its types
        if str(predicate).startswith(str(SH)) and not known:
            word = f"sh:{local(predicate)}"
            yield word, f"{word} is no word of SHACL", "mend its spelling"


def foreign(graph: Graph, known: set[URIRef]) -> Iterator[Gap]:
    for term in sorted({term for triple in graph for term in triple if ours(term)} - known):
        word = f"gb:{local(term)}"
        yield word, f"{word} is no term of the ontology", "name one that graphbuild.ttl defines"


def pathless(graph: Graph) -> Iterator[Gap]:
    for shape, part in sorted(graph.subject_objects(SH.property), key=str):
        if len(list(graph.objects(part, SH.path))) != 1:
            yield name(shape), f"a property of {name(shape) or 'a shape'} has not one sh:path", "say which property it is about"


def values(graph: Graph) -> Iterator[Gap]:
    for predicate in COUNTS:
        for value in graph.objects(None, predicate):
            if not isinstance(value, Literal) or not isinstance(value.value, int):
                yield f"sh:{local(predicate)}", f"sh:{local(predicate)} {value} is no whole number", "write a bare number"
    for kind in set(graph.objects(None, SH.nodeKind)) - KINDS:
        yield "sh:nodeKind", f"sh:nodeKind {kind} is no kind of node", "write sh:IRI, sh:Literal or a choice of them"
    for pattern in graph.objects(None, SH.pattern):
        try:
            re.compile(str(pattern))
        except re.error as trouble:
            yield str(pattern), f"sh:pattern {pattern} cannot be read ({trouble})", "mend the regular expression"


def tried(graph: Graph) -> Iterator[Gap]:
    """A thing that every shape looks at: whatever cannot be tried is found out now."""
    probe, thing = Graph(bind_namespaces="none"), GB["probe"]
    for target in graph.objects(None, SH.targetClass):
        probe.add((thing, RDF.type, target))
    for predicate in {*graph.objects(None, SH.targetSubjectsOf), *graph.objects(None, SH.path)}:
        if isinstance(predicate, URIRef):
            probe.add((thing, predicate, thing))
    import pyshacl  # takes longer to load than all the rest here
    from pyshacl.errors import ReportableRuntimeError, ShapeLoadError

    try:
        pyshacl.validate(probe, shacl_graph=graph, inplace=True, inference="none")
    except (ReportableRuntimeError, ShapeLoadError, ValueError, TypeError, KeyError, re.error) as trouble:
        told = str(trouble).split("\n")[0]
        yield "", f"a shape cannot be tried: {told}", "mend the constraint that it names"


def name(node: Node) -> str:
    return "" if isinstance(node, BNode) else f"gbs:{local(node)}"
