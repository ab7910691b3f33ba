"""A text's words in, Mentions of the hall that an area of some level has out: 市级新市民服务中心, 甲县游客服务中心."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.building import MADE
from graphbuild.mentions.gazetteer import finder
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Word, Words
from graphbuild.model import Mention
from graphbuild.text.either import either

SITE, LEAST, MOST = "Facility", 3, 5
AREA = re.compile(r"[一-鿿]{1,8}[县区市旗镇乡]|[一-鿿]{2,6}街道")
TOLD = re.compile(r"主体|项目|工程|[一二三]期|[已将正于是]|预计|计划|位于|占地|总投资|今年|明年|去年|目前")
MANY, LEVELS = frozenset("各全每所（"), frozenset("镇乡村")
STOP = frozenset(("cut", "lead", "measure", "generic", "kind"))


def halls(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Where it is built or opened, and not all of a kind (各区级文化馆, 3个县级医院)."""
    for found in one(knowledge).finditer(text):
        if found.start() in words.at and MADE.match(text, found.end()):
            kinds = lexicon(knowledge)[found["head"]][0].split("+")
            kinds = [SITE, *(kind for kind in kinds if kind != SITE)]
            yield Mention(*found.span(), tuple(kinds), found.group(), "hall of a level")


@cache
def one(knowledge: Knowledge) -> re.Pattern[str]:
    rows = knowledge.rows("heads")
    heads = (row["word"] for row in rows if row["strength"] == "sure" and SITE in row["kind"] and len(row["word"]) >= LEAST)
    return re.compile(rf"[省市区县旗州镇](?<![各个所家座等两和、\d].)级新?(?P<head>{either(heads)})")


def of_areas(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """甲县游客服务中心: right behind an area's full name, up to a sure head, where no noun goes on behind it."""
    known = edges(knowledge)
    for start, end, name in finder(knowledge).find(text):
        n = words.at.get(end) if AREA.fullmatch(name) and start in words.at else None
        stop = hall(text, words, n, known, knowledge) if n is not None else 0
        if stop and text[start - 1 : start] not in MANY:
            kind, _ = lexicon(knowledge)[last_word(text[end:stop], knowledge)]
            yield Mention(start, stop, tuple(kind.split("+")), text[start:stop], "hall of an area")


def chains(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """甲市某某广场 of a chain that has one in every town: the town is part of its name."""
    for start, end, name in finder(knowledge).find(text):
        if len(name) > 1 and start in words.at and (found := chain(knowledge).match(text, end)):
            yield Mention(start, found.end(), (SITE,), text[start : found.end()], "house of a chain")


@cache
def chain(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(f"(?:{either(knowledge.words('works', role='chain'))})")


def hall(text: str, words: Words, first: int, known: dict[str, str], knowledge: Knowledge) -> int:
    """Where the head ends that these words come to before one breaks a name; 0 where none does."""
    start = words.starts[first]
    for n in range(first, min(first + MOST, len(words))):
        if words.starts[n] != (words.ends[n - 1] if n > first else start) or breaks(words[n], known):
            return 0
        head = last_word(text[start : words.ends[n]], knowledge)
        kind, strength = lexicon(knowledge).get(head, ("", ""))
        own = n > first or len(words.texts[n]) > len(head) or len(head) >= LEAST
        if strength == "sure" and SITE in kind and own and ends(text, words, n, known):
            return words.ends[n]
    return 0


def breaks(word: Word, known: dict[str, str]) -> bool:
    """甲县各乡镇 goes on to many; the level of a town is a letter of its name."""
    return word.text[0] in MANY or role(word, known) in STOP and word.text not in LEVELS


def ends(text: str, words: Words, n: int, known: dict[str, str]) -> bool:
    after = words.at.get(words.ends[n])
    told = MADE.match(text, words.ends[n]) or TOLD.match(text, words.ends[n])
    return after is None or role(words[after], known) in ("cut", "lead") or bool(told)
