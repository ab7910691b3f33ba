"""A stretch of text in, the things named in it out, and which of them stand in one list (A、B和C)."""

import re
from collections.abc import Sequence

from graphbuild.claims.reading import Reading
from graphbuild.claims.tense import REACH, line_start
from graphbuild.model import Mention

KINDS = frozenset(("Project", "Zone", "Park", "Road", "Facility", "WaterBody"))
NATURAL = frozenset(("WaterBody",))
ASIDE = 30
POINTS = re.compile("[^，。；、]{0,2}(?:以[东南西北]|[东南西北]侧|方向|对面|旁边|交[叉汇会][口处])")  # 甲路以南: only where it is
MADE_OF = re.compile(r"以[^，。；！？\n]{2,60}?为[一-鿿]{1,4}的")
BRACKET = "(?:（[^）]{0,20}）)?"
PART = "(?:[^，：；。！？、（）和与及的\\s]{0,4}(?:项目|工程|建设|改造|提升|扩建|改建|迁建|翻新|整治|治理)|配套|主线|主体|主桥|全线)?"
NAMELESS = rf"、(?:[^，：；。！？、（）|\n]{{2,24}}{BRACKET}、){{1,2}}"  # an item that was not recognised
LINK = re.compile(rf"{BRACKET}{PART}[”）》]?(?:、|{NAMELESS}|和|与|及其?|以及|暨|至)[“《]?(?:配套)?")


def things(
    reading: Reading, start: int, end: int, of: frozenset[str] = KINDS, kinds: frozenset[str] = KINDS
) -> list[Mention]:
    """The mentions of what is built and opened, the outermost where they nest; none inside the name of something else,
    none that says what it is made of (以甲河、乙湖为主体的) or where it is (甲路以南), or stands beside another in brackets."""
    kept: list[Mention] = []
    made_of = [found.span() for found in MADE_OF.finditer(reading.text, start, end)]
    reach = 0
    for mention in reading.within(start, end):
        if mention.start >= reach:
            reach = mention.end
            within = any(a < mention.start and mention.end < b for a, b in made_of)
            if not within and kinds & set(mention.kinds) and (not of or of & set(mention.kinds)):
                kept.append(mention)
    kept = [m for m in kept if not POINTS.match(reading.text, m.end)]
    return [m for m in kept if not bracketed(reading.text, m)] or kept


def bracketed(text: str, mention: Mention) -> bool:
    """B in A（B、C段）: only said to tell what A is."""
    before = text[max(0, mention.start - ASIDE) : mention.start]
    return before.rfind("（") > before.rfind("）")


def around(text: str, boundary: re.Pattern[str], start: int, end: int) -> tuple[int, int]:
    """The stretch between the nearest boundaries before and behind a place; lines are short, so is the search."""
    line, last = line_start(text, start), min(len(text), end + REACH)
    before = [found.end() for found in boundary.finditer(text, line, start)]
    behind = boundary.search(text, end, last)
    return before[-1] if before else line, behind.start() if behind else last


def listed(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The first thing and those that stand in one list with it."""
    group = [found[0]]
    for mention in found[1:]:
        if not LINK.fullmatch(text, group[-1].end, mention.start):
            break
        group.append(mention)
    return worked_on(group)


def linked(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The last thing and those that stand in one list with it."""
    group = [found[-1]]
    for mention in reversed(found[:-1]):
        if not LINK.fullmatch(text, mention.end, group[0].start):
            break
        group.insert(0, mention)
    return worked_on(group)


def worked_on(group: list[Mention]) -> list[Mention]:
    """甲河、乙湖、丙河治理工程 is one works on all of them: no lake is completed."""
    last = group[-1]
    sites = [m for m in group[:-1] if last.kind == "Project" and m.kind in NATURAL]
    return [m for m in group if m not in sites]
