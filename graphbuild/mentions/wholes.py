"""Mentions in, the whole inside the names of two of its phases out, where the text names it nowhere alone: 甲园 in 甲园一期."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.carry import PHASE
from graphbuild.mentions.inner import SITES
from graphbuild.mentions.roles import edges
from graphbuild.model import Mention

LEAST = 3


def wholes(mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """One phase may be all of a name; two of the same are phases of something."""
    phases: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Mention] = {}
    for mention in mentions:
        if SITES & set(mention.kinds) and (found := PHASE.search(mention.name)) and found.start() >= LEAST:
            name = mention.name[: found.start()]
            phases[name].add(found[1])
            if mention.literal:
                first.setdefault(name, mention)
    known = edges(knowledge)
    named = {name for mention in mentions for name in (mention.name, *mention.names)}
    for name, mention in first.items():
        if len(phases[name]) > 1 and name not in named and known.get(name[:2]) != "generic":
            yield Mention(mention.start, mention.start + len(name), mention.kinds, name, "whole of its phases")
