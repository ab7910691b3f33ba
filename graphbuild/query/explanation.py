"""A graph, its texts and a name or edge in, the sentences that stand behind it out."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from rdflib import RDF, Graph
from rdflib.term import Node

from graphbuild.errors import Unanswerable
from graphbuild.graph.namespaces import GB
from graphbuild.knowledge import home
from graphbuild.knowledge.terms import terms
from graphbuild.query.names import Names
from graphbuild.query.sentences import Sentence, Shelf


def explain(graph: Graph, texts: Path, name_or_iri: str) -> list[Sentence]:
    """The sentences behind a thing (`NAME`) or an edge (`NAME inspects NAME`), sorted."""
    names, shelf = Names(graph), Shelf(graph, texts)
    edge = edge_of(names, name_or_iri)
    nodes = behind_edge(graph, *edge) if edge else behind_thing(graph, names.find(name_or_iri))
    found = sorted({row for node in nodes for row in shelf.sentences(node)})
    if not found:
        remedy = "ask for one end to see what is said of it" if edge else only_named(graph, names.find(name_or_iri))
        raise Unanswerable(f"no text says anything of {name_or_iri}", remedy)
    return found


def only_named(graph: Graph, thing: Node) -> str:
    """Why nothing stands behind it: the country's list alone knows areas, anything else was found in a text."""
    area = (thing, RDF.type, GB.District) in graph
    return "it may be known from the list of areas alone" if area else "a text names it, and says nothing of it that was read"


def edge_of(names: Names, question: str) -> tuple[Node, str, Node] | None:
    """The relation may be written by its name or by a label of it."""
    for term in terms(home("ontology")).relations.values():
        for word in (term.name, term.zh, term.en):
            subject, found, object = question.partition(f" {word} ")
            if found:
                return names.find(subject), term.name, names.find(object)
    return None


def behind_edge(graph: Graph, subject: Node, relation: str, object: Node) -> Iterator[Node]:
    for claim in graph.subjects(RDF.subject, subject):
        if (claim, RDF.object, object) in graph and (claim, RDF.predicate, GB[relation]) in graph:
            yield claim


def behind_thing(graph: Graph, thing: Node) -> Iterator[Node]:
    """Every claim, post, milestone and measure that speaks of it, or itself where it is one."""
    yield thing
    for node, predicate in graph.subject_predicates(thing):
        if predicate != GB.carried:
            yield node


def called(subject: str, relation: str, object: str, words: Mapping[str, str]) -> tuple[str, str, str]:
    """The ends of a relation are names; what a milestone or figure says beside its thing are terms too."""
    if relation in words:
        return subject, words[relation], object
    return subject, words.get(relation.capitalize(), relation), " ".join(words.get(word, word) for word in object.split())


def show(sentences: Iterable[Sentence], words: Mapping[str, str] = MappingProxyType({})) -> str:
    """For a reader at a prompt: what is said, then each place that says it; `words` are what terms are called."""
    lines = []
    for statement, places in groupby(sentences, key=lambda row: (row.subject, row.relation, row.object)):
        lines.append(" ".join(filter(None, called(*statement, words))))
        for row in places:
            where = f"{row.file}:{row.start}-{row.end}"
            told = " · ".join(filter(None, (where, row.title, row.date, row.rule, f"{row.confidence:g}")))
            lines += [f"  “{' '.join(row.quote.split())}”", f"  {told}"]
    return "\n".join(lines)
