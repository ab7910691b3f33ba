"""A text in, its title words out: 区委书记, 常务副区长, 市公安局长, each with the body inside it and what its holder is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.tables import Row
from graphbuild.text.finder import Finder

LEVELS = frozenset("省市区县旗州盟")
LONGEST_OFFICE, LONGEST_DEPARTMENT = 8, 6
SHARED = frozenset("局部厅处办院委")  # 公安局长: the last character of the body is the first of the title
GLUED = frozenset("原代前")  # also last characters of place names: 太原市长
ALL = "all"  # 县四套班子 are no one body
ACTING, OF_BODY = "代", re.compile("(?:政府|省|市|区|县|旗|州)$")  # 县政府代县长, 甲市代市长
REGION = "自治"  # no 区 in 自治区人民政府
PROPOSED = ("提名人选", "候选人", "人选")  # 副县长人选甲 does not hold the post yet
EDGE = re.compile(r"[^\w·]|[为任是由]")


@dataclass(frozen=True, slots=True)
class Title:
    """`start` is where the body inside the title begins, `core` where the title word itself does; `manner` is what is
    known of its class."""

    start: int
    core: int
    end: int
    text: str
    word: str
    body: str
    office: tuple[int, int] | None
    row: Row
    manner: Row


@dataclass(frozen=True)
class Lexicon:
    """What is known of titles, compiled once."""

    finder: Finder
    rows: dict[str, Row]
    manners: dict[str, Row]
    modifiers: tuple[str, ...]
    offices: dict[str, str]
    departments: frozenset[str]


@cache
def lexicon(knowledge: Knowledge) -> Lexicon:
    rows = {row["word"]: row for row in knowledge.rows("titles") if row["class"] != "modifier"}
    modifiers = sorted(knowledge.words("titles", **{"class": "modifier"}), key=lambda word: (-len(word), word))
    offices = {row["word"]: row["level"] for row in knowledge.rows("offices")}
    manners = {row["word"]: row for row in knowledge.rows("title_classes")}
    return Lexicon(Finder(rows), rows, manners, tuple(modifiers), offices, frozenset(knowledge.words("departments")))


def titles(text: str, knowledge: Knowledge) -> Iterator[Title]:
    """Titles from left to right."""
    known = lexicon(knowledge)
    for start, end, word in known.finder.find(text):
        row = known.rows[word]
        if row["class"] != "none":
            proposed = next((len(word) for word in PROPOSED if text.startswith(word, end)), 0)
            yield read_title(text, start, end + proposed, row, known)


def read_title(text: str, start: int, end: int, row: Row, known: Lexicon) -> Title:
    core = skip_modifiers(text, start, known)
    stem = department(text, core, known) if core == start and text[start] in SHARED else ""
    body = core + 1 if stem else core
    offices = list(offices_before(text, core - len(stem), known))
    first = min([core - len(stem), *(start for start, _ in offices)])
    if first and (stem or offices and offices[-1][1] in ("level", "party", ALL)) and text[first - 1] in LEVELS:
        first -= 1 + len(REGION) * text.endswith(REGION + "区", 0, first)
    body = first if offices and offices[-1][1] == ALL else body
    office = own_office(text, first, body, offices, bool(stem), known)
    manner = known.manners[row["class"]]
    return Title(first, body, end, text[first:end], row["word"], text[first:body], office, row, manner)


def skip_modifiers(text: str, start: int, known: Lexicon) -> int:
    """Where the words before a title word begin that say which of its holders: 常务副, 代, 原."""
    for word in known.modifiers if text.endswith(known.modifiers, 0, start) else ():
        if text.endswith(word, 0, start):
            before = start - len(word)
            acting = word == ACTING and OF_BODY.search(text, max(0, before - LONGEST_DEPARTMENT), before)
            if word not in GLUED or before == 0 or acting or EDGE.match(text[before - 1]):
                return skip_modifiers(text, before, known)
    return start


def department(text: str, core: int, known: Lexicon) -> str:
    """公安 before 局长, 宣传 before 部长."""
    lengths = range(min(LONGEST_DEPARTMENT, core), 1, -1)
    return next((text[core - n : core] for n in lengths if text[core - n : core] in known.departments), "")


def offices_before(text: str, end: int, known: Lexicon) -> Iterator[tuple[int, str]]:
    """Where each of the offices that end at `end` begins, backwards, and its level: 市政府|督查室, 区人大常委会|党组."""
    while found := next((n for n in range(min(LONGEST_OFFICE, end), 1, -1) if text[end - n : end] in known.offices), 0):
        end -= found
        yield end, known.offices[text[end : end + found]]


def own_office(
    text: str, first: int, body: int, offices: list[tuple[int, str]], stem: bool, known: Lexicon
) -> tuple[int, int] | None:
    """The part of a title that is a body by itself: 区人大常委会 of 区人大常委会党组, 区委宣传部, 市公安局."""
    levelled = first < body and (text[first] in LEVELS or bool(offices) and offices[-1][1] == "in")
    if not levelled:
        return None
    for start, level in offices:
        if level != "none":
            break
        body = start
    return (first, body) if first < body else None
