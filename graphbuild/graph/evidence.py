"""A stated node and its claims in, the triples out that lead to the exact words: rule, date, document, quote, offsets."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rdflib import Literal, URIRef
from rdflib.namespace import RDF

from graphbuild.graph.documents import document_iri
from graphbuild.graph.ids import Mint
from graphbuild.graph.literals import bounds, count, dated, decimal
from graphbuild.graph.namespaces import GB, OA, PROV
from graphbuild.graph.statements import Triple
from graphbuild.model import Claim

AROUND = 24
OVER = ("end", "past")  # statements that a post is no longer held
LOOSE = re.compile(r"[\s*“”\"'‘’]+")
Names = Mapping[str, tuple[str, ...]]


def ground(node: URIRef, claims: Sequence[Claim], ends: Sequence[str], names: Names, mint: Mint) -> Iterator[Triple]:
    """What makes a node believable; of several claims the surest one gives the confidence."""
    yield node, GB.confidence, decimal(round(max(claim.confidence for claim in claims), 4)) or Literal("")
    for claim in claims:
        yield node, GB.rule, Literal(claim.rule)
        yield node, PROV.wasDerivedFrom, document_iri(claim.document, mint)
        if said := dated(claim.document.said):
            yield node, GB.statedOn, said
        yield from quote(node, claim, mint)
    quotes = [squash(claim.quote) for claim in claims]
    for end in ends:
        if not any(name in quote for quote in quotes for name in names[end]):
            yield node, GB.carried, mint.thing(end)


def quote(node: URIRef, claim: Claim, mint: Mint) -> Iterator[Triple]:
    """One selector that is both a position and a quotation, as Web Annotation allows."""
    span, text = claim.span, claim.document.text
    where = span.document, str(span.start), str(span.end)
    place, selector = mint.hashed("evidence", *where), mint.hashed("selector", *where)
    yield node, GB.evidence, place
    yield place, RDF.type, OA.SpecificResource
    yield place, OA.hasSource, document_iri(claim.document, mint)
    yield place, OA.hasSelector, selector
    yield selector, RDF.type, OA.TextPositionSelector
    yield selector, RDF.type, OA.TextQuoteSelector
    yield selector, OA.start, count(span.start)
    yield selector, OA.end, count(span.end)
    yield selector, OA.exact, Literal(text[span.start : span.end])
    yield selector, OA.prefix, Literal(text[max(0, span.start - AROUND) : span.start])
    yield selector, OA.suffix, Literal(text[span.end : span.end + AROUND])


def stated_between(node: URIRef, claims: Sequence[Claim]) -> Iterator[Triple]:
    """The first and the last day on which a text says that a post is held."""
    days = {c.document.said for c in claims if dict(c.qualifiers).get("event") not in OVER}
    placed = [(span, date) for date in days if (span := bounds(date))]
    if placed:
        first = min(placed, key=lambda item: (str(item[0][0]), str(item[1])))[1]
        last = max(placed, key=lambda item: (str(item[0][1]), str(item[1])))[1]
        yield node, GB.firstStated, dated(first) or Literal("")
        yield node, GB.lastStated, dated(last) or Literal("")


@lru_cache(maxsize=65536)
def squash(text: str) -> str:
    """Without spaces, asterisks and quotation marks, in one width: a name is in a quote whatever its dress."""
    return LOOSE.sub("", unicodedata.normalize("NFKC", text))
