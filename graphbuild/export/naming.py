"""IRIs and literals in, the names and values that tables and property graphs know out."""

import math
import re

import pyoxigraph as ox
from rdflib.namespace import SKOS, XSD

from graphbuild.export.evidence import Value
from graphbuild.export.triples import Object
from graphbuild.graph.namespaces import GB

NAMED = {str(SKOS.prefLabel): "name", str(SKOS.altLabel): "names"}
TAKEN = {"id", "iri", "kinds", "relation", "target", "type"}  # what every node or edge has besides
NUMBERS = {str(kind) for kind in (XSD.decimal, XSD.integer, XSD.nonNegativeInteger, XSD.double, XSD.float)}
UNNAMABLE = re.compile(r"\W+")


def column(predicate: str) -> str:
    name = NAMED.get(predicate) or safe(local(predicate))
    return f"{name}_" if name in TAKEN else name


def local(iri: str) -> str:
    return re.split(r"[/#]", iri.rstrip("/#"))[-1]


def safe(name: str) -> str:
    """A word that every format takes as a name."""
    return UNNAMABLE.sub("_", name) or "value"


def value(term: Object) -> Value:
    """A number as a number, a word of our ontology (Planned) as that word."""
    if isinstance(term, ox.NamedNode):
        return local(term.value) if term.value.startswith(str(GB)) else term.value
    if term.datatype.value in NUMBERS and math.isfinite(number := float(term.value)):
        return number
    return term.value
