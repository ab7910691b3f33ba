"""A promise of a graph and a day in, its row of the ledger out: its standing on that day and both sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rdflib import Graph, URIRef
from rdflib.term import Node

from graphbuild.graph.namespaces import GB
from graphbuild.query.names import call
from graphbuild.query.quoted import plain, where
from graphbuild.query.sentences import Sentence, Shelf
from graphbuild.query.steps import KINDS, days_of, step_of, word
from graphbuild.resolve.standing import AGAIN, DELAYED, DONE, SILENT, Days, Step, standing

ANSWERS = ((DONE, GB.answeredBy), (AGAIN, GB.repeatedBy), (DELAYED, GB.delayedBy))
SAYS = (GB.value, GB.unit, GB.change)


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One promise on one day; `answer` is the sentence by which a later text tells what became of it.

    Where none does, `next` is the day of the next text that gives promises or figures of the place: it could have told."""

    thing: str
    step: str
    due: str
    status: str
    by: str
    place: str
    said: str
    part_of: str
    sentence: str
    file: str
    answered: str
    answer_says: str
    answer: str
    answer_file: str
    next: str
    promise: str


@dataclass(frozen=True)
class Ledger:
    """The promises of a graph as they stand on a day."""

    graph: Graph
    shelf: Shelf
    day: str
    told: dict[Node, list[Days]] = field(default_factory=dict)

    def rows(self, promise: Node) -> Iterator[Row]:
        """None for one that was made only later."""
        planned = self.graph.value(promise, GB.promises)
        if planned is not None and step_of(self.graph, planned).heard(self.day):
            about = self.graph.value(planned, GB.thing) or self.graph.value(planned, GB.area)
            yield self.row(promise, planned, about, *self.standing(promise))

    def standing(self, promise: Node) -> tuple[str, Step | None]:
        """What became of it, and the statement that tells; nothing where it promises nothing."""
        planned = self.graph.value(promise, GB.promises)
        return standing(step_of(self.graph, planned), list(self.answers(promise)), self.day) if planned else ("", None)

    def answers(self, promise: Node) -> Iterator[tuple[str, Step]]:
        for how, predicate in ANSWERS:
            for node in sorted(self.graph.objects(promise, predicate), key=str):
                told = self.graph.value(node, GB.promises) if how == AGAIN else node
                if told is not None:
                    yield how, step_of(self.graph, told)

    def row(self, promise: Node, planned: Node, about: Node | None, status: str, told: Step | None) -> Row:
        said = self.quoted(planned)[0]
        answer = self.quoted(URIRef(told.id))[-1 if told.id == str(planned) else 0] if told else None
        return Row(
            call(self.graph, about) if about else "", self.step(planned), self.due(promise, planned), status,
            self.name(promise, GB.promisedBy), self.name(promise, GB.promisedIn), said.date,
            self.name(about, GB.partOf), plain(said.whole), where(said),
            answer.date if answer else "", self.says(URIRef(told.id)) if told else "",
            plain(answer.whole) if answer else "", where(answer) if answer else "",
            self.next(promise, planned) if status == SILENT else "", str(promise),
        )  # fmt: skip

    def next(self, promise: Node, planned: Node) -> str:
        """Of the texts that give promises or figures of its place, the first after its day."""
        place, step = self.graph.value(promise, GB.promisedIn), step_of(self.graph, planned)
        since = step.days or step.first
        if place is None or since is None:
            return ""
        if place not in self.told:
            self.told[place] = sorted(self.spoken(place))
        return next((first for first, _ in self.told[place] if since[1] < first <= self.day), "")

    def spoken(self, place: Node) -> Iterator[Days]:
        """When texts gave promises or figures of it."""
        planned = (step for made in self.graph.subjects(GB.promisedIn, place) for step in self.graph.objects(made, GB.promises))
        for node in {*planned, *self.graph.subjects(GB.area, place)}:
            yield from filter(None, map(days_of, self.graph.objects(node, GB.statedOn)))

    def quoted(self, node: Node) -> Sequence[Sentence]:
        """Its sentences, the earliest first."""
        return sorted(self.shelf.sentences(node), key=lambda row: (row.date, row.file, row.start))

    def step(self, planned: Node) -> str:
        """complete; or the indicator with its figure."""
        if kind := self.graph.value(planned, GB.kind):
            return KINDS.get(str(kind), "")
        return f"{self.name(planned, GB.indicator)} {self.figure(planned)}"

    def figure(self, node: Node) -> str:
        value, unit, change = (word(self.graph, node, predicate).removesuffix(".0") for predicate in SAYS)
        most = "≤" if word(self.graph, node, GB.atMost) == "true" else ""
        return most + " ".join(filter(None, (value, unit, f"{change}%" if change else "")))

    def says(self, node: Node) -> str:
        """The day, or the figure, by which another statement answers."""
        return self.figure(node) or self.date(node)

    def due(self, promise: Node, planned: Node) -> str:
        """Its last day, or the day without a year that the text gives."""
        return word(self.graph, promise, GB.due) or self.date(planned)

    def date(self, node: Node) -> str:
        return word(self.graph, node, GB.date) or word(self.graph, node, GB.period)

    def name(self, node: Node | None, predicate: URIRef) -> str:
        found = sorted(call(self.graph, one) for one in self.graph.objects(node, predicate)) if node else []
        return "、".join(found)
