"""A text's words in, Mentions of works told by whose they are and how much they make out: 甲水泥日产4500吨熟料线, and of the firm."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Word, Words
from graphbuild.model import Mention
from graphbuild.text.either import either

AMOUNT = re.compile(r"[年日\d](?:(?<=[年日])(?:产|处理|加工)\d|(?<=\d))[\d.×]{0,20}[百千万亿]*[吨立千兆台套件只辆头羽锭支片块平米吉M G]")
MADE = re.compile(r"[^\s，。；：、！？（）“”\d]{1,14}?(?=$|[、，。；：（）\s等和及]|[\d两三四五六七八九十]{1,3}[个条])")
THESE, LEVELS = frozenset("全该本其各我此这某等"), frozenset("省市区县旗州镇乡村")
BREAKS = frozenset(("cut", "lead", "measure", "kind"))
RULE, BUILT = "works by their output", frozenset(("Project", "Facility"))
PHASE, PLANTS = "期", ("厂", "矿", "店")
WORKS = re.compile(r"项目|工程|产线|扩产|技改|改造|投产|试产|开工|竣工|投料|点火|试运|运转|建成|达产|奠基|完工|封顶|动工")
CLAUSE, SENTENCE, LONGEST = "，。；：！？\n", re.compile(r"[^。；！？\n]{0,60}"), 10


def outputs(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Where a step or a word for works is said of it: what a firm makes every year is no works."""
    for amount in AMOUNT.finditer(text):
        start = firm(amount.start(), words, knowledge)
        end = product(text, amount, words, knowledge) if start is not None else None
        if start is not None and end and works(text, amount.start(), end):
            yield Mention(start, end, ("Project",), text[start:end], RULE)


def whose(mentions: Iterable[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """The firm whose works they are: 甲纸业 in 甲纸业二期; 甲电厂一期 is a part of 甲电厂, not its works."""
    for mention in mentions:
        found = behind(knowledge).search(mention.name) if BUILT & set(mention.kinds) and mention.literal else None
        name = mention.name[: found.start()] if found else ""
        part = found and found.group().endswith(PHASE) and name.endswith(PLANTS)
        if trade(name, knowledge) and not part:
            yield Mention(mention.start, mention.start + len(name), ("Company",), name, "firm before a site")


def firm(end: int, words: Words, knowledge: Knowledge) -> int | None:
    """Where its name begins: behind a break or an everyday word; 全县水泥 and 该公司 are none."""
    known, last = edges(knowledge), words.until.get(end)
    if last is None:
        return None
    first, joined = last + 1, end
    while first > 0 and end - joined < LONGEST and words.ends[first - 1] == joined and part(words[first - 1], known):
        first -= 1
        joined = words.starts[first]
    while first <= last and words.tag(first)[0] in "pcdu":
        first += 1
    name = "".join(words.texts[first : last + 1])
    return end - len(name) if len(name) <= LONGEST and trade(name, knowledge) else None


def part(word: Word, known: dict[str, str]) -> bool:
    """A letter may stand for anything in a name, a longer word must not say what is done, or what sort it is."""
    return word.text.isalpha() if len(word.text) == 1 else role(word, known) not in BREAKS


def trade(name: str, knowledge: Knowledge) -> bool:
    """甲乙 before a trade; 全县水泥, 该公司 and 新材料公司 are no firm by name."""
    head, trades = last_word(name, knowledge), lexicon(knowledge)
    front = name[: len(name) - len(head)]
    own = len(front) > 1 and front not in trades and front not in edges(knowledge)
    return own and "Company" in trades.get(head, ("", ""))[0] and front[0] not in THESE and front[-1] not in LEVELS


@cache
def behind(knowledge: Knowledge) -> re.Pattern[str]:
    """What of a firm's name stands before: an amount, a phase, what is done to its plant."""
    deeds = either(knowledge.words("works", role="upgrade"))
    return re.compile(rf"{AMOUNT.pattern}|[一二三四五六]期|[新老]?(?:生产线|厂区|厂房|车间|总部)|{deeds}")


def works(text: str, start: int, end: int) -> bool:
    """Said in its own words, or behind it in the clause or, in a list, in the sentence."""
    behind = SENTENCE.match(text, end)
    rest = behind.group() if behind else ""
    clause = re.split(f"[{CLAUSE}]", rest, maxsplit=1)[0]
    return bool(WORKS.search(text, start, end) or WORKS.search(clause))


def product(text: str, amount: re.Match[str], words: Words, knowledge: Knowledge) -> int | None:
    """Where what is made ends: at a break, a count or what is told of it, but for what is done to the plant."""
    made, known, deeds = MADE.match(text, amount.end()), edges(knowledge), knowledge.words("works", role="upgrade")
    for n in words.within(amount.start(), made.end()) if made else ():
        word = words[n]
        ends = word.start >= amount.end() and len(word.text) > 1 and role(word, known) == "cut"
        if ends and word.text not in deeds:
            return word.start if word.start > amount.end() else None
    return made.end() if made else None
