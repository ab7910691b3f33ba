"""A mention of areas written as one chain in, one mention a link out: 甲县乙镇丙村 is three areas."""

import re
from collections.abc import Iterator
from itertools import pairwise

from graphbuild.model import Mention

LINK = re.compile(r"\w{1,7}?(?:自治[区州县旗]|街道|社区|苏木|嘎查|[省市区县旗盟州镇乡村])")
LOWEST = re.compile(r"(?:街道|社区|苏木|嘎查|[镇乡村])$")


def links(mention: Mention) -> Iterator[Mention]:
    """Each link; every one but the first is also called by the chain that leads to it."""
    found = list(LINK.finditer(mention.name))
    chain = len(mention.name) == mention.end - mention.start and all(a.end() == b.start() for a, b in pairwise(found))
    ends = bool(found) and found[0].start() == 0 and found[-1].end() == len(mention.name)
    whole = ends and all(len(link.group()) > 1 for link in found)
    if not chain or not whole or not area(mention) or len(found) == 1:
        yield mention
        return
    for link in found:
        front = mention.name[: link.end()]
        names = (front,) if link.start() else ()
        start = mention.start + link.start()
        yield Mention(start, mention.start + link.end(), ("District",), link.group(), mention.rule, names)


def area(mention: Mention) -> bool:
    """The tagger may take a village for something else; its last letter tells."""
    return mention.kind == "District" or bool(LOWEST.search(mention.name)) and mention.kind not in ("Official", "Person")
