"""Knowledge in, the words around a figure out: what leads to an indicator, ends it, belongs to it or forbids it, compiled."""

import re
from dataclasses import dataclass
from functools import cache

from graphbuild.claims.steps import any_of, holidays
from graphbuild.knowledge import Knowledge
from graphbuild.text.dates import pattern

AREA = r"[全我本该][国省市区县旗州镇乡村]|各[地县区镇乡]"
ENUMERATED = r"[\s#*—●■◆▲★○◇□△☆▪•→➤【]+|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．](?!\d)|（[一二三四五六七八九十\d]{1,2}）"

PRICED = r"\d[\d.]{0,9}[百千万亿]*元(?:以上|及以上)?的(?=[一-鿿]{2})"  # 5000万元以上的项目 are projects


@dataclass(frozen=True)
class Frame:
    """The lexicon of measures, compiled; `day` strips dates from the front of a name."""

    lead: re.Pattern[str]
    day: re.Pattern[str]
    until: re.Pattern[str]
    light: re.Pattern[str]
    work: re.Pattern[str]
    tail: re.Pattern[str]
    growth: re.Pattern[str]
    stat: re.Pattern[str]
    own: re.Pattern[str]
    broad: re.Pattern[str]
    maybe: re.Pattern[str]
    never: re.Pattern[str]
    report: re.Pattern[str]
    strip: re.Pattern[str]
    skip: re.Pattern[str]
    down: frozenset[str]
    manner: re.Pattern[str]
    served: re.Pattern[str]
    whom: frozenset[str]
    whole: re.Pattern[str]
    extent: re.Pattern[str]
    itself: re.Pattern[str]
    portrait: re.Pattern[str]


@cache
def frame(knowledge: Knowledge) -> Frame:
    def named(*classes: str) -> str:
        return any_of(*(w for c in classes for w in knowledge.words("measure-words", **{"class": c})))

    day = pattern(tuple(sorted({word for word, _ in holidays(knowledge)})))
    return Frame(
        re.compile(
            rf"(?!{named('intact')})(?:{named('lead')}|{AREA}|{ENUMERATED}|[，；的于内前]|到(?=\d{{4}}年)|需(?!求)|规划(?=[新改])|{PRICED}"
            r"|(?<![一-鿿])[一-鿿]{1,4}[县区市旗州](?=全年|完成|实现|累计))"
        ),
        day, re.compile(day.pattern + "(?:[之以]?前)?", re.VERBOSE),
        re.compile(f"(?!{named('intact')})(?:{named('light')})"), re.compile(named("work")), re.compile(rf"(?:{named('tail')})$"),
        re.compile(rf"(?P<way>{named('up', 'down')})(?:{named('tail')}|了|率){{0,6}}$"),
        re.compile(rf"(?:{named('stat')})$"),
        re.compile(rf"(?:{named('own')})$"), re.compile(rf"(?:{named('broad')})$"),
        re.compile(named("maybe")), re.compile(named("never")),
        re.compile(named("report")), re.compile(rf"(?:{named('strip')})$"),
        re.compile(rf"(?<!不)(?:{named('skip')})"), frozenset(knowledge.words("measure-words", **{"class": "down"})),
        re.compile(rf"(?:{named('manner', 'whom')}).{{2,200}}?(?={named('work', 'light')})"),
        re.compile(rf"(?P<whom>.{{2,8}}?)(?P<deed>(?:{named('work')}).{{2,}})"),
        frozenset(knowledge.words("measure-words", **{"class": "whom"})),
        re.compile(named("whole")), re.compile(rf"(?:{AREA}|[市区县])(?:{named('extent')})$"),
        re.compile(
            rf"\s*(?:目前，?|据\w{{1,2}}，)?(?:(?:{named('itself')})|(?:项目|工程)(?={named('portrait')}))"
        ),
        re.compile(rf"(?:项目|工程)?[”）]?(?:{named('portrait')})"),
    )
