"""A text in, Mentions of bare parts out: 二期, A区 at the head of a clause or begun there, of a thing named before."""

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_uppercase

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.carry import STRETCH
from graphbuild.model import Mention
from graphbuild.text.either import either

PHASES, QUARTERS = [f"{n}期" for n in "一二三四五六"], [f"{letter}区" for letter in (*ascii_uppercase, *"东南西北")]
STRETCHES, NEAR = [side + of for side in "东南西北中" for of in ("段", "环段")], 12
OTHER = re.compile(r"(?P<count>[一二三四五六])[、和及与]\Z")  # 一、二期


def bare(text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """Whose part it is, is told by what was named before."""
    part, head = patterns(knowledge)
    for found in part.finditer(text):
        if not head.search(text, max(0, found.start() - NEAR), found.start()):
            continue
        kinds = ("Road",) if STRETCH.fullmatch(found["part"]) else ("Zone", "Project")
        yield Mention(found.start("part"), found.end(), kinds, found["part"], "bare part")
        if other := OTHER.search(text, max(0, found.start("part") - 2), found.start("part")):
            yield Mention(other.start(), other.end("count"), ("Zone", "Project"), other["count"] + "期", "bare part")


@cache
def patterns(knowledge: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The part, and what stands before it."""
    on, begun = (either(knowledge.words("parts", role=role)) for role in ("on", "begun"))
    part = either((*PHASES, *QUARTERS, *STRETCHES, *knowledge.words("parts", role="part")))
    return (
        re.compile(rf"(?P<part>{part})(?:工程|项目)?(?=[，、已将于预力要占总正计由在和与为是今明去]|\d|{on})"),
        re.compile(rf"(?:(?<=[，。；：、\n前内底日])|(?<=其中)|^|{begun})(?:项目|工程)?\Z"),
    )
