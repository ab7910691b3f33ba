"""A name and the area of its text in, its form out: what is left of it when writing, area and usual short words are evened."""

import re
from dataclasses import dataclass
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.resolve.names import BRACKETS, TAIL, plain, steps
from graphbuild.resolve.scopes import Scope
from graphbuild.text.either import either
from graphbuild.text.numerals import number
from graphbuild.text.own import REGION

PARTY = re.compile(r"^中共(?=..)")
LEVEL = "[省市区县旗州]"
BODIES = ("Organization", "Event", "Company", "Facility")
COUNT = re.compile(r"[一二三四五六七八九十百]+(?=号)")
PHASE = re.compile(r"(?<!\d)(?:[1-9]|10)(?=期|标段)")
NUMBERED = re.compile(r"([gsxy]?)(?:([国省县乡])道)?(\d{2,4})(?:([国省县乡])道)?线?$")  # G310国道, 310国道, 国道310, G310
LETTERS = {"国": "g", "省": "s", "县": "x", "乡": "y"}
HAN = "[一二三四五六七八九十百]"
TERM = re.compile(rf"{LEVEL}第?{HAN}+届")
EVENT = re.compile(rf"第(?={HAN}+[届次])|(?<=节)活动$")  # 区第六届人大第二次会议 is 区六届人大二次会议
TERMS, NEVER = re.compile(rf"第?{HAN}+届(?=人大|委员会|常委会)"), re.compile("(?!)")  # 县六届人大常委会 is 县人大常委会
CORE, BARE = 3, 2


@dataclass(frozen=True, slots=True)
class Form:
    """`plain` letters alone; `full` with the own area spelled out; `core` short and without the own area; `looks` by glyph."""

    plain: str
    full: str
    core: str
    front: str
    steps: tuple[str, ...]
    looks: str


@cache
def usual(knowledge: Knowledge) -> tuple[re.Pattern[str], dict[str, str]]:
    short = {row["long"]: row["short"] for row in knowledge.rows("short_forms")}
    return re.compile(either(short)), short


@cache
def glyphs(knowledge: Knowledge) -> dict[int, str]:
    """Each letter to the first of those that look like it."""
    return {ord(letter): row[0] for row in knowledge.words("lookalikes", "letters") for letter in row}


@cache
def bodies(knowledge: Knowledge) -> re.Pattern[str]:
    """A name that begins with the bare level of its area, where no other word begins with that letter."""
    start, end, word = (either(knowledge.words("own_bodies", place=place)) for place in ("start", "end", "word"))
    return re.compile(rf"{LEVEL}(?:{start})|(?!{word}){LEVEL}\w{{1,16}}(?:{end})$")


@cache
def form(name: str, kind: str, scope: Scope, knowledge: Knowledge) -> Form:
    bare = plain(BRACKETS.sub("", name)) or plain(name) or name
    term = {"Event": EVENT, "Organization": TERMS}.get(kind, NEVER)
    whole = term.sub("", PARTY.sub("", in_full(bare, kind, scope, knowledge)))
    pattern, short = usual(knowledge)
    brief = pattern.sub(lambda found: short[found.group()], whole)
    stem = TAIL.sub("", brief)
    brief = stem if len(stem) >= CORE else brief
    front, core = split(brief, kind, scope)
    core = counted(core + "局" if kind == "Organization" and business(knowledge).fullmatch(core) else core, kind)
    return Form(plain(name), whole, core, front, steps(core), core.translate(glyphs(knowledge)))


@cache
def business(knowledge: Knowledge) -> re.Pattern[str]:
    """县公安 of 县公安、工商等部门 is 县公安局."""
    return re.compile(rf"(?:\w{{1,8}}{LEVEL})?(?:{either(knowledge.words('departments'))})")


def in_full(name: str, kind: str, scope: Scope, knowledge: Knowledge) -> str:
    """区委 is the own district's, and no region's, 市委 that of the city above it; so are the meetings that begin with them."""
    if kind not in BODIES or not (bodies(knowledge).match(name) or kind == "Event" and TERM.match(name)):
        return name
    area = next((own for own in (scope.said, scope.name) if own.endswith(name[0])), "") or scope.upper(name[0])
    return area[:-1] + name if area and not area.endswith(REGION) else name


def counted(core: str, kind: str) -> str:
    """二号线 is 2号线, 2期 is 二期; 国道310 is 310国道 is G310."""
    even = COUNT.sub(lambda found: str(number(found.group())), core)
    even = PHASE.sub(lambda found: "一二三四五六七八九十"[int(found.group()) - 1], even)
    found = NUMBERED.match(even) if kind == "Road" else None
    if found and (level := found[2] or found[4] or found[1]):
        return found[3] + LETTERS.get(level, level)
    return even


def split(name: str, kind: str, scope: Scope) -> tuple[str, str]:
    """The areas in front and the rest: 甲市乙区 before a park of 乙区; a body of 甲市 is not one of 乙区 and keeps its front."""
    if kind == "District":
        return "", name
    found = re.match(fronts(scope, kind in ("Organization", "Event")), name)
    cut = found.end() if found else 0
    least = BARE if kind == "Organization" else CORE  # 甲区一中 is 一中 in the texts of 甲区
    return (name[:cut], name[cut:]) if len(name) - cut >= least else ("", name)


@cache
def fronts(scope: Scope, body: bool) -> str:
    """A body's front is spelled down to the own area; a site may have any of the areas above alone in front."""
    any_of = either(scope.names())
    own = either(scope.own())
    return rf"(?:{any_of})*(?:{own})(?![委人政党])" if body else rf"(?:{any_of})+(?![区市县河湖路街道江])"
