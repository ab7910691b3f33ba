"""A Reading in, claims of what one work costs in all out: 总投资5亿元的甲项目, 甲项目占地200亩，总投资5亿元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphbuild.claims.carried import opens
from graphbuild.claims.lists import things
from graphbuild.claims.reading import Reading
from graphbuild.claims.steps import Step, Words, words
from graphbuild.claims.tense import line_start
from graphbuild.claims.topics import topics
from graphbuild.knowledge import Knowledge
from graphbuild.model import Claim, Mention
from graphbuild.text.either import either

INVESTMENT = "investment"
WORKS = frozenset(("Project", "Facility", "Road", "Park", "Zone"))
MANY = re.compile(r"[”》]?(?:项目|工程)?(?:等|[、和及与](?!其))")
END = re.compile(r"[”》]?(?:项目|工程)?(?:[，。；）\n正开动竣建签落启奠]|$)")
LISTED = re.compile(r"[、和与及][“《]?$")
WHOLE = {"亿": "亿元", "万": "万元"}
NUMBER = r"(?P<value>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[多余]?"
MONEY = r"(?P<unit>[亿万](?:元|美元|欧元|港元)?|元)(?!\s*[-—~～至]|、\d|元|[美欧港]元)(?:人民币)?"
COUNTED = r"[\d一二两三四五六七八九十百][多余]?[个条座项家所处](?!目)"
ALSO = re.compile(r"、[^，。；！？\n]{2,20}?的[“《]?")  # 总投资5亿元、全长3公里的甲桥
SEVERAL = re.compile(rf"(?:{COUNTED}|\d项目个?)[^，。；！？\n]{{0,12}}，[^，。；！？\n]{{0,6}}$")  # 实施工程44项，总投资…
EACH = re.compile("分别[是为]?$")
LONGEST, NEAR, SENTENCE = 80, 12, re.compile(r"[。；！？\n]")


@dataclass(frozen=True)
class Sums:
    """The lexicon of sums, compiled."""

    told: re.Pattern[str]
    part: re.Pattern[str]
    of: re.Pattern[str]


@cache
def sums(knowledge: Knowledge) -> Sums:
    head, about, part, of = (
        either(knowledge.words("investment-words", **{"class": c})) for c in ("head", "about", "part", "of")
    )
    told = rf"(?:{head}|(?P<bare>投资))(?:{about}){{0,3}}{NUMBER}{MONEY}"
    return Sums(re.compile(told), re.compile(rf"{part}|{COUNTED}"), re.compile(rf"(?:{of})[“《]?"))


def investments(reading: Reading) -> Iterator[Claim]:
    """One sum of one named work; of parts, years and groups of works nothing is said."""
    if "投资" not in reading.text and "造价" not in reading.text:
        return
    known, asked = words(reading.knowledge), sums(reading.knowledge)
    for told in asked.told.finditer(reading.text):
        of = asked.of.match(reading.text, told.end()) or ALSO.match(reading.text, told.end())
        before_it = clause(reading.text, told.start())
        if asked.part.search(EACH.sub("", before_it) if of else before_it):
            continue
        if (thing := behind(reading, of.end()) if of else before(reading, told, known)) and thing.kind in WORKS:
            place = reading.sentence(told.start())
            own = place[0] <= thing.start < place[1]
            value, unit = re.sub("[,，]", "", told["value"]), WHOLE.get(told["unit"], told["unit"])
            rule = "total investment" if own else "total investment of the thing before"
            yield reading.claim(INVESTMENT, thing, None, place, rule, 0.9 if own else 0.7, value=value, unit=unit)


def behind(reading: Reading, place: int) -> Mention | None:
    """总投资5亿元的甲项目; a list behind it shares the sum, nobody knows how."""
    found = [m for m in things(reading, place, place + LONGEST) if m.start == place]
    longest = max(found, key=lambda m: m.end, default=None)
    cut = longest and longest.kind == "Zone" and not END.match(reading.text, longest.end)  # 甲园区道路工程: not the zone
    return longest if longest and not cut and alone(reading.text, longest) else None


def before(reading: Reading, told: re.Match[str], known: Words) -> Mention | None:
    """甲项目总投资5亿元, or the one thing that the sentence opens with and describes."""
    if told["bare"] or SEVERAL.search(reading.text, max(0, told.start() - 2 * NEAR), told.start()):
        return None
    step = Step(told.start(), told.end(), (INVESTMENT,), True, False, frozenset())
    found = topics(reading, step, known) or portrayed(reading, told.start(), known)
    one = found[0] if len(found) == 1 and alone(reading.text, found[0]) else None
    return None if one and one.kind == "Zone" and "Project" not in one.kinds else one  # what is invested in all of a zone


def alone(text: str, thing: Mention) -> bool:
    """In no list: all of it has the sum."""
    return not MANY.match(text, thing.end) and not LISTED.search(text, max(0, thing.start - 2), thing.start)


def portrayed(reading: Reading, place: int, known: Words) -> list[Mention]:
    """甲项目位于乙镇，占地200亩，总投资…: nothing else that could cost it is named between."""
    text = reading.text
    start = max(line_start(text, place), *(cut.end() for cut in SENTENCE.finditer(text, max(0, place - 200), place)), 0)
    named = [m for m in things(reading, start, place) if m.kind in WORKS]
    works = [m for m in named if m.kind == "Project" or m is named[0]]
    return works if len(works) == 1 and opens(text, start, works[0], known) else []


def clause(text: str, place: int) -> str:
    """The clause before the sum, its last few characters."""
    start = max(text.rfind(sign, max(0, place - NEAR), place) for sign in "，。；：！？、\n|）") + 1
    return text[max(start, place - NEAR) : place]
