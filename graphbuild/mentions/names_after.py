"""A text and a place in it, the right edge of the person's name that begins there out: the likeliest reading wins."""

import re

from graphbuild.mentions.likely import beside, closed, likely, recurrence
from graphbuild.mentions.names import Model

WINDOW, LEAST, LONGEST_PART, MORE = 12, 2, 7, "等"
LED = re.compile("率(?:[队团领省市县区]|一行|相关|有关|调研|考察|督导|检查|督查|视察|工作|代表|党政|部分)")  # 李四率队
TEAM = re.compile("率[一-鿿]{0,10}?[团组][^一-鿿长]?|巡[河湖林田查]")  # 李四率甲区代表团
POSTED = re.compile("任[一-鿿]{0,20}?(?:长|主任|书记|主席|经理|委员|顾问|专员|秘书)")  # 李四任组长
COMES = re.compile("[来到赴莅](?:我?[省市区县旗州镇乡]|[一-鿿]{1,3}?(?=调研|考察|视察|检查|督导|指导|督查|走访|慰问|参观))")  # 李四来我市
LEFT = re.compile("|".join(found.pattern for found in (LED, TEAM, POSTED, COMES)))  # no name ends with what these begin with
AND = "及暨的"  # of what is named next, or done: 在甲的陪同下
STOP = re.compile(r"[^一-鿿·]")
DOTTED = re.compile(r"[一-鿿]{1,9}(?:[·•・‧][一-鿿]{1,9}){1,4}")
ALONE = re.compile(rf"(?:{DOTTED.pattern}|[一-鿿]{{2,3}})\n")  # 市长 应勇: nothing else stands in its line
SET_OFF = re.compile("[一-鿿]{2,3}(?:等|同志|[，。；、：！？（）\n]|$)")
STRANGE = (-5.5, -6.5)  # a name of no known family, set off by punctuation: at first, and for each character
WHOLE = 3
SELDOM, PROPER = 2, ("nr", "ns", "nt", "nz")  # how often a word is met, and the parts of speech of names
ITEM, STRANGER_PART = re.compile("[一-鿿]{3,8}(?=[、，。；：！？）\n]|$)"), -5.2
CUT = frozenset("等在与")  # hardly ever part of a name with a dot
FOREIGN = -6.4  # what a character of a dotted name's first part costs at most on average


def right_edge(
    text: str, start: int, doubt: float, gaps: frozenset[int], known: Model, since: int | None = None
) -> int | None:
    """Where the name that begins at `start` ends; None where no name is likelier. `doubt` speaks against a name,
    and so does a word that lies across the end of the title which begins at `since`: 场主 before 体 in 市场主体."""
    alone = start in gaps and ALONE.match(text, start)
    if dotted := DOTTED.match(text, start):
        return dotted.end() if alone else dotted_edge(text, dotted, known)
    if start >= len(text) or STOP.match(text[start]):
        return None
    stop = window(text, start, gaps)
    stop -= stop - start > LEAST and text[stop - 1] == MORE
    if not (alone or family(text, start, known)) and known.starts(text, start, "never"):
        return None
    rest = known.roads(text, start, stop)
    options = {
        end: rest[end - start] + likely(text, start, end, known) + closed(text, end, stop, gaps)
        for end in ends(start, stop)
        if end == stop or text[end - 1] not in AND and not LEFT.match(text, end - 1)
    }
    if doubt < 0 and 3 <= stop - start <= 4 and closed(text, stop, stop, gaps) and not spelled(text[start:stop], known):
        options[stop] = max(options[stop], STRANGE[0] + STRANGE[1] * (stop - start))
    best = max(options, key=lambda end: (options[end], end), default=None)
    if best is None or options[best] <= rest[0] + doubt:
        return None
    across = 0.0 if since is None else crossing(text, since, start, stop, rest[0], known)
    return best if options[best] > rest[0] + doubt + across else None


def family(text: str, start: int, known: Model) -> bool:
    """组织部长应某某等: what never stands behind a title is a family name before a given name and nothing more, or a name."""
    size = known.starts(text, start, "never")
    if text[start] not in known.surnames or size > 1 and known.tags.get(text[start : start + size]) != PROPER[0]:
        return False
    end = start + (WHOLE if size == 1 else size)
    return bool(SET_OFF.match(text, start)) or known.starts(text, end, "after", "says") > 1 and end < len(text)


def spelled(name: str, known: Model) -> bool:
    """率团赴粤, 资格互认: a word of two letters stands in it that is nobody's name."""
    pairs = (name[n : n + 2] for n in range(len(name) - 1))
    return any(known.words.get(pair, 0) > SELDOM and known.tags.get(pair, "")[:2] not in PROPER for pair in pairs)


def crossing(text: str, since: int, start: int, stop: int, rest: float, known: Model) -> float:
    """How much likelier the text is where no word needs to end at `start`."""
    begins = range(max(since - 1, start - 3, 0), start)
    if not any(known.words.get(text[begin:end]) for begin in begins for end in range(start + 1, start + 4)):
        return 0.0
    low = max(0, since - 2)
    return known.roads(text, low, stop)[0] - known.roads(text, low, start)[0] - rest


def window(text: str, start: int, gaps: frozenset[int]) -> int:
    found = STOP.search(text, start, start + WINDOW)
    stop = found.start() if found else min(start + WINDOW, len(text))
    return next((gap for gap in range(start + 2, stop) if gap in gaps and gap - 1 not in gaps), stop)


def ends(start: int, stop: int) -> range:
    return range(start + 2, min(start + 8, stop + 1))


def dotted_edge(text: str, dotted: re.Match[str], known: Model) -> int | None:
    """买买提·卡迪尔当场: the first part must read as a name, the last is cut where words begin."""
    first, dot = dots(dotted)
    if known.sounds(text[dotted.start() : first]) < FOREIGN * (first - dotted.start()):
        return None
    further = STOP.search(text, dotted.end(), dotted.end() + WINDOW)
    rest = known.roads(text, dot, further.start() if further else min(dotted.end() + WINDOW, len(text)))
    last = cut(text, dot, min(dot + LONGEST_PART, dotted.end()), known)
    scores = {
        end: rest[end - dot] + beside(text, end, known) + known.sounds(text[dot:end])
        + recurrence(text, dotted.start(), end, known)
        for end in range(dot + 1, last + 1)
    }
    return max(scores, key=lambda end: (scores[end], end))


def cut(text: str, dot: int, last: int, known: Model) -> int:
    """Where at the latest a word begins that stands behind names; 买买提出席 may be read as 买买 and 提出 or one further."""
    words = (end for end in range(dot + 1, last) if text[end] in CUT or known.starts(text, end, "says", "after") > 1)
    end = next(words, last)
    further = end < last and text[end] not in CUT and known.starts(text, end + 1, "says", "after") > 1
    return end + further


def whole(text: str, start: int, end: int, known: Model) -> int:
    """那仁满都拉 in a list, of which 那仁满 alone would be likelier: all up to the sign, where most of it sounds like a name."""
    item = ITEM.match(text, start)
    if item is None or item.end() <= end or "、" not in (text[start - 1], text[item.end() : item.end() + 1]):
        return end
    goes_on = text[end] in CUT or text[end] in AND or known.starts(text, end, "says", "after") and end + 1 < item.end()
    return end if goes_on or known.sounds(item.group()) < STRANGER_PART * len(item.group()) else item.end()


def dots(dotted: re.Match[str]) -> tuple[int, int]:
    """Where the first dot stands, and where the part after the last one begins."""
    places = [dotted.start() + n for n, character in enumerate(dotted.group()) if character in "·•・‧"]
    return places[0], places[-1] + 1
