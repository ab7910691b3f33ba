"""A text's words in, Mentions of sections of ways out, which are named by their ends: 甲线乙镇至丙村段工程."""

import re
from collections.abc import Iterator

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.bounds import BESIDE
from graphbuild.mentions.edge import ALONE
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

ENDS = re.compile(r"至((?:(?!的)[一-鿿A-Z\d]){1,10}?)段(?![落时子])((?:改建|改造|扩建|改扩建|新建|续建)?(?:工程|项目))?")
STRETCH = re.compile(
    r"(?P<way>[大公高铁国省县乡路街](?:(?<=大)[道街]|(?<=[公铁])路|(?<=高)速|(?<=[国省县乡])道|(?<=[路街])))"
    r"(?:(?![的标多各全该此这某部以往向])[一-鿿]){1,4}?段(?![落时子长性])"
)
LEVEL, CODE = "(?:国|省|县|乡)道", "[GSXYC]"
NUMBERED = re.compile(
    rf"[国省县乡GSXYC\d](?:(?<=[国省县乡])道{CODE}?\d{{2,4}}(?![\d.]|公里|千米|余?米|[条亩个处座年万亿多余])线?"
    rf"|(?<=[GSXYC\d])(?<![A-Za-z\d.].)(?:(?<=\d)\d{{1,3}}|(?<=[GSXYC])\d{{2,4}}){LEVEL}线?"
    r"|(?<=[GSXY])(?<![A-Za-z\d.].)\d{1,4}(?:高速公路|高速|线))"
)
NUMBER = rf"(?:{LEVEL}{CODE}?\d{{2,4}}|[GSXYC]?\d{{2,4}}{LEVEL})线?"
JOINING = re.compile(rf"(?<![A-Za-z\d.]){NUMBER}[至与]{NUMBER}(?:连接|联络)线")  # 218国道至313省道连接线
JOINTS = ("连接线", "联络线")
LETTERED = re.compile(r"[A-Z](?<![A-Za-z\d.][A-Z])[A-Z]?\d{1,3}号?[路街](?![一-鿿]{0,2}[车网由线])")  # B12路
STATION = re.compile(
    r"(?:高铁|城际|火车|铁路)(?![线沿各全进到出两])(?:(?![到至进出各的线客货汽换])[一-鿿]){2,4}?[东西南北]?站(?![点台房位长务岗名前区枢综内外])"
)
LEAST, LONGEST = 2, 16
TO, REMARK, APART = "至", "（", "（—"


def sections(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """From the first of the words without a break before 至; one in brackets tells of the way before them."""
    known = edges(knowledge)
    at = text.find(TO)
    while at >= 0:
        found = ENDS.match(text, at)
        start = begin(words, at, known) if found else at
        if found and at - start >= LEAST and text[start - 1 : start] != REMARK:
            kinds = ("Project", "Road") if found[2] else ("Road",)
            yield Mention(start, found.end(), kinds, text[start : found.end()], "section")
        at = text.find(TO, at + 1)


def stretches(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """甲路县城段: a way by its name, and which stretch of it."""
    known = edges(knowledge)
    for found in STRETCH.finditer(text):
        start = begin(words, found.end("way"), known)
        if found.start() - start == 1 and text[start - 1].isalpha() and text[start - 2 : start - 1] in ALONE:
            start -= 1  # 对保宁路: one letter before 路 is half a name
        beside = BESIDE.match(text, start, found.start())  # 东止甲路北段
        start = beside.end() if beside else start
        if found.start() > start and TO not in text[start : found.end()]:
            yield Mention(start, found.end(), ("Road",), text[start : found.end()], "stretch")


def numbered(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """国道344, S107省道: a way that has a number needs no name."""
    joining = JOINING.finditer(text) if any(sign in text for sign in JOINTS) else ()
    for found in (*NUMBERED.finditer(text), *LETTERED.finditer(text), *joining):
        yield Mention(found.start(), found.end(), ("Road",), found.group(), "road by its number")


def stations(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """高铁甲西站: a station by its line and place."""
    for found in STATION.finditer(text):
        if found.start() in words.at:
            yield Mention(*found.span(), ("Facility",), found.group(), "station of a line")


def begin(words: Words, end: int, known: dict[str, str]) -> int:
    """Where the words that touch each other begin; a verb, a small word or a bracket ends them."""

    def fits(n: int) -> bool:
        return words.texts[n][0] not in APART and role(words[n], known) not in ("cut", "lead", "measure", "soft")

    return words.back(end, LONGEST, fits)
