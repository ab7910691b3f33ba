"""An output folder or a file of Turtle in, a store to put queries to out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph

from graphbuild.errors import BrokenGraph, Unanswerable
from graphbuild.graph.embedded import TURTLE, embedded
from graphbuild.graph.namespaces import VOCABULARIES
from graphbuild.query.answers import Answer, Term, collect

DECLARED = re.compile(r"\s*@?prefix\s+([^\s:]*):\s*<([^<>\s]*)>\s*\.?\s*", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Store:
    """A graph that is only read; `prefixes` need no declaration in a query."""

    turtle: Path
    engine: pyoxigraph.Store
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def query(self, text: str, bindings: Mapping[str, Term] | None = None, *, untrusted: bool = False) -> Answer:
        """SELECT, ASK, CONSTRUCT or DESCRIBE; `bindings` are values for variables of the text, by name without `?`."""
        values = {pyoxigraph.Variable(name): term for name, term in (bindings or {}).items()}
        try:
            return collect(self.engine.query(text, prefixes=dict(self.prefixes), substitutions=values))
        except SyntaxError as trouble:
            raise Unanswerable(f"the query cannot be read: {trouble}", "mend it") from trouble


def open_store(place: Path) -> Store:
    """The embedded store where it belongs to graph.ttl, else graph.ttl loaded into memory."""
    turtle = place / TURTLE if place.is_dir() else place
    try:
        engine, prefixes = open_engine(turtle), declared(turtle)
    except (OSError, SyntaxError) as trouble:
        raise BrokenGraph(f"{turtle}: {trouble}", "give an output folder, or a file of Turtle") from trouble
    return Store(turtle, engine, {**prefixes, **{name: str(iri) for name, iri in VOCABULARIES.items()}})


def open_engine(turtle: Path) -> pyoxigraph.Store:
    if store := embedded(turtle):
        return pyoxigraph.Store.read_only(str(store))
    engine = pyoxigraph.Store()
    engine.load(path=turtle, format=pyoxigraph.RdfFormat.TURTLE)
    return engine


def declared(turtle: Path) -> dict[str, str]:
    """The prefixes at the head of the file."""
    found = {}
    with turtle.open(encoding="utf-8") as lines:
        for line in lines:
            if match := DECLARED.fullmatch(line):
                found[match[1]] = match[2]
            elif line.strip() and not line.startswith("#"):
                break
    return found
