"""Nodes in, the classes of the thing that they are out; which classes one thing can be seen as."""

from collections import Counter
from collections.abc import Iterable

from graphbuild.resolve.nodes import SITES, Node

SIMILAR = (
    SITES,
    frozenset(("Organization", "Facility")),
    frozenset(("Organization", "Company")),
    frozenset(("Company", "Facility")),
    frozenset(("District", "Zone")),
)
BESIDES = {
    **dict.fromkeys(sorted(SITES - {"Project"}), ("Project",)),
    "Facility": ("Organization", "Project", "Zone"),
    "Organization": ("Facility", "Project"),
    "District": ("Project",),
}


def fit(a: Node, b: Node) -> bool:
    """Whether two texts may have seen one thing as these."""
    pair = {a.kind, b.kind}
    return len(pair) == 1 or any(pair <= kinds for kinds in SIMILAR) or a.person and b.person


def classes(nodes: Iterable[Node]) -> tuple[str, ...]:
    """The class most often seen first, and those that its mentions say it is besides."""
    kinds, second = Counter[str](), Counter[str]()
    for node in nodes:
        kinds += node.kinds
        second += node.second
    first = "Official" if "Official" in kinds else most(kinds)
    if first == "Project" and len(kinds) > 1:
        return most(Counter({kind: n for kind, n in kinds.items() if kind != "Project"})), "Project"
    besides = sorted(kind for kind in second if kind != first and kind in BESIDES.get(first, ()))
    return (first, *besides) if "Project" not in kinds else tuple(dict.fromkeys((first, *besides, "Project")))


def most(kinds: Counter[str]) -> str:
    return min(kinds, key=lambda kind: (-kinds[kind], kind))
