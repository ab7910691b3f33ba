"""A text's words in, Mentions of homes built for those who had to move out: 甲社区回迁安置房, 甲、乙棚改安置房."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.bounds import BUILDERS
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

RENEWED = ("改造", "（城中村）", "(城中村)", "城中村", "棚户区")
RENEWAL = re.compile(r"(?:棚户区|[（(]?城中村[）)]?)+改造")
UPPER = re.compile(r"(?:[一-鿿]{2,8}?[市区县旗])?[一-鿿]{2,6}?(?:街道|[镇乡])(?=[一-鿿]{2,5}(?:社区|村))")  # 甲镇|乙村回迁房
MOST, LEAST, ITEM = 20, 2, 4
RULE = "homes of those who moved"
KINDS, NEVER = ("Facility", "Project"), ("cut", "lead", "measure", "soft")


def resettled(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Those that are called by two names have one."""
    found = list(each(text, words, knowledge))
    said = {mention.name for mention in found}
    called: dict[str, str] = {}
    for long, short in ((mention.name, name) for mention in found if mention.rule == RULE for name in mention.names):
        if long.endswith(short):
            called[short] = long
        elif short in said:  # 甲社区回迁房 and 甲社区（城中村）改造回迁房
            called[long] = short
    for mention in found:
        name = called.get(mention.name, mention.name)
        yield mention if name == mention.name else replace(mention, name=name, names=(mention.name,))


def each(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """The quarter before it is its name; the quarters of a list have one each."""
    known = edges(knowledge)

    def part(n: int) -> bool:
        near = len(words.texts[n]) == 1 and words.tag(n) == "f"  # 甲外返迁安置房
        return words.texts[n] in RENEWED or near or role(words[n], known) not in NEVER

    for found in homes(knowledge).finditer(text):
        start = words.back(found.start(), MOST, part)
        while (n := words.at.get(start)) is not None and len(words.texts[n]) > 1 and known.get(words.texts[n]) == "generic":
            start = words.ends[n]
        for lead in (UPPER, BUILDERS):
            start = front.end() if (front := lead.match(text, start, found.end())) else start
        if named(start, found.start(), words, knowledge):
            name = text[start : found.end()]
            yield Mention(start, found.end(), KINDS, name, RULE, tuple(shorter(name, len(found.group()))))
            yield from before(text, start, found.group(), words, known)


def shorter(name: str, homes: int) -> Iterator[str]:
    """甲社区回迁房 of 甲社区（城中村）改造回迁房, and 丙回迁房 of 乙县棚户区改造丙回迁房."""
    renewal = RENEWAL.search(name)
    if renewal and renewal.end() < len(name) - homes:
        yield name[renewal.end() :]
    elif renewal and renewal.start() >= LEAST:
        yield name[: renewal.start()] + name[renewal.end() :]


def named(start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """Not everyday words alone: 全市棚户区改造安置房."""
    inside = [words[n] for n in words.within(start, end)]
    letters = end - start >= LEAST and all(len(word.text) == 1 for word in inside)
    own = any(role(word, edges(knowledge)) == "proper" and word.text not in RENEWED for word in inside)
    return bool(inside) and end - start >= LEAST and (letters or own)


def before(text: str, start: int, homes: str, words: Words, known: dict[str, str]) -> Iterator[Mention]:
    """甲 and 乙 in 甲、乙、丙棚改安置房."""
    while text[start - 1 : start] == "、":
        end = start - 1
        start = words.back(end, ITEM, lambda n: words.texts[n].isalpha() and words.texts[n] not in known)
        if end - start < LEAST:
            break
        yield Mention(start, end, KINDS, text[start:end] + homes, "homes of a list", (text[start:end],))


@cache
def homes(knowledge: Knowledge) -> re.Pattern[str]:
    why, home = (either(knowledge.words("works", role=role)) for role in ("moved", "home for the moved"))
    return re.compile(rf"(?:{why}){{1,3}}(?:{home})")
