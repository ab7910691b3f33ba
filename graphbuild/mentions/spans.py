"""A text and its words in, the spans that the tagger finds out, their edges put right."""

import re
from collections.abc import Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.edge import edge
from graphbuild.mentions.features import see
from graphbuild.mentions.kinds import by_head, last_word
from graphbuild.mentions.roles import edges
from graphbuild.mentions.tagger import Model, decode
from graphbuild.mentions.trust import Span
from graphbuild.mentions.words import Words
from graphbuild.text.either import either

LEVELS = "国省市区县旗州盟"
OFFICE = re.compile(r"[局厅委办部院会府]$")
JOINT = re.compile(r"[及与和至由](?<![^路街道]至)(?<!自由)|(?:结对|对口)?(?:帮扶|托管)|对口支援")  # 甲路至乙路 names two roads, 甲路至乙路段 one; 甲园由乙公司承建
TWO, AND = re.compile("[两2](?:[个座条处所家](?!月|多月|半)|大(?=[重文工项]))"), "及和与"
PHASE = re.compile(r"[一二三四五六七八九\d]期$")
INITIALS, WORKS = 12, "项目"


def find(text: str, words: Words, persons: Sequence[tuple[int, int]], model: Model, knowledge: Knowledge) -> list[Span]:
    """Spans in order; `persons` are known already and are not looked for again."""
    mend = edge(text, words, edges(knowledge), knowledge)
    found: dict[tuple[int, int], Span] = {}
    last = 0, 0
    for start, end, group, margin in decode(see(words, text, knowledge), text, model, persons):
        stop = works(text, start, unspotted(text, start, end, knowledge), knowledge) if group == "thing" else end
        for part in parted(start, stop, group, text, knowledge):
            place = last = whole(text, *mend(*part, group), last)
            found.setdefault(place, Span(*place, group, margin))
    return [found[place] for place in sorted(found)]


def whole(text: str, start: int, end: int, before: tuple[int, int]) -> tuple[int, int]:
    """What begins inside a bracket begins where the name before the bracket does: 甲中央区（CBD）北区."""
    if text.count("）", start, end) <= text.count("（", start, end):
        return start, end
    opened = text.rfind("（", max(0, start - INITIALS), start)
    return (before[0], end) if opened >= 0 and before[1] == opened else (start, end)


def works(text: str, start: int, end: int, knowledge: Knowledge) -> int:
    """甲厂项目 is named with its 项目 where the rest alone is hardly a name."""
    alone = by_head(text[start:end], knowledge)[1] == "sure"
    return end + len(WORKS) if not alone and text.startswith(WORKS, end) else end


def unspotted(text: str, start: int, end: int, knowledge: Knowledge) -> int:
    """Without what a named place is looked at for: 甲桥风险点."""
    found = spots(knowledge).search(text, start, end)
    return found.start() if found and last_word(text[start : found.start()], knowledge) else end


def parted(start: int, end: int, group: str, text: str, knowledge: Knowledge) -> list[tuple[int, int]]:
    """甲园及乙街 are two things: each side of the small word ends as a name does."""
    for joint in JOINT.finditer(text, start + 2, end - 2) if group in ("thing", "event") else ():
        sides = [(start, joint.start()), (joint.end(), end)]
        two = TWO.match(text, end) and joint.group() in AND  # 甲之门和乙馆两个重大项目
        apart = all(ending(text[a:b], group, knowledge) not in ("", text[a:b]) for a, b in sides)
        if (apart or two) and not office(text, *sides):
            return sides
    return [(start, end)]


def office(text: str, front: tuple[int, int], rest: tuple[int, int]) -> bool:
    """市科技和信息化局 is one body: what stands before its 和 is none."""
    return bool(OFFICE.search(text, *rest)) and not OFFICE.search(text, *front) and text[front[0]] in LEVELS


def ending(name: str, group: str, knowledge: Knowledge) -> str:
    """The last word that makes a name one of its group."""
    if group == "thing":
        return last_word(PHASE.sub("", name), knowledge)
    return next((head for head in gatherings(knowledge) if name.endswith(head)), "")


@cache
def spots(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(f"(?:{either(knowledge.words('works', role='spot'))})$")


@cache
def gatherings(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(sorted(knowledge.words("events", role="head"), key=lambda word: (-len(word), word)))
