"""A text's words in, Mentions of roads and lines named by their ends out: 甲县至乙县高速公路, and 丙市至丁市 before it in one list."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import by_name
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

LINE = re.compile(
    r"[轨地轻有](?:(?<=轨)道交通|(?<=地)铁|(?<=轻)轨|(?<=有)轨电车)(?!(?:建设|规划|运营|沿|等|各|的|[一二三四五六七八九十\d]+条))(?:[一-鿿]{1,4}|[A-Z]?\d{1,2}号?)线"
    r"(?!路|网|[上下]|[性的])(?:[一二三四]期|[东西南北]?延(?:伸|长)?[线段])?"
)
TO, LEAST, LONGEST, FAR = re.compile("[至—－]"), 2, 8, 4
LEADS = frozenset("由为对与及在到从向等的了接经过")
JOINT, CITY = re.compile("[、和]"), "城市"
WORD = re.compile(r"[一-鿿]+")


def routes(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Both ends are areas of the list, or no everyday words; what way it is may be said only once, by the last of the list."""
    waiting: list[tuple[int, int]] = []
    for to in TO.finditer(text):
        found = ends(text, to.start(), words, knowledge)
        if found and waiting and not (waiting[-1][1] + 1 == found[0] and JOINT.match(text, waiting[-1][1])):
            waiting = []
        waiting = [*waiting, found] if found else []
        if waiting and (way := ways(knowledge).match(text, waiting[-1][1])):
            for start, end in waiting:
                name, whole = text[start:end] + way["way"], end == way.start("way")
                names = (*((text[start:end],) if not whole else ()), *initials(text, text[start:end], way["way"]))
                yield Mention(start, way.end() if whole else end, ("Road",), name, "route", names)
            waiting = []


def trains(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """轨道交通甲湖线一期: a line of a city's trains by its own name."""
    for found in LINE.finditer(text):
        start = found.start() - len(CITY) * text.endswith(CITY, 0, found.start())
        if start in words.at:
            yield Mention(start, found.end(), ("Road",), text[start : found.end()], "line of trains")


def initials(text: str, ends: str, way: str) -> tuple[str, ...]:
    """丙马高速, where the text also says that of 丙川至马镇高速公路."""
    front, _, rest = ends.partition(next(letter for letter in ends if TO.match(letter)))
    short = front[0] + rest[0]
    return (short + way,) if short in text else ()


def ends(text: str, at: int, words: Words, knowledge: Knowledge) -> tuple[int, int] | None:
    """Where the longest area before 至 begins and the longest behind it ends; else what is no everyday word there."""
    known = by_name(knowledge)
    before = next((n for n in range(LONGEST, LEAST - 1, -1) if n <= at and text[at - n : at] in known), 0)
    behind = next((n for n in range(LONGEST, LEAST - 1, -1) if text[at + 1 : at + 1 + n] in known), 0)
    start = at - before if before else words.back(at, LONGEST, lambda n: proper(words, n, edges(knowledge)))
    end = at + 1 + behind if behind else stop(text, at + 1, words, knowledge)
    if before and end - at - 1 < LEAST:
        end = at + 1 + far(text, at + 1, words, knowledge)
    return (start, end) if min(at - start, end - at - 1) >= LEAST else None


def far(text: str, at: int, words: Words, knowledge: Knowledge) -> int:
    """甲市至树林召高速公路: behind a known area all up to the way is the other end, but for what no name holds."""
    known = edges(knowledge)
    for size in range(LEAST, FAR + 1):
        if WORD.fullmatch(text, at, at + size) and ways(knowledge).match(text, at + size):
            return size if all(role(words[n], known) in ("proper", "plain") for n in words.within(at, at + size)) else 0
    return 0


def stop(text: str, at: int, words: Words, knowledge: Knowledge) -> int:
    """On over such words, up to what the way is or what parts the list."""
    n, end, known = words.at.get(at, len(words)), at, edges(knowledge)
    while n < len(words) and words.starts[n] == end and words.ends[n] - at <= LONGEST and proper(words, n, known):
        if ways(knowledge).match(text, end) and end > at:
            break
        end, n = words.ends[n], n + 1
    return end


def proper(words: Words, n: int, known: dict[str, str]) -> bool:
    return role(words[n], known) == "proper" and words.texts[n] not in LEADS and WORD.fullmatch(words.texts[n]) is not None


@cache
def ways(knowledge: Knowledge) -> re.Pattern[str]:
    way = either(knowledge.words("works", role="way"))
    return re.compile(rf"(?:等(?:[一二两三四五六七八九十]{{1,3}}|\d{{1,3}})?[条个]?)?(?P<way>{way})")
