"""Judgements and human decisions in, groups of nodes that are one thing out; who was told apart stays apart through any chain."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice, product

from graphbuild.resolve.judge import STRONG, Judgement, apart
from graphbuild.resolve.nodes import Key, Node
from graphbuild.text.own import LEVELS

ENOUGH = 50  # members of each side that are compared before two groups become one


class Clusters:
    """Groups that only grow; a group knows who may never join it."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.groups = {node.key: [node] for node in nodes}
        self.barred: dict[Key, set[Key]] = defaultdict(set)

    def bar(self, a: Node, b: Node) -> None:
        self.barred[a.key].add(b.key)
        self.barred[b.key].add(a.key)

    def one(self, a: Node, b: Node) -> bool:
        return self.groups[a.key] is self.groups[b.key]

    def join(self, a: Node, b: Node, judged: bool = False) -> bool:
        """Whether the two are one group now."""
        left, right = self.groups[a.key], self.groups[b.key]
        if left is right:
            return True
        if self.parted(left, right) or not judged and conflict(left, right):
            return False
        self.unite(a, b)
        return True

    def unite(self, a: Node, b: Node) -> None:
        """Whatever speaks against it."""
        left, right = self.groups[a.key], self.groups[b.key]
        if left is right:
            return
        small, large = sorted((left, right), key=len)
        large += small
        self.groups.update({node.key: large for node in small})

    def parted(self, left: Sequence[Node], right: Sequence[Node]) -> bool:
        small, large = sorted((left, right), key=len)
        group = self.groups[large[0].key]
        return any(self.groups[key] is group for node in small for key in self.barred.get(node.key, ()))

    def all(self) -> list[list[Node]]:
        found = {id(group): group for group in self.groups.values()}
        return sorted((sorted(group, key=lambda n: n.key) for group in found.values()), key=lambda group: group[0].key)


def conflict(left: Sequence[Node], right: Sequence[Node]) -> bool:
    return any(apart(a, b) for a, b in product(islice(left, ENOUGH), islice(right, ENOUGH)))


def cluster(clusters: Clusters, judged: Sequence[Judgement]) -> list[Judgement]:
    """Joins what is judged the same, the surest first; what two things could claim is left and given back."""
    sure = sorted((j for j in judged if j.score >= STRONG), key=rank)
    for one in sure:
        clusters.join(one.left, one.right)
    loose: dict[Key, list[Judgement]] = defaultdict(list)
    for one in judged:
        if one.same and one.score < STRONG:
            loose[min((one.left, one.right), key=by_length).key].append(one)
    contested = []
    for key in sorted(loose, key=lambda key: (-len(key[2]), key)):
        contested += claim(clusters, sorted(loose[key], key=rank))
    return contested


def claim(clusters: Clusters, rivals: Sequence[Judgement]) -> list[Judgement]:
    """A short name that several things could bear belongs to none of them."""
    groups = {id(clusters.groups[longer(one).key]) for one in rivals}
    if len(groups) > 1 and not all(clusters.one(one.left, one.right) for one in rivals):
        return list(rivals)
    return [one for one in rivals if not clusters.join(one.left, one.right)]


def longer(one: Judgement) -> Node:
    return max((one.left, one.right), key=by_length)


def by_length(node: Node) -> tuple[int, Key]:
    return len(node.name), node.key


def rank(one: Judgement) -> tuple[object, ...]:
    return -one.score, level(longer(one)), one.left.key, one.right.key


def level(node: Node) -> int:
    """长沙 is first the city, then the county."""
    return LEVELS.find(node.name[-1]) if node.kind == "District" else -1

