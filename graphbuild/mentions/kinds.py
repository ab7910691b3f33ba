"""A name found in a text in, its classes out: by its last word, its letters and its neighbours."""

import re
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon

KINDS = (
    "Official", "Person", "District", "Organization", "Company", "Project", "Zone", "Park", "Road", "WaterBody",
    "Facility", "Event",
)  # fmt: skip
GROUP = {"Official": "person", "Person": "person", "District": "district", "Event": "event"} | {
    "Organization": "thing", "Company": "thing",
}  # fmt: skip
BITS = 15
LONGEST = 8
DECIDES = frozenset(("sure",))
ROUTE = re.compile(r"[^\W\d_至]{2,8}至[^\W\d_至]{2,8}")  # named by its ends alone
STRETCH = re.compile("(?:公路|高速|铁路|高铁|快速路|[国省县]道|环线)[一-鿿]{2,6}[-—～~至][一-鿿]{2,6}段$")  # 甲乙高速公路丙-丁段
REACH = re.compile(  # 甲江乙滩段
    r"(?:(?![路街道桥线环铁])\w){1,8}(?<![滨临沿两])[江河溪渠涌](?![镇乡村县市区]|流域)(?:(?!公园|工程|快速|通道|延伸|示范|[路街道桥])\w){1,8}段"
)
YARD = re.compile(r"(?:苑|家园|花园|小区|新村|公寓)[东西南北中新老]?院")  # a part of an estate is no firm and no body
PLOT = re.compile(r"(?:苑|家园|花园|小区|新村|公寓)[东西南北中A-Z一二三四五]区$")
GREEN = re.compile("(?:公园|游园|绿道|湿地|绿廊|绿地)[东西南北中]段$")
Weights = npt.NDArray[np.int32]


def group(kind: str) -> str:
    """The tagger's coarser class."""
    return GROUP.get(kind, "thing")


MEMBERS = {of: tuple(kind for kind in KINDS if group(kind) == of) for of in map(group, KINDS)}


def features(text: str, start: int, end: int, knowledge: Knowledge) -> npt.NDArray[np.int64]:
    """Hashed rows of the kind weights for the name text[start:end] in its place."""
    return np.array([crc32(seen.encode()) >> (32 - BITS) for seen in see(text, start, end, knowledge)], np.int64)


def see(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[str]:
    name = text[start:end]
    head = last_word(name, knowledge)
    yield from (f"end{n}:{name[-n:]}" for n in (1, 2, 3, 4))
    yield from (f"begin{n}:{name[:n]}" for n in (1, 2))
    yield f"head:{head}"
    yield f"kind:{lexicon(knowledge)[head] if head else ''}"
    yield from (f"after{n}:{text[end : end + n]}" for n in (1, 2))
    yield from (f"before{n}:{text[max(0, start - n) : start]}" for n in (1, 2, 3))
    yield f"size:{min(len(name), 8)}"
    yield f"size:{min(len(name), 8)}:{head}"


@lru_cache(1 << 15)  # most names are met again, and many rooms ask
def last_word(name: str, knowledge: Knowledge) -> str:
    known = lexicon(knowledge)
    return next((name[n:] for n in range(max(0, len(name) - LONGEST), len(name)) if name[n:] in known), "")


def by_head(name: str, knowledge: Knowledge) -> tuple[str, str]:
    """The class that its last word tells, and how surely; nothing where none does."""
    return lexicon(knowledge).get(last_word(name, knowledge), ("", ""))


def classes(text: str, start: int, end: int, of: str, weights: Weights, knowledge: Knowledge) -> tuple[str, ...]:
    """The likeliest classes of the tagger's group `of`; a head word that leaves no doubt decides alone."""
    if of == "thing" and REACH.fullmatch(text, start, end):
        return ("WaterBody",)
    if of == "thing" and (text.endswith("路段", start, end) or STRETCH.search(text, start, end)):
        return ("Road",)
    if of == "thing" and GREEN.search(text, max(start, end - 6), end):
        return ("Park",)
    if of == "thing" and PLOT.search(text, max(start, end - 5), end):
        return ("Facility",)
    first, strength = by_head(text[start:end], knowledge)
    if strength in DECIDES and of not in ("person", "event"):
        return tuple(first.split("+"))
    if of == "thing" and not strength and ROUTE.fullmatch(text, start, end):
        return ("Road",)
    if of == "thing" and YARD.search(text, max(start, end - 4), end):
        return ("Facility",)
    if of == "thing" and text[start:end].isascii() and text[start:end].isalpha():  # letters alone are a brand
        return ("Company",)
    if len(MEMBERS[of]) == 1:
        return MEMBERS[of]
    scores = dict(zip(KINDS, weights[features(text, start, end, knowledge)].sum(0).tolist(), strict=True))
    return (max(MEMBERS[of], key=lambda kind: (scores[kind], kind)),)
