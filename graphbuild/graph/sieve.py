"""A piece of Turtle and the store of the whole in, those of its subjects out with which anything may be wrong: seldom any."""

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF

from graphbuild.graph.conditions import Conditions, Told, conditions
from graphbuild.graph.fitting import Term
from graphbuild.graph.namespaces import GB, OA
from graphbuild.graph.piece import Piece
from graphbuild.knowledge.terms import terms

ENDS = tuple(map(str, (RDF.subject, RDF.predicate, RDF.object)))
EXACT, START, END = map(str, (OA.exact, OA.start, OA.end))
CLAIM, DISTRICT, LOCATED = str(GB.Claim), str(GB.District), str(GB.locatedIn)


@cache
def led_to(store: ox.Store, predicate: str) -> frozenset[str]:
    """All that a predicate leads to."""
    found = (quad.object for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None))
    return frozenset(str(getattr(object, "value", "")) for object in found)


def suspects(turtle: bytes, store: ox.Store, knowledge: Path) -> Collection[str] | None:
    """None where all must be tried: a shape says what is not known here, or a node has no name."""
    asked = conditions(knowledge)
    piece = Piece(turtle, store, knowledge)
    if asked is None or piece.blank:
        return None
    relations = [str(GB[name]) for name in terms(knowledge).relations]
    return {
        subject for subject, told in piece.own.items()
        if subject in piece.known or not sound(subject, told, piece, asked) or misquoted(told)
        or not claimed(subject, told, piece, relations)
    }  # fmt: skip


def sound(subject: str, told: Told, piece: Piece, asked: Conditions) -> bool:
    node = ox.NamedNode(subject)
    wanted = [holds for kind in piece.kinds(subject) for holds in asked.of_class.get(kind, ())]
    wanted += [holds for predicate in told for holds in asked.subjects.get(predicate, ())]
    for predicate, more in asked.objects.items():
        if subject in led_to(piece.store, predicate):
            wanted += more
        if any(nameless(value, piece) for value in told.get(predicate, ())):
            return False
    return all(holds(node, told, piece) for holds in wanted)


def nameless(value: Term, piece: Piece) -> bool:
    """Nothing is said of it."""
    if not isinstance(value, ox.NamedNode):
        return True
    return value.value not in piece.own and next(piece.store.quads_for_pattern(value, None, None), None) is None


def misquoted(told: Told) -> bool:
    for exact in told.get(EXACT, ()):
        ends = [value.value for end in (START, END) for value in told.get(end, ()) if isinstance(value, ox.Literal)]
        if len(ends) != len((START, END)) or not all(map(str.isdecimal, ends)) or not isinstance(exact, ox.Literal):
            return True
        if int(ends[1]) - int(ends[0]) != len(exact.value):
            return True
    return False


def claimed(subject: str, told: Told, piece: Piece, relations: Iterable[str]) -> bool:
    """Each edge has its claim, but for the hierarchy of areas, and each claim its edge."""
    kinds = piece.kinds(subject)
    edges = {(relation, value) for relation in relations for value in told.get(relation, ())
             if relation != LOCATED or DISTRICT not in kinds}  # fmt: skip
    if edges and not edges <= set(claims(subject, piece)):
        return False
    return CLAIM not in kinds or stands(told, piece)


def claims(subject: str, piece: Piece) -> Iterable[tuple[str, Term]]:
    for quad in piece.store.quads_for_pattern(None, ox.NamedNode(ENDS[0]), ox.NamedNode(subject)):
        iri = str(getattr(quad.subject, "value", ""))
        if CLAIM in piece.kinds(iri):
            ends = [piece.values(iri, end) for end in ENDS[1:]]
            yield from ((str(getattr(relation, "value", "")), object) for relation in ends[0] for object in ends[1])


def stands(told: Told, piece: Piece) -> bool:
    ends = [told.get(end, ()) for end in ENDS]
    if any(len(end) != 1 for end in ends):
        return False
    subject, predicate, object = (end[0] for end in ends)
    if not isinstance(subject, ox.NamedNode) or not isinstance(predicate, ox.NamedNode):
        return False
    return ox.Quad(subject, predicate, object) in piece.store
