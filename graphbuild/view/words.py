"""A language in, what views and terms are called in it out."""

import json
from collections.abc import Mapping
from functools import cache

from rdflib import OWL, RDF, RDFS

from graphbuild.knowledge import home
from graphbuild.knowledge.terms import local, ontology
from graphbuild.view.style import file

LANGUAGES = ("zh", "en")


@cache
def phrases(language: str, name: str = "words.json") -> Mapping[str, str]:
    """What the views themselves say."""
    return {key: both[language] for key, both in json.loads(file(name)).items()}


@cache
def words(language: str) -> Mapping[str, str]:
    """What classes, relations and states are called, from the ontology."""
    labels = ontology(home("ontology")).subject_objects(RDFS.label)
    ours = {local(term): str(label) for term, label in sorted(labels) if getattr(label, "language", "") == language}
    return {"postIn": phrases(language)["postIn"], **ours}  # another vocabulary's relation, which ours does not name


@cache
def inverses() -> Mapping[str, str]:
    """What a relation is called from its other end."""
    graph = ontology(home("ontology"))
    pairs = sorted((local(one), local(other)) for one, other in graph.subject_objects(OWL.inverseOf))
    both = {local(term): local(term) for term in graph.subjects(RDF.type, OWL.SymmetricProperty)}
    return {**{other: one for one, other in pairs}, **dict(pairs), **dict(sorted(both.items()))}
