"""A Page and a label in, the things of its item out: a numbered item, its line, or what the line stands under."""

import re
from collections.abc import Sequence
from functools import cache

from graphbuild.claims.groups import LABEL, Placed, listed
from graphbuild.claims.page import Page
from graphbuild.claims.wording import Wording

THINGS = frozenset(("Project", "Zone", "Facility", "Road", "Park", "WaterBody"))
NUMBER = re.compile(r"(?:\d{1,3}[.、．](?!\d)|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳])")
BRACKET = re.compile(r"（[^（）\n]{0,300}）")
TITLE = re.compile(r"[^，；。：\n]{1,24}。|[^：\n]{1,200}：")
OPENING, FAR, LINES, WORD, INSIDE, REACH = 6, 1000, 16, 4, 300, 2000


def item(page: Page, start: int, end: int) -> list[Placed]:
    """The things of a numbered item before its label, else the thing before it in its sentence, or that its line opens with,
    else what the line stands under, else what stands behind it."""
    line, stop = page.line(start)
    line, stop = max(line, start - REACH), min(stop, end + REACH)
    head = bracket(page, start)
    number = numbered(page, line, head)
    low = max(number, closed(page, max(line, number), head))
    found = things(page, low, head) if low > line or number == line else within(page, line, head, ended(page, end))
    opened = NUMBER.match(page.text, number) if number >= 0 else None
    if found or opened and opened.end() < head:
        return found or tasked(page, end, stop)
    return above(page, line) if start == line or number >= 0 or own_label(page, line) else behind(page, end, stop)


def within(page: Page, line: int, head: int, last: bool) -> list[Placed]:
    """In a line without a number: all that it names where the label ends it, else the list before the label."""
    before = page.marks(line, head, THINGS)
    if not before or page.text[head] == "（" and last:
        return things(page, line, head)
    if "。" in page.text[before[-1][0] : head]:
        return before[:1] if before[0][0] - line <= OPENING else []
    return listed(page, before, len(before) - 1)


def tasked(page: Page, end: int, stop: int) -> list[Placed]:
    """What the work group of an item has to do is said behind its people."""
    return behind(page, end, stop) if page.known.found("oversees.tasks").search(page.text, end, stop) else []


def behind(page: Page, end: int, stop: int) -> list[Placed]:
    following = numbered(page, end, stop, first=True)
    return page.marks(end, following if following >= 0 else stop, THINGS)[:1]


def above(page: Page, line: int) -> list[Placed]:
    """What the lines above are about, up to a number: what they name there, or right above, or as 项目名称；
    a label of duty behind other lines is another item's."""
    low, prose = line, False
    for _ in range(LINES):
        end = low - 1
        if end <= 0:
            break
        low, _ = page.line(end)
        number = numbered(page, low, end)
        label = own_label(page, low)
        if label and label[:-1] in naming(page.known):
            return things(page, page.text.index("：", low) + 1, end)
        if number >= 0 and not label:
            return things(page, number, end) or things(page, number, line - 1)
        if label and prose and page.known.found("oversees.labels").match(label):
            break
        if not label and page.text[low:end].strip():
            found = page.marks(low, end, THINGS)
            if found and not prose and "。" not in page.text[low:end]:
                return listed(page, found, 0)
            prose = True
    return []


def own_label(page: Page, line: int) -> str:
    """The label that a line begins with, behind its number; none that names a thing itself: 1.月湖公园：…"""
    number = NUMBER.match(page.text, line)
    found = LABEL.match(page.text, number.end() if number else line)
    return found.group() if found and not page.marks(*found.span()) else ""


@cache
def naming(known: Wording) -> frozenset[str]:
    return frozenset(known.words("oversees.things") + known.words("oversees.plans"))


def things(page: Page, start: int, end: int) -> list[Placed]:
    """What a stretch is about: none in brackets, none that only says where; of its title alone, if that names any."""
    title = TITLE.match(page.text, start, end)
    if title and (opening := things(page, start, title.end() - 1)):
        return opening
    brackets = [found.span() for found in BRACKET.finditer(page.text, start, end + INSIDE)]
    marks = [m for m in page.marks(start, end, THINGS) if not any(low < m[0] < high for low, high in brackets)]
    where: set[int] = set()
    for n, (place, _) in enumerate(marks):
        before, behind = aside(page, place)
        same = listed(page, marks, n) if before else chain(page, marks, n) if behind else []
        where.update(near for near, _ in same if behind or near >= place)
    return [m for m in marks if m[0] not in where]


def chain(page: Page, marks: Sequence[Placed], index: int) -> Sequence[Placed]:
    """Those right before it in 甲、乙、丙周边."""
    low = index
    while low > 0 and page.text[marks[low - 1][0] + 1 : marks[low][0]] == "、":
        low -= 1
    return marks[low : index + 1]


def aside(page: Page, place: int) -> tuple[bool, bool]:
    """Whether a thing only says where or with whom something else is done: by the words before it, by those behind it."""
    at, beside = borders(page.known)
    return at.search(page.text, max(0, place - WORD), place) is not None, beside.match(page.text, place + 1) is not None


@cache
def borders(known: Wording) -> tuple[re.Pattern[str], re.Pattern[str]]:
    at, beside = known.pattern("oversees.at"), known.pattern("oversees.beside")
    return re.compile(f"(?:{at}|[—－~-]|(?<![{known.any_mark}])[与同])$"), re.compile(f"{beside}|[—－~-]")


def numbered(page: Page, start: int, end: int, first: bool = False) -> int:
    """Where the last item of text[start:end] begins: a number at a line's beginning, behind a sign, a name, or a blank."""
    found = -1
    for number in NUMBER.finditer(page.text, max(start, end - FAR), end):
        if begins(page, number.start()):
            found = number.start()
            if first:
                break
    return found


def begins(page: Page, place: int) -> bool:
    if place == 0 or page.text[place - 1] in "\n。；：）" or page.at(place - 1):
        return True
    return page.reading.text[page.back(place) - 1].isspace() and page.text[place - 1] not in "第约共"


def bracket(page: Page, place: int) -> int:
    """Where the bracket opens that a label stands in, or the label itself."""
    line = page.line(place)[0]
    opened = page.text.rfind("（", line, place)
    return opened if opened > page.text.rfind("）", line, place) else place


def closed(page: Page, start: int, end: int) -> int:
    """Where the last bracket with a label of duty before a place ends."""
    found = [b for b in BRACKET.finditer(page.text, max(start, end - FAR), end) if duty(page, b.span())]
    return found[-1].end() if found else start


def duty(page: Page, span: tuple[int, int]) -> bool:
    return "：" in page.text[slice(*span)] and page.known.found("oversees.labels").search(page.text, *span) is not None


def ended(page: Page, place: int) -> bool:
    """Whether nothing stands behind the bracket of a label in its line."""
    closing = page.text.find("）", place, page.line(place)[1])
    return closing >= 0 and not page.text[closing + 1 : page.line(place)[1]].strip("。；\n")

