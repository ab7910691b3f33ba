"""A text and what the tagger took for a name in, where the name begins and ends out: nobody who builds it, nothing beside it."""

import re
from collections.abc import Iterator

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.events import CALLED
from graphbuild.mentions.kinds import by_head
from graphbuild.mentions.settled import towns

RIVER = re.compile(r"[一-鿿]{1,3}[河江渠](?=[一-鿿]{2,3}村$)")  # 甲河乙丙村: the village beside it
BEHIND_BRACKET = re.compile(r"[^（）。；\n]{0,16}）[一-鿿]{0,10}?(?:项目|工程)")
LEAST_WAY, SIDES, ALONG = 3, tuple("东西南北"), tuple("起接至连邻临靠")  # 甲桥|西起乙镇
SIDE = re.compile("[东南西北中]段$")
BESIDE = re.compile("(?:[东南西北](?:临|邻|靠|至|起|止|抵)|顺接)于?")  # 南临甲路
DATED = re.compile(  # 5月10～12日|甲运动会, 6 月 10 日|甲街道
    r"(?<=\d)[日月](?=[^街路大巷起前底末初])|(?:\d{1,2} ?月 ?)?(?:\d{1,2}[~～—-])?\d{1,2} ?日 ?(?=[^街路大巷])|\d{1,2} ?月(?!\d) ?(?=[^街路])"
)
STATE_FIRM = re.compile("(?:国企|央企|民企|国有企业|民营企业|龙头企业|龙头)(?=[一-鿿]{2,20}(?:集团|公司))")
COPIES, HYPHENS = re.compile(r"（\d+份）"), re.compile("[—－~～-]+|跨(?=[一-鿿]{1,3}[江河湖]$)")
ADDRESS = re.compile(r"(?:[一-鿿]{2,4}[市区县])?(?P<road>[一-鿿]{2,6}?(?:路|大道|街|巷))\d{1,5}号(?=[一-鿿]{3})")  # 甲路98号|乙大厦
STREAMS = re.compile("[两二三四五六七八九十][大条](?:水系|河流|支流|江河)$")
CROSSING = re.compile("(?:交叉|交汇|交会|相交|交界)[处口]$|十字?路口$")
AND_REST = re.compile("[及和](?:其)?(?:附属|配套|相关)(?:设施|工程|用房)?[一-鿿]{0,8}?(?:工程|项目)")  # 甲厅|及配套设施改扩建工程
BUREAU = re.compile("(?<=住房)(?:和|及)?城乡(?:建设|规划建设)(?:管理)?(?:局|委员会|委|厅)")
BUILDER = re.compile(  # 甲公司投资建设280万米管材生产项目: who builds is no part of the name
    r"(?<=公司|集团)(?:计划|拟|将)?(?:投资)?(?:[约近]?[\d.]+[亿万]+元)?(?:投资建设|投资新建|兴建|投建|承建)(?=[^，。；、\n]{5,30}(?:项目|工程|基地))"
)
BUILDERS = re.compile(r"中[铁建交冶电核能][一二三四五六七八九十\d]{1,3}局(?:集团)?(?=[一-鿿\d]{4,}(?<![司局处部院队组])$)")  # 中铁九局|甲大桥
PERIOD = re.compile("“[一二三四五六七八九十]{2,3}五”(?:时期|期间|以来)")  # “十三五”时期|甲新区
FORMER, GOVERNS = "原", "辖"
VENUE = re.compile("[主分](?:会场|现场)$|(?<=[馆店心楼])(?:[一二三四五六七八九\\d]+楼)?(?:[大小多]?会议[室厅]|报告厅)$")  # of 甲项目, of 乙宾馆
BRACKET = re.compile("（[^（）]*）$")
CORE = re.compile("(?:核心|中心|重点|主要|周边)区$")  # 甲新区核心区|域
QUARTER = re.compile("[东西南北中]片(?=[一-鿿]{2,}(?:路|街|大道)$)")
WHOLES = ("街道", "镇", "乡")  # 甲镇乙街道, where the list knows it as one
APPOSED = re.compile("(?:项目|工程)(?=[一-鿿]{2,10}(?:学校|小学|中学|医院|幼儿园|大桥|水库)$)")  # 帮扶项目甲学校
LONGER = 4
PLACED = frozenset(("Road", "WaterBody"))


def bounds(text: str, start: int, end: int, group: str, knowledge: Knowledge) -> tuple[int, int]:
    """Where it begins and ends, by its group."""
    if group == "event":
        start = max([start, *(found.end() for found in CALLED.finditer(text, start, end - LEAST_WAY))])
    start = lead.end() if (lead := HYPHENS.match(text, start, end) or PERIOD.match(text, start, end)) else start
    start += former(text, start, end)
    if group == "thing":
        start = first.end() if (first := STATE_FIRM.match(text, start, end) or ADDRESS.match(text, start, end)) else start
        start = bureau.end() if (bureau := BUILDERS.match(text, start, end)) else start
        builders = (found.end() for found in BUILDER.finditer(text, start, end - 2))
        after = (found.end() for found in APPOSED.finditer(text, start, end))
        start = max([start, *builders, *after, *beside(text, start, end, knowledge)])
    if (dated := DATED.match(text, start)) and end - dated.end() >= LEAST_WAY:
        start = dated.end()
    if text[start] == "对" and text[start + 1] not in "口外岸" and end - start > LEAST_WAY + 1:
        start += 1
    if group == "district":
        start += text[start] == GOVERNS
        end = whole(text, start, end, knowledge)
        start = river.end() if (river := RIVER.match(text, start, end)) else start
    start += 2 if QUARTER.match(text, start, end) else 0
    return start, last(text, start, end, knowledge)


def former(text: str, start: int, end: int) -> bool:
    """原甲厂, where the text names 甲厂 too."""
    name = text[start + 1 : end]
    first = text.find(name) if text[start] == FORMER and len(name) > LEAST_WAY else start + 1
    return text[start] == FORMER and 0 <= first != start + 1


def last(text: str, start: int, end: int, knowledge: Knowledge) -> int:
    """甲桥|西起乙镇, 甲新区|核心区域, 甲项目|分会场, 甲路|交叉口; to its end 甲区住房和城乡建设局."""
    if longer := BUREAU.match(text, end) or AND_REST.match(text, end):
        return longer.end()
    copies = COPIES.search(text, start, end)
    end = copies.start() if copies and copies.start() - start >= LEAST_WAY else end
    end -= text[end - 1] in SIDES and text[end : end + 1] in ALONG and end - start > LEAST_WAY
    core = CORE.search(text, start, end) if text[end : end + 1] == "域" else None
    for cut in (core, STREAMS.search(text, start, end), VENUE.search(text, start, end), CROSSING.search(text, start, end)):
        if cut and by_head(BRACKET.sub("", text[start : cut.start()]), knowledge)[0] and cut.start() - start > 1:
            return cut.start()
    return end


def whole(text: str, start: int, end: int, knowledge: Knowledge) -> int:
    """To the end of 甲镇乙街道, where the list knows it as one."""
    longer = (end + n for n in range(LONGER, 1, -1) if text.endswith(WHOLES, end, end + n))
    return next((stop for stop in longer if text[start:stop] in towns(knowledge)), end)


def beside(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[int]:
    """甲公园南临乙路 names two; 胶东临空经济区 and 西临高速 are one."""
    if not PLACED & set(by_head(SIDE.sub("", text[start:end]), knowledge)[0].split("+")):
        return
    for found in BESIDE.finditer(text, start, end - 2):
        before = text[start : found.start()]
        if not before or by_head(before, knowledge)[1] == "sure":
            yield found.end()


def closed(text: str, start: int, end: int) -> int:
    """甲小学（含幼儿园）扩建项目: to the end of the works behind its bracket; what never closes is cut before it."""
    opened = text.rfind("（", start, end)
    if opened < 0 or "）" in text[opened:end] or opened - start < LEAST_WAY:
        return end
    behind = BEHIND_BRACKET.match(text, end)
    return behind.end() if behind else opened
