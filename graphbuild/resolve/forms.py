"""A name and the area of its text in, its form out: what is left of it when writing, area and usual short words are evened."""

import re
from dataclasses import dataclass
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.resolve.names import BRACKETS, TAIL, plain, steps
from graphbuild.resolve.scopes import Scope
from graphbuild.text.either import either

BODY = re.compile(r"[省市区县旗州](?=委|政府|人民政府|人大|政协|纪委|监委|两会|党代会|\w{1,8}(?:局|委|办|厅|部|会|院|中心)$)")
PARTY = re.compile(r"^中共(?=..)")
CORE = 3


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
def form(name: str, kind: str, scope: Scope, knowledge: Knowledge) -> Form:
    bare = plain(BRACKETS.sub("", name)) or plain(name) or name
    whole = PARTY.sub("", in_full(bare, kind, scope))
    pattern, short = usual(knowledge)
    brief = pattern.sub(lambda found: short[found.group()], whole)
    stem = TAIL.sub("", brief)
    brief = stem if len(stem) >= CORE else brief
    front, core = split(brief, kind, scope)
    return Form(plain(name), whole, core, front, steps(core), core.translate(glyphs(knowledge)))


def in_full(name: str, kind: str, scope: Scope) -> str:
    """区委 is the own district's, 市委 that of the city above it; so are the meetings that begin with them."""
    if kind not in ("Organization", "Event") or not BODY.match(name):
        return name
    area = scope.name if scope.name.endswith(name[0]) else scope.upper(name[0])
    return area[:-1] + name if area else name


def split(name: str, kind: str, scope: Scope) -> tuple[str, str]:
    """The areas in front and the rest: 甲市乙区 before a park of 乙区; a body of 甲市 is not one of 乙区 and keeps its front."""
    if kind == "District":
        return "", name
    found = re.match(fronts(scope, kind in ("Organization", "Event")), name)
    cut = found.end() if found else 0
    return (name[:cut], name[cut:]) if len(name) - cut >= CORE else ("", name)


@cache
def fronts(scope: Scope, body: bool) -> str:
    """A body's front is spelled down to the own area; a site may have any of the areas above alone in front."""
    any_of = either(scope.names())
    own = either([scope.name]) if scope.name else "(?!)"
    return rf"(?:{any_of})*(?:{own})(?![委人政党])" if body else rf"(?:{any_of})+(?![区市县河湖路街道江])"
