"""A Page and a place in, the things meant there out: lists, and what a clause goes on about without naming it."""

import re
from collections import Counter
from collections.abc import Sequence

from graphbuild.claims.content import of_itself, parts_of
from graphbuild.claims.page import SEGMENTS, Page
from graphbuild.model import Mention

Placed = tuple[int, Mention]
LINK = re.compile(r"[^，；：。！？、|\n\ue000-\uefff]{0,8}(?:、|以及|[和与及])[^，；：。！？、|\n\ue000-\uefff]{0,6}|")
PLACE_BEFORE = re.compile(r"(?:位于|地处|坐落[于在]|[起止]于|[与和同为向对把将在从至到])$")
ITSELF = re.compile(r"[该此](?!区|县|市|省|州|旗|镇|乡|村)|这[个座条一]|项目由|工程由")
OPENING, UNNAMED, AGENT = 8, 8, "由"  # 由甲局负责: who does it is not what it is about
BACK, LINES = 3, 10
LABEL = re.compile(r"[^，。：；|\n]{2,8}：")
REACH = 220
FIRST = ("是", "项", "工", "位", "总", "由", "，", "全", "占")  # 甲水库是…\n工程开工后: how a paragraph that tells of one thing begins


def listed(page: Page, marks: Sequence[Placed], index: int, right: bool = True) -> list[Placed]:
    """The marks that stand in one list with marks[index]."""
    low = high = index
    while low > 0 and LINK.fullmatch(page.text, marks[low - 1][0] + 1, marks[low][0]):
        low -= 1
    while right and high + 1 < len(marks) and LINK.fullmatch(page.text, marks[high][0] + 1, marks[high + 1][0]):
        high += 1
    return list(marks[low : high + 1])


def topic(page: Page, place: int, kinds: frozenset[str], far: bool = True) -> tuple[list[Placed], bool]:
    """What the clause at `place` is about, and whether it was carried from a sentence before."""
    clause, _ = page.around(place, place)
    near = [m for m in page.marks(clause, place, kinds) if not PLACE_BEFORE.search(page.text, clause, m[0])]
    if near:
        return listed(page, near, len(near) - 1), False
    known = max([clause, page.text.rfind("、", clause, place) + 1, *(at + 1 for at, _ in page.marks(clause, place))])
    if place - known > UNNAMED and not ITSELF.search(page.text, clause, place):
        return [], False  # something stands there that was not recognised
    segment, _ = page.around(place, place, SEGMENTS)
    if far and of_itself(page.text, segment) and (before := carried(page, segment, place, kinds)):
        return before, True
    found = subject_of(page, segment, clause, kinds)
    return (found, False) if found or not far else (carried(page, segment, place, kinds), True)


def subject_of(page: Page, start: int, end: int, kinds: frozenset[str]) -> list[Placed]:
    """What text[start:end] speaks of: the last thing that opens a clause, else the last thing."""
    marks = [(place, m) for place, m in page.marks(start, end, kinds) if page.text[place - 1 : place] != AGENT]
    opening = [n for n, (place, _) in enumerate(marks) if opens(page, place)]
    free = [n for n, (place, _) in enumerate(marks) if not PLACE_BEFORE.search(page.text, start, place)]
    for choice in (opening, free, range(len(marks))):
        if choice:
            return listed(page, marks, choice[-1])
    return []


def opens(page: Page, place: int) -> bool:
    clause, _ = page.around(place, place)
    return place - clause <= OPENING and not re.search("位于|地处|是|[与和同为向对由至接于经]$", page.text[clause:place])


def carried(page: Page, segment: int, place: int, kinds: frozenset[str]) -> list[Placed]:
    """The topic of a sentence before: in the same paragraph, or of the one before where the clause says 该项目 or begins with 工程."""
    line, _ = page.line(place)
    head = page.marks(line, line + 4, kinds)
    if head and page.text[head[0][0] + 1 : head[0][0] + 2] == "：":
        return head[:1]
    if LABEL.match(page.text, line):
        return heading(page, line, kinds)
    at, itself = segment, of_itself(page.text, segment)
    for _ in range(BACK):
        before = at - 1
        if before < line or place - before > REACH:
            break
        at, _ = page.around(before, before, SEGMENTS)
        found = subject_of(page, at, before, kinds) if not (itself and parts_of(page.text, at)) else []
        if found:
            return found
    if ITSELF.search(page.text, page.around(place, place)[0], place) and line > 1:
        above, _ = page.line(line - 1)
        return subject_of(page, max(above, place - REACH), line - 1, kinds)
    if itself and line > 1 and segment - line <= 1:
        above, _ = page.line(line - 1)
        return [one for one in page.marks(above, above + 1, kinds) if page.text[one[0] + 1 : one[0] + 2] in FIRST]
    return []


def heading(page: Page, line: int, kinds: frozenset[str]) -> list[Placed]:
    """What the lines of one item (责任单位：…, 进展：…) stand under: the nearest line above that is no such line itself."""
    for _ in range(LINES):
        end = line - 1
        if end <= 0:
            break
        line, _ = page.line(end)
        if not LABEL.match(page.text, line):
            found = page.marks(line, end, kinds)
            if found or page.text[line:end].strip():
                return listed(page, found, 0) if found and "。" not in page.text[line:end] else []
    return []


def own(page: Page, place: int) -> list[Placed]:
    """The area that the text is about: the one it names most; the mention nearest before a place."""
    areas = [m for m in zip(page.places, page.mentions, strict=True) if m[1].kind == "District"]
    if not areas:
        return []
    name = max(Counter(m.name for _, m in areas).items(), key=lambda told: (told[1], told[0]))[0]
    same = [m for m in areas if m[1].name == name]
    return [max((m for m in same if m[0] < place), default=same[0], key=lambda m: m[0])]
