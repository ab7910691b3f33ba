"""Mentions in, the same with a shared last word shared out: 甲、乙文化公园 are 甲文化公园 and 乙文化公园."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import by_head, last_word
from graphbuild.mentions.links import LOWEST
from graphbuild.mentions.roles import PROPER, edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

SITES = frozenset(("Park", "Facility", "Road", "WaterBody"))
BARE = frozenset(("District", "Zone", "Park", "Facility", "Project", "WaterBody", "Company"))
LEAST, LONGEST = 2, 5
OPEN = frozenset(("Park", "Facility"))
ALONE = re.compile(r"(?:^|[，。；：\n])([一-鿿]{2,3})、$")
JOINTS, LEVELS = "、和与及", tuple("省市区县旗盟")
STOPS = re.compile("(?:[一-鿿]{2}[港站]|口岸)$")
TOWN, SCHOOLS = "城", ("大学", "学院")


def shared(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Only a short name that has no last word of its own, right before a name that has one."""
    for n, mention in enumerate(mentions):
        before = unread(text, mention, words, knowledge) if OPEN & set(mention.kinds) else None
        free = before and (n == 0 or mentions[n - 1].end <= before[0])
        if before and free and (rest := common(mention, words, knowledge)):
            bare = text[slice(*before)]
            yield replace(mention, start=before[0], end=before[1], name=bare + rest, names=(bare,), rule="shared head")
        following = mentions[n + 1] if n + 1 < len(mentions) else None
        rest = common(following, words, knowledge) if following and joined(text, mention, following, knowledge) else ""
        if rest and following:
            name = mention.name + rest
            area = mention.kind == "District" and mention.name.endswith(LEVELS)  # 甲县、乙县防洪堤: the county is one still
            names = () if area else (mention.name,)
            yield replace(mention, kinds=following.kinds, name=name, names=names, rule="shared head")
            if area:
                yield mention
        else:
            yield mention


def unread(text: str, mention: Mention, words: Words, knowledge: Knowledge) -> tuple[int, int] | None:
    """甲坡 in 甲坡、乙铺遗址公园: two or three letters between a break and 、 that are no everyday word and no name of their own."""
    found = ALONE.search(text, max(0, mention.start - LONGEST - 1), mention.start)
    first = words.at.get(found.start(1)) if found else None
    if found is None or first is None or last_word(found[1], knowledge) or LOWEST.search(found[1]):
        return None
    inside = [word for word in words[first : first + LONGEST] if word.end <= found.end(1)]
    proper = all(role(word, edges(knowledge)) == "proper" for word in inside) and inside[-1].end == found.end(1)
    return found.span(1) if proper else None


def joined(text: str, one: Mention, other: Mention, knowledge: Knowledge) -> bool:
    """Whether `one` is bare and `other` follows it in one list."""
    near = one.end + 1 == other.start and text[one.end] in JOINTS
    apart = text[one.end : other.start] != "、" or other.name.endswith(SCHOOLS)  # 甲县与乙大学; 甲市、乙大学
    partners = apart and one.kind == "District" and "Organization" in other.kinds
    bare = one.kind in BARE and one.name.isalnum() and LEAST <= len(one.name) <= LONGEST and not LOWEST.search(one.name)
    water = one.kind == other.kind == by_head(one.name, knowledge)[0] == "WaterBody"
    stop = "Road" in other.kinds and STOPS.search(one.name)  # 甲港、乙大桥
    other_sort = stop or partners or water or whole(one.name, knowledge)
    return near and bare and not other_sort and bool(SITES & set(other.kinds))


def whole(name: str, knowledge: Knowledge) -> bool:
    """甲湖 and 甲乙楼 are names of their own, 甲庄 may be half of one."""
    head = last_word(name, knowledge)
    kind = lexicon(knowledge).get(head, ("", ""))[0]
    house = kind == "Facility" and (len(name) > LEAST or head != TOWN)
    body = kind in ("Organization", "Company") and len(name) > len(head) + 1  # 市民中心、甲公园
    return house or body or sure(name, knowledge)


def sure(name: str, knowledge: Knowledge) -> bool:
    return by_head(name, knowledge)[1] == "sure"


def common(mention: Mention, words: Words, knowledge: Knowledge) -> str:
    """What of a name is no name: from its first everyday word on, if that ends in a sure last word."""
    n = words.at.get(mention.start)
    if n is None or not sure(mention.name, knowledge):
        return ""
    while n < len(words) and words[n].end < mention.end:
        word = words[n]
        if word.start >= mention.start + LEAST and len(word.text) > 1 and word.tag not in PROPER:
            return mention.name[word.start - mention.start :]
        n += 1
    return last_word(mention.name, knowledge)
