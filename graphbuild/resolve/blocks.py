"""One part's documents in, its Block out: its names as nodes, each judgement among them, the groups that they are so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.decisions import Decisions, refer
from graphbuild.model import Claim, Document, Entity, Mention
from graphbuild.resolve.beside import look
from graphbuild.resolve.candidates import Keyed, keys, pairs
from graphbuild.resolve.cluster import Clusters, cluster
from graphbuild.resolve.entities import Group, first, make
from graphbuild.resolve.judge import Judgement, judge
from graphbuild.resolve.names import plain
from graphbuild.resolve.nodes import Key, Node, Nodes, gather
from graphbuild.resolve.places import Places
from graphbuild.resolve.scopes import Scope
from graphbuild.resolve.sites import without_site

WIDE = frozenset(("wide", "post", "city"))  # keys that names of several parts may share
Bundle = tuple[list[Node], list[Judgement]]  # nodes that judgements join, whatever becomes of them


@dataclass
class Block:
    """A part is a union of whole areas; `bundle` tells of each node which others it may be one with."""

    nodes: Nodes
    told: Sequence[Judgement]
    bundle: Mapping[Key, int]
    made: Sequence[tuple[Group, Entity]]
    contested: Sequence[Judgement]
    places: Mapping[str, frozenset[str]]


@dataclass
class Row:
    """A group whose thing other parts may speak of too."""

    bundle: int
    group: Key
    entity: Entity
    first: tuple[str, str]


@dataclass
class Offer:
    """What a part shows to all others: where its names may meet theirs; `packed` holds its bundles, to be looked into then."""

    keys: Sequence[tuple[Keyed, int]]
    named: Sequence[tuple[str, int]]
    rows: Sequence[Row]
    places: Mapping[str, frozenset[str]]
    bundles: Mapping[int, Bundle]


def block(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mention]], claims: Sequence[Claim],
    scopes: Mapping[str, Scope], knowledge: Knowledge, judged: Decisions,
) -> Block:
    nodes = gather(documents, found, claims, scopes, knowledge, judged)
    without_site(nodes, knowledge)
    for document in documents:
        look(nodes, document, found[document.id], knowledge)
    told = [judge(a, b) for a, b in pairs(list(nodes.all.values()))]
    clusters = Clusters(nodes.all.values())
    contested = cluster(clusters, told)
    places = Places(nodes.all.values(), knowledge)
    made = [(group, make(group, places, judged)) for group in clusters.all()]
    return Block(nodes, told, bundles(nodes.all, told), made, contested, {k: frozenset(v) for k, v in places.told.items()})


def bundles(nodes: Mapping[Key, Node], told: Sequence[Judgement]) -> dict[Key, int]:
    """Numbers nodes so that two that could come together, over whatever others, have one number."""
    clusters = Clusters(nodes.values())
    for one in told:
        if one.same:
            clusters.unite(one.left, one.right)
    return {node.key: n for n, group in enumerate(clusters.all()) for node in group}


def offer(made: Block, judged: Decisions) -> Offer:
    """Of a small part of the bundles more than a row is told."""
    nodes = [node for _, node in sorted(made.nodes.all.items())]
    shown = [(key, made.bundle[node.key]) for node in nodes for key in keys(node) if key[0] in WIDE]
    refs = {plain(refer(ref)[0]) for pair in judged.same | judged.different for ref in pair}
    named = [(name, made.bundle[n.key]) for n in nodes for name in sorted({plain(x) for x in (n.name, *n.names)} & refs)]
    wanted = {number for _, number in (*shown, *named)}
    held: dict[int, Bundle] = {number: ([], []) for number in sorted(wanted)}
    for node in nodes:
        if made.bundle[node.key] in wanted:
            held[made.bundle[node.key]][0].append(node)
    for one in made.told:
        if one.same and made.bundle[one.left.key] in wanted:
            held[made.bundle[one.left.key]][1].append(one)
    return Offer(shown, named, list(rows(made, wanted)), made.places, held)


def rows(made: Block, wanted: set[int]) -> Iterator[Row]:
    """Areas, what is known in the whole country, what others may name with this area, and what could bear the id of such."""
    ours = {name for key, number in made.bundle.items() if number in wanted for name in made.nodes.all[key].names}
    shown = {e.id for g, e in made.made if "District" in e.kinds or made.bundle[g[0].key] in wanted or fronted(g, e)}
    ids = shown | {e.id for _, e in made.made if e.name in ours}
    for group, entity in made.made:
        if entity.id in ids:
            yield Row(made.bundle[group[0].key], group[0].key, entity, first(group))


def fronted(group: Group, entity: Entity) -> bool:
    """甲市某馆, of which texts of the districts of 甲市 may speak too."""
    own = group[0].scope.name
    return len(own) > 1 and entity.name.startswith(own[:-1])
