"""Nodes in, the pairs worth judging out: only what shares a key is compared, so that the work grows with the names."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import TypeAlias

from graphbuild.knowledge.areas import shortest
from graphbuild.resolve.names import FIRM, by_ends, plain
from graphbuild.resolve.nodes import Node
from graphbuild.resolve.sites import REST
from graphbuild.text.own import LEVELS

Keyed: TypeAlias = tuple[str, ...]
EQUAL = frozenset(("name", "core", "wide", "post", "looks", "city"))  # keys whose holders are as good as equal
MOST = 40  # more names than this under one loose key are compared with their neighbours alone
WINDOW = 8
LOOSE_CORE = 3


def pairs(nodes: Sequence[Node]) -> list[tuple[Node, Node]]:
    """Each pair once, in an order that does not depend on reading."""
    blocks: dict[Keyed, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.key):
        for key in dict.fromkeys(keys(node)):
            blocks[key].append(node)
    found = {(a.key, b.key): (a, b) for key, block in blocks.items() for a, b in of_block(key, block)}
    return [found[key] for key in sorted(found)]


def of_block(key: Keyed, block: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    if len(block) <= MOST and key[0] not in EQUAL:
        yield from combinations(block, 2)
    elif key[0] in EQUAL:  # the first with all, each with the next
        yield from ((block[0], other) for other in block[1:])
        yield from pairwise(block)
    else:
        near = sorted(block, key=lambda node: (node.form.core, node.key))
        for n, node in enumerate(near):
            yield from (ordered(node, other) for other in near[n + 1 : n + 1 + WINDOW])


def ordered(a: Node, b: Node) -> tuple[Node, Node]:
    return (a, b) if a.key < b.key else (b, a)


def keys(node: Node) -> Iterator[Keyed]:
    """What it shares with whatever may be the same thing."""
    scope, sort = node.scope.key, "person" if node.person else ""
    for form in node.forms:
        yield "name", scope, sort, form.plain
        yield "core", scope, sort, form.core
        yield "looks", scope, sort, form.looks
        if not sort:
            yield from (("tail", scope, rest) for rest in sorted(node.rests))
            yield from loose(node, scope, form.core)
    for told in (*node.told, *node.tails):
        yield "name", scope, sort, plain(told)
    if node.wide:
        yield "wide", node.wide
    for title, body in node.posts:
        if body:
            yield "post", node.name, title, body
    if node.kind in ("Road", "WaterBody") and node.scope.above:
        yield "city", node.scope.above[0], node.form.plain


def loose(node: Node, scope: str, core: str) -> Iterator[Keyed]:
    if node.kind == "District":
        yield "level", scope, shortest(core)
    if node.kind == "Road" and (brief := by_ends(node.name)):
        yield "ends", scope, brief
    if node.kind in ("Company", "Organization"):
        yield "firm", scope, FIRM.sub("", core)[:2]
    if len(core) >= LOOSE_CORE:
        yield "short", scope, core[:2], core[-1]
    if node.kind == "Organization":
        ends = [n + 1 for n, letter in enumerate(core) if letter in LEVELS and len(core) - n > LOOSE_CORE]
        yield from (("body", scope, core[cut:]) for cut in (0, *ends))
    for cut in (0, 2, 3):
        if len(core) - cut >= (6 if cut else REST):
            yield "tail", scope, core[cut:]

