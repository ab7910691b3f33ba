"""A graph in, Turtle out and back: the same bytes for the same triples, every line sorted, no blank node."""

import re
from collections import defaultdict
from functools import partial
from pathlib import Path

import pyoxigraph
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from graphbuild.errors import BrokenGraph

NAMED = re.compile(r"(.+[/#])([^/#]+)", re.DOTALL)
# Local names that Turtle reads without an escape: letters, digits and CJK; others are written as whole IRIs.
LOCAL = re.compile(r"[A-Za-z0-9_\u00C0-\u00D6\u3001-\uD7FF\uFF10-\uFFEF]"
                   r"[A-Za-z0-9_·\-\u00C0-\u00D6\u3001-\uD7FF\uFF00-\uFFEF\U00010000-\U0003FFFD]*")
FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|\\^`\ud800-\udfff]')
ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def serialize(graph: Graph) -> str:
    prefixes = {str(namespace): prefix for prefix, namespace in graph.namespaces()}
    used: set[str] = set()
    written: dict[Node, str] = {}
    name = partial(shorten, prefixes=prefixes, used=used)

    def term(node: Node) -> str:
        if node not in written:
            written[node] = write(node, name)
        return written[node]

    subjects: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, object in graph:
        subjects[term(subject)]["a" if predicate == RDF.type else term(predicate)].append(term(object))
    blocks = [block(subject, subjects[subject]) for subject in sorted(subjects)]
    heads = sorted(f"@prefix {prefix}: <{namespace}> .\n" for namespace, prefix in prefixes.items() if namespace in used)
    return "".join(heads) + "".join(blocks)


def block(subject: str, said: dict[str, list[str]]) -> str:
    lines = [f"{predicate} {', '.join(sorted(said[predicate]))}" for predicate in sorted(said, key=type_first)]
    return f"\n{subject} " + " ;\n    ".join(lines) + " .\n"


def type_first(predicate: str) -> tuple[bool, str]:
    return predicate != "a", predicate


def write(node: Node, name: "partial[str]") -> str:
    if isinstance(node, Literal):
        return literal(node, name)
    if not isinstance(node, URIRef):
        raise BrokenGraph(f"{node.n3()} is no IRI", "mint an IRI for every node")
    return name(node)


def shorten(iri: str, prefixes: dict[str, str], used: set[str]) -> str:
    if found := NAMED.fullmatch(iri):
        namespace, local = found.groups()
        if namespace in prefixes and LOCAL.fullmatch(local):
            used.add(namespace)
            return f"{prefixes[namespace]}:{local}"
    if FORBIDDEN.search(iri):
        raise BrokenGraph(f"{iri!r} cannot be written as an IRI", "mint it with graph.ids")
    return f"<{iri}>"


def literal(node: Literal, name: "partial[str]") -> str:
    text = f'"{ESCAPED.sub(escape, node)}"'
    if node.language:
        return f"{text}@{node.language}"
    return text if node.datatype in (None, XSD.string) else f"{text}^^{name(node.datatype)}"


def escape(found: "re.Match[str]") -> str:
    character = found.group()
    return SHORT.get(character) or f"\\u{ord(character):04X}"


def parse(path: Path) -> Graph:
    """Anyone's Turtle as a graph; Oxigraph reads it, ten times faster than rdflib does."""
    graph = Graph(bind_namespaces="core")
    try:
        reader = pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)
        for quad in reader:
            graph.store.add((node(quad.subject), node(quad.predicate), node(quad.object)), graph)
    except (OSError, SyntaxError) as trouble:
        raise BrokenGraph(f"{path}: {trouble}", "give a file of Turtle, as `graphbuild build` writes it") from trouble
    for prefix, namespace in reader.prefixes.items():
        graph.bind(prefix, namespace)
    return graph


def node(term: object) -> Node:
    """The same term in rdflib's words."""
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(term.value)
    if not isinstance(term, pyoxigraph.Literal):
        raise BrokenGraph(f"{term} is RDF 1.2", "give a graph in RDF 1.1")
    if term.language:
        return Literal(term.value, lang=term.language)
    kind = term.datatype.value
    return Literal(term.value, datatype=None if kind == str(XSD.string) else kind, normalize=False)
