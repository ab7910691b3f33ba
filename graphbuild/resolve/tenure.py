"""Facts of posts in, one Fact a person and office out, with begin and end where texts say so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graphbuild.knowledge import Knowledge
from graphbuild.model import Claim, Entity, Fact, PartialDate
from graphbuild.resolve.indicators import same_indicators
from graphbuild.resolve.offices import Offices, former, without
from graphbuild.resolve.term import Term, certain, together

OVER = ("end", "past")
UNKNOWN = Term("9999", "9999")
Group = tuple[str, str, str]
JOINED = ("title", "organization", "office", "office name", "single")


def held(entities: Iterable[Entity], facts: Sequence[Fact], knowledge: Knowledge) -> list[Fact]:
    """Posts of one person in one office joined, whatever the texts call it; figures with the indicator that they are of."""
    offices = Offices({entity.id: entity for entity in entities}, knowledge)
    others = same_indicators((fact for fact in facts if fact.relation != "holds"), knowledge)
    return settled([*others, *(seated(fact, offices, knowledge) for fact in facts if fact.relation == "holds")])


def seated(fact: Fact, offices: Offices, knowledge: Knowledge) -> Fact:
    """A post with the office that it is, where the text tells its body."""
    fact = past(fact, knowledge)
    told = dict(fact.qualifiers)
    office = offices.of(told.get("title", ""), fact.object)
    more = {"office": office.id, "office name": office.name, "single": "yes" if office.single else ""} if office else {}
    return replace(fact, qualifiers=tuple(sorted((k, v) for k, v in {**told, **more}.items() if v or k not in more)))


def settled(facts: Iterable[Fact]) -> list[Fact]:
    """All posts of an office must be here, so that they can be joined and put in order."""
    posts, others = apart(facts)
    joined = [join(rows) for _, rows in sorted(posts.items())]
    return sorted([*others, *in_turn(joined)], key=lambda f: (f.relation, f.subject, f.object or "", str(f.qualifiers)))


def standing(facts: Iterable[Fact]) -> Iterator[Claim]:
    """The claims of facts that will be left when posts are joined: what another one says as well depends on its text alone."""
    posts, others = apart(facts)
    yield from (claim for fact in others for claim in fact.claims)
    for rows in posts.values():
        yield from kept(sorted((claim for fact in rows for claim in fact.claims), key=place))


def apart(facts: Iterable[Fact]) -> tuple[dict[Group, list[Fact]], list[Fact]]:
    """Posts by person and office, or body and title where the office is not told; and what is no post."""
    posts: dict[Group, list[Fact]] = defaultdict(list)
    others = []
    for fact in facts:
        told = dict(fact.qualifiers)
        if fact.relation != "holds":
            others.append(fact)
        else:
            office = told.get("office", "")
            posts[fact.subject, office or fact.object or "", "" if office else told.get("title", "")].append(fact)
    return posts, others


def in_turn(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Each holder of a single office after the one stated before; those whose days are not known follow nobody."""
    last: dict[str, tuple[Term, str]] = {}
    for term, fact in sorted(((term_of(f) or UNKNOWN, f) for f in facts), key=lambda row: (row[0], row[1].subject)):
        told = dict(fact.qualifiers)
        office = told.get("office", "") if told.get("single") and term != UNKNOWN else ""
        before = last.get(office)
        follows = before is not None and before[1] != fact.subject and later(before[0], term)
        if office:
            last[office] = term, fact.subject
        more = {"succeeds": before[1]} if before and follows else {}
        yield replace(fact, qualifiers=tuple(sorted({**told, **more}.items())))


def later(one: Term, other: Term) -> bool:
    return one.high <= other.low and not together(one, other)


def past(fact: Fact, knowledge: Knowledge) -> Fact:
    """原区长 is a 区长 whose time is over."""
    told = dict(fact.qualifiers)
    title = without(former(knowledge), told.get("title", ""))
    if title == told.get("title", ""):
        return fact
    claims = (replace(c, qualifiers=tuple(sorted({**dict(c.qualifiers), "event": "past"}.items()))) for c in fact.claims)
    return replace(fact, qualifiers=tuple(sorted({**told, "title": title}.items())), claims=tuple(claims))


def join(facts: Sequence[Fact]) -> Fact:
    """The fullest title, the body most texts name, every claim once, and the days that they tell."""
    claims = list(kept(sorted((c for fact in facts for c in fact.claims), key=place)))
    best = max(facts, key=lambda f: (len(f.claims), len(dict(f.qualifiers).get("title", "")), f.object or "", str(f.qualifiers)))
    told = {key: value for key, value in best.qualifiers if key in JOINED}
    told["title"] = max((dict(f.qualifiers).get("title", "") for f in facts), key=lambda title: (len(title), title))
    told |= terms(claims)
    return Fact("holds", best.subject, best.object, tuple(sorted((k, v) for k, v in told.items() if v)), tuple(claims))


def place(claim: Claim) -> tuple[object, ...]:
    return claim.document.id, claim.start, claim.end, claim.rule, claim.qualifiers


def event(claim: Claim) -> str:
    return dict(claim.qualifiers).get("event", "")


def kept(claims: Sequence[Claim]) -> Iterator[Claim]:
    """任命甲为区长 says all that 甲为区长 in it says."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if event(claim):
            told[claim.document.id].append(claim)
    for claim in claims:
        inside = any(c.start <= claim.start and claim.end <= c.end for c in told[claim.document.id])
        if event(claim) or not inside:
            yield claim


def terms(claims: Iterable[Claim]) -> Mapping[str, str]:
    """begin: the earliest told; end: the latest, unless it was begun again; over: a day by which it was past."""
    days: dict[str, list[PartialDate]] = defaultdict(list)
    for claim in claims:
        told = dict(claim.qualifiers)
        date = PartialDate.parse(told.get("on", "")) if event(claim) != "past" else claim.document.said
        if str(date):
            days[event(claim)].append(date)
    begin, end, over = earliest(days["begin"]), latest(days["end"]), earliest(days["past"])
    again = begin.span() and end.span() and (end.span() or ("", ""))[1] < (begin.span() or ("", ""))[0]
    terms = {"begin": begin, "end": PartialDate() if again else end, "over": over}
    return {name: str(date) for name, date in terms.items() if str(date)}


def earliest(dates: Sequence[PartialDate]) -> PartialDate:
    return min(dates, key=lambda date: (date.span() or ("9999", ""), str(date)), default=PartialDate())


def latest(dates: Sequence[PartialDate]) -> PartialDate:
    return max(dates, key=lambda date: ((date.span() or ("", ""))[::-1], str(date)), default=PartialDate())


def term_of(fact: Fact) -> Term | None:
    told = {name: PartialDate.parse(day).span() for name, day in fact.qualifiers if name in ("begin", "end")}
    said = [days for c in fact.claims if event(c) not in OVER and (days := c.document.said.span())]
    return certain(said, told.get("begin"), told.get("end"))
