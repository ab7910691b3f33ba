"""A Fact in, the nodes out that state it: a claim for each place that says an edge, or one post, milestone, measure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, SKOS, XSD

from graphbuild.errors import BrokenGraph
from graphbuild.graph.ids import Mint
from graphbuild.graph.literals import bounds, dated, decimal, zh
from graphbuild.graph.namespaces import GB, ORG
from graphbuild.model import Claim, Fact, PartialDate

Term: TypeAlias = URIRef | Literal
Triple: TypeAlias = tuple[URIRef, URIRef, Term]
KINDS = {"start": GB.Start, "topOut": GB.TopOut, "complete": GB.Complete, "open": GB.Open}
STATUSES = {"planned": GB.Planned, "done": GB.Done}


@dataclass(frozen=True, slots=True)
class Statement:
    """A node that claims stand behind; its IRI is a hash of what it says; `ends` are the entities that it is about."""

    iri: URIRef
    says: tuple[tuple[URIRef, Term], ...]
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
    triple = (mint.thing(fact.subject), GB[fact.relation], mint.thing(fact.object))
    says = (RDF.type, GB.Claim), *zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True)
    for claim in fact.claims:
        span = claim.span
        iri = mint.hashed("claim", *triple, span.document, str(span.start), str(span.end))
        yield Statement(iri, says, (fact.subject, fact.object), (claim,), (triple,))


def node(segment: str, kinds: tuple[URIRef, ...], says: dict[URIRef, Term | None], fact: Fact, mint: Mint) -> Statement:
    kept = [(p, o) for p, o in says.items() if o is not None]
    iri = mint.hashed(segment, *(text for p, o in kept for text in (p, o.n3())))
    ends = tuple(end for end in (fact.subject, fact.object) if end)
    return Statement(iri, (*((RDF.type, kind) for kind in kinds), *kept), ends, fact.claims)


def post(fact: Fact, told: dict[str, str], mint: Mint) -> Statement:
    says = {
        ORG.member: mint.thing(fact.subject),
        GB.title: zh(told["title"]) if "title" in told else None,
        ORG.organization: mint.thing(fact.object) if fact.object else None,
    }
    stated = node("post", (ORG.Membership, GB.Post), says, fact, mint)
    return replace(stated, beside=tuple(tenure(stated.iri, fact, told, mint)))


def tenure(iri: URIRef, fact: Fact, told: dict[str, str], mint: Mint) -> Iterator[Triple]:
    """Beside what names the post: when it began and ended, and the office, which is one for all its holders."""
    for predicate, name in ((GB.begin, "begin"), (GB.end, "end"), (GB.over, "over")):
        if date := dated(PartialDate.parse(told.get(name, ""))):
            yield iri, predicate, date
    if "office" in told:
        office = mint.thing(told["office"])
        yield iri, GB.office, office
        yield office, RDF.type, GB.Office
        yield office, SKOS.prefLabel, zh(told["office name"])
        yield office, GB.single, Literal("true" if "single" in told else "false", datatype=XSD.boolean, normalize=False)
        if fact.object:
            yield office, ORG.postIn, mint.thing(fact.object)


def milestone(fact: Fact, told: dict[str, str], mint: Mint) -> Statement:
    date = PartialDate.parse(told.get("date", ""))
    first, last = bounds(date) or (None, None)
    says = {
        GB.thing: mint.thing(fact.subject),
        GB.kind: choice(KINDS, told.get("kind", ""), fact),
        GB.status: choice(STATUSES, told.get("status", ""), fact),
        GB.date: dated(date),
        GB["from"]: first,
        GB.until: last,
    }
    return node("milestone", (GB.Milestone,), says, fact, mint)


def measure(fact: Fact, told: dict[str, str], mint: Mint) -> Statement:
    """A text may give figures and name no area: then the subject is empty."""
    name = told.get("indicator", "")
    indicator = mint.named("indicator", name)
    says = {
        GB.area: mint.thing(fact.subject) if fact.subject else None,
        GB.indicator: indicator,
        GB.value: decimal(told.get("value", "")),
        GB.unit: zh(told["unit"]) if "unit" in told else None,
        GB.change: decimal(told.get("change", "")),
        GB.period: Literal(told["period"]) if "period" in told else None,
        GB.status: choice(STATUSES, told["status"], fact) if "status" in told else None,
    }
    stated = node("measure", (GB.Measure,), says, fact, mint)
    concepts = {name: indicator} | ({told["same"]: mint.named("indicator", told["same"])} if "same" in told else {})
    beside = [triple for label, iri in concepts.items() for triple in concept(iri, label)]
    beside += [(indicator, SKOS.exactMatch, concepts[told["same"]])] if "same" in told else []
    return replace(stated, beside=tuple(beside))


def concept(iri: URIRef, label: str) -> tuple[Triple, Triple]:
    return (iri, RDF.type, SKOS.Concept), (iri, SKOS.prefLabel, zh(label))


def choice(names: dict[str, URIRef], name: str, fact: Fact) -> URIRef:
    if name not in names:
        raise BrokenGraph(f"{fact.relation} of {fact.subject} says {name!r}", f"write one of {', '.join(names)}")
    return names[name]


FORMS: dict[str, Callable[[Fact, dict[str, str], Mint], Statement]] = {
    "holds": post, "milestone": milestone, "measure": measure,
}
