"""A line's words in, Mentions of things out: each named by its last head word, its left edge by what stands before."""

import re
from collections.abc import Iterator

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.chunks import Part, chunks
from graphbuild.mentions.heads import Head, heads
from graphbuild.mentions.words import Word
from graphbuild.model import Mention

TAIL = re.compile(r"[一二三四五六七八九十]期|第[一二三四]期|[A-Z\d]+区|[东西南北中]区|[东西南北]延线?|[东西南北]站房")
NUMERAL = re.compile(r"[\d一二三四五六七八九十百几数两多各这那该每\W]+")
LEVEL = frozenset("省市区县镇乡旗州盟")
ROADS = frozenset("路街桥道巷")
QUOTES = "“”"


def things(words: list[Word], text: str, knowledge: Knowledge, stops: frozenset[int]) -> Iterator[Mention]:
    """Every named thing of a line; generic nouns give nothing."""
    for chunk in chunks(words, knowledge, stops):
        found = heads(chunk, text, knowledge)
        if found:
            yield from read(chunk, found, text)


def read(chunk: list[Part], found: list[Head], text: str) -> Iterator[Mention]:
    """The thing that the chunk names, and the districts that stand in it."""
    while found:
        head = found[-1]
        mention = None if head.kind == "District" else name(chunk, found, text)
        if mention:
            yield mention
        if mention or head.kind == "District":
            yield from districts(chunk, found, text, mention)
            return
        found = found[:-1]


def districts(chunk: list[Part], found: list[Head], text: str, within: Mention | None) -> Iterator[Mention]:
    """The chain 甲县乙镇丙村: one mention a link, each reaching from the first; inside another name only the outer links."""
    begin = last = within.start if within else chunk[left_edge(chunk, found[-1])].start
    chain = ""
    for head in found:
        end = chunk[head.index].end
        link = text[last:end].strip(QUOTES)
        if head.kind != "District" or head.start < last or (within and end >= within.end):
            continue
        if head.strength != "area" and (len(link) <= len(head.word) or NUMERAL.fullmatch(link[: -len(head.word)])):
            continue
        if head.strength == "weak" and not any(p.role == "proper" for p in chunk if last <= p.start < head.start + 1):
            continue
        chain = text[begin:end] if begin < last else ""
        yield Mention(last, end, ("District",), link, "district", (chain,) if chain else ())
        last = end


def name(chunk: list[Part], found: list[Head], text: str) -> Mention | None:
    """The name that ends with the last head found, or nothing where it would be generic."""
    head = found[-1]
    begin = left_edge(chunk, head)
    start, end = chunk[begin].start, chunk[head.index].end
    if not named([part for part in chunk[begin : head.index + 1] if part.start < head.start], start, head, text):
        return None
    kinds: tuple[str, ...] = (head.kind,)
    if head.strength == "works" and not any(h.strength != "weak" or h.word in ROADS for h in found[:-1]):
        return None
    inner = whole(found, chunk) if head.word in ("项目", "工程") else None
    if inner and named([p for p in chunk[begin:] if p.start < inner.start], start, inner, text):
        kinds = (inner.kind, "Project")
    tail = TAIL.match(text, end)
    if tail:
        end = tail.end()
        kinds = (*kinds, "Project") if "期" in tail.group() or "延" in tail.group() else kinds
    return Mention(start, end, tuple(dict.fromkeys(kinds)), text[start:end].strip(QUOTES), "head")


def whole(found: list[Head], chunk: list[Part]) -> Head | None:
    """The head that ends just before the last one: 园 in 产业园项目."""
    last = found[-1]
    return next((h for h in found[:-1] if chunk[h.index].end == last.start and h.kind != "District"), None)


def left_edge(chunk: list[Part], head: Head) -> int:
    """The first part that belongs to the name: nothing that only leads up to it."""
    begin = 0
    for index, part in enumerate(chunk[: head.index + 1]):
        if part.role in ("lead", "measure"):
            begin = index + 1
    begin = min(begin, head.index)
    while begin < head.index and chunk[begin].role == "soft" and not road(begin, head):
        begin += 1
    return begin


def road(index: int, head: Head) -> bool:
    """建设路, 奋斗街: a verb alone before a road's head is its name."""
    return head.word in ROADS and index == head.index - 1


def named(before: list[Part], start: int, head: Head, text: str) -> bool:
    """Whether what stands before the head makes it one thing's name."""
    prefix = text[start : head.start]
    if not prefix:
        return head.kind == "Organization" and head.word[0] in LEVEL and len(head.word) > 1
    if head.kind == "Organization" and prefix[0] in LEVEL:
        return True
    if head.kind == "Road" and len(before) == 1 and before[0].role == "soft":
        return True
    proper = any(part.role == "proper" and not part.text.isascii() for part in before)
    if head.strength == "weak":
        return proper and len(prefix) + len(head.word) >= 2 + (head.kind != "WaterBody")
    return proper or sum(part.role == "plain" for part in before) >= 2
