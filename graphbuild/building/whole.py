"""Documents in, their graph in memory out, all as one part: for few texts, and as what every other cut must come to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rdflib import Graph

from graphbuild import graph, ingest, resolve
from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.decisions import Decisions
from graphbuild.model import Document, Entity, Fact, Issue, Promise
from graphbuild.reading import Said


@dataclass(frozen=True)
class Whole:
    documents: Sequence[Document]
    entities: Sequence[Entity]
    facts: Sequence[Fact]
    promises: Sequence[Promise]
    differing: Sequence[tuple[Fact, Fact]]
    issues: Sequence[Issue]
    base: str

    @property
    def unread(self) -> list[Issue]:
        return [issue for issue in self.issues if issue.severity == "error" and issue.stage == "ingest"]

    @cached_property
    def graph(self) -> Graph:
        return graph.build(self.entities, self.facts, self.documents, self.base, self.promises, self.differing)


def whole(articles: Sequence[Said], unread: Sequence[Issue], knowledge: Knowledge, judged: Decisions, base: str) -> Whole:
    documents = [one.document for one in articles]
    found = {one.document.id: one.found for one in articles}
    said = [claim for one in articles for claim in one.claims]
    entities, facts, doubts = resolve.resolve(documents, found, said, knowledge, judged)
    facts = resolve.held(entities, facts, knowledge)
    left = [issue for one in articles for issue in one.left]
    doubts = [*doubts, *resolve.clashes(facts, entities), *ingest.undated(documents)]
    issues = sorted({*unread, *left, *doubts}, key=lambda issue: tuple(issue.row().values()))
    promised = resolve.promises(facts, resolve.Givers(entities, facts, found, knowledge))
    return Whole(documents, entities, facts, promised, resolve.differing(facts), issues, base)
