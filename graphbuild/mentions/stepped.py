"""A text's words in, Mentions of what begins a clause that tells a step of it out: 甲公寓三期将于年底封顶, 五矿专用线建成通车."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.catalogue import specific
from graphbuild.mentions.inner import SITES
from graphbuild.mentions.kinds import by_head
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either
from graphbuild.text.finder import Finder

DATE = r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|[底末初]|[上中下]旬)?(?:之?前|起|正式)?|20\d\d年|年[底内]前?|[今明去后]年底?前?|昨[日天]|今[日天]|[上下]半年"
BREAK = "，。；：、！？\n|（）《》"
WORKS = re.compile(r"(?<!类)(?:项目|工程)")
PHASE = re.compile(r"[一二三四五六]期$")
PHASED = re.compile(r"分[两二三四五六\d]期(?=建设|开发|实施|推进|进行|，)")
ALL = re.compile(r"[全各][省市县区乡镇]|[\d千百万]{1,4}[万亿平个]")
AND = frozenset("和与及")
FORMS = frozenset(("state", "both"))
LEAST, FAR, LONGEST = 5, 40, 20
STOP = frozenset(("cut", "lead", "measure", "kind"))


def stepped(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Words up to a sure head, of which one is a name's, or a number or a count of phases tells it apart."""
    cues = [(cue, end) for cue, end, word in steps(knowledge).find(text) if word in told(knowledge)]
    for cue, behind_it in (*cues, *(found.span() for found in PHASED.finditer(text))):
        if text.startswith("的", behind_it) and (thing := behind(text, behind_it + 1, words, knowledge)):
            yield thing
        low = max(text.rfind(sign, max(0, cue - FAR), cue) for sign in BREAK) + 1
        name = told_of(text[low:cue], between(knowledge)) if low or cue < FAR else ""
        kinds, works = sort(name, knowledge), WORKS.match(text, low + len(name), cue)
        end = works.end() if works and not kinds else low + len(name)
        if len(name) >= LEAST and (kinds or works) and one(text, low, end, words, knowledge):
            yield Mention(low, end, kinds or ("Project",), text[low:end], "told of a step")


def behind(text: str, start: int, words: Words, knowledge: Knowledge) -> Mention | None:
    """上月竣工的甲立交桥: up to the first sure head behind which no name goes on."""
    known = edges(knowledge)
    for n in range(words.at.get(start, len(words)), len(words)):
        end = words.ends[n]
        if end - start > LONGEST or role(words[n], known) in STOP:
            return None
        kinds = sort(text[start:end], knowledge) if end - start >= LEAST else ()
        after = words.at.get(end)
        if kinds and (after is None or role(words[after], known) in ("cut", "lead")) and one(text, start, end, words, knowledge):
            return Mention(start, end, kinds, text[start:end], "told of a step")
    return None


def told_of(clause: str, between: re.Pattern[str]) -> str:
    """The clause up to its cue without the words at its end that say how and when."""
    while found := between.search(clause):
        clause = clause[: found.start()]
    return clause


def sort(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The classes of its sure last word, before the count of its phase."""
    phase = PHASE.search(name)
    kind, strength = by_head(name[: phase.start()] if phase else name, knowledge)
    kinds = tuple(kind.split("+")) if strength == "sure" else ()
    return kinds if SITES & set(kinds) else ()


def one(text: str, start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    known, inside = edges(knowledge), list(words.within(start, end))
    if not inside or words.ends[inside[-1]] != end:
        return False
    roles = [role(words[n], known) for n in inside]
    begins = roles[0] != "soft" and words.tag(inside[0])[0] not in "vdali" or len(words.texts[inside[0]]) == 1
    if ALL.match(text, start) or not begins or any(words.texts[n][0] in AND for n in inside[1:]):
        return False
    if STOP & set(roles):
        return False
    return "proper" in roles and specific(start, end, words, knowledge) or bool(PHASE.search(text, start, end))


@cache
def told(knowledge: Knowledge) -> frozenset[str]:
    rows = knowledge.rows("milestone-cues")
    return frozenset(row["word"] for row in rows if row["form"] in FORMS and row["kind"] != "none")


@cache
def steps(knowledge: Knowledge) -> Finder:
    return Finder(knowledge.words("milestone-cues"))


@cache
def between(knowledge: Knowledge) -> re.Pattern[str]:
    how = either([w for c in ("between", "planned", "done") for w in knowledge.words("milestone-words", **{"class": c})])
    return re.compile(rf"(?:{DATE}|{how})$")
