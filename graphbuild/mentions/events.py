"""A text in, Mentions of named meetings out: what is called, held or attended, up to the word that makes it a meeting."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.model import Mention
from graphbuild.text.either import either

SHORTEST, QUOTED, LONGEST = 7, 4, 60
DAY = re.compile(r"(?:\d+年)?(?:\d+月)?(?:\d+[至到~～—-])?\d+日(?:上午|下午|晚上?|[至到—-]\d+日)?")
CALLED = re.compile("(?:并|隆重|成功|如期|正式)(?:举行|举办|召开|开展|启动|参加|出席)了?")  # 对口帮扶并举行甲仪式
VERB = re.compile(
    "自从?(?=[我全]?[省市区县镇]|[一-鿿]{2,4}[省市区县镇])(?!自治|自贡)|"
    "[图即]为?(?=全)|图为|[^，。；“”]{0,8}?[分主]会场|(?:会议)?(?:讨论|审议|研究)?(?:听取|决定|审议|通过|表决|传达)了"
)
OF = re.compile(r"“[^“”]*”|的|向(?=大会)")
CLAUSE = re.compile(r"(?:[^，。；：、！？\s“”]|“[^“”，。]{1,24}”)+$")  # back to the break before it
BATCH = re.compile(r"(?:[一-鿿]{1,7}[省市区县])?(?:20\d\d年)?第[一二三四五六七八九十\d]{1,3}[批次季](?:[一-鿿]{2,8}、){1,4}$")  # of 甲、乙类项目开工
LAST = re.compile(r"[^，、]{2,24}?[\d两二三四五六七八九十]{1,3}[个项大条座](?:重[点大])?(?:建设)?(?:工程|项目)")
THIS = re.compile(r"[这本此该各为]|全(?!国|[省市县区旗州].{6})")


def events(text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """A meeting with nothing before its last word (召开会议) has no name."""
    bare = frozenset(knowledge.words("events", role="bare"))
    for first, end, least in places(text, knowledge):
        start = named_from(text, first, end)
        name = text[start:end]
        listed = text[start - 1 : start] == "、" and LAST.match(name)  # 甲馆、乙园、丙桥三项工程开工仪式 names no rite
        if len(name) >= least and name not in bare and name.count("（") == name.count("）") and not (THIS.match(name) or listed):
            yield Mention(start, end, ("Event",), name.strip("“”") if whole(name) else name, "held")


def places(text: str, knowledge: Knowledge) -> Iterator[tuple[int, int, int]]:
    """Start, end and least length of what may name a meeting: told by the verb before it, or by the one after."""
    seek, done = pattern(knowledge).match, 0
    for start in opening(knowledge).finditer(text):
        found = seek(text, start.start()) if start.start() >= done else None
        if found is None:
            continue
        done, group = found.end(), found.lastgroup or ""
        yield *found.span(group), QUOTED if group == "quoted" else SHORTEST
    for found in taking_place(knowledge).finditer(text):
        clause = CLAUSE.search(text, max(0, found.start() - LONGEST), found.start())
        if clause and clause.group().count("“") == clause.group().count("”"):
            yield clause.start(), found.end("head"), SHORTEST


def whole(name: str) -> bool:
    """Whether one pair of marks encloses all of it."""
    return name.count("“") == 1 and name[0] == "“" and name[-1] == "”"


def named_from(text: str, start: int, end: int) -> int:
    """Where the name begins: after the day and after whose or what meeting it is (县政府召开的食盐供应会, 代表县委向大会)."""
    of = [found.end() for found in OF.finditer(text, start, end) if found.group() in "的向"]
    start = of[-1] if of else start
    start = max([start, *(found.end() for found in CALLED.finditer(text, start, end - QUOTED))])
    day = DAY.match(text, start, end) or VERB.match(text, start, end)
    start = day.end() if day else start
    batch = BATCH.search(text, max(0, start - LONGEST), start) if text[start - 1 : start] == "、" else None
    return batch.start() if batch else start


@cache
def opening(knowledge: Knowledge) -> re.Pattern[str]:
    """The letters with which the pattern may begin: to look for them first is what makes it fast."""
    return re.compile(f"[从在{''.join(sorted({verb[0] for verb in knowledge.words('events', role='verb')}))}]")


@cache
def pattern(knowledge: Knowledge) -> re.Pattern[str]:
    verbs, heads, steps = (either(knowledge.words("events", role=role)) for role in ("verb", "head", "rite"))
    works = r"[^，。；：、！？\s“”]{3,24}?"  # 举行甲路、乙馆项目开工仪式
    inside = r"(?:[^，。；：、！？\s“”]|“[^“”，。]{1,24}”)"
    hosts = r"(?:[一-鿿]{1,6}[省市区县旗盟州]、){0,5}"  # 甲市、乙县合作签约仪式
    name = rf"{hosts}{inside}{{1,48}}?(?:{heads})(?:活动)?"
    return re.compile(
        rf"(?:{verbs})[了的]?(?P<held>{name})(?!\w)|[从在](?P<at>{name})(?=上[，获了])"
        rf"|(?:举行|举办)了?(?P<joint>{works}(?:、{works}){{1,4}}(?:{steps}){{1,2}}仪式)(?!\w)"
        rf"|(?:{verbs})了?“(?P<quoted>[^“”，。\s]{{2,30}}(?:{heads}))”"
    )


@cache
def taking_place(knowledge: Knowledge) -> re.Pattern[str]:
    heads, takes = (either(knowledge.words("events", role=role)) for role in ("head", "takes place"))
    where = r"，?也?(?:[于在][^，。；\s]{2,16}?)?(?:在京|[一-鿿]{2})?"
    return re.compile(rf"(?P<head>(?:{heads})(?:活动)?){where}(?:{takes})")
