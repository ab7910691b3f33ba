"""A mention of areas written as one chain in, one mention a link out: 甲县乙镇丙村 is three areas, 甲县委县政府 two bodies."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.gazetteer import areas
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.settled import KINDS, towns
from graphbuild.model import Mention

LINK = re.compile(r"\w{1,7}?(?:自治[区州县旗]|街道|社区|苏木|嘎查|[省市区县旗盟州镇乡村])")
TOWN = re.compile(r"(?:街道|[镇乡村])$")
OF_TOWN = re.compile(r"[一-鿿]{2,4}?(?:街道|[镇乡])(?=[一-鿿]{4})(?!办事处)")  # 甲街道乙片区 is called 乙片区
BOTH = re.compile(r"(?P<front>\w*?)(?P<level>[省市县区旗州盟])委(?P<state>(?P=level)(?:人民)?政府)")
OF_AREA = re.compile(r"[一-鿿]{2,9}")
ZONE = re.compile(r"(?:开发|管理|示范|园|新)区$")
LOWEST = re.compile(r"(?:街道|社区|苏木|嘎查|[镇乡村])$")


def links(mention: Mention, knowledge: Knowledge) -> Iterator[Mention]:
    """Each link; every one but the first is also called by the chain that leads to it."""
    if mention.kind == "Organization" and mention.literal and (both := BOTH.fullmatch(mention.name)):
        yield from bodies(mention, both)
        return
    if size := short(mention, knowledge):
        yield from parted(mention, size, ("District",), (mention.name,))
        return
    town = OF_TOWN.match(mention.name) if mention.kind == "Zone" and mention.literal else None
    if town and not KINDS.search(town.group()):
        yield from parted(mention, town.end(), mention.kinds, (*mention.names, mention.name))
        return
    found = [] if one(mention.name, knowledge) else list(LINK.finditer(mention.name))
    chain = mention.literal and all(a.end() == b.start() for a, b in pairwise(found))
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


def bodies(mention: Mention, both: re.Match[str]) -> Iterator[Mention]:
    """What is no name before them (33件市委市政府) is left out."""
    area = both["front"] if OF_AREA.fullmatch(both["front"]) else ""
    first, stop = mention.start + both.start("level") - len(area), mention.start + both.start("state")
    yield replace(mention, start=first, end=stop, name=f"{area}{both['level']}委")
    yield replace(mention, start=stop, name=area + both["state"], names=(both["state"],))


def parted(mention: Mention, size: int, kinds: tuple[str, ...], names: tuple[str, ...]) -> Iterator[Mention]:
    """The area in front, and what is named behind it."""
    stop = mention.start + size
    yield Mention(mention.start, stop, ("District",), mention.name[:size], mention.rule)
    yield replace(mention, start=stop, name=mention.name[size:], kinds=kinds, names=names)


def short(mention: Mention, knowledge: Knowledge) -> int:
    """How long the listed area is that stands without its ending before a town or village: 甲 in 甲乙镇."""
    name, known = mention.name, areas(knowledge)
    town = TOWN.search(name) if mention.kind == "District" and mention.literal else None
    if not town or name in known or LINK.match(name, 0, town.start()):
        return 0
    stems = (size for size in range(town.start() - 2, 1, -1) if name[:size] in known)
    return next((size for size in stems if name[size : town.start()] not in lexicon(knowledge)), 0)


def one(name: str, knowledge: Knowledge) -> bool:
    """西乡塘区 and 甲镇乙街道 are each one area of a list; that of a zone has a city in front, and the zone is told of by the rest."""
    return (name in areas(knowledge) or name in towns(knowledge)) and not ZONE.search(name)


def area(mention: Mention) -> bool:
    """The tagger may take a village for something else; its last letter tells."""
    return mention.kind == "District" or bool(LOWEST.search(mention.name)) and mention.kind not in ("Official", "Person")
