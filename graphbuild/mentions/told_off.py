"""A text's words in, Mentions of the works that it tells off one by one out: 3个项目已竣工，分别为：甲项目、乙工程和丙项目."""

import re
from collections.abc import Iterator

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.catalogue import MADE, a_work, specific
from graphbuild.mentions.kinds import by_head
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

COUNTED = re.compile(
    r"[\d一二两三四五六七八九十百][个项条座家处所][一-鿿“”]{0,12}?(?:项目|工程)[^。；：\n]{0,16}?"
    r"(?:，?(?:分别[为是]|主要有|主要是|包括|包含|即)[：，]?|，?[有是为]?：)"
)
SORTED = re.compile(
    r"(?:竣工|开工|投产|建成|完工|在建|续建|新建|签约)的?项目(?:共|有)?[\d一二两三四五六七八九十]{1,3}[个项]，?(?:分别[为是]|有|为|是)：?"
)
SHORT = re.compile(r"[一-鿿A-Za-z\d]{3,12}")
LIST = re.compile(r"[^。；，：！？\n]{8,400}")
PARTED = re.compile(r"(?:(?![、和及与]).)+")
ITEM = re.compile(r"[^、]+")
JOINT = re.compile(r"和|以?及|与")
NAME = re.compile(r"[“]?[一-鿿A-Za-z\d][一-鿿A-Za-z\d（）().\-—·“”]{3,39}(?=$|等)")
MANY = re.compile(r"\d个|主要|包括|项目[指为是]|全[省市县区]")
TAIL = re.compile(r"等[^、]{0,20}$")


def told_off(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Each item that ends as works or sites do."""
    for place in lists(text, COUNTED):
        for start, end in items(text, *place, knowledge):
            if of_one(text, start, end, words, edges(knowledge)):
                yield from a_work(text, start, end, words, knowledge, "told off")
    for place in lists(text, SORTED):
        for start, end in short(text, *place):
            if start in words.at and end in words.until and specific(start, end, words, knowledge):
                yield Mention(start, end, ("Project",), text[start:end], "told off")


def lists(text: str, opening: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where the lists stand that are opened so."""
    found = (LIST.match(text, one.end()) for one in opening.finditer(text))
    return (behind.span() for behind in found if behind)


def short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """竣工项目两个，分别是环欧电气、北纬光电: firms that stand for their works."""
    for item in PARTED.finditer(text, start, end):
        if SHORT.fullmatch(item.group()) and not item.group().startswith("等"):
            yield item.span()


def of_one(text: str, start: int, end: int, words: Words, known: dict[str, str]) -> bool:
    """Begun by no word of what is done (整治甲河工程), and no everyday words (城市公园) unless works are told of."""
    first = words.at.get(start)
    if first is None or end not in words.until or MANY.search(text, start, end):
        return False
    if not MADE.search(text, start, end) and all(role(words[n], known) != "proper" for n in words.within(start, end)):
        return False
    verb = len(words.texts[first]) > 1 and words.tag(first).startswith("v")
    return not verb and role(words[first], known) not in ("cut", "lead", "measure")


def items(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """What 、 parts, and 和 where what stands before it could end a name."""
    tail = TAIL.search(text, start, end)
    for item in ITEM.finditer(text, start, tail.start() if tail else end):
        first = item.start()
        for joint in JOINT.finditer(text, *item.span()):
            if named(text, first, joint.start(), knowledge):
                yield first, joint.start()
                first = joint.end()
        if named(text, first, item.end(), knowledge):
            yield first, item.end()


def named(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    name = text[start:end]
    _, strength = by_head(name, knowledge)
    return bool(NAME.fullmatch(name)) and (strength == "sure" or MADE.search(name) is not None)
