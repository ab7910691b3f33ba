"""ontology/ in, its gaps out: labels, definitions, domains, foreign names, half relations, lists without a source."""

import re
from collections.abc import Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge.columns import rings
from graphbuild.knowledge.load import Knowledge
from graphbuild.knowledge.question_gaps import gaps_of_questions
from graphbuild.knowledge.relation_gaps import gaps_of_relations
from graphbuild.knowledge.tables import place as where
from graphbuild.knowledge.terms import FILE, GB, local, ontology, ours, terms
from graphbuild.model import Issue

HOME = str(GB).rstrip("#")
# What the graph states as a thing with a time or a number, by the name that its claims use.
DEFINE = "define the property, with labels, domain and range"
CLASS = f"define it in {FILE}, or name one that is"
NODES = {"holds": "Post", "milestone": "Milestone", "measure": "Measure", "investment": "Investment"}


def check(knowledge: Knowledge) -> list[Issue]:
    """Every gap at once, in the order of the terms; a file that cannot be read hides its own gaps alone."""
    folder = knowledge.folder
    try:
        graph = ontology(folder)
        known = [*gaps_of_terms(graph, folder), *half_relations(knowledge), *classless(knowledge), *gaps_of_questions(folder)]
    except BrokenKnowledge as trouble:
        known = [Issue("error", "knowledge", "unreadable", trouble.message, str(folder / FILE), trouble.remedy)]
    return [*known, *gaps_of_relations(knowledge.relations, folder), *unsourced(knowledge)]


def gaps_of_terms(graph: Graph, folder: Path) -> Iterator[Issue]:
    for term in sorted(set(graph.subjects()), key=str):
        if str(term) == HOME:
            continue
        if not ours(term):
            message = f"{term} is defined here but lies in a foreign namespace"
            yield gap(folder, term, "foreign-term", message, "say it of a term of ours")
            continue
        told = list(gaps_of_words(graph, term))
        if (term, RDF.type, OWL.ObjectProperty) in graph or (term, RDF.type, OWL.DatatypeProperty) in graph:
            told += gaps_of_ends(graph, term)
        yield from (gap(folder, term, *one) for one in told)
    for predicate, word in ((RDFS.subClassOf, "rdfs:subClassOf"), (RDFS.subPropertyOf, "rdfs:subPropertyOf")):
        above = {name(one): [name(other) for other in graph.objects(one, predicate)] for one in set(graph.subjects(predicate))}
        for ring in rings(above):
            yield gap(folder, ring[0], "ring", f"{f' {word} '.join(ring)}: each lies above itself", "take one of them out")


def gaps_of_words(graph: Graph, term: Node) -> Iterator[tuple[str, str, str]]:
    for predicate, word in ((RDFS.label, "rdfs:label"), (SKOS.definition, "skos:definition")):
        said = [text.language for text in graph.objects(term, predicate) if isinstance(text, Literal)]
        for language in ("zh", "en"):
            if said.count(language) != 1:
                count = said.count(language)
                yield ("words", f"{name(term)} has {count} {word} @{language}, not one", f"write one {word} @{language}")


def gaps_of_ends(graph: Graph, term: Node) -> Iterator[tuple[str, str, str]]:
    for predicate, word in ((RDFS.domain, "rdfs:domain"), (RDFS.range, "rdfs:range")):
        ends = list(graph.objects(term, predicate))
        if len(ends) != 1:
            yield ("ends", f"{name(term)} has {len(ends)} {word}, not one", "name one class, a wider one if need be")
        for end in ends:
            if ours(end) and (end, RDF.type, OWL.Class) not in graph:
                yield ("ends", f"{word} {name(end)} of {name(term)} is no class", "define the class")


def half_relations(knowledge: Knowledge) -> Iterator[Issue]:
    known = terms(knowledge.folder)
    for relation in sorted(known.relations.keys() - knowledge.relations.keys()) if knowledge.relations else ():
        message = f"gb:{relation} has no table [{relation}] in relations.toml"
        yield gap(knowledge.folder, f"gb:{relation}", "half-relation", message, "say how it is worded")
    tables = {key for key, value in knowledge.relations.items() if isinstance(value, dict)}
    for relation in sorted(tables - known.relations.keys()):
        if NODES.get(relation) not in known.classes:
            message = f"relations.toml words [{relation}], which is no gb:Relation in {FILE}"
            line = place(knowledge.folder / "relations.toml", rf"\[{re.escape(relation)}\]")
            yield Issue("error", "knowledge", "half-relation", message, line, DEFINE)


def classless(knowledge: Knowledge) -> Iterator[Issue]:
    """Kinds that stand at a relation's ends, or that a head word tells, and are no class."""
    known = terms(knowledge.folder).classes
    path = knowledge.folder / "relations.toml"
    for relation, table in knowledge.relations.items():
        for end in ("subjects", "objects") if isinstance(table, dict) else ():
            for kind in [kind for kind in table.get(end, ()) if kind not in known]:
                line = place(path, rf"\[{re.escape(relation)}\]")
                yield Issue("error", "knowledge", "no-class", f"{relation}.{end} names {kind}, which is no class", line, CLASS)
    for row in knowledge.tables.get("heads", ()):
        if strange := [kind for kind in row["kind"].split("+") if kind and kind not in known]:
            message = f"{row['word']} is a head word of {strange[0]}, which is no class"
            yield Issue("error", "knowledge", "no-class", message, where(row), CLASS)


def unsourced(knowledge: Knowledge) -> Iterator[Issue]:
    """A list says in its `#` lines where it is from, under which licence, and as of when."""
    for path in sorted((knowledge.folder / "lexicon").glob("*.tsv")):
        head = "\n".join(line for line in path.read_text("utf-8", "replace").split("\n") if line.startswith("#"))
        for word in ("source:", "licence:", "as of"):
            if word not in head:
                message = f"the header of {path.name} does not say {word!r}"
                yield Issue("error", "knowledge", "unsourced", message, f"{path}:1", "add a # line")


def gap(folder: Path, term: Node | str, rule: str, message: str, remedy: str) -> Issue:
    """Its place is the line where the term is defined."""
    word = term if isinstance(term, str) and not isinstance(term, URIRef) else name(term)
    pattern = rf"{re.escape(word)}(?![\w-])|<{re.escape(str(term))}>" if word else "(?!)"
    return Issue("error", "knowledge", rule, message, place(folder / FILE, pattern), remedy)


def place(path: Path, pattern: str) -> str:
    lines = path.read_text("utf-8", "replace").split("\n") if path.is_file() else []
    return f"{path}:{next((n for n, line in enumerate(lines, 1) if re.match(pattern, line)), 1)}"


def name(term: Node) -> str:
    return f"gb:{local(term)}" if ours(term) else str(term)
