"""A thing's IRI and a store in, what is known of it out: names, classes, all that is said of it, and the sentences."""

from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode
from rdflib.namespace import SKOS

from graphbuild.api import html
from graphbuild.api.rows import Rows, answered, told
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import questions
from graphbuild.query.quotes import quotes
from graphbuild.query.sentences import Sentence
from graphbuild.query.store import Store
from graphbuild.query.values import kinds

COLUMNS = tuple(each.name for each in fields(Sentence))
CLAIM = "claim"  # the column of every named question that holds what states a row


@dataclass(frozen=True)
class Thing:
    iri: str
    store: Store = field(repr=False, compare=False)
    texts: Path = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        return min(self.labels(SKOS.prefLabel), default=self.iri)

    @property
    def names(self) -> list[str]:
        """Its other names."""
        return self.labels(SKOS.altLabel)

    @property
    def kinds(self) -> list[str]:
        return kinds(self.store, NamedNode(self.iri))

    @cached_property
    def about(self) -> Rows:
        """Everything that the texts say of it."""
        answer = self.store.query(questions(home("ontology"))["about"].text, {"thing": NamedNode(self.iri)})
        return answered(answer)

    @cached_property
    def sentences(self) -> Rows:
        """The words that say it, with file, place, date, rule and confidence."""
        claims = dict.fromkeys(row[CLAIM] for row in self.about if row[CLAIM])
        return told(COLUMNS, quotes(self.store, self.texts, list(claims)))

    def labels(self, predicate: str) -> list[str]:
        quads = self.store.engine.quads_for_pattern(NamedNode(self.iri), NamedNode(str(predicate)), None)
        return sorted(getattr(quad.object, "value", "") for quad in quads)

    def _repr_html_(self) -> str:
        said = ((row["quote"], f"{row['file']}:{row['start']}-{row['end']} · {row['date']}") for row in self.sentences)
        head = html.heading(self.name, " · ".join((*self.kinds, *self.names)))
        return head + html.paragraphs(self.iri) + html.quotes(list(said)[: html.SHOWN])
