"""Stories in, the page's data out: everything by number, each text once, nothing that a browser would take for markup."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rdflib import URIRef

from graphbuild.graph.spelling import spell as spell  # whoever asked here for it still may
from graphbuild.view.index import IDEA, NAME, TYPE, Index, local
from graphbuild.view.kept import Kept
from graphbuild.view.marking import spans
from graphbuild.view.network import Scene, network
from graphbuild.view.stories import NOTES, Quote, Said, Thing

KINDS = {local(kind): kind for kind in NOTES}


class Shelf:
    """Values by number, each kept once."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}
        self.rows: list[Any] = []

    def put(self, key: object, row: object) -> int:
        if key not in self.numbers:
            self.numbers[key] = len(self.rows)
            self.rows.append(row)
        return self.numbers[key]


def data(drawn: Scene, index: Index, kept: Kept) -> dict[str, Any]:
    net = network(drawn, kept)
    base = shared([thing.iri for thing in drawn.things])
    number = {thing.iri: n for n, thing in enumerate(drawn.things)}
    documents, quotes = Shelf(), Shelf()
    said = [row(each, number, index, quotes, documents, base) for each in drawn.said]
    return {
        "base": base,
        "nodes": net.nodes,
        "edges": net.edges,
        "first": drawn.first,
        "left": [drawn.left_things, drawn.left_said],
        "things": [entry(thing, base) for thing in drawn.things],
        "said": said,
        "quotes": quotes.rows,
        "documents": documents.rows,
    }


def shared(iris: Sequence[str]) -> str:
    """What all IRIs begin with, up to a slash: the page's keys leave it out."""
    low, high = min(iris, default=""), max(iris, default="")
    same = next((n for n, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), min(len(low), len(high)))
    return low[: low.rfind("/", 0, same) + 1]


def entry(thing: Thing, base: str) -> list[Any]:
    return [
        thing.iri.removeprefix(base),
        thing.name,
        thing.names,
        thing.kinds,
        thing.code,
        spell((thing.name, *thing.names)),
    ]


def row(each: Said, number: Mapping[str, int], index: Index, quotes: Shelf, documents: Shelf, base: str) -> list[Any]:
    parts = [[p, local(value) if p in ("status", "kind") else index.call(value)] for p, value in each.parts]
    places = [place(quote, quotes, documents, base) for quote in each.quotes]
    turtle = body(each, index) if each.node else []
    object = number.get(each.object, -1) if each.object else -1
    return [number[each.subject], each.relation, object, parts, each.sure, places, turtle]


def place(quote: Quote, quotes: Shelf, documents: Shelf, base: str) -> list[Any]:
    source = quote.source
    document = documents.put(
        source, [source.iri.removeprefix(base), source.title, source.date, source.publisher, source.file]
    )
    exact = "".join(text for text, _ in quote.pieces)
    names = quote.evidence.removeprefix(base), quote.selector.removeprefix(base)
    text = quotes.put(
        quote.selector or quote, [*names, quote.start, quote.end, quote.before, exact, quote.after, document]
    )
    marks = [number for span in spans(quote.pieces) for number in span]
    return [text, marks, quote.claim.removeprefix(base), quote.rule, quote.sure, quote.date]


def body(each: Said, index: Index) -> list[str]:
    """What a post, a milestone or a measure says, in Turtle, and what its ideas are called, for whoever saves what is shown."""
    told = index.said[URIRef(each.node)]
    kind = KINDS[each.relation]
    said = [(p, v) for p in NOTES[kind] for v in told.get(p, ())]
    ideas = [v for _, v in said if IDEA in index.all(v, TYPE)]
    named = [
        f"{v.n3()} a {IDEA.n3()} ; {NAME.n3()} {o.n3()} ."
        for v in ideas
        for o in index.all(v, NAME)
    ]
    return [" ; ".join([f"a {kind.n3()}", *(f"{p.n3()} {v.n3()}" for p, v in said)]), *named]


def dump(value: object) -> str:
    """`<` is escaped so that no text can end the element that holds it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
