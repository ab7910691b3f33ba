"""A text in, Mentions of bare parts out: 二期, A区 at the head of a clause or begun there, of a thing named before."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.carry import STRETCH
from graphbuild.model import Mention
from graphbuild.text.either import either

OTHER = re.compile(r"(?P<count>[一二三四五六])[、和及与]\Z")  # 一、二期


def bare(text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """Whose part it is, is told by what was named before."""
    for found in pattern(knowledge).finditer(text):
        kinds = ("Road",) if STRETCH.fullmatch(found["part"]) else ("Zone", "Project")
        yield Mention(found.start("part"), found.end(), kinds, found["part"], "bare part")
        if other := OTHER.search(text, max(0, found.start("part") - 2), found.start("part")):
            yield Mention(other.start(), other.end("count"), ("Zone", "Project"), other["count"] + "期", "bare part")


@cache
def pattern(knowledge: Knowledge) -> re.Pattern[str]:
    part, on, begun = (either(knowledge.words("parts", role=role)) for role in ("part", "on", "begun"))
    return re.compile(
        rf"(?:(?<=[，。；：、\n前内底日])|(?<=其中)|^|{begun})(?:项目|工程)?(?P<part>[一二三四五六]期|{part}|[A-Z]区|[东南西北]区|[东南西北中]环?段)(?:工程|项目)?"
        rf"(?=[，、已将于预力要占总正计由在和与为是今明去]|\d|{on})"
    )
