"""A Fact in, the nodes out that state it: a claim for each place that says an edge, or one post, milestone, measure, sum."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from graphbuild.errors import BrokenGraph
from graphbuild.graph.ids import Mint, word
from graphbuild.graph.literals import boolean, bounds, dated, decimal, zh
from graphbuild.graph.turtle import quoted
from graphbuild.model import Claim, Fact, PartialDate

Triple: TypeAlias = tuple[str, str, str]  # each as Turtle writes it
KINDS = {"start": "gb:Start", "topOut": "gb:TopOut", "complete": "gb:Complete", "open": "gb:Open"}
STATUSES = {"planned": "gb:Planned", "done": "gb:Done"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A node that claims stand behind; its IRI is a hash of what it says; `ends` are the entities that it is about."""

    iri: str
    says: tuple[tuple[str, str], ...]
    ends: tuple[str, ...]
    claims: tuple[Claim, ...]
    beside: tuple[Triple, ...] = ()


def state(fact: Fact, mint: Mint) -> Iterator[Statement]:
    """Any relation that is not a thing with a time or a number is a direct edge, so that a new one needs no code."""
    told = dict(fact.qualifiers)
    form = FORMS.get(fact.relation)
    if form is None:
        yield from edge(fact, mint)
    else:
        yield form(fact, {key: value for key, value in told.items() if value}, mint)


def edge(fact: Fact, mint: Mint) -> Iterator[Statement]:
    if fact.object is None or not fact.relation.isidentifier():
        raise BrokenGraph(f"{fact.subject} {fact.relation} {fact.object} is no edge", "an edge needs a name and an object")
    triple = (mint.thing(fact.subject), word("gb", fact.relation), mint.thing(fact.object))
    says = ("a", "gb:Claim"), *zip(("rdf:subject", "rdf:predicate", "rdf:object"), triple, strict=True)
    for claim in fact.claims:
        span = claim.span
        iri = mint.hashed("claim", *map(mint.full, triple), span.document, str(span.start), str(span.end))
        yield Statement(iri, says, (fact.subject, fact.object), (claim,), (triple,))


def node(
    segment: str, kinds: tuple[str, ...], says: dict[str, str | None], fact: Fact, mint: Mint, beside: tuple[Triple, ...] = ()
) -> Statement:
    kept = [(p, o) for p, o in says.items() if o]
    iri = mint.hashed(segment, *[text for p, o in kept for text in (mint.full(p), mint.spelled(o))])
    ends = tuple([end for end in (fact.subject, fact.object) if end])
    return Statement(iri, (*[("a", kind) for kind in kinds], *kept), ends, fact.claims, beside)


def post(fact: Fact, told: dict[str, str], mint: Mint) -> Statement:
    says = {
        "org:member": mint.thing(fact.subject),
        "gb:title": zh(told["title"]) if "title" in told else None,
        "org:organization": mint.thing(fact.object) if fact.object else None,
    }
    stated = node("post", ("org:Membership", "gb:Post"), says, fact, mint)
    return replace(stated, beside=tuple(tenure(stated.iri, fact, told, mint)))


def tenure(iri: str, fact: Fact, told: dict[str, str], mint: Mint) -> Iterator[Triple]:
    """Beside what names the post: when it began and ended, and the office, which is one for all its holders."""
    for predicate, name in (("gb:begin", "begin"), ("gb:end", "end"), ("gb:over", "over")):
        if date := dated(PartialDate.parse(told.get(name, ""))):
            yield iri, predicate, date
    if "office" in told:
        office = mint.thing(told["office"])
        yield iri, "gb:office", office
        yield office, "a", "gb:Office"
        yield office, "skos:prefLabel", zh(told["office name"])
        yield office, "gb:single", boolean("single" in told)
        if fact.object:
            yield office, "org:postIn", mint.thing(fact.object)


def milestone(fact: Fact, told: dict[str, str], mint: Mint) -> Statement:
    date = PartialDate.parse(told.get("date", ""))
    first, last = bounds(date) or (None, None)
    says = {
        "gb:thing": mint.thing(fact.subject),
        "gb:kind": choice(KINDS, told.get("kind", ""), fact),
        "gb:status": choice(STATUSES, told.get("status", ""), fact),
        "gb:date": dated(date),
        "gb:from": first,
        "gb:until": last,
    }
    return node("milestone", ("gb:Milestone",), says, fact, mint)


def measure(fact: Fact, told: dict[str, str], mint: Mint) -> Statement:
    """A text may give figures and name no area: then the subject is empty."""
    name = told.get("indicator", "")
    indicator = mint.named("indicator", name)
    says = {
        "gb:area": mint.thing(fact.subject) if fact.subject else None,
        "gb:indicator": indicator,
        "gb:value": decimal(told.get("value", "")),
        "gb:unit": zh(told["unit"]) if "unit" in told else None,
        "gb:change": decimal(told.get("change", "")),
        "gb:period": quoted(told["period"]) if "period" in told else None,
        "gb:status": choice(STATUSES, told["status"], fact) if "status" in told else None,
        "gb:atMost": boolean(True) if told.get("limit") == "most" else None,
    }
    concepts = {name: indicator} | ({told["same"]: mint.named("indicator", told["same"])} if "same" in told else {})
    beside = [triple for label, iri in concepts.items() for triple in concept(iri, label)]
    beside += [(indicator, "skos:exactMatch", concepts[told["same"]])] if "same" in told else []
    return node("measure", ("gb:Measure",), says, fact, mint, tuple(beside))


def investment(fact: Fact, told: dict[str, str], mint: Mint) -> Statement:
    says = {
        "gb:investedIn": mint.thing(fact.subject),
        "gb:value": decimal(told.get("value", "")),
        "gb:unit": zh(told["unit"]) if "unit" in told else None,
    }
    return node("investment", ("gb:Investment",), says, fact, mint)


@lru_cache(maxsize=4096)  # few indicators are measured very often
def concept(iri: str, label: str) -> tuple[Triple, Triple]:
    return (iri, "a", "skos:Concept"), (iri, "skos:prefLabel", zh(label))


def choice(names: dict[str, str], name: str, fact: Fact) -> str:
    if name not in names:
        raise BrokenGraph(f"{fact.relation} of {fact.subject} says {name!r}", f"write one of {', '.join(names)}")
    return names[name]


FORMS: dict[str, Callable[[Fact, dict[str, str], Mint], Statement]] = {
    "holds": post, "milestone": milestone, "measure": measure, "investment": investment,
}
