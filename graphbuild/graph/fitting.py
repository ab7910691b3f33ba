"""What a shape says of a value in, a function out that tells whether a term fits: quick, and in doubt it does not."""

import re
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Protocol, TypeAlias

import pyoxigraph as ox
from rdflib import SH, XSD, Graph, URIRef
from rdflib.collection import Collection as Items
from rdflib.term import Node

from graphbuild.graph.aiming import below_of

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Near(Protocol):
    """What stands around a node; `kinds` are the classes of a thing."""

    def kinds(self, iri: str) -> Collection[str]: ...

    def values(self, iri: str, predicate: str) -> Collection[Term]: ...


Fits: TypeAlias = Callable[[Term, Near], bool]
WRITTEN = {
    str(XSD.boolean): re.compile(r"true|false"),
    str(XSD.decimal): re.compile(r"-?\d+(?:\.\d+)?", re.ASCII),
    str(XSD.nonNegativeInteger): re.compile(r"\d+", re.ASCII),
    str(XSD.gYear): re.compile(r"\d{4}", re.ASCII),
    str(XSD.gYearMonth): re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII),
    str(XSD.gMonth): re.compile(r"--(?:0[1-9]|1[0-2])", re.ASCII),
    str(XSD.gMonthDay): re.compile(
        r"--(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)", re.ASCII
    ),
    str(XSD.date): re.compile(r"\d{4}-\d\d-\d\d", re.ASCII),
    str(XSD.string): re.compile(r".*", re.DOTALL),
}  # in other ways too, which SHACL may judge


def fitting(shapes: Graph, shape: Node, knowledge: Path) -> list[Fits]:
    """All that a shape asks of each value by itself."""
    return [MADE[word](value, shapes, knowledge) for word, value in shapes.predicate_objects(shape) if word in MADE]


def of_nature(value: Node, shapes: Graph, knowledge: Path) -> Fits:
    return lambda term, near: value == SH.IRI and type(term) is ox.NamedNode


def of_class(value: Node, shapes: Graph, knowledge: Path) -> Fits:
    wanted = frozenset(map(str, below_of(value, knowledge)))
    return lambda term, near: type(term) is ox.NamedNode and not wanted.isdisjoint(near.kinds(term.value))


def of_datatype(value: Node, shapes: Graph, knowledge: Path) -> Fits:
    kind = str(value)
    form = WRITTEN.get(kind, re.compile(r"(?!)"))
    return lambda term, near: (
        isinstance(term, ox.Literal) and term.datatype.value == kind and form.fullmatch(term.value) is not None
        and (kind != str(XSD.date) or a_day(term.value))
    )  # fmt: skip


def a_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def of_length(value: Node, shapes: Graph, knowledge: Path) -> Fits:
    least = int(str(value))
    return lambda term, near: isinstance(term, ox.Literal) and len(term.value) >= least


def of_pattern(value: Node, shapes: Graph, knowledge: Path) -> Fits:
    form = re.compile(str(value))
    return lambda term, near: isinstance(term, ox.Literal) and form.search(term.value) is not None


def of_language(value: Node, shapes: Graph, knowledge: Path) -> Fits:
    wanted = {str(language) for language in Items(shapes, value)}
    return lambda term, near: isinstance(term, ox.Literal) and term.language in wanted


def one_of(value: Node, shapes: Graph, knowledge: Path) -> Fits:
    wanted = {str(one) for one in Items(shapes, value) if isinstance(one, URIRef)}
    return lambda term, near: type(term) is ox.NamedNode and term.value in wanted


def bound(least: bool) -> Callable[[Node, Graph, Path], Fits]:
    def made(value: Node, shapes: Graph, knowledge: Path) -> Fits:
        end, form = Decimal(str(value)), WRITTEN[str(XSD.decimal)]

        def fits(term: Term, near: Near) -> bool:
            if not isinstance(term, ox.Literal) or not form.fullmatch(term.value):
                return False
            return Decimal(term.value) >= end if least else Decimal(term.value) <= end

        return fits

    return made


def either(value: Node, shapes: Graph, knowledge: Path) -> Fits:
    ways = [fitting(shapes, shape, knowledge) for shape in Items(shapes, value)]
    return lambda term, near: any(all(fits(term, near) for fits in way) for way in ways)


def neither(value: Node, shapes: Graph, knowledge: Path) -> Fits:
    """Of a class alone, of which there is no doubt."""
    sure = set(shapes.predicates(value)) == {SH["class"]} and len(list(shapes.objects(value))) == 1
    fits = fitting(shapes, value, knowledge)
    return lambda term, near: sure and not fits[0](term, near)


MADE: dict[Node, Callable[[Node, Graph, Path], Fits]] = {
    SH.nodeKind: of_nature, SH["class"]: of_class, SH.datatype: of_datatype, SH.minLength: of_length, SH.pattern: of_pattern,
    SH.languageIn: of_language, SH["in"]: one_of, SH.minInclusive: bound(True), SH.maxInclusive: bound(False),
    SH["or"]: either, SH["not"]: neither,
}  # fmt: skip
