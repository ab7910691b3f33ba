"""A text in, Mentions of named meetings out: what is called, held or attended, up to the word that makes it a meeting."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.model import Mention
from graphbuild.text.either import either

SHORTEST = 7
DAY = re.compile(r"(?:\d+年)?(?:\d+月)?\d+日(?:上午|下午|晚上?|[至到—-]\d+日)?")
OF = re.compile(r"“[^“”]*”|的")
THIS = re.compile(r"[这本此该各]|全(?!国)")


def events(text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """A meeting with nothing before its last word (召开会议) has no name."""
    bare = frozenset(knowledge.words("events", role="bare"))
    for found in pattern(knowledge).finditer(text):
        group = found.lastgroup or ""
        start, end = found.span(group)
        start = named_from(text, start, end)
        name = text[start:end]
        least = 4 if group == "quoted" else SHORTEST
        if len(name) >= least and name not in bare and name.count("（") == name.count("）") and not THIS.match(name):
            yield Mention(start, end, ("Event",), name.strip("“”") if whole(name) else name, "held")


def whole(name: str) -> bool:
    """Whether one pair of marks encloses all of it."""
    return name.count("“") == 1 and name[0] == "“" and name[-1] == "”"


def named_from(text: str, start: int, end: int) -> int:
    """Where the name begins: after the day and after whose or what meeting it is (县政府召开的食盐供应会)."""
    of = [found.end() for found in OF.finditer(text, start, end) if found.group() == "的"]
    start = of[-1] if of else start
    day = DAY.match(text, start, end)
    return day.end() if day else start


@cache
def pattern(knowledge: Knowledge) -> re.Pattern[str]:
    verbs, heads = (either(knowledge.words("events", role=role)) for role in ("verb", "head"))
    inside = r"(?:[^，。；：、！？\s“”]|“[^“”，。]{1,24}”)"
    name = rf"{inside}{{1,48}}?(?:{heads})(?:活动)?"
    taking = rf"[，]?(?:[于在][^，。；\s]{{2,16}})?(?:顺利|隆重|成功|圆满|正式|在京)?(?:{either(knowledge.words('events', role='takes place'))})"
    return re.compile(
        rf"(?:{verbs})[了的]?(?P<held>{name})(?!\w)|[从在](?P<at>{name})(?=上[，获了])"
        rf"|(?:{verbs})了?“(?P<quoted>[^“”，。\s]{{2,30}}(?:{heads}))”"
        rf"|(?:^|(?<=[，。；、\n\s]))(?P<takes>{name})(?={taking})",
        re.MULTILINE,
    )
