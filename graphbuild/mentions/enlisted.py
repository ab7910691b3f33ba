"""A tight text and its titles in, the persons of a list that such a title sums up out: 甲、乙等县领导, 甲和乙两位副市长."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.introductions import Introduction
from graphbuild.mentions.names import Model, model
from graphbuild.mentions.names_before import left_edge
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import Title
from graphbuild.text.either import either

COUNT, LEVEL = r"[\d一二两三四五六七八九十]{1,2}[位名]", r"(?:[省市县区旗镇乡州](?:级|委|政府)?)?"
OTHERS = frozenset(("resident", "staff", "writer", "national", "heading", "role", "comrade"))
JOINT, ITEM = re.compile(r"[、和与及]|以及"), re.compile(r"[一-鿿·]{2,12}")
FAR, NEAR, DOT = 160, 24, "·"


def enlisted(tight: Tight, found: Sequence[Title], knowledge: Knowledge) -> Iterator[Introduction]:
    """Two at least, of which each is likelier a name than words."""
    known = model(knowledge)
    for title in found:
        text, low = tight.text, max(0, title.start - FAR)
        summed = title.row["class"] not in OTHERS
        if summed and (ends := pattern(knowledge).search(text, max(low, title.start - NEAR), title.start)):
            names = list(listed(tight, low, ends.start(), known))
            if len(names) > 1:
                yield from (Introduction(start, end, text[start:end], title, "list before a title") for start, end in names)


def listed(tight: Tight, low: int, end: int, known: Model) -> Iterator[tuple[int, int]]:
    """The names of the list that ends here, backwards; the first may stand behind other words."""
    text = tight.text
    while end > low:
        joint = max((found.end() for found in JOINT.finditer(text, max(low, end - 12), end)), default=0)
        item = bool(joint) and ITEM.fullmatch(text, joint, end) is not None
        whole = item and (known.person(text, joint, end) or DOT in text[joint:end])
        start = joint if whole else left_edge(text, end, tight.gaps, known)
        if start is None:
            return
        yield start, end
        if not whole:
            return
        before = next((n for n in (1, 2) if JOINT.fullmatch(text, start - n, start)), 0)
        end = start - before


@cache
def pattern(knowledge: Knowledge) -> re.Pattern[str]:
    """等在家的县四套班子, 等三位, 两位, up to the title."""
    here, all_of = (either(knowledge.words("title_sums", role=role)) for role in ("which", "whole"))
    whole = rf"等(?:{here})?{LEVEL}(?:{all_of})?(?:{here})?(?:主要)?(?:{COUNT})?"
    return re.compile(rf"(?:同志)?(?:{whole}|(?<=[一-鿿])[两二三四五六七八][位名])$")
