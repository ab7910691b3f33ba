"""A span that the tagger found in, the same with its edges put right out: nothing that only leads up, nothing cut off."""

import re
from collections.abc import Callable
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import by_head, last_word
from graphbuild.mentions.roles import role
from graphbuild.mentions.words import Word, Words
from graphbuild.text.either import either

ALONE = frozenset("由为对与及在到把将从向率着等至含的了以被让使给辖")
TIME = re.compile(r"(?:[年月日底初末节]|“[^”]{2,4}”)(?=前$|后$)")
BREAK = re.compile(r"[，。；：\s]")
LEADS = re.compile(
    r"(?<=[是即”])指|接(?=[\dA-Z])|跨入(?=\w{3})|除(?=\w{2,10}外)|(?<=[进办管护设做抓])好(?=\w{3})|[本我]市(?=\w{2,3}[区县])"
    r"|(?<=介绍|汇报|情况|说明|讲解|方案)和|(?:[市县区]|(?<=[一-鿿]))和(?=[省市县区旗](?:委|政府|\w{1,10}(?:局|委|办)))"
)
IN_CHARGE = re.compile(r"(?<=包)[联抓保干户挂]")  # 书记包联甲水厂
NUMBER = re.compile(r"(?<=(?:19|20)\d\d[.．])\d\d ?(?=[一-鿿])|[①-⑳]|\d{1,2}[.．、](?!\d)|[（(]?[一二三四五六七八九十]+[）)、.]")
AMOUNT = re.compile(r"(?<![\d.])(?!(?:19|20)\d\d[.．]\d\d?\Z)第?\d(?:[\d.]*\d)?[万千百亿]?\Z")
DECIMAL = re.compile(r"(?<!\d)第?\d{1,3}\.\d\Z")  # 第8.5代 is not cut at its point
OURS = re.compile(r"(?<=[我全各该本])[省市县区镇乡村](?!\w{0,6}(?:局|委|办|部|院|会|政府|中心|公司|队|社|站|所)$)\w{4}")
BEFORE_AREA = re.compile(r"(?:中国共产党|中国人民政治协商会议(?:第[一二三四五六七八九十]+届)?)$")
DOUBLED = re.compile(r"([支大总中]队)\1$")  # 交警支队支队长
COMMITTEE = re.compile(r"委(?:员会)?$")
SECTION = re.compile(r"至[^\W\d_、至]{2,10}?段")  # 甲公路乙地至丙地段
STRETCH = re.compile(r"(?:(?![的标多各全该此这某部至以往向])[一-鿿]){1,3}?段(?![落时子长性])")
SIDE = re.compile(r"(?:[东南西北两]{1,2}侧|沿线|沿岸|两岸)$")
PHASE = re.compile(r"[一二三四五六七八九]期(?:工程|项目)?(?=[，。；、和及建投开竣完启主全正])")
SCHOOL = re.compile(r"(?:医院|卫生院|学校|[大中小]学|学院|幼儿园|\d中|[一二三四五六七八九十]中)$")
HOUSE = re.compile(r"新[院园校]区?(?!长)|(?:病房|门诊|住院|医技|教学|实训|综合|宿舍|食堂)(?:综合)?大?楼")  # 甲医院病房楼, 乙幼儿园新园
SIDES = re.compile(r"[东西南北中]段(?!落(?!成)|[时子长性])")  # 甲公园北段
STREET = re.compile("大[街道][东南西北中]")  # of 建新大街北段 not 大街北段
NEVER_ADDED = frozenset(("项目", "工程", "建设", "道路", "城区", "地块"))
LONGEST, NAME = 8, 2
KIND = frozenset(("plain", "generic", "soft"))
WAYS = frozenset(("Road", "Park", "Facility", "WaterBody"))
Edge = Callable[[int, int, str], tuple[int, int]]


def edge(text: str, words: Words, known: dict[str, str], knowledge: Knowledge) -> Edge:
    """The function that mends spans of this text."""

    def mend(start: int, end: int, group: str) -> tuple[int, int]:
        start = left(text, start, end, words, known, knowledge)
        if group in ("thing", "event"):
            start = quoted(text, start, end)
        if group == "thing":
            doubled = DOUBLED.search(text, start, end)
            end = right(text, end - len(doubled[1]) if doubled else end, knowledge)
            amount = AMOUNT.search(text, max(0, start - 8), start) or DECIMAL.search(text, max(0, start - 8), start + 1)
            start = amount.start() if amount else start
            ours = OURS.match(text, start, end)
            start = start + 1 if ours else start
            party = BEFORE_AREA.search(text, max(0, start - 20), start) if COMMITTEE.search(text, start, end) else None
            start = party.start() if party else start
        return start, end

    return mend


def left(text: str, start: int, end: int, words: Words, known: dict[str, str], knowledge: Knowledge) -> int:
    """Without list numbers, verbs and small words in front, as long as a name is left (of 丰收大街 not 大街 alone)."""
    opens = NUMBER.match(text, start, end) or LEADS.match(text, start) or IN_CHARGE.match(text, start)
    start = opens.end() if opens else start
    while (n := words.at.get(start)) is not None and end - words.ends[n] > 1 and leads(words[n], text, known):
        if len(words.texts[n]) > 1 and (torn(n, end, words, knowledge) or own(n, end, words, known, knowledge)):
            break
        start = words.ends[n]
    return start


def torn(n: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """Without this word only a last word would be left, or a name would begin with one: 大同|街排水工程."""
    rest, then = ([*words.texts[n + 1 : n + 3], "", ""])[:2]
    alone = len(rest) == 1 or words.ends[n] + len(rest) == end or STREET.fullmatch(rest + then[:1]) is not None
    return alone and bool(WAYS & set(lexicon(knowledge).get(rest, ("", ""))[0].split("+")))


def own(n: int, end: int, words: Words, known: dict[str, str], knowledge: Knowledge) -> bool:
    """腾跃 in 腾跃电子公司: a verb or the like that no list holds is the name where all behind it says only what kind of firm."""
    inside = list(words.within(words.starts[n], end))
    kind = by_head("".join(words.texts[i] for i in inside), knowledge)[0]
    mere = words.texts[n] not in known and words.tag(n)[0] in "vzatib" and len(words.texts[n]) == NAME
    return mere and kind in ("Company", "Organization+Facility") and all(role(words[i], known) in KIND for i in inside[1:])


def leads(word: Word, text: str, known: dict[str, str]) -> bool:
    if len(word.text) == 1:
        timed = word.text in "前后" and TIME.search(text, max(0, word.start - 5), word.end)
        return bool(word.text in ALONE or timed)
    return role(word, known) in ("cut", "lead")


def quoted(text: str, start: int, end: int) -> int:
    """With the opening mark of a pair that the span closes."""
    for opening, closing in ("“”", "（）"):
        piece = text[start:end]
        if piece.count(closing) > piece.count(opening):
            found = text.rfind(opening, max(0, start - 16), start)
            if found >= 0 and not BREAK.search(text, found, start):
                start = found
    return start


def right(text: str, end: int, knowledge: Knowledge) -> int:
    """A works on a thing is named with it (水厂提标改造工程), and so are its phase (会展中心一期) and its building (甲园主厂房)."""
    works = works_on(knowledge).match(text, end) or SECTION.match(text, end)
    if works:
        return works.end()
    head = last_word(text[max(0, end - LONGEST) : end], knowledge)
    stretch = {"Road": STRETCH, "Park": SIDES}.get(lexicon(knowledge).get(head, ("", ""))[0])
    if stretch and (found := stretch.match(text, end)):
        return found.end()
    side = SIDE.search(text, max(0, end - 6), end)
    if side and lexicon(knowledge).get(last_word(text[max(0, side.start() - LONGEST) : side.start()], knowledge)):
        return side.start()
    if phase := PHASE.match(text, end):
        return phase.end()
    if SCHOOL.search(text, max(0, end - LONGEST), end) and (house := HOUSE.match(text, end)):
        return house.end()
    added = heads(knowledge)
    behind = ((n, text[end : end + n]) for n in range(LONGEST, 1, -1))
    size = next((n for n, word in behind if word in added and word != text[end - n : end]), 0)  # not 交警大队|大队长
    return end + size


@cache
def works_on(knowledge: Knowledge) -> re.Pattern[str]:
    """What is done to a thing, up to the word that makes it a works: 提标改造工程."""
    done = either(doing(knowledge))
    what = either(knowledge.words("works", role="what"))
    return re.compile(rf"(?:{what})?(?:{done}|[和及]){{1,5}}(?:工程|项目)")


def doing(knowledge: Knowledge) -> list[str]:
    """What may be done to a thing."""
    soft = (word for word in knowledge.words("edges", role="soft") if len(word) > 1)
    return [*soft, *knowledge.words("heads", strength="works"), *knowledge.words("works", role="done")]


@cache
def heads(knowledge: Knowledge) -> frozenset[str]:
    sure = (word for word, (_, strength) in lexicon(knowledge).items() if strength == "sure")
    return frozenset(word for word in sure if len(word) > 1) - NEVER_ADDED
