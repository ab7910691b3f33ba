"""graphbuild.ttl in, its terms out: what each class and property is called, and between what a relation may stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeGuard

from rdflib import OWL, RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge.tables import read_text


class Vocabulary(Namespace):
    """A namespace that makes each of its terms once: a graph names the same few of them for every claim."""

    def __getattr__(self, name: str) -> URIRef:
        if name.startswith("__"):  # how Python itself asks what an object can do
            raise AttributeError(name)
        made = self.term(name)
        self.__dict__[name] = made
        return made


GB = Vocabulary("https://w3id.org/graphbuild/ns#")
FILE = "graphbuild.ttl"


@dataclass(frozen=True, slots=True)
class Term:
    """One class or property of our namespace; names are local names."""

    name: str
    zh: str
    en: str
    domain: str = ""
    range: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """`kinds` are classes with all the classes above them; `relations` are the direct edges."""

    classes: Mapping[str, Term]
    properties: Mapping[str, Term]
    relations: Mapping[str, Term]
    kinds: Mapping[str, frozenset[str]]

    def is_a(self, kinds: Iterable[str], wanted: str) -> bool:
        return any(wanted in self.kinds.get(kind, ()) for kind in kinds)

    def allows(self, relation: str, subject: Iterable[str], object: Iterable[str]) -> bool:
        """Whether things of these kinds can stand at the two ends of a relation."""
        term = self.relations.get(relation)
        return term is not None and self.is_a(subject, term.domain) and self.is_a(object, term.range)


@cache
def ontology(folder: Path) -> Graph:
    """The parsed file; whoever takes it must leave it as it is."""
    return read_turtle(folder / FILE)


def read_turtle(path: Path) -> Graph:
    """A file of ours; a broken one is named with its line."""
    text = read_text(path)
    try:
        return Graph().parse(data=text, format="turtle")
    except Exception as trouble:  # the parser lets errors of many kinds through
        told = " ".join(str(getattr(trouble, "message", None) or trouble).split())
        raise BrokenKnowledge(f"{path}:{getattr(trouble, 'lines', 0) + 1} is no Turtle ({told})", "mend the line") from trouble


@cache
def terms(folder: Path) -> Terms:
    graph = ontology(folder)
    classes = read(graph, OWL.Class)
    properties = read(graph, OWL.ObjectProperty) | read(graph, OWL.DatatypeProperty)
    return Terms(classes, properties, read(graph, GB.Relation), {name: above(graph, name) for name in classes})


def read(graph: Graph, kind: URIRef) -> dict[str, Term]:
    return {local(term): describe(graph, term) for term in sorted(filter(ours, graph.subjects(RDF.type, kind)))}


def describe(graph: Graph, term: Node) -> Term:
    labels = {label.language: str(label) for label in graph.objects(term, RDFS.label) if isinstance(label, Literal)}
    ends = [next((local(end) for end in graph.objects(term, p)), "") for p in (RDFS.domain, RDFS.range)]
    return Term(local(term), labels.get("zh", ""), labels.get("en", ""), *ends)


def above(graph: Graph, name: str) -> frozenset[str]:
    return frozenset(map(local, filter(ours, graph.transitive_objects(GB[name], RDFS.subClassOf))))


def ours(term: Node | None) -> TypeGuard[URIRef]:
    return isinstance(term, URIRef) and term in GB


def local(term: object) -> str:
    return str(term).rpartition("#")[2]
