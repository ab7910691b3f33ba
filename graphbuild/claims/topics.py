"""A cue and the mentions around it in, the things out that it speaks of: beside it, or carried from before."""

import re
from itertools import pairwise

from graphbuild.claims.content import of_itself, parts_of, without_facts
from graphbuild.claims.lists import around, linked, listed, things
from graphbuild.claims.reading import Reading
from graphbuild.claims.steps import Step, Words
from graphbuild.claims.tense import REACH, line_start
from graphbuild.model import Mention
from graphbuild.text.numerals import number

CLAUSE = re.compile(r"[，：；。！？|\n]")
SEGMENT = re.compile(r"[；。！？\n]")
LEAD = re.compile(  # an item may have no known name
    r"(?:有|是|包括|主要有|主要是)?[了“《]{0,2}(?:全部|整个|全市|全县|全区)?(?:[^，：；。！？、（）和与及|\n]{2,12}、){0,2}"
)
MARK = re.compile(r"[\s\d一二三四五六七八九十（）()、.．*#●•—\-①-⑳“”>在]*")
LABEL = re.compile(r"[^，。：|]{2,8}：")
IN = re.compile(  # 甲园、乙园分别在东城、南关两个街道开工
    r"(?:分别)?在[^，：；。！？|\n]{2,30}(?:[县区镇乡村旗园]|街道|现场|举行)(?=[一-鿿]{0,6}$)"
)
INSIDE = re.compile(r"(?:[^，：；。！？|\n”]|(?:项目|工程)”)在$")
LISTED = re.compile(r"[^，；：。]{0,6}?[纳列]入[^，；：。]{0,20}?(?:计划|拟)")
SITE = re.compile(r"[一-鿿]{0,8}[，：]")
ALSO = re.compile(r"(?:项目|工程)?[、和与及][^，；：。！？、|\n]{2,12}")  # A和一批快速路通车: one of the list has no name
SHORT = re.compile(  # 甲县青少年宫、文化馆、图书馆9月投用
    r"(?:[、和与及][一-鿿]{1,6}?(?:馆|院|园|场|校|楼|站|桥|厂|中心|工程|项目|大厦|广场|小区|基地)){1,6}(?=[^一-鿿]|[预将已于计正]|$)"
)
ALSO_SUMMED = re.compile(r"(?:项目|工程|建设|[一-鿿]{0,2}改造)?[、和与及][^，；。！？、|\n等]{2,14}(?=等)")
PART = re.compile(r"[一二三四五六七八九十\d首]期|[东西南北A-Z]区|核心区|首[开启]区")
ITS_WORKS = re.compile(r"(?:的|内)?(?:[一首这各]?批|系列|多个|重[点大]|新)[^，；。]{0,6}?(?:项目|工程)")  # 甲园重点项目开工: not 甲园
THIS = re.compile(r"[”\s]*[该此这其本]|项目|工程|同时|目前")
WHAT_IT_IS = re.compile(r"[^，；。是]{2,8}(?:是|系)[^，；。]*(?:，|$)")  # 该项目是甲区重点项目之一，于3月开工
WORKS = re.compile(r"(?:建设)?(?:项目|工程)?")
IS = re.compile(r"[也还既]?[是为系属]")
MADE = re.compile(r"(?:工程|项目)$")
SIGN = re.compile(r"标志|意味|对|是|为")
REMARK = re.compile(r"（[^（）\n]{0,200}）|[约近]?\d[\d.]*万?(?:平方米|平米|亩|公里)的?(?:物业|厂房|楼宇)?")  # 甲园一期（含馆）8万平方米物业
SUMMED = re.compile(r"等[\d一二两三四五六七八九十百]+个(?:重[点大])?(?:项目|工程)")
SAME = re.compile("[。\n](?=[该此](?:项目|工程))")
CARRIED_OUT = re.compile("(?:全面|加快|大力|继续)?(?:实施|推进|新建|改建|扩建)(?=[^，]*(?:项目|工程)，)")  # 实施甲工程，6月底前完成
START = ("start",)
ANEW = re.compile(r"[”）]?，?(?:全长|总长|长约?\d|占地|总?投资|总?建筑面积)")
MANY = re.compile(r"(?:以上|这|上述)?(?P<many>[两二三四五六七八九\d])[条座个处所项][一-鿿]{0,4}?(?:路|桥|线|项目|工程|校|园|馆|院)")
FAR, NEAR, LINES, HEAD, SERVED = 3, 1, 8, 4, 20


def topics(reading: Reading, step: Step, known: Words) -> list[Mention]:
    """The things that a cue speaks of, in order; nothing where no thing is plainly meant."""
    text = reading.text
    start, end = around(text, CLAUSE, step.start, step.end)
    if (remarked := remark_on(reading, start, step)) is not None:
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
        gap = REMARK.sub("", IN.sub("", text[near[-1].end : step.start]))
        if PART.match(gap) or step.kinds == START and known.early.search(gap) or near[-1].kind == "Zone" and ITS_WORKS.match(gap):
            return []
        counted = known.counted.match(gap, worked_on(gap, known))
        close = len(known.left(gap[counted.end() if counted else 0 :])) <= (0 if step.form == "sole" else FAR)
        return linked(text, near) if close or also(gap, known) else []
    return carried(reading, start, step, known) if step.form != "sole" or alone(text, start, step, known) else []


def remark_on(reading: Reading, start: int, step: Step) -> list[Mention] | None:
    """甲路（6月完工）、乙路（在建）: a bracket that names nothing tells of what stands right before it, if of anything."""
    text = reading.text
    opened = text.rfind("（", max(0, start - 1), step.start)
    if opened < 0 or "）" in text[opened : step.start] or step.form == "sort" or things(reading, opened, step.start):
        return None
    return [m for m in things(reading, max(0, opened - REACH), opened, step.of) if WORKS.fullmatch(text, m.end, opened)][-1:]


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


def behind_agent(reading: Reading, start: int, end: int) -> int:
    """该项目由甲公司于2011年: who does it is not what it is about."""
    firms = reading.within(start, end, "Company", "Organization") if of_itself(reading.text, start) else []
    return firms[0].end if firms else start


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
    group = listed(text, found)
    if known.service.search(text, group[-1].end, min(end + 1, group[-1].end + SERVED)):
        return []  # 开通甲街至乙镇公交
    return finished(text, group) if known.early.search(text, group[-1].end, end) else group


def placed(reading: Reading, lead: str, end: int) -> bool:
    """开工建设甲县乙镇丙园: nothing but the areas that it lies in stands between."""
    areas = [m for m in reading.within(end - len(lead), end, "District") if m.kind == "District"]
    return bool(areas) and "".join(reading.text[m.start : m.end] for m in areas) == lead


def finished(text: str, group: list[Mention]) -> list[Mention]:
    """完成A工程和B征地拆迁: A工程 is completed, of B only the beginning."""
    own = len(group) > 1 and text[group[-2].end : group[-1].start] != "、"
    return [m for m in group[:-1] if own and m.kind == "Project" and MADE.search(text, m.start, m.end)]


def carried(reading: Reading, start: int, step: Step, known: Words) -> list[Mention]:
    """The things that the clause goes on about without naming them."""
    text = reading.text
    if thing := by_head(reading, start, step, known):
        return [thing]
    if group := counted_again(reading, start, step, known):
        return group
    if len(known.left(REMARK.sub("", text[behind_agent(reading, start, step.start) : step.start]))) > NEAR:
        return []
    line = line_start(text, start)
    if group := titled(reading, line, step, known):
        return group
    cuts = [line, *(found.end() for found in SEGMENT.finditer(text, line, start)), start]
    itself = of_itself(text, cuts[-2]) or known.themselves.search(text, start, step.start) is not None
    said = WHAT_IT_IS.match(text, cuts[-2], start) if of_itself(text, cuts[-2]) else None
    since = said.end() if said else cuts[-2]
    group = [] if parts_of(text, cuts[-2]) else topic(reading, since, start, step, known, itself)
    before = list(pairwise(cuts[:-1]))[::-1]
    if of_itself(text, cuts[-2]):
        before = [(first, last) for first, last in before if not parts_of(text, first)]
    for first, last in before[:FAR] if not group else ():
        if group := topic(reading, first, last, step, known, itself):
            follows = itself or goes_on(text[cuts[-2] : start], group[-1], known)
            return group if follows else []
    return group or head(reading, line, itself, step)


def by_head(reading: Reading, start: int, step: Step, known: Words) -> Mention | None:
    """据介绍，水厂去年10月动工: the thing named before that ends in the words that open the clause."""
    text = reading.text
    before = things(reading, line_start(text, start), start, step.of)
    for size in range(HEAD, 1, -1) if before else ():
        word, rest = text[start : start + size], text[start + size : step.start]
        same = [m for m in before if m.name.endswith(word) and m.name != word and not WORKS.fullmatch(word)]
        if same and not known.left(rest):
            return same[-1]
    return None


def goes_on(text: str, thing: Mention, known: Words) -> bool:
    """A sentence without a thing of its own speaks of the one before only if it says so, or says nothing else."""
    begins = text.startswith(thing.name[-2:]) or bool(THIS.match(text) or known.themselves.search(text))
    rest = without_facts(LABEL.sub("", text))
    for start, end, _ in reversed(list(known.cues.find(rest))):
        rest = rest[:start] + rest[end:]
    return begins or len(known.left(rest).replace("，", "")) <= FAR


def topic(reading: Reading, start: int, end: int, step: Step, known: Words, whole: bool) -> list[Mention]:
    """What text[start:end] is about: the thing it begins with, else the last that is not named as a place beside it."""
    text = reading.text
    found = [
        m for m in things(reading, start, end, step.of)
        if not known.beside.search(text, start, m.start) and not INSIDE.search(text, start, m.start)
        and not (text[m.start - 1 : m.start] == "在" and not SITE.match(text, m.end))
    ]
    found = since_portrayed(text, found)
    if not found:
        return []
    if text[start:end].lstrip().startswith("|"):
        return listed(text, found)
    clause = max([start, *(cut.end() for cut in CLAUSE.finditer(text, start, end - 1))])
    last = linked(text, found)
    whole = whole or bool(known.bare.search(text, max(found[-1].end, step.start - REACH), step.start))
    beside = IS.match(text, clause)  # 甲桥全长2公里，是乙高速的控制性工程，预计10月合龙
    if not whole and not beside and last[0].start >= clause and len(known.left(text[clause : last[0].start])) <= FAR:
        return last
    return listed(text, found) if opens(text, start, found[0], known) else last


def since_portrayed(text: str, found: list[Mention]) -> list[Mention]:
    """甲路，全长2公里，5月建成，乙路，全长3公里，…: what is described anew is what it goes on about."""
    anew = [n for n, m in enumerate(found) if ANEW.match(text, m.end) and CLAUSE.match(text, m.start - 1)]
    return found[anew[-1] :] if anew else found


def counted_again(reading: Reading, start: int, step: Step, known: Words) -> list[Mention]:
    """甲路，全长2公里，乙路，全长3公里，两条公路9月建成: as many as were described before it."""
    text = reading.text
    many = MANY.match(text, start, step.start)
    if not many or known.left(text[many.end() : step.start]):
        return []
    line = line_start(text, start)
    since = max(line, text.rfind("。", line, start) + 1, text.rfind("；", line, start) + 1)
    group = [m for m in things(reading, since, start, step.of) if ANEW.match(text, m.end)]
    return group if len(group) == number(many["many"]) else []


def opens(text: str, start: int, thing: Mention, known: Words) -> bool:
    """The thing stands first, but for a number, 据介绍 or a date; what 据介绍，甲的… is about is something of it."""
    mark = MARK.match(text, start, thing.start)
    begin = mark.end() if mark else start
    lead = known.opening.match(text, begin, thing.start)
    return begin == thing.start or text[thing.end] != "的" and not known.left(text[lead.end() if lead else begin : thing.start])


def titled(reading: Reading, line: int, step: Step, known: Words) -> list[Mention]:
    """A line that begins with 该项目 right under a heading that is a name speaks of that name throughout."""
    text = reading.text
    above = line_start(text, line - 1) if line > 1 else 0
    if not known.themselves.match(text, line) or not line or SEGMENT.search(text, above, line - 1):
        return []
    found = things(reading, above, line - 1, step.of)
    mark = MARK.match(text, above, line - 1)
    return listed(text, found) if found and mark and found[0].start <= mark.end() else []


def head(reading: Reading, line: int, itself: bool, step: Step) -> list[Mention]:
    """The heading that the lines of one item stand under (进展：…), or what the paragraphs before 该路 are about."""
    text = reading.text
    for _ in range(LINES if itself or LABEL.match(text, line) else 0):
        end = line - 1
        if end <= 0:
            return []
        line = text.rfind("\n", 0, end) + 1
        if not itself and LABEL.match(text, line, end):
            continue
        if itself and (said := SAME.search(text, line, end)):
            return built(reading, max(line, text.rfind("。", line, said.start()) + 1), said.start(), step)
        found = things(reading, line, end, step.of)
        mark = MARK.match(text, line, end)
        if found and mark and found[0].start <= mark.end() and (itself or "。" not in text[line:end]):
            return listed(text, found)
        if not itself:
            break
    return []


def built(reading: Reading, start: int, end: int, step: Step) -> list[Mention]:
    """甲局计划新建乙学校。该项目…: the works that the sentence before it ends with."""
    return [m for m in things(reading, start, end, step.of) if WORKS.fullmatch(reading.text, m.end, end)][-1:]
