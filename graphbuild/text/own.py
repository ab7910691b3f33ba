"""A document and its mentions in, the area that it calls its own out: what 我区, 全县 and 区委 mean."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from graphbuild.model import Document, Mention

LEVELS = "省市区县旗州镇乡"
OWN = re.compile(
    rf"[{LEVELS}全我本](?:(?<![全我本])(?=委|政府|人民政府|人大|政协|领导|直)|(?<=[全我本])([{LEVELS}])"
    r"|(?<=[市区县旗])(?<![\w”].)(?=长|\w{2,8}(?:局|委|办)))"
)
BODY = re.compile(r"(?:中共)?(\w{1,10}?[市区县旗])(?:委|人民政府|政府|人大|政协|纪委)")
LOWER = "区县旗"
SEATS = LOWER + "市"
COMING = re.compile("我[市县区旗](?<=[来到赴临]我.)(?!的|上市|城)")
LEARN = re.compile("[赴到往](?P<where>[^，。；！？\n赴到]{2,14}?)(?:实地|就|进行|开展)?(?:学习|考察学习|考察交流|参观学习|取经|参观考察)")
REGION, DISTRICT = "自治区", re.compile("(?<!治)区(?:委|政府|人民政府|人大|政协|长)")  # 区委, 区长 are never a region's
QUARTERS = ("社区", "地区", "中心区", "核心区", "起步区", "片区")  # no 区委 and no 区长 is theirs
LINK = re.compile(r"[^省市区县旗州]+(?:州[市区县]|[省市区县旗州])")


def own_place(document: Document, mentions: Sequence[Mention]) -> str:
    """The area that 我区, 全县, 区委 mean: what its source says, where the text speaks of that level; else the one named most, of a
    level spoken of most."""
    levels, links = spoken(document.view.text), [str(link) for link in LINK.findall(document.place)]
    if told := [link for link in links if levels.get(link[-1])]:
        return told[-1]
    away = guests(document.view.text, mentions) | hosts(document.view.text, mentions)
    away |= {name[:-1] for name in away}
    region = (REGION,) if DISTRICT.search(document.view.text) else ()
    home = Counter(m.name for m in areas_named(mentions) if m.name not in away and not m.name.endswith((*region, *QUARTERS)))
    named = in_full(home, f"{document.title}\n{document.view.text}")
    weights = {name: levels.get(name[-1], 0) * times for name, times in named.items() if len(name) > 2}
    best = max(weights, key=lambda name: weights[name], default="")
    if best and weights[best]:
        return best
    if links:
        return links[-1]
    bodies = [found[1] for m in mentions if m.kind == "Organization" and (found := BODY.match(m.name)) and found[1] not in away]
    return spoken_of(bodies, named, "".join(sorted(levels.keys() & set(LOWER))) or SEATS)


def spoken(text: str) -> Counter[str]:
    """How often each level is called ours; 省委 and 全省 say nothing of a text that says 全县 as well."""
    found = list(OWN.finditer(text))
    levels = Counter(one[1] or one[0] for one in found)
    if any(one[1] in LOWER for one in found if one[1]):
        del levels["省"]
    return levels


def guests(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """甲市政府考察团来我市, 甲市政协主席率队到我县: whoever comes to us is not from here."""
    places = [(m.start, m.name) for m in mentions if m.kind == "District"]
    found: set[str] = set()
    for one in COMING.finditer(text):
        since = max(text.rfind(sign, 0, one.start()) for sign in "。；！？\n") + 1
        found.update(name for start, name in places if since <= start < one.start() and name[-1] in SEATS)
    return frozenset(found)


def hosts(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """我县考察团赴甲市乙县学习考察: where one goes to learn one is not at home, unless somebody else's party comes."""
    places = [(m.start, m.name) for m in mentions if m.kind == "District" and m.name[-1] in SEATS]
    found: set[str] = set()
    for one in LEARN.finditer(text):
        since = max(text.rfind(sign, 0, one.start()) for sign in "。；！？\n") + 1
        if not any(since <= start < one.start() for start, _ in places):
            found.update(name for start, name in places if one.start() <= start < one.end("where"))
    return frozenset(found)


def in_full(named: Counter[str], text: str) -> Counter[str]:
    """长沙 counts for 长沙市 and 长沙县 where the text says these: a report names its city in full in its head alone."""
    full = Counter(named)
    for name in named:
        if name[-1] not in SEATS:
            full.update({name + level: named[name] for level in SEATS if name + level in text})
    return full


def areas_named(mentions: Sequence[Mention]) -> list[Mention]:
    """Without the city in front of its own district (甲市乙区): that only says where it lies."""
    found = sorted((m for m in mentions if m.kind == "District"), key=lambda m: (m.start, -m.end))
    fronts = {one.start for one, other in pairwise(found) if one.end == other.start}
    return [m for m in found if m.start not in fronts]


def spoken_of(bodies: Sequence[str], named: Counter[str], levels: str) -> str:
    """Neither: the city or county that it names most, itself or by its bodies; of equals the one that it names first.

    A text that says 市委 may be of a district of that city, one that says 区委 is of no county and no city."""
    fit = {n: k for n, k in (named + Counter(bodies)).items() if len(n) > 2 and n[-1] in levels}
    return max(fit, key=lambda name: fit[name], default="")
