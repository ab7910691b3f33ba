"""What people write for a parameter in, the term of the graph that it means out: a name, an IRI, a day, a number, a text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

import pyoxigraph
from pyoxigraph import Literal, NamedNode
from rdflib import URIRef
from rdflib.namespace import RDF, SKOS, XSD

from graphbuild.errors import Unanswerable
from graphbuild.graph.namespaces import GB
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import Question
from graphbuild.knowledge.terms import terms
from graphbuild.query.answers import Term
from graphbuild.query.placed import apart, meant, spoken_of, written
from graphbuild.query.store import Store
from graphbuild.text.squash import squash

KINDS = {"person": "Person", "place": "Place"}
LABELS = (NamedNode(str(SKOS.prefLabel)), NamedNode(str(SKOS.altLabel)))
OFFERED = 5
CANDIDATES = 20
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TEXT = re.compile(r"([\"'])(.*)\1(?:@([A-Za-z-]+))?", re.DOTALL)


def bindings(store: Store, question: Question, given: Mapping[str, str]) -> dict[str, Term]:
    """A term for every parameter of a question; what is missing or unknown is said by its own words."""
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            first, _, rest = name.partition("=")
            meant = f"write -p {first} {rest}, with a space" if first in known else f"it has: {', '.join(known) or 'none'}"
            raise Unanswerable(f"{question.name} has no parameter {name}", meant)
    values = {}
    for name, parameter in known.items():
        value = given.get(name, parameter.default)
        if value is None:
            wanted = f"{parameter.zh} / {parameter.en}"
            raise Unanswerable(f"{question.name} wants to know {name}: {wanted}", f"add -p {name} VALUE")
        anything = value == "" == parameter.default  # which no thing is called: the query then leaves none out
        values[name] = value_of(store, "text" if anything else parameter.kind, value)
    return values


def value_of(store: Store, kind: str, value: str) -> Term:
    if kind == "text":
        return Literal(value)
    if kind == "number":
        return number(value)
    return day(value) if kind == "date" else thing(store, value, KINDS.get(kind, ""))


def guess(store: Store, value: str) -> Term:
    """For a query that does not say what it wants: a quoted text, a day, a number, else a thing by IRI or name."""
    if found := TEXT.fullmatch(value):
        return Literal(found[2], language=found[3]) if found[3] else Literal(found[2])
    if DAY.fullmatch(value):
        return day(value)
    return number(value) if NUMBER.fullmatch(value) else thing(store, value)


def number(value: str) -> Literal:
    found = NUMBER.fullmatch(value.strip())
    if not found:
        raise Unanswerable(f"{value!r} is no number", "write digits, such as 12 or 0.7")
    return Literal(found.group(), datatype=NamedNode(str(XSD.decimal if found[1] else XSD.integer)))


def day(value: str) -> Literal:
    try:
        return Literal(date.fromisoformat(value.strip()).isoformat(), datatype=NamedNode(str(XSD.date)))
    except ValueError:
        raise Unanswerable(f"{value!r} is no day", "write it as 2021-06-30") from None


def thing(store: Store, value: str, kind: str = "") -> NamedNode:
    """By IRI, by preferred name, by alias; where a name has several bearers those of the kind that is asked for go first."""
    if node := iri(store, value.strip()):
        return node
    found = bearers(store, value) or placed(store, value)
    fitting = [node for node in found if kind and terms(home("ontology")).is_a(kinds(store, node), kind)]
    found = [NamedNode(str(node)) for node in spoken_of(store.graph, [URIRef(node.value) for node in fitting or found])]
    if len(found) == 1:
        return found[0]
    if found:
        raise Unanswerable(f"{value} is the name of {len(found)} things", f"write one of: {listed(store, found)}")
    near = ", ".join(near_names(value, names(store)))
    raise Unanswerable(f"nothing is called {value}", f"near names: {near}" if near else "try a shorter name")


def placed(store: Store, value: str) -> list[NamedNode]:
    """The bearers of NAME@PLACE."""
    name, place = apart(value)
    if not place or not (found := bearers(store, name)):
        return []
    told = meant(store.graph, [URIRef(node.value) for node in found], place)
    if not told:
        raise Unanswerable(f"nothing is called {value}", f"of that name there is: {listed(store, found)}")
    return [NamedNode(str(node)) for node in told]


def listed(store: Store, found: Sequence[NamedNode]) -> str:
    """How each is to be written, so that it alone is meant, and what it is."""
    refs = written({node.value: label(store, node) for node in found}, store.graph)
    told = "; ".join(f"{refs[node.value]} ({', '.join(kinds(store, node))})" for node in found[:CANDIDATES])
    return told + (f"; and {len(found) - CANDIDATES} more" if len(found) > CANDIDATES else "")


def label(store: Store, node: NamedNode) -> str:
    quads = store.engine.quads_for_pattern(node, LABELS[0], None)
    return min((quad.object.value for quad in quads if isinstance(quad.object, Literal)), default=node.value)


def iri(store: Store, value: str) -> NamedNode | None:
    """<whole>, whole, or with a prefix of the graph; only what the graph speaks of."""
    prefix, _, local = value.partition(":")
    written = value[1:-1] if value[:1] == "<" and value[-1:] == ">" else value
    for candidate in (written, store.prefixes.get(prefix, "") + local):
        try:
            node = NamedNode(candidate)
        except ValueError:
            continue
        ends = ((node, None, None), (None, None, node))
        if any(next(iter(store.engine.quads_for_pattern(*pattern)), None) for pattern in ends):
            return node
    return None


def bearers(store: Store, name: str) -> list[NamedNode]:
    """Looked up as it is written; only where nobody is called so, whatever its width, spaces and quotation marks."""
    return called(store, [name.strip()]) or called(store, [n for n in names(store) if squash(n) == squash(name)])


def called(store: Store, spellings: Sequence[str]) -> list[NamedNode]:
    """By preferred name, else by alias."""
    for label in LABELS:
        terms_ = (Literal(text, language="zh") for text in spellings)
        quads = (quad for term in terms_ for quad in store.engine.quads_for_pattern(None, label, term))
        if found := {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}:
            return sorted(found, key=str)
    return []


def names(store: Store) -> Iterable[str]:
    quads = (quad for label in LABELS for quad in store.engine.quads_for_pattern(None, label, None))
    return {quad.object.value for quad in quads if isinstance(quad.object, Literal)}


def near_names(name: str, known: Iterable[str]) -> list[str]:
    """Names that hold it or are held by it, then names that look like it."""
    shared = sorted(n for n in known if set(n) & set(name))
    inside = sorted((n for n in shared if name in n or n in name), key=lambda n: (abs(len(n) - len(name)), n))
    return list(dict.fromkeys([*inside, *get_close_matches(name, shared, OFFERED, 0.5)]))[:OFFERED]


def kinds(store: Store, node: NamedNode) -> list[str]:
    """The local names of its classes in our ontology."""
    quads = store.engine.quads_for_pattern(node, NamedNode(str(RDF.type)), None)
    found = (quad.object.value for quad in quads if isinstance(quad.object, pyoxigraph.NamedNode))
    return sorted(iri.removeprefix(str(GB)) for iri in found if iri.startswith(str(GB)))
