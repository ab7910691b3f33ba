"""A Block with its documents, claims and Outlook in, what the part states out: its own facts, and those for others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.decisions import Decisions
from graphbuild.knowledge.verdicts import Verdict
from graphbuild.model import Claim, Document, Entity, Fact, Issue, Mention
from graphbuild.resolve.blocks import Block
from graphbuild.resolve.citing import Citing
from graphbuild.resolve.entities import Group, Things, told_apart
from graphbuild.resolve.facts import facts
from graphbuild.resolve.families import families
from graphbuild.resolve.givers import Givers
from graphbuild.resolve.indicators import same_indicators
from graphbuild.resolve.judge import Judgement
from graphbuild.resolve.offices import Offices
from graphbuild.resolve.phases import phases
from graphbuild.resolve.struck import Struck
from graphbuild.resolve.tenure import seated, standing
from graphbuild.resolve.verdicts import doubts, said_of
from graphbuild.resolve.views import Outlook, shelf

FAMILY = "=family"  # where milestones go whose things have parts that others speak of
Shipped = dict[str, list[Fact]]


@dataclass
class Part:
    """`facts` are complete here; `shipped` go to the shelf where they are, `beside` only help to judge there.

    `quoted` are the claims of what is shipped: their words stand in this part's texts.
    `heard` are the names and statements of people's judgements that were met.
    """

    entities: Sequence[Entity]
    known: Mapping[str, Entity]
    facts: Sequence[Fact]
    quoted: Sequence[Claim]
    shipped: Shipped
    beside: Shipped
    issues: Sequence[Issue]
    verdicts: Sequence[Verdict]
    givers: Givers
    heard: Sequence[tuple[str, ...]] = ()


def state(
    made: Block, documents: Sequence[Document], found: Mapping[str, Sequence[Mention]], claims: Sequence[Claim],
    seen: Outlook, knowledge: Knowledge, judged: Decisions,
) -> Part:
    things, ours = named(made, seen)
    own = {document.id: document.id for document in documents}
    parts = list(phases(documents, found, things, knowledge))
    struck = Struck(things, judged)
    stated, issues = facts([*claims, *parts], own, things, knowledge, struck)
    offices = Offices(things.entities, knowledge, dict(seen.codes) or {"": ""})
    ready = [*same_indicators((f for f in stated if f.relation != "holds"), knowledge),
             *(seated(f, offices, knowledge) for f in stated if f.relation == "holds")]  # fmt: skip
    others = [entity for entity in seen.areas if entity.id not in things.entities]
    givers = Givers([*things.entities.values(), *others], ready, found, knowledge)
    verdicts = list(judgements(made, things, seen))
    kept, shipped, beside = routed(ready, frozenset(ours), things.entities, givers)
    here = {id(fact) for fact in kept}
    quoted = list(standing(fact for fact in ready if id(fact) not in here))
    entities = [things.entities[id] for id in sorted(ours)]
    left = [*issues, *doubts(verdicts)]
    return Part(entities, things.entities, kept, quoted, shipped, beside, left, verdicts, givers, struck.heard())


def named(made: Block, seen: Outlook) -> tuple[Things, set[str]]:
    """The things of a part by node, and the ids of those that no other part speaks of."""
    things, called = Things(made.nodes, {entity.id: entity for entity in seen.entities}), dict(seen.called)
    things.means.update(seen.means)
    alone: list[tuple[Group, Entity]] = []
    for group, entity in made.made:
        if made.bundle[group[0].key] in seen.touched:
            continue
        if id := called.get(group[0].key):
            things.means.update((node.key, id) for node in group)
        else:
            alone.append((group, entity))
    for group, entity in told_apart(alone):
        things.entities[entity.id] = entity
        things.means.update((node.key, entity.id) for node in group)
    with_names(things, frozenset(seen.shared))
    return things, set(things.entities) - set(seen.shared)


def with_names(things: Things, shared: frozenset[str]) -> None:
    """Of what others speak of too, the names that this part's texts have for it."""
    names: dict[str, set[str]] = defaultdict(set)
    for key, id in things.means.items():
        if id in shared:
            names[id].update(things.nodes.all[key[0], key[1], key[2], key[3]].names)
    for id, told in names.items():
        things.entities[id] = replace(things.entities[id], names=tuple(sorted(told)))


def judgements(made: Block, things: Things, seen: Outlook) -> Iterator[Verdict]:
    """What is said of each pair of this part; where parts met, by what was decided there."""
    unsure = {(one.left.key, one.right.key) for one in made.contested if made.bundle[one.left.key] not in seen.touched}
    spoken, unsure = set(seen.judged), unsure | set(seen.contested)
    pairs: Iterable[Judgement] = (one for one in made.told if (one.left.key, one.right.key) not in spoken)
    return said_of(pairs, unsure, things)


def routed(
    ready: Iterable[Fact], ours: frozenset[str], known: Mapping[str, Entity], givers: Givers
) -> tuple[list[Fact], Shipped, Shipped]:
    """What is of this part alone, by shelf what is of others too, and what they must know of its parts."""
    ready = list(ready)
    mixed = families(ready, ours)
    cited = Citing(known, givers)
    kept, shipped, beside = [], defaultdict(list), defaultdict(list)
    for fact in ready:
        place = home(fact, ours, mixed)
        if place:
            shipped[place].append(cited(fact))
        else:
            kept.append(fact)
        if fact.relation == "partOf" and {fact.subject, fact.object} & mixed:
            beside[FAMILY].append(cited(fact))
    return kept, shipped, beside


def home(fact: Fact, ours: frozenset[str], mixed: frozenset[str]) -> str:
    """The shelf on which a fact meets those of its kind from other parts; none where there can be no others."""
    told = dict(fact.qualifiers)
    if fact.relation == "holds" and "office" in told:
        return shelf(told["office"])
    if fact.relation == "milestone" and fact.subject in mixed:
        return FAMILY
    return "" if fact.subject in ours else shelf(fact.subject)
