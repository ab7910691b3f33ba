"""A cue and the mentions around it in, the things out that it speaks of: beside it, or carried from before."""

import re
from dataclasses import replace
from itertools import pairwise

from graphbuild.claims.carried import CLAUSE, INSIDE, REMARK, SEGMENT, WORKS, carried
from graphbuild.claims.lists import around, linked, listed, things
from graphbuild.claims.reading import Reading
from graphbuild.claims.steps import Step, Words
from graphbuild.claims.tense import REACH, line_start
from graphbuild.model import Mention

LEAD = re.compile(  # an item may have no known name
    r"(?:有|是|包括|主要有|主要是)?[了“《]{0,2}(?:全部|整个|全市|全县|全区)?(?:[^，：；。！？、（）和与及|\n]{2,12}、){0,2}"
)
IN = re.compile(  # 甲园、乙园分别在东城、南关两个街道开工
    r"(?:分别)?在[^，：；。！？|\n]{2,30}(?:[县区镇乡村旗园]|街道|现场|举行)(?=[一-鿿]{0,6}$)"
)
LISTED = re.compile(r"[^，；：。]{0,6}?[纳列]入[^，；：。]{0,20}?(?:计划|拟)")
ALSO = re.compile(r"(?:项目|工程)?[、和与及][^，；：。！？、|\n]{2,12}")  # A和一批快速路通车: one of the list has no name
SHORT = re.compile(  # 甲县青少年宫、文化馆、图书馆9月投用
    r"(?:[、和与及][一-鿿]{1,6}?(?:馆|院|园|场|校|楼|站|桥|厂|中心|工程|项目|大厦|广场|小区|基地)){1,6}(?=[^一-鿿]|[预将已于计正]|$)"
)
ALSO_SUMMED = re.compile(r"(?:项目|工程|建设|[一-鿿]{0,2}改造)?[、和与及][^，；。！？、|\n等]{2,14}(?=等)")
PART = re.compile(r"[一二三四五六七八九十\d首]期|[东西南北A-Z]区|核心区|首[开启]区")
ITS_WORKS = re.compile(r"(?:的|内)?(?:[一首这各]?批|系列|多个|重[点大]|新)[^，；。]{0,6}?(?:项目|工程)")  # 甲园重点项目开工: not 甲园
MADE = re.compile(r"(?:工程|项目)$")
SIGN = re.compile(r"标志|意味|对|是|为")
SUMMED = re.compile(r"等[\d一二两三四五六七八九十百]+个(?:重[点大])?(?:项目|工程)")
CARRIED_OUT = re.compile("(?:全面|加快|大力|继续)?(?:实施|推进|新建|改建|扩建)(?=[^，]*(?:项目|工程)，)")  # 实施甲工程，6月底前完成
JOINS, JOINED = re.compile("贯通$"), re.compile("(?:段|隧道|隧洞|大桥|通道|延伸线?|延长线|工程)$")
SECTION, ENTIRE = re.compile("段$"), re.compile("[^，。；]{0,12}?全[线段]")
AND, TOGETHER = ("与", "和", "同"), re.compile("同步|同时|一[起并道]")
START = ("start",)
PAVES = re.compile("(?:奠定|打下|夯实|创造)")
FAR, SERVED = 3, 20


def topics(reading: Reading, step: Step, known: Words) -> list[Mention]:
    """The things that a cue speaks of, in order; nothing where no thing is plainly meant."""
    text = reading.text
    start, end = around(text, CLAUSE, step.start, step.end)
    if (remarked := remark_on(reading, start, step, known)) is not None:
        return remarked
    start = before_remark(text, start, step.start)
    if step.form == "sort":
        return sorted_so(reading, start, step, known)
    behind = after(reading, step, end, known) if step.act or text[step.end : step.end + 1] == "的" else []
    own = text[step.start - 1 : step.start] == "的"
    if own and not behind and (step.state or SIGN.match(text, step.end)):
        near = things(reading, start, step.start - 1, step.of)
        return linked(text, near) if near and not known.left(text[near[-1].end : step.start - 1]) else []  # 甲路的建成通车
    if behind or not step.state or own:
        return behind
    near = [m for m in things(reading, start, step.start, step.of) if not INSIDE.search(text, start, m.start)]
    if near and not (text[step.end : step.end + 1] == "的" and "是" in text[start : near[-1].start]):  # 该项目是甲区首批开工的工程
        return close_by(reading, start, near, step, known)
    if PAVES.match(text, step.end) and text.startswith("为", start):
        return []  # 为全线开通奠定基础: of which line is not said
    before = carried(reading, start, step, known) if step.form != "sole" or alone(text, start, step, known) else []
    return whole_of(reading, start, before, step, known) if before else []


def whole_of(reading: Reading, start: int, group: list[Mention], step: Step, known: Words) -> list[Mention]:
    """甲线东段6月试运营，年底全线试运营: the latter is of 甲线 if that is named, not of its section once more."""
    text, section = reading.text, group[-1]
    told = (kind for _, _, word in known.cues.find(text[section.end : start]) for kind in known.forms[word][0])
    if not (SECTION.search(section.name) and ENTIRE.match(text, start, step.end) and set(step.kinds) & set(told)):
        return group
    lines = reading.within(max(0, start - REACH), start, "Road")
    return [m for m in lines if m.name != section.name and section.name.startswith(m.name)][-1:]


def close_by(reading: Reading, start: int, near: list[Mention], step: Step, known: Words) -> list[Mention]:
    """What stands before the cue, up to words that may stand between; 甲园慢线建成 tells of no park."""
    gap, group = REMARK.sub("", IN.sub("", reading.text[near[-1].end : step.start])), linked(reading.text, near)
    if own := known.own.match(gap):
        group, gap = group[:-1], gap[own.end() :]
    if PART.match(gap) or step.kinds == START and known.early.search(gap) or near[-1].kind == "Zone" and ITS_WORKS.match(gap):
        return []
    counted = known.counted.match(gap, worked_on(gap, known))
    close = len(known.left(gap[counted.end() if counted else 0 :])) <= (0 if step.form == "sole" else FAR)
    return joined(reading, start, group, step, known) if group and (close or also(gap, known)) else []


def joined(reading: Reading, start: int, group: list[Mention], step: Step, known: Words) -> list[Mention]:
    """甲路将与乙路同步通车, 甲路全长3公里，预计6月与乙路同步通车: both."""
    text, first = reading.text, group[0].start
    if text[first - 1 : first] not in AND or not TOGETHER.search(text, group[-1].end, step.start):
        return group
    before = replace(step, start=max(start, first - 1))
    near = things(reading, start, before.start, step.of)
    if near:
        return [*linked(text, near), *group] if not known.left(text[near[-1].end : before.start]) else group
    return [*(m for m in carried(reading, start, before, known) if m.name != group[0].name), *group]


def remark_on(reading: Reading, start: int, step: Step, known: Words) -> list[Mention] | None:
    """甲路（6月完工）、乙路开工（7月完工）: a bracket that names nothing tells of what stands right before it, if of anything."""
    text = reading.text
    opened = text.rfind("（", max(0, start - 1), step.start)
    if opened < 0 or "）" in text[opened : step.start] or step.form == "sort" or things(reading, opened, step.start):
        return None
    before = things(reading, max(0, opened - REACH), opened, step.of)
    return [m for m in before if WORKS.fullmatch(text, m.end, opened) or only_steps(text[m.end : opened], known)][-1:]


def only_steps(gap: str, known: Words) -> bool:
    """正式开工建设: nothing but a step."""
    cues = list(known.cues.find(gap))
    steps = all(known.forms[word][0] != ("none",) for _, _, word in cues)
    return bool(cues) and steps and cues[-1][1] == len(gap) and not known.left(gap[: cues[0][0]])


def alone(text: str, start: int, step: Step, known: Words) -> bool:
    """甲工程3月启动，预计年底前完成: nothing but when, after another step, and no earlier work that would be completed (拆迁)."""
    segment, _ = around(text, SEGMENT, start, step.start)
    before = text[segment:start]
    bare = start < step.start and not known.left(text[start : step.start])
    other = any(known.forms[word][1] != "sole" for _, _, word in known.cues.find(before)) or CARRIED_OUT.match(before)
    return bare and bool(other) and not known.early.search(before)


def worked_on(gap: str, known: Words) -> int:
    """Past what is done to the last of a list: 扩建 in A、B扩建等5个项目."""
    found = known.between.match(gap)
    return found.end() if found and gap.startswith("等", found.end()) else 0


def also(gap: str, known: Words) -> bool:
    """A和一批快速路通车, A、B扩建等5个项目9月投用: one of the list has no name."""
    if known.early.search(gap):
        return False
    short = SHORT.match(gap)
    if short and len(known.left(gap[short.end() :])) <= FAR:
        return True
    named = ALSO_SUMMED.match(gap)
    counted = known.counted.match(gap, named.end()) if named else None
    return bool(ALSO.fullmatch(gap)) or counted is not None and len(known.left(gap[counted.end() :])) <= FAR


def before_remark(text: str, start: int, end: int) -> int:
    """Where the clause begins that a remark with commas interrupts: 该项目由甲公司（乙和丙，2005年成立）于2011年开工."""
    close = text.find("）", start, end)
    if close < 0 or "（" in text[start:close]:
        return start
    line = line_start(text, start)
    opened = text.rfind("（", line, start)
    cuts = [cut.end() for cut in CLAUSE.finditer(text, line, max(line, opened))]
    return start if opened < 0 else cuts[-1] if cuts else line


def sorted_so(reading: Reading, start: int, step: Step, known: Words) -> list[Mention]:
    """A、B等5个竣工项目, A、B等在10月竣工项目, A、B已列入今年计划开工项目: what the list before it names."""
    near = things(reading, start, step.start, step.of)
    gap = reading.text[near[-1].end : step.start] if near else ""
    counted = known.counted.match(gap)
    said = gap.startswith("等") and counted and not known.left(gap[counted.end() :])
    return linked(reading.text, near) if said or LISTED.fullmatch(gap) else []


def after(reading: Reading, step: Step, end: int, known: Words) -> list[Mention]:
    """启动A、B改造, 建成的A, 开工的有A、某某…等9个项目: the things right behind the cue, unless only their beginnings are meant (完成A规划)."""
    text = reading.text
    summed = SUMMED.search(text, step.end, end) if text.startswith("的", step.end) else None
    if summed and (named := things(reading, step.end, summed.start(), step.of)):
        return named
    found = things(reading, step.end, end, step.of)
    lead = text[step.end : found[0].start].removeprefix("的") if found else ""
    if not found or not LEAD.fullmatch(lead) and not placed(reading, lead, found[0].start):
        return []
    group = of_themselves(text, listed(text, found), step, known)
    if not group:
        return []
    if lead != text[step.end : found[0].start] and not lead:
        group = own_noun(text, group)
    if known.service.search(text, group[-1].end, min(end + 1, group[-1].end + SERVED)):
        return []  # 开通甲街至乙镇公交
    return finished(text, group) if known.early.search(text, group[-1].end, end) else group


def of_themselves(text: str, group: list[Mention], step: Step, known: Words) -> list[Mention]:
    """完成甲铁路连接站点 tells nothing of the railway, 贯通甲路延伸段 joins a road, 贯通甲镇 nothing."""
    joins = JOINS.search(text, step.start, step.end) is not None
    if joins and not JOINED.search(group[0].name):
        return []
    return [m for m in group if not known.own.match(text, m.end)]


def own_noun(text: str, group: list[Mention]) -> list[Mention]:
    """新建成的甲馆和乙馆、丙场: what stands behind 的 is told of, a list goes on about more."""
    cut = next((n for n, (one, other) in enumerate(pairwise(group), 1) if "、" in text[one.end : other.start]), len(group))
    return group[:cut]


def placed(reading: Reading, lead: str, end: int) -> bool:
    """开工建设甲县乙镇丙园: nothing but the areas that it lies in stands between."""
    areas = [m for m in reading.within(end - len(lead), end, "District") if m.kind == "District"]
    return bool(areas) and "".join(reading.text[m.start : m.end] for m in areas) == lead


def finished(text: str, group: list[Mention]) -> list[Mention]:
    """完成A工程和B征地拆迁: A工程 is completed, of B only the beginning."""
    own = len(group) > 1 and text[group[-2].end : group[-1].start] != "、"
    return [m for m in group[:-1] if own and m.kind == "Project" and MADE.search(text, m.start, m.end)]
