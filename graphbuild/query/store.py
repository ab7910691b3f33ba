"""An output folder or a file of Turtle in, a store to put queries to out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pyoxigraph
from rdflib import Graph

from graphbuild.errors import BrokenGraph
from graphbuild.graph.embedded import TURTLE, embedded
from graphbuild.graph.namespaces import VOCABULARIES
from graphbuild.graph.reading import sound
from graphbuild.graph.room import room
from graphbuild.graph.shelved import shelved
from graphbuild.query.answers import Answer, Term, collect
from graphbuild.query.child import form_of
from graphbuild.query.faults import check_prefixes, check_terms, check_words, engine_fault
from graphbuild.query.gate import guard, strange
from graphbuild.query.pool import Pool
from graphbuild.query.rewriting import Query, as_written, rewrite
from graphbuild.query.tokens import Token, declared, tokens
from graphbuild.query.worker import Limits, Rejected

DECLARED = re.compile(r"\s*@?prefix\s+([^\s:]*):\s*<([^<>\s]*)>\s*\.?\s*", re.IGNORECASE)
NOTHING: Mapping[str, Term] = {}


@dataclass(eq=False)
class Store:
    """A graph that is only read; `prefixes` need no declaration in a query.

    Its workers read the embedded store; `resident` ones load the graph into memory: slow to start, fast to answer.
    """

    turtle: Path
    engine: pyoxigraph.Store
    prefixes: Mapping[str, str] = field(default_factory=dict)
    resident: bool = False

    def query(
        self, text: str, bindings: Mapping[str, Term] = NOTHING, *, untrusted: bool = False, limits: Limits | None = None
    ) -> Answer:
        """SELECT, ASK, CONSTRUCT or DESCRIBE; `bindings` are values for variables of the text, by name without `?`.

        With `limits`, and always when `untrusted`, it runs in a process that is ended at its limits.
        """
        found = strange(text) if untrusted else tokens(text)
        query = self.prepare(text, found, bindings, untrusted=untrusted)
        try:
            if untrusted or limits:
                return self.pool.run(query, self.prefixes, limits)
            return as_written(query, collect(self.engine.query(query.text, prefixes=dict(self.prefixes)), query.form))
        except Rejected as trouble:
            raise engine_fault(query, str(trouble.args[1]), found) from trouble
        except (SyntaxError, RuntimeError, ValueError, OSError) as trouble:
            raise engine_fault(query, str(trouble), found) from trouble

    def prepare(self, text: str, found: list[Token], bindings: Mapping[str, Term], *, untrusted: bool) -> Query:
        """What the engine is to read, once it may be read."""
        query, own = rewrite(text, found, bindings), declared(found)
        check_words(query, found)
        if untrusted:
            guard(query, found)
        check_prefixes(query, found, self.prefixes, own)
        check_terms(query, found, {**self.prefixes, **own}, self.engine)
        return query

    @cached_property
    def graph(self) -> Graph:
        """In rdflib's words, for those who ask node by node; nothing is copied."""
        return shelved(self.engine, self.prefixes)

    @cached_property
    def pool(self) -> Pool:
        """One worker of this store's own, started at the first query that needs it."""
        return Pool(self.turtle if self.resident else source(self.turtle))

    def close(self) -> None:
        if "pool" in self.__dict__:
            self.pool.close()
            del self.pool

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(place: Path, *, resident: bool = False) -> Store:
    """The embedded store where it belongs to graph.ttl, else graph.ttl loaded into memory."""
    turtle = turtle_of(place)
    try:
        engine, prefixes = open_engine(source(sound(turtle))), heading(turtle)
    except (OSError, SyntaxError, UnicodeDecodeError) as trouble:
        raise BrokenGraph(f"{turtle}: {trouble}", "give an output folder, or a file of Turtle") from trouble
    return Store(turtle, engine, {**prefixes, **{name: str(iri) for name, iri in VOCABULARIES.items()}}, resident)


def turtle_of(place: Path) -> Path:
    """The graph of an output folder, or the file itself."""
    return place / TURTLE if place.is_dir() or not place.exists() and not place.suffix else place


def source(turtle: Path) -> Path:
    """What to open: the folder of the embedded store, or the file itself."""
    return embedded(turtle) or turtle


def open_engine(place: Path) -> pyoxigraph.Store:
    if place.is_dir():
        room()
        try:
            return pyoxigraph.Store.read_only(str(place))
        except RuntimeError as trouble:
            raise BrokenGraph(f"{place} is damaged ({trouble})", "build again, or remove it") from trouble
    engine = pyoxigraph.Store()
    engine.bulk_load(path=place, format=form_of(str(place)))
    return engine


def heading(turtle: Path) -> dict[str, str]:
    """The prefixes at the head of the file."""
    found = {}
    with turtle.open(encoding="utf-8") as lines:
        for line in lines:
            if match := DECLARED.fullmatch(line):
                found[match[1]] = match[2]
            elif line.strip() and not line.startswith("#"):
                break
    return found


__all__ = ["Limits", "Store", "open_store"]
