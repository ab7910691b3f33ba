"""The Offers of all parts in, what their names are to each other out: one thing in several parts, each thing's id."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.decisions import Decisions
from graphbuild.knowledge.verdicts import Verdict
from graphbuild.model import Entity, Issue
from graphbuild.resolve.blocks import WIDE, Bundle, Offer
from graphbuild.resolve.candidates import Keyed, keys, of_block
from graphbuild.resolve.cluster import Clusters, cluster
from graphbuild.resolve.entities import Things, add_parents, both, first, make, rank_of_one_name
from graphbuild.resolve.judge import Judgement, judge
from graphbuild.resolve.nodes import Key, Node, Nodes
from graphbuild.resolve.people_say import people
from graphbuild.resolve.places import Places
from graphbuild.resolve.verdicts import verdicts

Touched = set[tuple[str, int]]  # bundles by part and number
Look = Callable[[str, int], Bundle]
Pairs = list[tuple[Node, Node]]
Decided = tuple[list[Judgement], list[Judgement], Pairs, Pairs]  # across parts, unsure; by people joined, parted


@dataclass
class Candidate:
    """A group as it stands before ids are given: by part its nodes, or the one node that names a group of that part."""

    entity: Entity
    first: tuple[str, str]
    group: Key
    members: dict[str, list[Key]]
    whole: bool  # whether `members` are all its nodes


@dataclass
class Meeting:
    """`means` tells ids by part and node where parts meet, `called` by part and group elsewhere; `homes` who speaks of each."""

    entities: dict[str, Entity] = field(default_factory=dict)
    homes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    means: dict[str, dict[Key, str]] = field(default_factory=lambda: defaultdict(dict))
    called: dict[str, dict[Key, str]] = field(default_factory=lambda: defaultdict(dict))
    touched: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    contested: dict[str, set[tuple[Key, Key]]] = field(default_factory=lambda: defaultdict(set))
    judged: dict[str, set[tuple[Key, Key]]] = field(default_factory=lambda: defaultdict(set))
    verdicts: Sequence[Verdict] = ()
    issues: Sequence[Issue] = ()


def meet(offers: Mapping[str, Offer], look: Look, knowledge: Knowledge, judged: Decisions) -> Meeting:
    """People's decisions first, then the surest judgements, as within a part; `look` opens a bundle."""
    told, places, reached = Meeting(), told_places(offers, knowledge), touched(offers, shared_keys(offers))
    named, spoken = groups(told, offers, look, places, judged)
    settle(told, [*named, *untouched(offers, reached)], places, knowledge)
    things = Things(Nodes({}), told.entities, {key: id for ids in told.means.values() for key, id in ids.items()})
    told.verdicts = verdicts(*spoken, things)
    return told


def told_places(offers: Mapping[str, Offer], knowledge: Knowledge) -> Places:
    places = Places((), knowledge)
    places.told.update((key, set(names)) for offer in offers.values() for key, names in offer.places.items())
    return places


def groups(
    told: Meeting, offers: Mapping[str, Offer], look: Look, places: Places, judged: Decisions
) -> tuple[list[Candidate], Decided]:
    """What the bundles that meet come to; these may be all, or those that share names with none of the others."""
    shared = shared_keys(offers)
    reached = touched(offers, shared)
    opened = {where: look(*where) for where in sorted(reached)}
    part = {node.key: where[0] for where, (nodes, _) in opened.items() for node in nodes}
    nodes = [node for bundle, _ in opened.values() for node in bundle]
    inside = [one for _, judgements in opened.values() for one in judgements]
    across = [judge(a, b) for a, b in met(nodes, shared, part)]
    clusters, joined, parted, told.issues = decided(nodes, judged)
    unsure = cluster(clusters, [*inside, *across])
    for where, number in reached:
        told.touched[where].add(number)
    for one in unsure:
        told.contested[part[one.left.key]].add((one.left.key, one.right.key))
    for a, b in (*joined, *parted):
        told.judged[part[a.key]] |= {(a.key, b.key), (b.key, a.key)}
    return [candidate(group, make(group, places, judged), part) for group in clusters.all()], (across, unsure, joined, parted)


def shared_keys(offers: Mapping[str, Offer]) -> set[Keyed]:
    seen: dict[Keyed, str] = {}
    return {key for part, offer in offers.items() for key, _ in offer.keys if seen.setdefault(key, part) != part}


def touched(offers: Mapping[str, Offer], shared: set[Keyed]) -> Touched:
    """The bundles that hold a name of several parts, or one that people have judged."""
    found = {(part, number) for part, offer in offers.items() for key, number in offer.keys if key in shared}
    return found | {(part, number) for part, offer in offers.items() for _, number in offer.named}


def met(nodes: Sequence[Node], shared: set[Keyed], part: Mapping[Key, str]) -> Iterator[tuple[Node, Node]]:
    """Each pair of two parts once; pairs of one part have been judged there."""
    blocks: dict[Keyed, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.key):
        for key in dict.fromkeys(key for key in keys(node) if key[0] in WIDE and key in shared):
            blocks[key].append(node)
    pairs = {(a.key, b.key): (a, b) for key, block in blocks.items() for a, b in of_block(key, block)}
    yield from (pair for keyed, pair in sorted(pairs.items()) if part[keyed[0]] != part[keyed[1]])


def decided(nodes: Sequence[Node], judged: Decisions) -> tuple[Clusters, Pairs, Pairs, Sequence[Issue]]:
    clusters, spoken = Clusters(nodes), people(nodes)
    joined, unclear = spoken.joined(judged)
    parted = list(spoken.parted(judged))
    for a, b in parted:
        clusters.bar(a, b)
    for a, b in joined:
        clusters.join(a, b, judged=True)
    return clusters, joined, parted, unclear


def candidate(group: Sequence[Node], entity: Entity, part: Mapping[Key, str]) -> Candidate:
    members: dict[str, list[Key]] = defaultdict(list)
    for node in group:
        members[part[node.key]].append(node.key)
    return Candidate(entity, first(group), group[0].key, members, True)


def untouched(offers: Mapping[str, Offer], reached: Touched) -> Iterator[Candidate]:
    for part, offer in offers.items():
        for row in offer.rows:
            if (part, row.bundle) not in reached:
                yield Candidate(row.entity, row.first, row.group, {part: [row.group]}, False)


def settle(told: Meeting, candidates: Iterable[Candidate], places: Places, knowledge: Knowledge) -> None:
    """One entity an id: areas are one under all their names, of other groups of one id each gets its own."""
    same: dict[str, list[Candidate]] = defaultdict(list)
    for one in sorted(candidates, key=lambda one: one.group):
        same[one.entity.id].append(one)
    for id in sorted(same):
        for one, name in zip(same[id], rank_of_one_name([(c.entity, c.first) for c in same[id]]), strict=True):
            entity = one.entity if one.entity.id == name else replace(one.entity, id=name)
            known = told.entities.get(name)
            told.entities[name] = both(known, entity) if known else entity
            told.homes[name].update(one.members)
            for part, keyed in one.members.items():
                (told.means if one.whole else told.called)[part].update(dict.fromkeys(keyed, name))
    things = Things(Nodes({}), told.entities)
    for entity in list(told.entities.values()):
        if parent := places.parent(entity):
            add_parents(things, entity.id, parent, knowledge)

