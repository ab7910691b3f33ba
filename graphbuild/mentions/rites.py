"""A text with its Mentions in, the ceremonies held for a thing out (甲园举行开工仪式), and the thing inside their names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.catalogue import a_work
from graphbuild.mentions.inner import SITES
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

DAY = r"(?:今[天日]|昨[天日]|近日|日前|当[天日]|[\d年月日]{2,11})?(?:上午|下午)?"
PLACE = r"(?:，?在[^，。；、\n]{2,14}?)?"
HOW = r"(?:正式|隆重|顺利|集中|如期)?"
LATEST, GATHERED, AND_WORKS = 40, "集中", ("及项目", "和项目", "暨项目")
SIDE = re.compile(r"(?P<name>[^暨、]{4,}?)(?:（[A-Za-z]+）)?(?:[暨、]|$)")  # 甲园项目暨乙中心（ABC）


def rites(text: str, mentions: Sequence[Mention], knowledge: Knowledge) -> list[Mention]:
    """In the place of what else was taken for a meeting there."""
    found = [rite for mention in mentions if SITES & set(mention.kinds) for rite in named(text, mention, knowledge)]
    spans = {span for rite in found for span in range(rite.start, rite.end)}
    kept = (mention for mention in mentions if mention.kind != "Event" or mention.start not in spans)
    return sorted([*kept, *found], key=lambda mention: (mention.start, -mention.end))


def named(text: str, thing: Mention, knowledge: Knowledge) -> Iterator[Mention]:
    """Called by what is begun and by what it is: 甲园开工仪式."""
    if rite := held(knowledge).match(text, thing.end, thing.end + LATEST):
        name = thing.name + (rite["works"] or "") + rite["rite"]
        yield Mention(*rite.span("rite"), ("Event",), name, "rite of a thing", (rite["rite"],))


def begun(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """甲大桥 in 甲大桥项目开工仪式, 甲园 and 乙路 in 甲园暨乙路开工仪式, where nothing is named there yet."""
    ends = {mention.start: mention.end for mention in mentions if mention.kind != "Event"}
    for mention in mentions:
        found = of_thing(knowledge).fullmatch(mention.name) if mention.kind == "Event" and mention.literal else None
        last = mention.start + found.start("rite") if found else 0
        for side in SIDE.finditer(text, mention.start, last):
            several = found and text.startswith(GATHERED, last) or side["name"].endswith(AND_WORKS)  # 甲项目集中签约仪式
            if ends.get(side.start(), 0) <= side.end("name") and not several:
                yield from a_work(text, *side.span("name"), words, knowledge, "thing of a rite")


@cache
def of_thing(knowledge: Knowledge) -> re.Pattern[str]:
    steps = either(knowledge.words("events", role="rite"))
    rite = rf"(?:集中|正式)?(?:{steps}){{1,2}}(?:仪式|典礼|庆典|活动|动员大?会|大会)"
    return re.compile(rf"(?!\d|.*(?:季度|月份|重[大点]|[首一二三四五六七八九十\d]批|系列|新项目))[一-鿿\dA-Za-z（）.“”、—-]{{3,48}}?(?P<rite>{rite})")


@cache
def held(knowledge: Knowledge) -> re.Pattern[str]:
    steps = either(knowledge.words("events", role="rite"))
    return re.compile(
        rf"(?P<works>项目|工程)?{DAY}{PLACE}{HOW}举[行办]了?(?:隆重|简短|盛大)?的?"
        rf"(?P<rite>(?:{steps}){{1,2}}(?:暨[一-鿿]{{2,4}})?(?:仪式|典礼))"
    )
