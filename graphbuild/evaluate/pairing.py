"""Gold and things in, which thing stands for which gold entity out: one for one, most shared forms first."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from rdflib.term import Node

from graphbuild.evaluate.names import forms, norm, same_title
from graphbuild.evaluate.stated import Thing
from graphbuild.knowledge import Knowledge

Post: TypeAlias = tuple[str, str, Any]


def pair(gold: Mapping[str, Any], things: Mapping[Node, Thing], typed: bool, knowledge: Knowledge) -> dict[str, Node]:
    named = {node: forms(thing.names, knowledge) for node, thing in things.items()}
    index = defaultdict(set)
    for node, names in named.items():
        for name in names:
            index[name].add(node)
    options = []
    for entity in gold["entities"]:
        wanted, types = forms([entity["name"], *entity.get("aliases", [])], knowledge), set(entity["types"])
        for node in set[Node]().union(*(index[name] for name in wanted)):
            alike = bool(types & things[node].types)
            if alike or not typed:
                shared = wanted & named[node]
                weight = len(shared) + 2 * (norm(entity["name"]) in shared) + alike
                options.append((-weight, str(entity["id"]), str(node), node))
    return dict(one_for_one(options))


def one_for_one(options: Sequence[tuple[int, str, str, Node]]) -> dict[str, Node]:
    got: dict[str, Node] = {}
    used = set()
    for _, wanted, _, node in sorted(options, key=lambda option: option[:3]):
        if wanted not in got and node not in used:
            got[wanted] = node
            used.add(node)
    return got


def pair_posts(want: Sequence[Post], have: Sequence[Post], knowledge: Knowledge) -> list[tuple[Post, Post]]:
    """Posts of one person whose titles are the same: first those written alike, then those with their body in front."""
    met: list[tuple[Post, Post]] = []
    free = list(have)
    alike: tuple[Callable[[str, str], bool], ...] = (str.__eq__, lambda a, b: same_title(a, b, knowledge))
    for same in alike:
        for wanted in [w for w in want if w not in [m[0] for m in met]]:
            found = next((h for h in free if h[0] == wanted[0] and same(wanted[1], h[1])), None)
            if found:
                met.append((wanted, found))
                free.remove(found)
    return met
