"""A clause without a thing of its own in, the things out that it goes on about."""

import re
from collections.abc import Sequence
from itertools import pairwise

from graphbuild.claims.content import of_itself, parts_of, without_facts
from graphbuild.claims.lists import linked, listed, things
from graphbuild.claims.reading import Reading
from graphbuild.claims.steps import Step, Words
from graphbuild.claims.tense import REACH, line_start
from graphbuild.model import Mention
from graphbuild.text.numerals import number

CLAUSE = re.compile(r"[，：；。！？|\n]")
SEGMENT = re.compile(r"[；。！？\n]")
MARK = re.compile(r"[\s\d一二三四五六七八九十（）()、.．*#●•—\-①-⑳“”>在]*")
LABEL = re.compile(r"[^，。：|]{2,8}：")
INSIDE = re.compile(r"(?:[^，：；。！？|\n”]|(?:项目|工程)”)在$")
SITE = re.compile(r"[一-鿿]{0,8}[，：]")
WHERE = re.compile("在[^，：；。！？|\n]{1,14}$")  # 在已通高铁的甲片区打造乙馆
HAS = re.compile(r"，(?:(?:[设建拥内]|下设)?有|包括|包含|涵盖)[^，：；。！？\n]*$")  # 甲园占地5亩，有乙馆、丙馆
SORT = re.compile("(?:[厂站桥馆楼园路院校库场]|小区|中心|隧道|大厦|基地)也?[是为属系]$")  # 城区水厂是甲工程: its sort, not its name
COUNTED = r"[\d一二两三四五六七八九十][所座个条处家栋幢项段][^，。；]{1,14}?[均都皆全](?:部?[为是系属]|位于)"
MANY_ARE, MANY_OF = re.compile(COUNTED + "[^，。；]{0,20}$"), re.compile("的?" + COUNTED)  # 甲城4所学校均为乙园配套: neither
THIS = re.compile(r"[”\s]*[该此这其本]|项目|工程|同时|目前")
WHAT_IT_IS = re.compile(r"[^，；。是]{2,8}(?:是|系)[^，；。]*(?:，|$)")  # 该项目是甲区重点项目之一，于3月开工
WORKS = re.compile(r"(?:建设)?(?:项目|工程)?")
IS = re.compile(r"[也还既]?[是为系属]")
REMARK = re.compile(r"（[^（）\n]{0,200}）|[约近]?\d[\d.]*万?(?:平方米|平米|亩|公里)的?(?:物业|厂房|楼宇)?")  # 甲园一期（含馆）8万平方米物业
SAME = re.compile("[。\n](?=[该此](?:项目|工程))")
INTRODUCES = re.compile(r"[^，。；\n]{0,8}?(?:位于|坐落|地处|总投资|投资)[^，。；\n]{2,60}?的")
ANEW = re.compile(r"[”）]?，?(?:全长|总长|长约?\d|占地|总?投资|总?建筑面积)")
MANY = re.compile(r"(?:以上|这|上述)?(?P<many>[两二三四五六七八九\d])[条座个处所项][一-鿿]{0,4}?(?:路|桥|线|项目|工程|校|园|馆|院)")
FAR, NEAR, LINES, HEAD = 3, 1, 8, 4


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
    plain = of_itself(text, cuts[-2]) or known.themselves.search(text, start, step.start) is not None
    itself = plain or known.bare.match(text, start, step.start) is not None  # 资金一到位，工程就开工
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
    return group or head(reading, line, plain, step)


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
        and not (WHERE.search(text, start, m.start) and known.there.match(text, m.end)) and not SORT.search(text, start, m.start)
        and not HAS.search(text, start, m.start) and not MANY_ARE.search(text, start, m.start)
        and not MANY_OF.match(text, m.end)
    ]
    fronts = {m.start for m in found}
    found = since_portrayed(text, [m for m in found if m.end not in fronts])  # 甲工程乙馆: the latter
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
        if itself and (one := introduced(text, line, found)):
            return [one]
        if not itself:
            break
    return []


def introduced(text: str, line: int, found: Sequence[Mention]) -> Mention | None:
    """位于甲镇的乙馆项目，总投资…: what the first clause of a paragraph ends with is what it tells of."""
    ends = CLAUSE.search(text, line)
    first = [m for m in found if ends and m.end <= ends.start()]
    known = first and INTRODUCES.match(text, line) and WORKS.fullmatch(text, first[-1].end, ends.start() if ends else 0)
    return first[-1] if known else None


def built(reading: Reading, start: int, end: int, step: Step) -> list[Mention]:
    """甲局计划新建乙学校。该项目…: the works that the sentence before it ends with."""
    return [m for m in things(reading, start, end, step.of) if WORKS.fullmatch(reading.text, m.end, end)][-1:]


def behind_agent(reading: Reading, start: int, end: int) -> int:
    """该项目由甲公司于2011年: who does it is not what it is about."""
    firms = reading.within(start, end, "Company", "Organization") if of_itself(reading.text, start) else []
    return firms[0].end if firms else start
