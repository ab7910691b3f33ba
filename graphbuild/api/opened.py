"""An output folder in, the graph in it to ask: in SPARQL, by named questions, in plain words, by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import networkx as nx
from rdflib import Graph

from graphbuild.api import html
from graphbuild.api.replies import Asked
from graphbuild.api.rows import Rows, answered, told
from graphbuild.api.things import Thing
from graphbuild.export.columns import networkx
from graphbuild.graph import parse
from graphbuild.graph.reading import sound
from graphbuild.knowledge import home, load
from graphbuild.knowledge.questions import questions
from graphbuild.query.answers import Term
from graphbuild.query.around import Around
from graphbuild.query.ask import Asker
from graphbuild.query.asking import find_question, looks_like_sparql
from graphbuild.query.labels import labelled
from graphbuild.query.promises import COLUMNS, promises
from graphbuild.query.store import Limits, Store, open_store, turtle_of
from graphbuild.query.values import bindings, guess, thing
from graphbuild.view import Stories, View

KINDS = """SELECT ?class (COUNT(*) AS ?things) WHERE { ?thing a ?class ; skos:prefLabel ?name }
GROUP BY ?class ORDER BY DESC(?things) STR(?class)"""
Given = str | int | float | date | Thing


@dataclass(frozen=True)
class Opened:
    """A graph that is only read; `place` is the output folder, or a file of Turtle with its texts beside it."""

    place: Path

    def __post_init__(self) -> None:
        sound(turtle_of(self.place))  # who names a wrong folder is told so here, not when he asks

    @cached_property
    def store(self) -> Store:
        return open_store(self.place)

    @cached_property
    def asker(self) -> Asker:
        return Asker(self.store, self.texts, load())

    @cached_property
    def graph(self) -> Graph:
        """The graph in rdflib's words."""
        return parse(self.store.turtle)

    @property
    def texts(self) -> Path:
        return self.store.turtle.parent / "texts"

    def query(self, text: str, /, *, untrusted: bool = False, limits: Limits | None = None, **given: Given) -> Rows:
        """SPARQL, or the name of a question; `given` are its parameters: a thing by name, alias, IRI or as a Thing."""
        told = {name: written(value) for name, value in given.items()}
        if looks_like_sparql(text):
            values: Mapping[str, Term] = {name: guess(self.store, value) for name, value in told.items()}
            return answered(self.store.query(text, values, untrusted=untrusted, limits=limits))
        question = find_question(text, questions(home("ontology")))
        values = bindings(self.store, question, told)
        return answered(labelled(self.store.query(question.text, values, untrusted=untrusted, limits=limits)))

    def ask(self, question: str) -> Asked:
        """A question in plain Chinese or English."""
        return Asked(self.asker.ask(question))

    def thing(self, name: str) -> Thing:
        """By name, alias or IRI; a name of several things lists them."""
        return Thing(thing(self.store, name).value, self.store, self.texts)

    def promises(self, thing: str = "", place: str = "", day: date | str = "") -> Rows:
        """What was promised and what became of it by that day (the newest document's where none is given)."""
        return told(COLUMNS, promises(self.store.graph, self.texts, thing, place, str(day)))

    def view(self, focus: str = "", depth: int = 2, language: str = "zh", height: int = 640) -> View:
        """What lies within some steps of a thing, or the most telling part: as the last line of a cell it shows itself."""
        if not focus:
            return View(self.graph, "", depth, language, height)
        node = thing(self.store, focus)
        part = Around(self.store, node, depth)
        stories = Stories(part.graph)
        left = part.left(len(stories.things), len(stories.said()))
        return View(part.graph, node.value, depth, language, height, focus, left)

    def networkx(self) -> "nx.MultiDiGraph[str]":
        """Nodes by IRI with their properties; edges by relation, with their sentences."""
        return networkx(self.store.turtle)

    def _repr_html_(self) -> str:
        counted = answered(self.store.query(KINDS))
        return html.heading(str(self.place), f"{len(self.store.engine)} triples") + counted._repr_html_()


def written(value: Given) -> str:
    """As people write it at a prompt; a number without an exponent."""
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}"
    return value.iri if isinstance(value, Thing) else value.isoformat() if isinstance(value, date) else str(value)
