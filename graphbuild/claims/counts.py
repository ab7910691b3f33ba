"""A sentence in, what it counts for an area out: indicator, value, unit and growth, one row a figure."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphbuild.claims.figures import Figure, figures, hint, runs, units
from graphbuild.claims.indicator_words import Frame
from graphbuild.claims.indicators import BOTH, ITEM, acts, begun, each, ended, name_after, name_before, verb_before
from graphbuild.claims.owners import APART, TWO, Owner
from graphbuild.claims.reading import Reading
from graphbuild.model import Mention

CLAUSE = re.compile(r"[^，：；。！？|\n]+")
COUNTED = re.compile(r"[”》）]?(?:等[一-鿿]{0,12})?")
HERE = re.compile(r"[，。；：！？、和及与”）\n]|以及|$")
BUREAU = re.compile(r"[局委办厅]$")  # what a bureau does is done by its area
SIZE = re.compile(r"[宽长高厚深](?![\w]{0,1}[路桥江河湖])")
THINGS = re.compile(r"[一-鿿]{0,6}?(?:项目|企业)")
LEVEL = re.compile(r"(?<!达)[到至为]$")
NAMED, NAME = ("Project", "Facility", "Road", "Zone", "Company", "Event"), 40
LABEL, FAR = re.compile(r"(?:(?<=[\n；。])|^)([^，：；。！？|\n]{2,30})：$"), 40
REACHED = re.compile("达到?|为|增至|增加到")
YEAR = re.compile(r"(?<![比较与同])(?:19|20)\d\d年")
EACH = re.compile(r"均|分别|都")


@dataclass(frozen=True, slots=True)
class Count:
    """`verb` is what a bare item behind it shares (新建A3个、B5个); `area` where the sentence names its own."""

    place: int
    name: str
    value: str = ""
    unit: str = ""
    change: str = ""
    verb: str = ""
    deed: bool = False
    area: Mention | None = None


def priced(text: str, figure: Figure) -> bool:
    """2个10亿元项目, 10亿元以上项目: a sum of money that only says which things are counted."""
    counted = "元" in figure.unit and THINGS.match(text, figure.end)
    return bool(counted)


class Counts:
    """Reads sentence by sentence."""

    def __init__(self, reading: Reading, known: Frame, main: Mention | None) -> None:
        self.text, self.known = reading.text, known
        self.unit = units(reading.knowledge)
        self.hints = [found.start() for found in hint(reading.knowledge).finditer(reading.text)]
        self.owner = Owner(reading, known, main)
        self.found: list[Count] = []

    def read(self, start: int, end: int) -> list[Count]:
        self.found = []
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
            found = [one for one in figures(self.text, start, end, self.unit) if not (priced(self.text, one) or self.named(one))]
            groups = runs(self.text, found)
            for run, after in zip(groups, [*(run[0].start for run in groups[1:]), end], strict=False):
                self.run(place, run, after, first, start)
                place = run[-1].end
        self.owner.leave(start, end)

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
            name = name_before(before, self.known, True)
            if run[0].unit == "%" and self.known.stat.search(name) and not self.known.skip.search(before):
                self.add(run, [name])
        elif not growth or verb_before(before, self.known):
            self.count(before, run, behind, first)

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
        if not bare:
            if self.again(run):
                self.keep(replace(self.found[-1], place=run[0].start, value="", unit="", change=changes[0]))
            else:
                self.attach(changes, run)
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
        items = ITEM.split(begun(ended(before, self.known), self.known))
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
        if len(rows) == len(changes) and run[0].unit == "%" and not any(row.change or not row.value for row in rows):
            self.found[-len(rows) :] = [replace(row, change=c) for row, c in zip(rows, changes, strict=True)]

    def count(self, before: str, run: Sequence[Figure], behind: str, first: int) -> None:
        verb, deed = verb_before(before, self.known), acts(before, self.known)
        if REACHED.fullmatch(before) and self.found and (last := self.found[-1]).unit == run[0].unit and not last.change:
            self.found[-1] = replace(last, value=run[0].value)  # 突破200亿元大关，达到203亿元
            return
        if not before and HERE.match(behind) and (label := self.label(run[0].start)):
            self.add(run, [label], "", acts(label, self.known))
            return
        if SIZE.match(behind):
            return
        if verb is not None and not HERE.match(behind):
            if before.endswith("等") and self.found and not deed:
                verb = verb or self.found[-1].verb  # 修缮A等3条路，B等2座桥
            name = name_after(verb, behind, self.known)
            served = self.known.served.fullmatch(name) if begun(before, self.known) in self.known.whom else None
            self.add(run, [served["deed"] + served["whom"] if served else name], verb, deed or bool(served))
        elif verb and self.found:
            last = self.found[-1]
            self.add(run, [verb + last.name.removeprefix(last.verb)], verb, True)
        elif verb is None and HERE.match(behind):
            name = name_before(before, self.known)
            work = self.known.work.match(name)
            shared = self.found[-1].verb if len(self.found) > first and before[:1] in "、和及" and not work else ""
            two = len(run) > 1 and ("分别" in before or name.startswith(BOTH))  # 城乡居民收入完成甲元和乙元
            names = self.each(before, len(run)) if two else [shared + name if name else ""]
            self.add(run, names, work.group() if work else shared, deed or bool(shared))

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
