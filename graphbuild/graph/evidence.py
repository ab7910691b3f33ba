"""A stated node and its claims in, the triples out that lead to the exact words: rule, date, document, quote, offsets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from graphbuild.graph.ids import Mint
from graphbuild.graph.literals import bounds, count, dated, decimal
from graphbuild.graph.statements import Triple
from graphbuild.graph.turtle import quoted
from graphbuild.model import Cited, Claim
from graphbuild.text.squash import squash as squash  # whoever asked here for it still may

AROUND = 24
OVER = ("end", "past")  # statements that a post is no longer held
Names = Mapping[str, tuple[str, ...]]


def ground(node: str, claims: Sequence[Claim], ends: Sequence[str], names: Names, mint: Mint) -> Iterator[Triple]:
    """What makes a node believable; of several claims the surest one gives the confidence."""
    yield node, "gb:confidence", decimal(round(max(claim.confidence for claim in claims), 4)) or '""'
    for claim in claims:
        yield node, "gb:rule", ruled(claim.rule)
        yield node, "prov:wasDerivedFrom", mint.named("document", claim.document.id)
        if said := dated(claim.document.said):
            yield node, "gb:statedOn", said
        yield node, "gb:evidence", mint.hashed("evidence", *where(claim))
    for end in ends:
        if all(end in claim.absent if isinstance(claim, Cited) else absent(claim, names[end]) for claim in claims):
            yield node, "gb:carried", mint.thing(end)


@lru_cache(maxsize=4096)
def ruled(rule: str) -> str:
    """There are few rules."""
    return quoted(rule)


def where(claim: Claim) -> tuple[str, str, str]:
    span = claim.span
    return span.document, str(span.start), str(span.end)


def absent(claim: Claim, names: Iterable[str]) -> bool:
    """Whether the quotation has none of a thing's names, as `squash` writes them."""
    words = squash(claim.quote)
    return not any(name in words for name in names)


def quotes(claims: Iterable[Claim], mint: Mint) -> Iterator[tuple[str, str]]:
    """Each place once, as blocks with their subjects; what is cited elsewhere is quoted where its text is at hand."""
    for place, claim in {where(claim): claim for claim in claims if not isinstance(claim, Cited)}.items():
        yield from quote(place, claim, mint)


def quote(place: tuple[str, str, str], claim: Claim, mint: Mint) -> Iterator[tuple[str, str]]:
    """One selector that is both a position and a quotation, as Web Annotation allows; written out, for there are so many."""
    text, (document, start, end) = claim.document.text, place
    first, last = int(start), int(end)
    node, selector = (mint.hashed(segment, *place) for segment in ("evidence", "selector"))
    around = quoted(text[max(0, first - AROUND) : first]), quoted(text[last : last + AROUND])
    yield node, (
        f"\n{node} a oa:SpecificResource ;\n    oa:hasSelector {selector} ;\n"
        f"    oa:hasSource {mint.named('document', document)} .\n"
    )
    yield selector, (
        f"\n{selector} a oa:TextPositionSelector, oa:TextQuoteSelector ;\n    oa:end {count(last)} ;\n"
        f"    oa:exact {quoted(text[first:last])} ;\n    oa:prefix {around[0]} ;\n"
        f"    oa:start {count(first)} ;\n    oa:suffix {around[1]} .\n"
    )


QUOTED = 5  # triples a block, on average: three of the place, seven of the selector


def stated_between(node: str, claims: Sequence[Claim]) -> Iterator[Triple]:
    """The first and the last day on which a text says that a post is held."""
    days = {c.document.said for c in claims if dict(c.qualifiers).get("event") not in OVER}
    placed = [(span, date) for date in days if (span := bounds(date))]
    if placed:
        first = min(placed, key=lambda item: (item[0][0], str(item[1])))[1]
        last = max(placed, key=lambda item: (item[0][1], str(item[1])))[1]
        yield node, "gb:firstStated", dated(first)
        yield node, "gb:lastStated", dated(last)
