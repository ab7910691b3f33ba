"""Statements about a thing in, a block of those that texts tell differently out: both sides of each, with their sentences."""

from collections.abc import Iterable, Iterator

from rdflib import URIRef
from rdflib.term import Node

from graphbuild.view.blocks import Block, Row
from graphbuild.view.citing import Citations
from graphbuild.view.index import GB
from graphbuild.view.stories import Said
from graphbuild.view.wording import Wording, span, value

DIFFERS = GB.differsFrom
Part = tuple[str, Node]


def differing(said: Iterable[Said], wording: Wording, cite: Citations) -> Block:
    heads = wording.heads("what", "oneSays", "stated", "otherSays", "stated")
    return Block(wording.say["differing"], heads, tuple(row(*pair, wording, cite) for pair in pairs(said, wording)))


def pairs(said: Iterable[Said], wording: Wording) -> Iterator[tuple[Said, Said]]:
    """Each once, what was said first on the left."""
    known = {each.node: each for each in said if each.node}
    for node, each in sorted(known.items(), key=lambda item: order(item[1])):
        for other in wording.stories.index.texts(URIRef(node), DIFFERS):
            if other in known and order(each) < order(known[other]):
                yield each, known[other]


def order(each: Said) -> tuple[str, str]:
    return span(each.dates), each.node


def row(one: Said, other: Said, wording: Wording, cite: Citations) -> Row:
    shared = [part for part in one.parts if part not in apart(one, other)]
    what = " ".join(filter(None, (wording.name(one.subject), wording.spoken(shared))))
    sides = [(side(each, than, wording), wording.span(each.dates)) for each, than in ((one, other), (other, one))]
    return Row((what, *sides[0], *sides[1]), cite.of(one, other))


def side(each: Said, than: Said, wording: Wording) -> str:
    """What it says that the other does not, and the words that say so."""
    quotes = dict.fromkeys("".join(text for text, _ in quote.pieces) for quote in each.quotes)
    told = wording.spoken(apart(each, than)) or wording.told(each)
    return wording.say["saysSo"].format(told, next(iter(quotes), "–"))


def apart(each: Said, than: Said) -> list[Part]:
    """A unit stays with its number."""
    numbers = value(each, "value") != value(than, "value")
    return [part for part in each.parts if part not in than.parts or (numbers and part[0] == "unit")]
