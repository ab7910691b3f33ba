"""A document and its mentions in, what the words between neighbours say of them out: one thing, a list, a shared head word."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from graphbuild.knowledge import Knowledge
from graphbuild.model import Document, Mention
from graphbuild.resolve.names import plain
from graphbuild.resolve.nodes import Node, Nodes
from graphbuild.text.either import either

LIST = re.compile(r"[、和与及]|以及")
NEAR = 16
BRACKET = r"[（(]({cues})[：“]?([^（）()“”，、。；]{{2,20}})”?[）)]"
INITIALS = re.compile(r"[（(]([A-Za-z]{2,8})[）)]")
BETWEEN = r"[”，（(]*(?:现|已|正式|统一|于?\d{{4}}年(?:\d+月)?)?({cues})为?[：“]?"


@cache
def cues(knowledge: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    bracket, between = (either(knowledge.words("same_as", use=use)) for use in ("bracket", "between"))
    former = {row["word"]: row["former"] for row in knowledge.rows("same_as")}
    return re.compile(BRACKET.format(cues=bracket)), re.compile(BETWEEN.format(cues=f"{between}|{bracket}")), former


@cache
def heads(knowledge: Knowledge) -> re.Pattern[str]:
    words = (row["word"] for row in knowledge.rows("heads") if row["kind"] != "District")
    return re.compile(f"(?:{either(words)})$")


def look(nodes: Nodes, document: Document, mentions: Sequence[Mention], knowledge: Knowledge) -> None:
    """Adds to each node the names that this document puts beside it."""
    _, between, former = cues(knowledge)
    for one, other in neighbours(mentions):
        a, b = nodes.find(document.id, one), nodes.find(document.id, other)
        if a is None or b is None or a is b:
            continue
        gap = document.view.text[one.end : other.start]
        if LIST.fullmatch(gap):
            in_list(nodes, a, b, knowledge)
        elif (found := between.fullmatch(gap)) and a.person == b.person:
            a.told.add(plain(b.name))
            older = former[found.group(1)]
            a.former.update({"left": [a.name], "right": [b.name]}.get(older, ()))
    for mention in mentions:
        in_bracket(nodes, document, mention, knowledge)


def in_bracket(nodes: Nodes, document: Document, mention: Mention, knowledge: Knowledge) -> None:
    """甲园（原名乙园） gives 甲园 a second name, whether or not 乙园 was read as a name here."""
    bracket, _, former = cues(knowledge)
    text = document.view.text
    if text[mention.end : mention.end + 1] not in ("（", "(") or mention.kind == "Post":
        return
    node, found = nodes.find(document.id, mention), bracket.match(text, mention.end)
    if node and (initials := INITIALS.match(text, mention.end)):
        node.told.add(plain(initials.group(1)))
    if node and found and not node.person:
        name = found.group(2)
        node.told.add(plain(name))
        node.names[name] += 1
        node.former.update({"left": [node.name], "right": [name]}.get(former[found.group(1)], ()))


def neighbours(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each with the next that begins after it and is not far."""
    outer = [m for n, m in enumerate(mentions) if m.kind != "Post" and not inside(mentions, n)]
    for one, other in pairwise(outer):
        if 0 < other.start - one.end <= NEAR:
            yield one, other


def inside(mentions: Sequence[Mention], n: int) -> bool:
    """Whether it stands within the one before: mentions nest and are sorted, the longer first."""
    return any(m.end >= mentions[n].end and m.start <= mentions[n].start for m in mentions[max(0, n - 3) : n])


def in_list(nodes: Nodes, a: Node, b: Node, knowledge: Knowledge) -> None:
    """甲、乙公园: two things, unless 甲 has no head word of its own and 甲公园 is known."""
    a.beside.add(b.name)
    if a.person or b.name.startswith(a.name) or heads(knowledge).search(a.name):
        return
    for cut in range(1, len(b.name) - 1):
        whole = (a.scope.key, "", a.name + b.name[cut:], "")
        if whole in nodes.all:
            a.tails.add(whole[2])
            return
