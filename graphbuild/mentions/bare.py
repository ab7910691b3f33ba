"""A text in, Mentions of bare parts out: 二期, A区, 首开区 at the head of a clause, which belong to a thing named before."""

import re
from collections.abc import Iterator

from graphbuild.model import Mention

PART = re.compile(
    r"(?:(?<=[，。；：、\n前内底日])|^)(?:项目|工程)?(?P<part>[一二三四五六]期|首开区|[A-Z]区|[东南西北]区)(?:工程|项目)?"
    r"(?=[，、已将于预力要占总正计由在和与]|\d|主体|目前|建设|建成|开工|完工|投|运营|开园|开放)"
)


def bare(text: str) -> Iterator[Mention]:
    """Whose part it is, is told by what was named before."""
    for found in PART.finditer(text):
        yield Mention(found.start("part"), found.end(), ("Zone", "Project"), found["part"], "bare part")
