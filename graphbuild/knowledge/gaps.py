"""ontology/ in, its gaps out: labels, definitions, domains, foreign names, half relations, lists without a source."""

from collections.abc import Iterator

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal
from rdflib.term import Node

from graphbuild.knowledge.load import Knowledge
from graphbuild.knowledge.question_gaps import gaps_of_questions
from graphbuild.knowledge.terms import FILE, GB, local, ontology, ours, terms
from graphbuild.model import Issue

HOME = str(GB).rstrip("#")
# What the graph states as a thing with a time or a number, by the name that its claims use.
NODES = {"holds": "Post", "milestone": "Milestone", "measure": "Measure"}


def check(knowledge: Knowledge) -> list[Issue]:
    """Every gap at once, in the order of the terms."""
    graph = ontology(knowledge.folder)
    questions = gaps_of_questions(knowledge.folder)
    return [*gaps_of_terms(graph), *half_relations(knowledge), *unsourced(knowledge), *questions]


def gaps_of_terms(graph: Graph) -> Iterator[Issue]:
    for term in sorted(set(graph.subjects()), key=str):
        if str(term) == HOME:
            continue
        if not ours(term):
            yield gap("foreign-term", f"{term} is defined here but lies in a foreign namespace", "say it of a term of ours")
            continue
        yield from gaps_of_words(graph, term)
        if (term, RDF.type, OWL.ObjectProperty) in graph or (term, RDF.type, OWL.DatatypeProperty) in graph:
            yield from gaps_of_ends(graph, term)


def gaps_of_words(graph: Graph, term: Node) -> Iterator[Issue]:
    for predicate, word in ((RDFS.label, "rdfs:label"), (SKOS.definition, "skos:definition")):
        said = [text.language for text in graph.objects(term, predicate) if isinstance(text, Literal)]
        for language in ("zh", "en"):
            if said.count(language) != 1:
                count = said.count(language)
                yield gap("words", f"{name(term)} has {count} {word} @{language}, not one", f"write one {word} @{language}")


def gaps_of_ends(graph: Graph, term: Node) -> Iterator[Issue]:
    for predicate, word in ((RDFS.domain, "rdfs:domain"), (RDFS.range, "rdfs:range")):
        ends = list(graph.objects(term, predicate))
        if len(ends) != 1:
            yield gap("ends", f"{name(term)} has {len(ends)} {word}, not one", "name one class, a wider one if need be")
        for end in ends:
            if ours(end) and (end, RDF.type, OWL.Class) not in graph:
                yield gap("ends", f"{word} {name(end)} of {name(term)} is no class", "define the class")


def half_relations(knowledge: Knowledge) -> Iterator[Issue]:
    known = terms(knowledge.folder)
    for relation in sorted(known.relations.keys() - knowledge.relations.keys()):
        yield gap("half-relation", f"gb:{relation} has no table [{relation}] in relations.toml", "say how it is worded")
    tables = {key for key, value in knowledge.relations.items() if isinstance(value, dict)}
    for relation in sorted(tables - known.relations.keys()):
        if NODES.get(relation) not in known.classes:
            message = f"relations.toml words [{relation}], which is no gb:Relation in {FILE}"
            yield gap("half-relation", message, "define the property, with labels, domain and range")


def unsourced(knowledge: Knowledge) -> Iterator[Issue]:
    """A list says in its `#` lines where it is from, under which licence, and as of when."""
    for path in sorted((knowledge.folder / "lexicon").glob("*.tsv")):
        head = "\n".join(line for line in path.read_text("utf-8").split("\n") if line.startswith("#"))
        for word in ("source:", "licence:", "as of"):
            if word not in head:
                message = f"the header of {path.name} does not say {word!r}"
                yield Issue("error", "knowledge", "unsourced", message, f"ontology/lexicon/{path.name}", "add a # line")


def gap(rule: str, message: str, remedy: str) -> Issue:
    return Issue("error", "knowledge", rule, message, f"ontology/{FILE}", remedy)


def name(term: Node) -> str:
    return f"gb:{local(term)}" if ours(term) else str(term)
