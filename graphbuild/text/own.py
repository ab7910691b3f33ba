"""A document and its mentions in, the area that it calls its own out: what 我区, 全县 and 区委 mean."""

import re
from collections import Counter
from collections.abc import Sequence

from graphbuild.model import Document, Mention

LEVELS = "省市区县旗州镇乡"
OWN = re.compile(rf"[{LEVELS}](?=委|政府|人民政府|人大|政协|领导|直)|(?:全|我|本)([{LEVELS}])")
LINK = re.compile(r"[^省市区县旗州]+(?:州[市区县]|[省市区县旗州])")


def own_place(document: Document, mentions: Sequence[Mention]) -> str:
    """The area that 我区, 全县, 区委 mean: named most, of a level spoken of most, else what its source says."""
    levels = Counter(m.group(1) or m.group() for m in OWN.finditer(document.view.text))
    named = Counter(m.name for m in mentions if m.kind == "District")
    weights = {name: levels.get(name[-1], 0) * times for name, times in named.items() if len(name) > 2}
    best = min(weights, key=lambda name: (-weights[name], name), default="")
    if best and weights[best]:
        return best
    return LINK.findall(document.place)[-1] if LINK.findall(document.place) else ""
