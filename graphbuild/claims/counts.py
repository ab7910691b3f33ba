"""A sentence in, what it counts for an area out: indicator, value, unit and growth, one row a figure."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphbuild.claims.bounds import which
from graphbuild.claims.figures import Figure, compared, figures, hint, runs, units
from graphbuild.claims.indicator_words import Frame
from graphbuild.claims.indicators import BOTH, ITEM, acts, begun, each, ended, name_after, name_before, verb_before
from graphbuild.claims.owners import APART, TWO, Owner
from graphbuild.claims.reading import Reading
from graphbuild.model import Mention

CLAUSE = re.compile(r"[^，：；。！？|\n]+")
COUNTED = re.compile(r"[”》）]?(?:等[一-鿿]{0,12})?")
HERE = re.compile(r"[，。；：！？、和及与”）\n]|（(?:[占其同不]|含)|以及|$")
BUREAU = re.compile(r"[局委办厅]$")  # what a bureau does is done by its area
SIZE = re.compile(r"[宽长高厚深](?![\w]{0,1}[路桥江河湖])")
LEVEL = re.compile(r"(?<!达)(?<!分别)[到至为]$")
NAMED, NAME = ("Project", "Facility", "Road", "Zone", "Company", "Event"), 40
INDUSTRIES = "一二三"
LABEL, FAR = re.compile(r"(?:(?<=[\n；。])|^)([^，：；。！？|\n]{2,30})：$"), 40
REACHED, YEAR = re.compile("达到?|为|增至|增加到"), re.compile(r"(?<![比较与同])(?:19|20)\d\d年")
FROM = re.compile(r"[由从](?:(?P<year>(?:19|20)\d\d)年[初末底]?的?|上年同期的?|去年同期的?|上年的?)?(?:[约近])?$")
TO = re.compile(
    r"[，]?(?:增加|增长|提高|提升|上升|扩大|发展|跃升|攀升|下降|减少|降低|缩小|压减|[增升降减])(?:到了?|至|为)"
    r"(?P<year>(?:19|20)\d\d年[初末底]?的?)?[约近逾超]?"
)
EACH = re.compile(r"均|分别|都")
ATTAINED = re.compile("、?(?:分别)?(?:达到?|为|至)了?")
MEAN = re.compile("年均|年平均|[两三四五]年平均")
PACE = re.compile("(?:增速|增幅|涨幅|降幅|跌幅)(?:[比较].*)?$")
THREE = re.compile("第?一、第?二、第?三(次?产业.*)")
SUMS = re.compile("元$|人$|人次$|名$|户$")
POLICY = re.compile("(?:经济|发展|环境|民企|纾困)[”》]?$")
PARTLY, ONE_SITE = re.compile(r"[一-鿿]{2,8}\d[\d.]*%的"), re.compile("的[一-鿿]{0,8}(?:区|园|基地|广场|中心)")
SEATS = re.compile("[学床车托岗铺]位$")
AMONG = re.compile("其中[^，；。]*$|其中[^；。]*，[^，；。]*$")


@dataclass(frozen=True, slots=True)
class Count:
    """`verb` is what a bare item behind it shares (新建A3个、B5个); `area` where the sentence names its own; `when` where
    its period is said, if not by what stands last before it; a `whole` one takes no growth from the words behind it."""

    place: int
    name: str
    value: str = ""
    unit: str = ""
    change: str = ""
    verb: str = ""
    deed: bool = False
    area: Mention | None = None
    when: int = -1
    whole: bool = False


class Counts:
    """Reads sentence by sentence."""

    def __init__(self, reading: Reading, known: Frame, main: Mention | None) -> None:
        self.text, self.known = reading.text, known
        self.unit = units(reading.knowledge)
        self.hints = [found.start() for found in hint(reading.knowledge).finditer(reading.text)]
        self.owner = Owner(reading, known, main)
        self.found: list[Count] = []
        self.source: Count | None = None
        self.lost = False  # a figure that was not read stands between the last row and what follows

    def read(self, start: int, end: int) -> list[Count]:
        self.found, self.source, self.lost = [], None, False
        if self.hinted(start, end) and self.text[start] != "|":
            self.owner.begin()
            for clause in CLAUSE.finditer(self.text, start, end):
                self.clause(*clause.span())
        return self.found

    def hinted(self, start: int, end: int) -> bool:
        first = bisect_left(self.hints, start)
        return first < len(self.hints) and self.hints[first] < end

    def clause(self, start: int, end: int) -> None:
        place, first = start, len(self.found)
        self.owner.enter(start, end)
        if self.hinted(start, end):
            found = [one for one in figures(self.text, start, end, self.unit) if not (self.which(start, one) or self.named(one))]
            aside = compared(self.text, start, end)
            groups = runs(self.text, [one for one in found if not any(a <= one.start < b for a, b in aside)])
            for run, after in zip(groups, [*(run[0].start for run in groups[1:]), end], strict=False):
                if not (self.rising(place, run[0]) or self.risen(place, run[0]) or self.attained(place, run)):
                    many, self.lost = len(self.found), self.lost or self.subject_lost(place, run[0])
                    self.run(place, run, after, first, start)
                    self.lost = self.lost and many == len(self.found)
                place = run[-1].end
        self.owner.leave(start, end)

    def subject_lost(self, start: int, figure: Figure) -> bool:
        """争取资金增加1.8亿元，增长15%: words of its own, and if it gives no row its growth is none of the row before."""
        said = self.known.growth.sub("", self.text[start : figure.start].strip("，、；： "))
        return not (figure.share or self.known.skip.search(said)) and bool(begun(ended(said, self.known), self.known))

    def which(self, start: int, figure: Figure) -> bool:
        areas = self.owner.reading.within(start, figure.start, "District")
        return which(self.text, areas[-1].end if areas else start, figure, self.known)

    def named(self, figure: Figure) -> bool:
        """年产30万吨玻璃项目: the figure is a piece of a name; in 甲、乙等11条公路 it counts what is named."""
        around = self.owner.reading.within(max(0, figure.start - NAME), figure.end + NAME, *NAMED)
        within = [m for m in around if m.start <= figure.start and figure.end < m.end]
        return bool(within) and "等" not in self.text[within[0].start : figure.start]

    def run(self, start: int, run: Sequence[Figure], end: int, first: int, clause: int) -> None:
        """One figure, or several that stand together, with the words before and behind."""
        text = self.text
        if start > clause and text[start] not in "、和及与":  # the noun of the figure before stands between
            served = self.known.served.fullmatch(text, start, run[0].start)  # 为30户居民安装电梯15台
            link = max(text.rfind(sign, start, run[0].start) for sign in "、和及与") + 1
            start = served.start("deed") if served else link or run[0].start
        if len(run) > 1 and len(areas := self.owner.several(start, run[0].start)) == len(run):
            self.of_each(areas, run, start)
            return
        start = self.owner.subject(start, run[0].start)
        blocking = self.owner.strangers(start, run[0].start, "Organization")
        if blocking and self.owner.report and BUREAU.search(blocking[-1].name):
            start, blocking = blocking.pop().end, []
        before, behind = text[start : run[0].start].rstrip(" *"), text[run[-1].end : end]
        if blocking and not COUNTED.fullmatch(text, blocking[-1].end, run[0].start):
            return
        growth = self.known.growth.search(before)
        if growth and run[0].share and LEVEL.search(before, growth.end("way")):
            before, growth = before[: growth.start()], None
        if growth and run[0].share:
            self.grow(before[: growth.start()], growth, run)
        elif run[0].share:
            names = self.each(before, len(run)) if len(run) > 1 else [name_before(before, self.known, True)]
            if run[0].unit == "%" and all(map(self.known.stat.search, names)) and not self.known.skip.search(before):
                self.add(run, names)
        elif not growth or verb_before(before, self.known):
            self.count(before, run, behind, first)

    def rising(self, start: int, one: Figure) -> bool:
        """产值由2011年的8亿元增加到…: what it came from is a figure only of a year that is named."""
        low = FROM.search(self.text, start, one.start)
        name = self.named_before(start, low.start()) if low else ""
        if not (low and name and TO.match(self.text, one.end)):
            return False
        self.source = Count(one.start, name, one.value, one.unit, when=low.start(), whole=True)
        if low["year"]:
            self.keep(replace(self.source, when=-1))
        return True

    def risen(self, start: int, other: Figure) -> bool:
        """…增加到2016年的12亿元: of the year that stands there, else of the one told before the other."""
        low, to = self.source, TO.fullmatch(self.text, start, other.start)
        if not (low and to and (low.unit == other.unit or other.share)):
            return False
        self.keep(replace(low, place=other.start, value=other.value, unit=other.unit, when=-1 if to["year"] else low.when))
        self.source = None
        return True

    def named_before(self, start: int, end: int) -> str:
        """Nothing where somebody else's is told: 甲景区门票由80元降至50元."""
        if self.owner.strangers(start, end, "Organization"):
            return ""
        return name_before(self.text[self.owner.subject(start, end) : end], self.known, share=True)

    def attained(self, start: int, run: Sequence[Figure]) -> bool:
        """产值增长8%，达到12亿元: the level behind its growth."""
        rows = self.found[-len(run) :]
        if run[0].share or len(rows) != len(run) or not ATTAINED.fullmatch(self.text, start, run[0].start):
            return False
        if any(row.value or not row.change for row in rows):
            return False
        self.found[-len(run) :] = [replace(row, value=one.value, unit=one.unit) for row, one in zip(rows, run, strict=True)]
        return True

    def of_each(self, areas: Sequence[Mention], run: Sequence[Figure], start: int) -> None:
        """甲镇、乙镇分别完成产值8亿元、5亿元: one row an area."""
        two = TWO.match(self.text, start)
        before = self.text[two.end() if two else max(start, areas[-1].end) : run[0].start]
        growth = self.known.growth.search(before) if run[0].share else None
        name = name_before(before[: growth.start()] if growth else before.replace(APART, ""), self.known)
        changes = self.changes(growth, run) if growth else [""] * len(run)
        for area, figure, change in zip(areas, run, changes, strict=True):
            value, unit = ("", "") if growth else (figure.value, figure.unit)
            if name:
                self.found.append(Count(figure.start, name, value, unit, change, area=area))

    def grow(self, before: str, growth: re.Match[str], run: Sequence[Figure]) -> None:
        """增长8% behind an indicator is a row of its own, alone it belongs to the row before."""
        changes = self.changes(growth, run)
        bare = begun(ended(before, self.known), self.known)
        if PACE.search(bare):
            return
        if not bare:
            if self.lost:
                return
            if self.again(run):
                self.keep(replace(self.found[-1], place=run[0].start, value="", unit="", change=changes[0]))
            else:
                self.attach(changes if not MEAN.search(before) else (), run)
        elif not self.known.skip.search(before):
            names = self.each(before, len(run)) if len(run) > 1 or EACH.search(before) else [name_before(before, self.known)]
            for n, one in enumerate(names):
                self.keep(Count(run[0].start, one, change=changes[min(n, len(changes) - 1)]))

    def changes(self, growth: re.Match[str], run: Sequence[Figure]) -> list[str]:
        """下降3% is -3."""
        sign = "-" if growth.group("way") in self.known.down else ""
        return [sign + figure.value for figure in run]

    def each(self, before: str, many: int) -> list[str]:
        """As many names as figures: of a long list each is one, of a short one the last may be shared."""
        bare = ended(before, self.known)
        three = THREE.search(bare)
        bare = begun(bare, self.known)
        if three and many == len(INDUSTRIES):
            return [f"第{one}{three[1]}" for one in INDUSTRIES]
        items = ITEM.split(bare)
        if len(items) == many > 2:
            return [name_before(item, self.known) for item in each("、".join(items), self.known)]
        return each(name_before(before, self.known), self.known)

    def again(self, run: Sequence[Figure]) -> bool:
        """2022年产值增长4%；2023年，增长7%: the same in another year."""
        if not (self.found and self.found[-1].change and len(run) == 1 and run[0].unit == "%"):
            return False
        return YEAR.search(self.text, self.found[-1].place, run[0].start) is not None

    def attach(self, changes: Sequence[str], run: Sequence[Figure]) -> None:
        rows = self.found[-len(changes) :]
        fit = len(rows) == len(changes) > 0 and run[0].unit == "%"
        if fit and not any(row.change or not row.value or row.whole for row in rows):
            self.found[-len(rows) :] = [replace(row, change=c) for row, c in zip(rows, changes, strict=True)]

    def count(self, before: str, run: Sequence[Figure], behind: str, first: int) -> None:
        verb, deed = verb_before(before, self.known), acts(before, self.known)
        if REACHED.fullmatch(before) and self.found and (last := self.found[-1]).unit == run[0].unit and not last.change:
            self.found[-1] = replace(last, value=run[0].value)  # 突破200亿元大关，达到203亿元
            return
        if not before and HERE.match(behind) and (label := self.label(run[0].start)):
            self.add(run, [label], "", acts(label, self.known))
            return
        if SIZE.match(behind) or self.sized(before, run[-1], behind):
            return
        if verb is not None and not HERE.match(behind):
            if before.endswith("等") and self.found and not deed:
                verb = verb or self.found[-1].verb  # 修缮A等3条路，B等2座桥
            name = name_after(verb, behind, self.known)
            served = self.known.served.fullmatch(name) if begun(before, self.known) in self.known.whom else None
            self.add(run, [served["deed"] + served["whom"] if served else name], verb, deed or bool(served))
        elif verb and begun(before, self.known) == verb:
            if self.found:
                last = self.found[-1]
                self.add(run, [verb + last.name.removeprefix(last.verb)], verb, True)
        elif verb and SUMS.search(run[0].unit):
            self.add(run, [begun(before, self.known)], verb, True)  # 培训失业人员等500人
        elif verb is None and HERE.match(behind):
            name = name_before(before, self.known)
            work = self.known.work.match(name)
            shared = self.found[-1].verb if len(self.found) > first and before[:1] in "、和及" and not work else ""
            name, shared = self.seats(name, run[0], shared) if not work else (name, shared)
            two = len(run) > 1 and ("分别" in before or name.startswith(BOTH))  # 城乡居民收入完成甲元和乙元
            names = self.each(before, len(run)) if two else [shared + name if name else ""]
            self.add(run, names, work.group() if work else shared, deed or bool(shared))

    def sized(self, before: str, figure: Figure, behind: str) -> bool:
        """2.5公里的甲路, 500亩的甲园 tell how long and large one is, 稳经济40条 is a policy, 2个小区85%的工程 work on them."""
        named = self.owner.reading.within(figure.end + 1, figure.end + 1 + NAME, *NAMED) if behind.startswith("的") else ()
        policy = figure.unit == "条" and POLICY.search(before)
        partly = PARTLY.match(self.text, figure.end) or figure.unit[-1] in "亩顷" and ONE_SITE.match(behind)
        return bool(policy or partly) or any(m.start == figure.end + 1 for m in named)

    def seats(self, name: str, figure: Figure, shared: str) -> tuple[str, str]:
        """新增幼儿园学位460个，中小学学位2400个 shares its verb, 学位5000个，其中幼儿园420个 lends what it counts."""
        last = self.found[-1] if self.found else None
        seat = SEATS.search(last.name) if last and last.unit == figure.unit and name else None
        if not (last and seat):
            return name, shared
        if name.endswith(seat.group()):
            return name, shared or last.verb
        among = AMONG.search(self.text, max(0, last.place - FAR // 2), figure.start)
        return (name + seat.group(), "") if among and not self.known.stat.search(name) else (name, shared)

    def label(self, place: int) -> str:
        """1.服务业增加值：146.2亿元: what stands before the colon, at the beginning of its item."""
        found = LABEL.search(self.text, max(0, place - FAR), place)
        return name_before(found[1], self.known) if found else ""

    def add(self, run: Sequence[Figure], names: Sequence[str], verb: str = "", deed: bool = False) -> None:
        for n, figure in enumerate(run):
            self.keep(Count(figure.start, names[min(n, len(names) - 1)], figure.value, figure.unit, "", verb, deed))

    def keep(self, count: Count) -> None:
        if count.name and self.owner.owns(count.name, count.place, count.deed):
            self.found.append(replace(count, area=self.owner.area))
