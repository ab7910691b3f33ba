"""A text's words in, Mentions of units out: 禁毒支队 in 禁毒支队支队长, 甲县消防大队 before 大队长; groups that are set up: 成立甲镇创建“乙”领导小组."""

import re
from collections.abc import Iterator

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.edge import ALONE
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

UNIT = re.compile(r"(?P<unit>[支大总中]队)(?=(?P=unit)长|(?:副(?P=unit)长|政委|教导员|指导员))")
SET_UP = re.compile(
    r"(?:关于|决定|特|研究)成立(?P<group>[^，。；：！？\n（）]{0,30}“[^，。；：！？\n“”]{1,20}”[^，。；：！？\n“”（）]{0,12}?(?:领导小组|工作专班|指挥部))"
)
MOST, LEAST = 14, 4  # letters before 支队, and with it


def squads(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """From the first of the words that touch each other, of which none is a small one."""
    for found in UNIT.finditer(text):
        start = words.back(found.start(), MOST, lambda n: named(words.texts[n]))
        if found.end() - start >= LEAST:
            yield Mention(start, found.end(), ("Organization",), text[start : found.end()], "unit before its leader")
    for found in SET_UP.finditer(text):
        yield Mention(*found.span("group"), ("Organization",), found["group"], "group set up")


def named(word: str) -> bool:
    return word.isalnum() and word not in ALONE
