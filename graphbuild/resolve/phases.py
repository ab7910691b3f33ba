"""Nodes, things and mentions in, a claim out for each phase whose whole the texts name: 甲园二期 is a part of 甲园."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.model import Claim, Document, Mention
from graphbuild.resolve.entities import Things
from graphbuild.resolve.forms import form
from graphbuild.resolve.names import shortened
from graphbuild.resolve.nodes import SITES, Node

PHASE = re.compile(r"(?:第?[一二三四五六七八九十\d]+期|首[开启]区)(?:工程|项目)?$")
SURE = 0.8
LEAST = 4


def phases(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mention]], things: Things, knowledge: Knowledge
) -> Iterator[Claim]:
    """The whole is named inside the phase's own name; a document may name it nowhere else."""
    sites = by_beginning(things)
    for document in documents:
        for mention in found[document.id]:
            whole = PHASE.sub("", mention.name)
            if mention.literal and LEAST <= len(whole) < len(mention.name) and mention.kind in SITES:
                yield from part(document, mention, whole, things, sites, knowledge)


def part(
    document: Document, mention: Mention, name: str, things: Things, sites: Mapping[tuple[str, str], Sequence[Node]],
    knowledge: Knowledge,
) -> Iterator[Claim]:
    """Only where one thing alone can be the whole."""
    node = things.nodes.find(document.id, mention)
    if node is None or (document.id, "", name) in things.nodes.of:
        return  # a text that names both says itself what they are to each other
    core = form(name, mention.kind, node.scope, knowledge).core
    fitting = [other for other in sites[node.scope.key, core[:2]] if alike(core, other.form.core)]
    if len({things.means[other.key] for other in fitting}) == 1:
        things.nodes.of[document.id, "", name] = fitting[0]
        whole = Mention(mention.start, mention.start + len(name), mention.kinds, name, "part by its name")
        yield Claim("partOf", mention, whole, document, mention.start, mention.end, "part by its name", SURE)


def alike(a: str, b: str) -> bool:
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    return a == b or shortened(long, short)


def by_beginning(things: Things) -> Mapping[tuple[str, str], Sequence[Node]]:
    """Wholes by their area and first two letters."""
    sites: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for _, node in sorted(things.nodes.all.items()):
        if node.kind in SITES and not PHASE.search(node.name):
            sites[node.scope.key, node.form.core[:2]].append(node)
    return sites
