"""A graph, its texts and a day in, out who held an office on that day, as far as texts tell, with their sentences."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from rdflib import RDF, Graph
from rdflib.namespace import SKOS
from rdflib.term import Node

from graphbuild.errors import Unanswerable
from graphbuild.graph.namespaces import GB, ORG
from graphbuild.query.names import Names, call
from graphbuild.query.places import places_in
from graphbuild.query.quoted import plain, where
from graphbuild.query.sentences import Shelf
from graphbuild.query.steps import days_of, word
from graphbuild.resolve.offices import joined
from graphbuild.resolve.term import Term, certain
from graphbuild.text.squash import squash

PARTY, TWICE = re.compile("^中共(?=..)"), re.compile("([省市区县旗州盟镇乡])\\1(?=[长委])")
GOVERNMENT = re.compile("(?:人民)?政府(?=(?:常务)?[副代]?[省市区县旗州盟镇乡]长$)")
HELD, BEFORE, AFTER, PAST = "held", "last known before", "first known after", "over"


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One holder of one office; `known` tells how the day stands to the days on which texts state it."""

    office: str
    first: str
    last: str
    begin: str
    end: str
    person: str
    title: str
    known: str
    sentence: str
    file: str


COLUMNS = tuple(field.name for field in fields(Row))


def holders(graph: Graph, texts: Path, office: str = "", place: str = "", day: str = "") -> list[Row]:
    """All holders in the order of their days; on a day, who held it, else the nearest known before and after."""
    shelf = Shelf(graph, texts)
    wanted = sorted(offices(graph, office, place), key=str)
    if not wanted:
        raise Unanswerable(f"no text names a holder of {office or place}", "ask for the office as 区委书记, with --place")
    rows = []
    for each in wanted:
        posts = [(post, term_of(graph, post)) for post in graph.subjects(GB.office, each)]
        rows += [row(shelf, each, post, known) for post, known in (on(posts, day) if day else ((p, "") for p, _ in posts))]
    return sorted(rows)


def offices(graph: Graph, name: str, place: str) -> Iterator[Node]:
    """Those of that name, or that end in it; in a place, those of its own bodies."""
    area = Names(graph).find(place) if place else None
    inside = places_in(graph, area) if area else set()
    for office in graph.subjects(RDF.type, GB.Office):
        label, body = squash(call(graph, office)), graph.value(office, ORG.postIn)
        near = body in inside or any(label.startswith(squash(str(n))) for n in names(graph, area)) if area else True
        if near and any(ends(even(told), even(name)) for told in (label, *spelled(graph, office, body))):
            yield office


def ends(label: str, name: str) -> bool:
    return label == name or label.endswith(name) and not label.endswith("副" + name)


def even(office: str) -> str:
    """某区人民政府区长, 某区区长 and 某区长 are one chair."""
    return TWICE.sub(r"\1", GOVERNMENT.sub("", PARTY.sub("", squash(office))))


def spelled(graph: Graph, office: Node, body: Node | None) -> set[str]:
    """Its title in its posts after each name of its body."""
    titles = {title for post in graph.subjects(GB.office, office) for title in graph.objects(post, GB.title)}
    return {joined(str(name), str(title)) for name in names(graph, body) for title in titles} if body else set()


def names(graph: Graph, node: Node | None) -> Iterator[Node]:
    for predicate in (SKOS.prefLabel, SKOS.altLabel):
        yield from graph.objects(node, predicate)


def term_of(graph: Graph, post: Node) -> Term | None:
    """The stretch for which texts make certain that it was held."""
    said = [days for p in (GB.firstStated, GB.lastStated) if (days := days_of(graph.value(post, p)))]
    return certain(said, days_of(graph.value(post, GB.begin)), days_of(graph.value(post, GB.end)))


def on(posts: Iterable[tuple[Node, Term | None]], day: str) -> Iterator[tuple[Node, str]]:
    """Who held it for certain; where nobody did, the last known before that day and the first known after it."""
    known = [(term, post) for post, term in posts if term]
    held = [post for term, post in known if term.low <= day <= term.high]
    if held:
        yield from ((post, HELD) for post in held)
        return
    before = max((row for row in known if row[0].high < day), key=lambda row: (row[0].high, str(row[1])), default=None)
    after = min((row for row in known if row[0].low > day), key=lambda row: (row[0].low, str(row[1])), default=None)
    if before:
        yield before[1], PAST if before[0].high in before[0].edges and before[0].low < before[0].high else BEFORE
    if after:
        yield after[1], AFTER


def row(shelf: Shelf, office: Node, post: Node, known: str) -> Row:
    graph = shelf.graph
    said = sorted(shelf.sentences(post), key=lambda sentence: (sentence.date, sentence.file, sentence.start))
    first, last, begin, end = (word(graph, post, p) for p in (GB.firstStated, GB.lastStated, GB.begin, GB.end))
    person = graph.value(post, ORG.member)
    return Row(
        call(graph, office), first, last, begin, end, call(graph, person) if person else "", word(graph, post, GB.title), known,
        plain(said[0].whole) if said else "", where(said[0]) if said else "",
    )  # fmt: skip
