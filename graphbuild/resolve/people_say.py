"""Human decisions and nodes in, the pairs that they join and part out; a name may be told by place or file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path

from graphbuild.knowledge.areas import shortest
from graphbuild.knowledge.decisions import Decisions, Pair, refer
from graphbuild.model import Issue
from graphbuild.resolve.names import plain
from graphbuild.resolve.nodes import Node

Told = Iterator[tuple[Node, Node]]


@dataclass(frozen=True)
class People:
    """Nodes by each of their names."""

    named: Mapping[str, Sequence[Node]]

    def find(self, ref: str) -> list[Node]:
        name, place = refer(ref)
        return [node for node in self.named.get(plain(name), ()) if not place or at(node, place)]

    def joined(self, judged: Decisions) -> tuple[list[tuple[Node, Node]], list[Issue]]:
        """In one area where both are named there; else the only bearers, wherever they are."""
        found, issues = [], []
        for pair in sorted(judged.same, key=sorted):
            left, right = self.both(pair)
            near = list(told(left, right, pair))
            if not near and left and right and len(left) * len(right) > 1:
                issues.append(unclear(pair))
            found += near or [(a, b) for a, b in product(left, right) if len(left) * len(right) == 1]
        return found, issues

    def parted(self, judged: Decisions) -> Told:
        for pair in sorted(judged.different, key=sorted):
            yield from told(*self.both(pair), pair)

    def both(self, pair: Pair) -> tuple[list[Node], list[Node]]:
        refs = sorted(pair)
        return self.find(refs[0]), self.find(refs[-1])


def people(nodes: Iterable[Node]) -> People:
    named: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.key):
        for name in dict.fromkeys(plain(n) for n in (node.name, *sorted(node.names))):
            named[name].append(node)
    return People(named)


@lru_cache(maxsize=1)
def names_given(judged: Decisions) -> Mapping[str, Sequence[tuple[str, str]]]:
    """For each name that people gave a right one: who is meant, and how it is called."""
    given: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for ref, right in judged.names.items():
        given[plain(refer(ref)[0])].append((ref, right))
    return given


def told(left: Sequence[Node], right: Sequence[Node], pair: Pair) -> Told:
    """Where the reader said which, those; else the two of one area."""
    said = any("@" in ref for ref in pair)
    for a, b in product(left, right):
        if a is not b and a.person == b.person and (said or a.scope.key == b.scope.key):
            yield a, b


def at(node: Node, place: str) -> bool:
    area = node.scope.area
    names = {node.key[3], node.scope.key, node.scope.name, shortest(node.scope.name), area.code if area else ""}
    return place in names - {""} or any(Path(source).stem == place for source in node.documents.values())


def unclear(pair: Pair) -> Issue:
    names = " and ".join(sorted(pair))
    message = f"decisions.tsv says that {names} are the same, but several things of two areas bear these names"
    return Issue("warning", "resolve", "unclear decision", message, "decisions.tsv", "write NAME@PLACE")
