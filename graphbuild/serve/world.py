"""An output folder in, all that the pages are made from out: the graph, its texts, its names, its workers."""

import gc
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from graphbuild.graph.namespaces import BASE, GB
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import Question, questions
from graphbuild.query.answers import Answer
from graphbuild.query.steps import last_of
from graphbuild.query.store import Limits, Store, open_store, source
from graphbuild.serve.catalog import Catalog, catalog
from graphbuild.serve.endpoint import Endpoint
from graphbuild.serve.evidence import Reader
from graphbuild.serve.facts import Teller
from graphbuild.serve.interpreter import Interpreter
from graphbuild.serve.lanes import Lanes
from graphbuild.serve.marked import Marker
from graphbuild.serve.pledges import Pledges


@dataclass(frozen=True, eq=False)
class World:
    store: Store
    catalog: Catalog
    endpoint: Endpoint
    hosts: frozenset[str]

    @property
    def folder(self) -> Path:
        return self.store.turtle.parent

    @property
    def texts(self) -> Path:
        return self.folder / "texts"

    @cached_property
    def reader(self) -> Reader:
        return Reader(self.store.engine, self.texts)

    @cached_property
    def interpreter(self) -> Interpreter:
        return Interpreter(self.store.turtle, self.endpoint.limits.seconds)

    @cached_property
    def teller(self) -> Teller:
        return Teller(self.reader, self.catalog)

    @cached_property
    def marker(self) -> Marker:
        return Marker(self.reader, self.catalog)

    @cached_property
    def known(self) -> dict[str, Answer]:
        """What was asked ahead, by its text."""
        return {}

    @property
    def questions(self) -> Mapping[str, Question]:
        return questions(home("ontology"))

    @cached_property
    def base(self) -> str:
        """What most IRIs of things begin with: each class has a prefix of its own name."""
        ends = ((iri, f"{name}/") for name, iri in self.store.prefixes.items())
        found = Counter(iri.removesuffix(end) for iri, end in ends if iri.endswith("/" + end))
        return found.most_common(1)[0][0] if found else BASE

    def link(self, iri: str, page: str = "thing") -> str:
        """The address of the page about it."""
        inside = iri.removeprefix(self.base)
        return f"/{page}/{quote(inside)}" if inside != iri and inside else f"/{page}?iri={quote(iri, safe='')}"

    @cached_property
    def newest(self) -> str:
        """The day by which promises are judged: the last of which any text speaks, as `steps.newest` has it."""
        return last_of({day for _, _, day in self.reader.triples(None, GB.statedOn, None)})

    @cached_property
    def pledges(self) -> Pledges:
        return Pledges(self.reader, self.store.graph, self.texts, self.newest)

    @cached_property
    def size(self) -> int:
        """How many triples; the engine counts them one by one."""
        return len(self.store.engine)

    @cached_property
    def statements(self) -> int:
        """Whatever rests on a piece of evidence."""
        return len({claim for claim, _, _ in self.reader.triples(None, GB.evidence, None)})

    def warm(self) -> "World":
        """What the first visitors would wait for; it stays, so that nobody waits while it is looked through for waste."""
        _ = self.size, self.statements, self.reader.sources, self.pledges.all, self.base
        _ = self.catalog.by_kind, self.catalog.places, self.catalog.folded, self.catalog.spelled
        gc.freeze()
        return self

    def close(self) -> None:
        self.endpoint.pool.close()
        self.interpreter.close()


def open_world(place: Path, workers: int, limits: Limits, hosts: frozenset[str]) -> World:
    store = open_store(place)
    pool = Lanes(source(store.turtle), workers, limits)
    return World(store, catalog(store.engine), Endpoint(store, pool, limits), hosts).warm()
