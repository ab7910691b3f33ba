"""A text's words in, Mentions of works told by what stands around their name: 总投资3亿元的甲及乙建设项目, 。丙及丁工程位于…."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.catalogue import MADE, SITES
from graphbuild.mentions.kinds import by_head
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Word, Words
from graphbuild.model import Mention
from graphbuild.text.either import either

LETTER = r"[一-鿿A-Za-z\d“”（）—-]"
COST = re.compile(
    rf"投资(?:总?额)?[约近达超]?[\d.]+[亿万]+元的(?P<name>(?:、|{LETTER}){{4,40}}?(?:项目|工程))(?=[，。；、）\n]|$)"
)
JOINT = re.compile("[、及和与]|以及")
COUNTED = re.compile(r"等|\d+[个项大条]|[两二三四五六七八九十][个项大]")
DONE, MOST = frozenset("vpdr"), 3  # words of which one need not be a name
EVERYDAY = ("generic", "cut", "lead")


def framed(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Its price before it, or a sentence that begins with it and tells what is told of works alone."""
    for pattern in (COST, subject(knowledge)):
        for found in pattern.finditer(text):
            start, end = found.span("name")
            if one(text, start, end, words, knowledge):
                yield Mention(start, end, ("Project",), text[start:end], "works in a frame")


def one(text: str, start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """One name of its own: no site that is found without its 项目, no list of things each with a name (甲桥及乙路项目)."""
    name, known = text[start:end], edges(knowledge)
    inside = [words[n] for n in words.within(start, end)]
    if not inside or inside[-1].end != end or COUNTED.search(name) or name.count("“") != name.count("”"):
        return False
    if any(done(word, known) for word in inside) or inside[0].tag[0] in DONE or several(inside, known):
        return False
    return own(inside, known) and (joined(inside) or not site(MADE.sub("", name), inside, knowledge))


def site(name: str, inside: Sequence[Word], knowledge: Knowledge) -> bool:
    """甲工业园, 甲湖水厂, but not 甲镇道路."""
    last = next((word.text for word in reversed(inside) if not MADE.fullmatch(word.text)), "")
    kinds = set(by_head(name, knowledge)[0].split("+"))
    return bool(SITES & kinds) and ("Facility" in kinds or edges(knowledge).get(last) != "generic")


def joined(inside: Sequence[Word]) -> bool:
    return any(JOINT.fullmatch(word.text) for word in inside)


def done(word: Word, known: dict[str, str]) -> bool:
    """A verb or small word that never stands in a name; what jieba alone takes for a verb may (泵房上移项目)."""
    return known.get(word.text) == "cut" and word.tag[0] in DONE


def own(inside: Sequence[Word], known: dict[str, str]) -> bool:
    """Not everyday words alone: 重点项目, 高标准农田建设项目."""
    roles = [role(word, known) for word in inside if known.get(word.text) not in EVERYDAY and not MADE.search(word.text)]
    return len(roles) >= (MOST - 1 if "proper" in roles or joined(inside) else MOST)


def several(inside: Sequence[Word], known: dict[str, str]) -> bool:
    """Behind a joint a name begins, as before it."""
    pairs = pairwise(inside)
    return any(JOINT.fullmatch(word.text) and role(behind, known) == "proper" and len(behind.text) > 1 for word, behind in pairs)


@cache
def subject(knowledge: Knowledge) -> re.Pattern[str]:
    facts = either(knowledge.words("works", role="fact"))
    return re.compile(
        rf"(?:^|[。；！？\n])[ \u3000]*(?:(?:其中|此外|目前)，?)?(?P<name>{LETTER}{{4,40}}?(?:项目|工程))"
        rf"(?=(?:[上下]半年|[一二三四]季度)?(?:{facts}))"
    )
