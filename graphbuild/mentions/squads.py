"""A text's words in, Mentions of units out: 禁毒支队 in 禁毒支队支队长, 甲县消防大队 before 大队长; 八师; groups that are set up: 成立甲镇创建“乙”领导小组."""

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
CORPS = re.compile("生产建设兵团|兵团(?:党委|司令|政委|第)|师市|[第兵团一二三四五六七八九十][一二三四五六七八九十]?师(?:党委|师长|副?政委|[一-鿿]{2,3}市)")
OF_CORPS = re.compile(
    r"(?:新疆)?(?:生产建设)?兵团|第?[一二三四五六七八九十]{1,3}师(?![傅范生资父兄爷母一])"
    r"|(?<![\d一-鿿])(?:[一二三四五六七八九]{2,3}|\d{2,3})团(?=[场镇党连政部机，。、的]|$)|(?<=[到在赴])[一二三四五六七八九]{2,3}团(?![队体员])"
)
MOST, LEAST = 14, 4  # letters before 支队, and with it


def squads(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """From the first of the words that touch each other, of which none is a small one."""
    for found in UNIT.finditer(text):
        start = words.back(found.start(), MOST, lambda n: named(words.texts[n]))
        if found.end() - start >= LEAST:
            yield Mention(start, found.end(), ("Organization",), text[start : found.end()], "unit before its leader")
    for found in OF_CORPS.finditer(text) if CORPS.search(text) else ():
        yield Mention(*found.span(), ("Organization", "District"), found.group(), "unit of a corps")
    for found in SET_UP.finditer(text):
        yield Mention(*found.span("group"), ("Organization",), found["group"], "group set up")


def named(word: str) -> bool:
    return word.isalnum() and word not in ALONE
