"""A text in, Mentions of the country's own bodies out: 农业农村部, 国家发改委; 教育部门 and 市国资委 are none of them."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.finder import Finder

WHOLE = ("国家", "中国", "国务院", "中央", "全国", "中华", "最高")
FREE = re.compile(r"[^一-鿿]|[由经与和及向对获受被是为从到在给原]|国家|来自|经过|通过|根据|按照|争取|获得|邀请")
GOES_ON = re.compile(r"[门署分直网报杯队位件族落下委群]|大学|学院|研究|医院|化(?!工)")
LEVELS = "省市区县旗州"
SOCIETY = "协会|学会|联合会|研究会|商会"
BRANCH = re.compile(rf"(?:中国|全国)[一-鿿]{{2,10}}?(?:{SOCIETY})(?:(?!{SOCIETY})[一-鿿]){{2,14}}?(?:分会|专业委员会|专委会)")


def national(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Those that do not say whose they are stand free, or behind a small word."""
    for start, end, name in finder(knowledge).find(text):
        if not GOES_ON.match(text, end) and (name.startswith(WHOLE) or free(text, start)):
            yield Mention(start, end, ("Organization",), name, "national body")


def branches(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """中国甲协会乙与丙分会: one body, however much stands between."""
    for found in BRANCH.finditer(text):
        yield Mention(found.start(), found.end(), ("Organization",), found.group(), "branch of a society")


def free(text: str, start: int) -> bool:
    behind = any(FREE.fullmatch(text, start - n, start) for n in (1, 2) if start >= n)
    return start == 0 or behind and text[start - 1] not in LEVELS


@cache
def finder(knowledge: Knowledge) -> Finder:
    return Finder(knowledge.words("national_bodies"))
