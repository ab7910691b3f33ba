"""A file of Turtle in, a graph out, or its bare triples."""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pyoxigraph
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from graphbuild.errors import BrokenGraph

Triple: TypeAlias = tuple[Node, Node, Node]
Known: TypeAlias = dict[str, URIRef]
MARK = b"\xef\xbb\xbf"
STREAMS = ("/dev/", "/proc/")  # what a shell calls the other end of a pipe


def sound(path: Path) -> Path:
    """A file that can be read to its end, from its first letter on."""
    try:
        kind = path.stat().st_mode
    except FileNotFoundError as trouble:
        raise BrokenGraph(f"{path} is not there", "call `graphbuild build` first, or name its folder with -o") from trouble
    if not stat.S_ISREG(kind) and not str(path).startswith(STREAMS):
        raise BrokenGraph(f"{path} is no file", "give an output folder, or a file of Turtle")  # a pipe might never end
    if stat.S_ISREG(kind):
        with path.open("rb") as file:
            if file.read(len(MARK)) == MARK:
                raise BrokenGraph(f"{path} begins with a mark of the byte order", "save it as UTF-8 without BOM")
    return path


def parse(path: Path) -> Graph:
    """Anyone's Turtle as a graph; Oxigraph reads it, ten times faster than rdflib does."""
    try:
        return collected(pyoxigraph.parse(path=sound(path), format=pyoxigraph.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as trouble:
        raise BrokenGraph(f"{path}: {trouble}", "give a file of Turtle, as `graphbuild build` writes it") from trouble


def triples(turtle: bytes) -> list[Triple]:
    """For whoever asks nothing of rdflib: without its indices a third of the time."""
    return list(each(pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)))


def collected(reader: pyoxigraph.QuadParser) -> Graph:
    graph = Graph(bind_namespaces="core")
    for triple in each(reader):
        graph.store.add(triple, graph)
    for prefix, namespace in reader.prefixes.items():
        graph.bind(prefix, namespace)
    return graph


def each(reader: pyoxigraph.QuadParser) -> Iterator[Triple]:
    known: Known = {}
    for quad in reader:
        yield node(quad.subject, known), node(quad.predicate, known), node(quad.object, known)


def node(term: object, known: Known | None = None) -> Node:
    """The same term in rdflib's words; that an IRI is one was seen by whoever read it."""
    if isinstance(term, pyoxigraph.NamedNode):
        known = {} if known is None else known
        return known.get(term.value) or known.setdefault(term.value, str.__new__(URIRef, term.value))
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(term.value)
    if not isinstance(term, pyoxigraph.Literal):
        raise BrokenGraph(f"{term} is RDF 1.2", "give a graph in RDF 1.1")
    if term.language:
        return Literal(term.value, lang=term.language)
    kind = term.datatype.value
    return Literal(term.value, datatype=None if kind == str(XSD.string) else kind, normalize=False)
