"""A post and its holder in, the mention of the body or area that the post belongs to out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.claims.reading import Reading
from graphbuild.model import Mention
from graphbuild.text.own import QUARTERS, guests, hosts
from graphbuild.text.vitae import WRITTEN_TO

BODIES = frozenset(("Organization", "Company", "District", "Zone", "Facility", "Park"))
PLACES = frozenset(("District", "Zone"))
GOVERNED = re.compile("区(?:长|委|政府|人民政府|人大|政协)")  # no zone has these
AREAS = "省市区县旗州盟镇乡村"
TOGETHER = re.compile(rf"([{AREAS}])[一-鿿]{{2}}(?:家|班子)领导$")  # 县四套班子领导
SPAN = 40
PARTY = re.compile("(?:党委|党组|党工委|工委|党支部|党总支)$")
OF_FIRM = re.compile("董事长|董事|总经理|总裁|厂长|监事|行长$")
OF_ZONE = re.compile("党工委|管委会|纪工委")  # no firm has these
OF_PARTY = re.compile("书记|委员|常委|党")


FIRM = re.compile("(?:[^一-鿿]|[该与和同由])(?:公司|企业|集团|集团公司)$")  # 公司董事长甲: of the firm named last
WARDEN = re.compile("[河湖林路田链街段]）?长$")  # 甲河河长, 市级河长 are of the river
COMMITTEE = re.compile("[省市区县州旗](?:委|政府|人民政府|人大|人大常委会|政协)$")
IN_GROUP = re.compile("组长|成员|指挥|召集人")
GROUP, ABOVE, FAR_ABOVE = re.compile("(?:小组|工作组|专班|指挥部|推进组|专项组|联席会议|委员会)$"), 1500, 240
FAR_ABOVE = 240


@dataclass(frozen=True, slots=True)
class Held:
    """A person, one title, and the chain in which the title stands."""

    person: Mention
    post: Mention
    chain: Sequence[Mention]
    rule: str

    @property
    def sure(self) -> float:
        return 0.95 if self.rule == "title before" else 0.85


def lay(reading: Reading, body: Mention) -> Mention | None:
    """甲公司党委书记、董事长, 甲园党工委书记、管委会主任: who is no party official is of the body that the party's is of."""
    end = body.end - len(body.name) + len(PARTY.sub("", body.name))
    inside = [m for m in reading.within(body.start, end) if m.start == body.start and m.end == end and BODIES & set(m.kinds)]
    return inside[0] if inside else None


class Areas:
    """The areas that a text names, by their level."""

    def __init__(self, reading: Reading) -> None:
        away = guests(reading.text, reading.mentions)
        kinds = PLACES if not GOVERNED.search(reading.text) else {"District"}
        self.places = [
            m for m in reading.mentions if kinds & set(m.kinds) and m.name not in away and not m.name.endswith(QUARTERS)
        ]
        self.near = frozenset(self.places)
        abroad = hosts(reading.text, reading.mentions)
        self.places = [m for m in self.places if m.name not in abroad]
        self.place = reading.place if self.places else ""
        self.count = Counter(m.name for m in self.places)
        self.best: dict[str, Mention] = {}
        for mention in sorted(self.places, key=lambda m: (-self.count[m.name], m.start)):
            self.best.setdefault(mention.name[-1], mention)
        if self.place:
            self.own(self.place[-1])

    def own(self, level: str) -> None:
        """市长 in a text of a city is no other city's: 长沙 stands for 长沙市, and where neither stands nobody does."""
        self.best.pop(level, None)
        called = [m for name in (self.place, self.place[:-1]) for m in self.places if m.name == name]
        self.best |= {level: called[0]} if called else {}


def office(reading: Reading, one: Held, areas: Areas) -> Mention | None:
    """The body in or before the title; else that of the chain, of the sentence, or the text's own area."""
    found = adjacent(reading, one.post)
    if found or WARDEN.search(one.post.name) or one.person.rule == WRITTEN_TO:
        return found
    at = one.post.start - len(one.post.of) * reading.text.endswith(one.post.of, 0, one.post.start)
    if FIRM.search(reading.text, max(0, at - 5), at):
        firms = reading.within(max(0, at - ABOVE), at, "Company")
        return firms[-1] if firms else None
    if area := level(one.post):
        return own_area(reading, area, one, areas)
    if (over := above(reading, one.post)) and (found := adjacent(reading, over)):
        return found
    at = list(one.chain).index(one.post)
    for earlier in reversed(one.chain[:at]):
        if found := adjacent(reading, earlier):
            if OF_PARTY.search(one.post.name) or not PARTY.search(found.name):
                return found
            return lay(reading, found) or (spoken(reading, one) if OF_ZONE.search(one.post.name) else None)
    return None if "领导" in one.post.name else spoken(reading, one)


def adjacent(reading: Reading, post: Mention) -> Mention | None:
    """The longest mention that ends where the title word or the body inside the title begins."""
    text, starts = reading.text, [post.start]
    if post.of and text.endswith(post.of, 0, post.start):
        starts.append(post.start - len(post.of))
    for place in starts:
        start = len(text[:place].rstrip(" ")) if text[place - 1 : place] == " " else place
        before = [m for m in reading.within(max(0, start - SPAN), start) if m.end == start and BODIES & set(m.kinds)]
        if before:
            return min(before, key=lambda m: m.start)
    if post.of:
        inside = reading.within(starts[-1] - 12 if starts[-1] > 12 else 0, post.start, "Organization")
        return next((m for m in inside if m.end > starts[-1]), None)
    across = reading.within(max(0, post.start - SPAN), post.end, "Organization")  # 镇人大|主席
    return next((m for m in across if m.start < post.start < m.end or m.start == post.start and not m.literal), None)


def level(post: Mention) -> str:
    """区 of 副区长, 区领导 and 区四套班子领导."""
    if together := TOGETHER.match(post.name):
        return together[1]
    for ending in ("长", "级领导", "领导"):
        if post.of in ("", "政府") and post.name.endswith(ending) and post.name[: -len(ending)][-1:] in tuple(AREAS):
            return post.name[: -len(ending)][-1]
    return ""


def above(reading: Reading, post: Mention) -> Mention | None:
    """市政协主席：甲 over a line 副主席：乙."""
    text, head = reading.text, post.name.removeprefix("常务").removeprefix("副")
    if head == post.name or text[post.end : post.end + 1] != "：" or text[post.start - 1 : post.start] not in ("", "\n"):
        return None
    lines = reading.within(max(0, post.start - FAR_ABOVE), post.start, "Post")
    heads = [m for m in lines if m.name.endswith(head) and m.end < post.start and text[m.end : m.end + 1] == "："]
    return next((m for m in reversed(heads) if "副" not in m.name), None)


def own_area(reading: Reading, area: str, one: Held, areas: Areas) -> Mention | None:
    """The area of that level that stands shortly before, else the text's own, else the one named most."""
    low = one.chain[0].start
    near = [m for m in reading.within(max(0, low - SPAN), low) if m in areas.near and m.name.endswith(area)]
    if near and "。" not in reading.text[near[-1].end : low]:
        return near[-1]
    rank = one.post.name.endswith("级领导")  # 县级领导 of a district of a city
    return areas.best.get(area) or (areas.best.get(areas.place[-1:]) if rank else None)


def spoken(reading: Reading, one: Held) -> Mention | None:
    """副主任 after 区人大常委会主任 in one sentence: the body named last before it; 组长： the first of its line."""
    text, at = reading.text, one.post.start
    heading = text[one.post.end : one.post.end + 1] == "："
    low = text.rfind("\n", 0, at) + 1
    if not heading:
        low = max(low, text.rfind("。", 0, at) + 1)
    of = ("Company",) if OF_FIRM.search(one.post.name) else ("Organization", "Company")
    bodies = reading.within(low, at, *of)
    if one.post.of == "党委":  # 县委 has none
        bodies = [m for m in bodies if not COMMITTEE.search(m.name)]
        bodies = [m for m in bodies if PARTY.search(m.name)] or bodies
    if found := OF_ZONE.search(one.post.name):
        bodies = [m for m in bodies if m.name.endswith(found.group())] or [
            m for m in reading.within(low, at, "Zone") if m.name.endswith("区")
        ]
    if heading and IN_GROUP.search(one.post.name):
        return group(reading, one.post, [m for m in bodies if m.start >= text.rfind("；", 0, at)])
    return (bodies[0] if heading else bodies[-1]) if bodies else None


def group(reading: Reading, role: Mention, near: Sequence[Mention]) -> Mention | None:
    """组长：, 成员： of a list: what is named before it in its part of the line, else the working group named last above it."""
    above = reading.within(max(0, role.start - ABOVE), role.start, "Organization")
    return near[0] if near else next((m for m in reversed(above) if GROUP.search(m.name)), None)
