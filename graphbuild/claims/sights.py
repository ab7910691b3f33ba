"""A stretch of a Page in, the sites that are visited there out: after a verb of going or looking, or at its head."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphbuild.claims.groups import LINK, Placed
from graphbuild.claims.page import Cue, Page
from graphbuild.claims.wording import Wording
from graphbuild.model import Mention

SITES = ("Project", "Zone", "Facility", "Road", "Park", "WaterBody", "Company")
HOSTS = ("District", "Organization")
THINGS, ALL = frozenset(SITES), frozenset((*SITES, *HOSTS))
STOPS = "，；：。！？|\\n"
NEVER_BEFORE = "得达看听做感直提收遇想找谈用接受涉牵拿学回不以本未原将近"  # 得到, 提到, 将来
LYING = re.compile("(?:位于|地处|坐落于|坐落在)[^，的]*$")
PLAIN = "[^，；：。！？、|\\n\ue000-\uefff]"
LINKS = re.compile(f"{LINK.pattern}|{PLAIN}{{0,8}}、(?:{PLAIN}{{2,16}}、){{1,2}}")  # what nobody recognised stands between
DURING = re.compile("[时后]|中(?:[，、]|[^，。]{0,6}?(?:指出|强调|要求|说|表示|提出|了解|听取))")  # 考察中，; but 考察中天钢铁
MERE = (*"处科室组员团局队站所的小", "中，", "时，", "期间，", "过程中")  # 调研组, 调研中，
WHILE = re.compile("[^，。；]{0,12}(?:时|期间|过程中)，")
OWNED = re.compile(r"[\ue000-\uefff的]|[和与及、]?[市区县镇全]?(?:委|政府|领导|负责)")  # 甲市的…, 甲市委: not the area
VILLAGES, OF_VILLAGE = ("村", "社区", "镇", "乡", "街道"), re.compile(r"的[^，。；：！？\n\ue000-\uefff]{2,10}[，。；！？\n]")
WAYS = re.compile(r"[^，。；：、！？的\n\ue000-\uefff]{2,10}情况[，。；！？\n]")  # 考察甲村征地拆迁情况
TOLD = re.compile("历史文化|的?历史|工作(?!站|室|点)")  # 了解甲山历史文化, 调研县政协工作
OURS = re.compile("我|[全本](?:[国省市州县区旗镇乡村城]|街道|体|部)")  # 全友公司 is none
OWNER = re.compile("负责|领导|核心公司|旗下|下属")  # 甲集团旗下乙公司: not the group


@dataclass(frozen=True, slots=True)
class Go:
    """A verb of a visit: `motion` leads to any kind of place, `short` (到, 赴) only to what stands right behind it."""

    start: int
    end: int
    motion: bool
    short: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    placed: Placed
    rule: str
    confidence: float


@dataclass(frozen=True, eq=False)
class Sights:
    known: Wording
    short: re.Pattern[str]
    more: re.Pattern[str]
    spots: tuple[re.Pattern[str], ...]
    about: re.Pattern[str]
    free: re.Pattern[str]
    party: re.Pattern[str]
    hosting: re.Pattern[str]
    deed: re.Pattern[str]

    def goes(self, page: Page, start: int, end: int) -> list[Go]:
        """The verbs of going and looking, from left to right."""
        words = [
            Go(c.start, c.end, "inspects.motion" in c.roles)
            for c in page.cues_in(start, end)
            if c.roles & {"inspects.motion", "inspects.look"} and not self.mere(page, c)
        ]
        short = [Go(found.start(), found.end(), True, True) for found in self.short.finditer(page.text, start, end)]
        return sorted([*words, *short], key=lambda go: go.start)

    def mere(self, page: Page, cue: Cue) -> bool:
        """调研组 is who goes, 在调研乡村振兴时 when somebody goes."""
        while_so = page.text[cue.start - 1 : cue.start] == "在" and WHILE.match(page.text, cue.end)
        return page.text.startswith(MERE, cue.end) or bool(while_so)

    def after(self, page: Page, go: Go, end: int) -> Iterator[Site]:
        """来到A、B等地: the places right behind the verb; 察看A进展: what is built and stands in the same clause."""
        low, stop = page.around(go.start, go.end)
        while (more := self.more.match(page.text, last_mark(page, go.end, stop))) and stop + 1 <= more.end() <= end:
            stop = page.around(more.end(), more.end())[1]
        deed = go.motion and self.takes_part(page, go.end, end)
        if deed or self.called(page, low, go, stop) or DURING.match(page.text, go.end):
            return
        stop, reach = min(stop, end), go.end
        for place, mention in page.marks(go.end, stop, ALL):
            near = place - reach <= 2 and page.text[reach] != "，" or page.text[place - 1] == "—"
            close = near or reach > go.end and bool(LINKS.fullmatch(page.text, reach, place))
            if own(page, (place, mention)) or self.aside(page, go, place):
                continue
            if go.short and not close:
                return
            built = bool(THINGS.intersection(mention.kinds))
            reach = place + 1 if close or built else reach
            if built and mention.kind == "Company" and OWNER.match(page.text, place + 1) and page.marks(place + 1, stop, ALL):
                continue
            if not built and not (close and (self.plainly(page, place, mention) or of_village(page, place, mention))):
                continue
            if TOLD.match(page.text, place + 1):
                continue
            yield Site((place, mention), "going to" if go.motion else "looking at", 0.9)

    def called(self, page: Page, low: int, go: Go, stop: int) -> bool:
        """到甲馆出席会议 is no visit; 出席会议并察看甲馆 is one."""
        found = self.known.found("inspects.called").search(page.text, low, stop)
        return found is not None and not (found.end() <= go.start and "并" in page.text[found.end() : go.start])

    def takes_part(self, page: Page, start: int, end: int) -> bool:
        """来到甲园，参加义务植树 is no visit; 来到甲园，察看乙林，并参加植树 is one."""
        deed = self.deed.search(page.text, start, end)
        acts = {"inspects.look", "inspects.there"}
        return deed is not None and not any(cue.roles & acts for cue in page.cues_in(start, deed.start()))

    def plainly(self, page: Page, place: int, mention: Mention) -> bool:
        return not OWNED.match(page.text, place + 1) and self.ends(page, place, mention)

    def aside(self, page: Page, go: Go, place: int) -> bool:
        """位于A的B, 在A创业: A tells where, it is not what is visited."""
        return page.text[place - 1] in "在由从为（" or bool(LYING.search(page.text, go.end, place))

    def ends(self, page: Page, place: int, mention: Mention) -> bool:
        """An area is meant itself where a list or a verb goes on behind it, not where it begins a longer name."""
        return mention.kind != "District" or bool(self.free.match(page.text, place + 1))

    def heads(self, page: Page, start: int, end: int) -> Iterator[Site]:
        """在A现场，…: a place named before what is done there; 对A进行调研."""
        for pattern, rule in (*((one, "on the spot") for one in self.spots), (self.about, "looking at")):
            for found in pattern.finditer(page.text, start, end):
                if pattern is self.spots[0] and self.takes_part(page, found.end(), end):
                    continue
                for placed in page.marks(*found.span("sites"), ALL):
                    if not own(page, placed) and (pattern is self.about or self.ends(page, *placed)):
                        yield Site(placed, rule, 0.85)


def of_village(page: Page, place: int, mention: Mention) -> bool:
    """查看甲村的大棚: in a village what is seen needs no name."""
    shown = mention.name.endswith(VILLAGES) and OF_VILLAGE.match(page.text, place + 1)
    return bool(shown or mention.name.endswith(VILLAGES[:2]) and WAYS.match(page.text, place + 1))


def own(page: Page, placed: Placed) -> bool:
    """全区, 我市: the area itself is no place of a visit."""
    return bool(OURS.match(page.reading.text, placed[1].start))


def last_mark(page: Page, start: int, end: int) -> int:
    marks = page.marks(start, end, ALL)
    return marks[-1][0] + 1 if marks else start


@cache
def sights(known: Wording) -> Sights:
    one, thing, area = known.slot((*SITES, *HOSTS)), known.slot(SITES), known.slot(("District",))
    body, met = known.slot(("Organization",)), known.slot(("Event",))
    look = known.pattern("inspects.look")
    behind = known.pattern("inspects.look", "inspects.then", "inspects.scene", "inspects.beside")
    word, plain = f"[^{STOPS}]", f"[^{STOPS}{known.any_mark}]"
    scene, here = known.pattern("inspects.scene"), known.pattern("inspects.scene", "inspects.beside")
    opening = f"(?<![^{STOPS}又还后{known.any_mark}])"
    whose = f"(?:{word}{{0,16}}?的|{plain}{{1,4}}[区县市镇乡])?"
    sites = f"(?P<sites>{one}(?:[、和]{one}){{0,20}})"
    state = f"(?={plain}{{0,4}}{look}了{plain}{{2,20}}{known.pattern('inspects.states')}[{STOPS}])"
    troop, received = f"{plain}{{0,10}}(?:[组团队]|一行)", known.pattern("inspects.receiving")
    tail = f"(?:的{plain}{{0,8}}{here}|(?:[与和]{one})?(?!的){plain}{{0,14}})(?<!下)，"
    return Sights(
        known,
        re.compile("|".join(short(word, one) for word in known.words("inspects.short"))),
        re.compile(f"{word}{{0,10}}，(?={one})|{word}{{0,24}}，(?:主要)?(?:包括|分别(?:是|为)|有)(?={one})"),
        (
            re.compile(f"{opening}在{whose}(?:(?:{area}|{body}){plain}{{0,10}}){{0,3}}?{sites}(?:{tail}|{state})"),
            re.compile(f"{opening}{plain}{{0,4}}(?P<sites>{thing}){plain}{{0,10}}{scene}，"),
            re.compile(f"(?:带队|率队|带领{plain}{{0,12}}|一行)在{sites}(?:等地|两地)?(?:开展|实施)(?!{word}{{0,24}}(?:[会坛赛仪]|{met}))"),
        ),
        re.compile(f"(?:[对就在]|[对就]{area}(?={area})){sites}{plain}{{0,16}}(?:{look}|了解)"),
        re.compile(f"[^\\w{known.any_mark}]|$|[等及和与]|{behind}"),
        re.compile(known.pattern("inspects.party")),
        re.compile(f"(?:[与和同跟向对为]{troop}{plain}{{0,24}}?{known.pattern('inspects.hosting')}|{received}了?{troop})"),
        re.compile(f"(?:参加|参与|投身|投入|开展)了?[^，。；]{{0,12}}?{known.pattern('inspects.deeds')}"),
    )


def short(word: str, one: str) -> str:
    """A short verb of going between what begins no other word with it and a place: 到甲镇, 赴对口支援的乙县."""
    size = f".{{{len(word)}}}"  # the word first: to look for it is fast
    between = f"(?:[一-鿿]{{1,6}}的|(?<=先后{word})[一-鿿]{{1,6}})?"
    return f"{re.escape(word)}(?<![{NEVER_BEFORE}]{size})(?<!{one}{size}){between}(?={one})"
