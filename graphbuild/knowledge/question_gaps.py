"""ontology/queries/ in, what is wrong out: a broken head, SPARQL that cannot be read, unknown terms, idle parameters."""

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
from rdflib import Namespace
from rdflib.namespace import DCTERMS, ORG, PROV, RDF, RDFS, SKOS, XSD

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge.questions import FOLDER, Question, read_question
from graphbuild.knowledge.terms import GB, local, ontology, ours
from graphbuild.model import Issue

OA = Namespace("http://www.w3.org/ns/oa#")
PREFIXES = {"gb": GB, "skos": SKOS, "org": ORG, "prov": PROV, "oa": OA, "dcterms": DCTERMS, "rdf": RDF, "rdfs": RDFS, "xsd": XSD}
OURS = re.compile(r"(?<![\w:])gb:(\w+)")


def gaps_of_questions(folder: Path) -> Iterator[Issue]:
    known = {local(term) for term in ontology(folder).subjects() if ours(term)}
    for path in sorted((folder / FOLDER).glob("*.rq")):
        where = str(path)
        try:
            question = read_question(path)
        except BrokenKnowledge as trouble:
            yield Issue("error", "knowledge", "question", trouble.message, where, trouble.remedy)
            continue
        for message, remedy in gaps_of_question(question, known):
            yield Issue("error", "knowledge", "question", message, where, remedy)


def gaps_of_question(question: Question, known: set[str]) -> Iterator[tuple[str, str]]:
    try:
        pyoxigraph.Store().query(question.text, prefixes={name: str(space) for name, space in PREFIXES.items()})
    except (SyntaxError, RuntimeError) as trouble:
        yield f"the query cannot be read: {trouble}", "mend the SPARQL"
    for parameter in question.parameters:
        if not re.search(rf"[?$]{parameter.name}\b", question.text):
            yield f"the parameter {parameter.name} stands nowhere in the query", f"write ${parameter.name} where it belongs"
    for term in sorted(set(OURS.findall(question.text)) - known):
        yield f"gb:{term} is no term of the ontology", "name one that graphbuild.ttl defines"
