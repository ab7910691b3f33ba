"""Mentions in, the same with the text's own county in full out where only its short name tells it: 美丽甲 of 甲县, 甲和乙两地."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import full_names
from graphbuild.mentions.carry import as_name
from graphbuild.mentions.gazetteer import PLACE, finder, short_counties
from graphbuild.mentions.words import Words
from graphbuild.model import Document, Mention
from graphbuild.text.own import LINK, LOWER, SEATS, guests, hosts, spoken

AIM = re.compile("(?:[建设推动进促服务为美丽幸福平安绿色生态魅力法治振兴云上塑造打]{2}|[，。；：\n“]为)$")
GOES_ON = re.compile("经济|社会|高质量|发展|振兴|[人大]民|全[县区市]|[播增添贡作献新][^一-鿿]?|[，。；！”]")
PAIR = re.compile("[和与、][一-鿿]{2,4}两地|两地")
ELSEWHERE = re.compile("(?:[赴到往去来自从访与对向离]|来自|前往|来到)$")
OTHER = re.compile("等?地?(?:日报|晚报|籍|客商|考察团|代表团|经验|模式)")
NEAR = 4


def home(document: Document, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> list[Mention]:
    """Only where the text says 我县, names no county of its own in full, and one county of the list alone can be meant."""
    text, levels = document.view.text, spoken(document.view.text)
    level = next((one for one, _ in levels.most_common() if one in LOWER), "市" if levels["市"] else "")
    if not level or LINK.findall(document.place) or named_in_full(text, mentions, level):
        return list(mentions)
    away = {name[:-1] for name in (*guests(text, mentions), *hosts(text, mentions))}
    listed = full_names(knowledge)
    bare = [m for m in [*mentions, *aimed(text, mentions, words, knowledge)] if m.kind == "District" and m.name + level in listed]
    names = {m.name for m in bare} - away - {m.name for m in bare if abroad(text, m)}
    if len(names) != 1:
        return list(mentions)
    (name,) = names
    found = {(m.start, m.end): m for m in [*mentions, *bare] if m.name == name and m.kind == "District"}
    kept = [m for m in mentions if found.get((m.start, m.end)) != m]
    return [*kept, *(as_name(m, name + level) for m in found.values())]


def named_in_full(text: str, mentions: Sequence[Mention], level: str) -> bool:
    """An area of that level that is neither a guest's nor the host's, itself or by one of its bodies."""
    away = guests(text, mentions) | hosts(text, mentions)
    return any(m.name.endswith(level) and len(m.name) > 2 and m.name not in away for m in mentions if m.kind == "District")


def aimed(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """建设美丽甲, 为甲经济社会发展: what nobody took for a name there."""
    counties = short_counties(knowledge)
    for start, end, name in finder(knowledge).find(text):
        word = start in words.at and end in words.until and words.known.get(name, PLACE) == PLACE
        if not word or name not in counties:
            continue
        front, behind = AIM.search(text, max(0, start - NEAR), start), GOES_ON.match(text, end)
        if (front and behind or PAIR.match(text, end)) and not any(m.start < end and start < m.end for m in mentions):
            yield Mention(start, end, ("District",), name, "own area by its short name")


def abroad(text: str, mention: Mention) -> bool:
    """赴甲, 来自甲, 甲客商."""
    before = ELSEWHERE.search(text, max(0, mention.start - NEAR), mention.start)
    return bool(before or OTHER.match(text, mention.end)) or mention.name[-1] in SEATS
