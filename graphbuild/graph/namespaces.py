"""The vocabularies that the graph speaks, and a Graph in which each class of things has its own prefix."""

import re
from collections.abc import Iterable

from rdflib import Graph, Namespace
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD

from graphbuild.knowledge import terms

GB = terms.GB
ORG = terms.Vocabulary("http://www.w3.org/ns/org#")
PROV = terms.Vocabulary("http://www.w3.org/ns/prov#")
OA = terms.Vocabulary("http://www.w3.org/ns/oa#")
QB = terms.Vocabulary("http://purl.org/linked-data/cube#")

BASE = "https://w3id.org/graphbuild/id/"
VOCABULARIES = {
    "gb": GB, "org": ORG, "prov": PROV, "oa": OA, "qb": QB, "skos": SKOS, "dcterms": DCTERMS,
    "rdf": RDF, "rdfs": RDFS, "xsd": XSD,
}
PREFIX = re.compile(r"[a-z][a-z0-9-]*[a-z0-9]")


def new_graph(base: str = BASE, segments: Iterable[str] = ()) -> Graph:
    """An empty graph; "core" keeps rdflib from renaming `org:` to `org1:` beside its own list of prefixes."""
    graph = Graph(bind_namespaces="core")
    for prefix, namespace in VOCABULARIES.items():
        graph.bind(prefix, namespace)
    for segment in sorted(set(segments)):
        if prefix := prefix_of(segment):
            graph.bind(prefix, Namespace(f"{base}{segment}/"))
    return graph


def prefix_of(segment: str) -> str:
    """A segment is its own prefix, unless a vocabulary has it or Turtle cannot write it."""
    if not PREFIX.fullmatch(segment) or segment == "xml":
        return ""
    return f"{segment}-id" if segment in VOCABULARIES else segment
