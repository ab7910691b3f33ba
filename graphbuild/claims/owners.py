"""A sentence's clauses in, whose its figures are out: the area's own, or those of a firm, a site or a person near by."""

import re
from collections import Counter
from collections.abc import Sequence

from graphbuild.claims.indicator_words import AREA, Frame
from graphbuild.claims.indicators import begun, ended
from graphbuild.claims.reading import Reading, of_kinds
from graphbuild.claims.tense import line_start
from graphbuild.model import Mention

WORKS = frozenset(("Project", "Park", "Road", "WaterBody", "Facility", "Company"))
EXTENT = 12
APART, TWO = "分别", re.compile("两(?:[县区市镇乡旗]|地)")
DIGIT = re.compile(r"\d")
SUBJECTS = frozenset(("Company", "Facility", "Event"))
GOES_ON, LYING = re.compile("[、和与及等的”）]|以及|项目|工程"), re.compile("位于[^，。；]{2,16}的$")
TOWN = re.compile(r"(?<=市)区")  # 甲市区 is 甲市's town, no part of the indicator
HAPPENED = re.compile("项目[^，]*(?:签约|开工|启动|奠基|落户|揭牌)$|^(?:重[点大])?项目$")  # 6个项目成功签约 tells what was done that day
WHOLE = re.compile(AREA)
IT = "(?:该|这[座个条家所处栋])(?!地?[国省区县旗州镇乡村]|市(?!场)|街道|社区|城市|小城|[年月项类批]|季度|时期|领域|行业|产业(?!园)|[局委厅])"
ITS = re.compile(IT)  # 该公司装机容量
ONE_OF = re.compile(r"\s*作为[^，]{0,24}(?:项目|工程|企业)(?:之一)?$")  # 作为重点项目之一，甲小区…
OPENED = re.compile(r"\s*(?:目前，?|据\w{1,2}，)?")
FOREIGN = ("Project", "Zone", "Park", "Road", "WaterBody", "Facility", "Company", "Official", "Person")


class Owner:
    """In a report every bare figure is the area's, in news it must say so; `area` is what the sentence itself names."""

    def __init__(self, reading: Reading, known: Frame, main: Mention | None) -> None:
        self.reading, self.known = reading, known
        self.main, self.level = (main.name, main.kind) if main else ("", "District")
        people = reading.within(0, len(reading.text), "Official", "Person")
        self.report = not (people or self.works()) or bool(known.report.search(reading.text))
        self.begin()

    def works(self) -> bool:
        """A text that names one of its works or firms more often than the others and the area is about that one."""
        named = Counter(m.name for m in self.strangers(0, len(self.reading.text)) if WORKS.intersection(m.kinds))
        ours = len([m for m in self.reading.within(0, len(self.reading.text), self.level) if m.name == self.main])
        ours += sum(1 for _ in WHOLE.finditer(self.reading.text))
        first, second = [*sorted(named.values(), reverse=True), 0, 0][:2]
        return first > max(second, ours, 1)

    def begin(self) -> None:
        self.area: Mention | None = None
        self.foreign = self.told = self.described = False

    def enter(self, start: int, end: int) -> None:
        """该项目总投资…，松影大道全长…: from there on the sentence describes one work, until it says 全区."""
        text, here = self.reading.text, self.reading.within(start, end)
        described = self.described or self.itself(start, end)
        described = described or bool(here) and (self.portrayed(here) or self.opened(start, end, here))
        self.described = described and not WHOLE.match(text, start, end)
        ours = self.told and not self.foreign
        if not ours and (WHOLE.search(text, start, end) or of_kinds(here, ("District",))):
            self.told, self.foreign = True, False

    def itself(self, start: int, end: int) -> bool:
        """该示范区总面积…, 这座公园…, 作为重点项目之一，…: one work or firm is what it goes on about."""
        text = self.reading.text
        told = self.known.itself.match(text, start, end) or ONE_OF.match(text, start, end)
        opened = OPENED.match(text, start, end)
        return bool(told or opened and ITS.match(text, opened.end(), end))

    def opened(self, start: int, end: int, here: Sequence[Mention]) -> bool:
        """2023年，甲公司实现产值3亿元，带动就业900人: what a sentence opens with is what it tells of."""
        text = self.reading.text
        first = next(iter(of_kinds(here, SUBJECTS)), None)
        if first is None or "District" in first.kinds or first.name == self.main or GOES_ON.match(text, first.end):
            return False
        if not DIGIT.search(text, first.end, end):
            return False
        line = line_start(text, start)
        since = max(line, *(text.rfind(sign, line, start) + 1 for sign in "。；"))
        return not begun(LYING.sub("", text[since : first.start]), self.known)

    def portrayed(self, here: Sequence[Mention]) -> bool:
        text, known = self.reading.text, self.known
        works = (m for m in of_kinds(here, WORKS) if "District" not in m.kinds and m.name != self.main)
        return any(known.portrait.match(text, m.end) for m in works)

    def leave(self, start: int, end: int) -> None:
        self.foreign = self.foreign or bool(self.strangers(start, end))

    def strangers(self, start: int, end: int, *more: str) -> list[Mention]:
        """Things and people that a figure behind them may be about, and of `more` kinds in its own clause."""
        found = self.reading.within(start, end, *FOREIGN, *more)
        return [m for m in found if "District" not in m.kinds and m.name != self.main]

    def subject(self, start: int, end: int) -> int:
        """Past the area that the clause begins with, which is then its own; a zone only before a statistic."""
        text, named = self.reading.text, self.reading.within(start, end, "District", "Zone")
        if not named or begun(text[start : named[0].start], self.known):
            return start
        zone = named[0].kind not in ("District", self.level)
        if zone and not self.known.stat.search(ended(text[named[0].end : end], self.known)):
            return start
        self.area, self.told = named[0], True
        town = TOWN.match(text, named[0].end)
        return town.end() if town else named[0].end

    def several(self, start: int, end: int) -> list[Mention]:
        """甲镇、乙镇分别, 两县分别 after both were named: the areas to which the figures of a run belong one by one."""
        text = self.reading.text
        apart = text.find(APART, start, end)
        if apart < 0:
            return []
        here = self.reading.within(start, apart, "District")
        if here or not TWO.match(text, start, apart):
            return here
        before = self.reading.within(line_start(text, start), start, "District")
        return list({m.name: m for m in before}.values())[-2:]

    def alone(self, name: str, place: int) -> bool:
        """Work done that its paragraph lays to nobody else's door is the area's own."""
        line = line_start(self.reading.text, place)
        return not self.strangers(line, max(line, place - len(name)))

    def owns(self, name: str, place: int, deed: bool) -> bool:
        """Only what is plainly the area's: a report's, or one whose sentence or whose statistic says so."""
        known = self.known
        stat = bool(known.stat.search(name))
        plain = self.report or not self.foreign and (self.told or stat or deed and self.alone(name, place))
        extent = known.extent.search(self.reading.text, max(0, place - EXTENT), place)
        wide = extent or known.broad.search(name)
        single = known.own.search(name) and not wide or known.maybe.fullmatch(name) and not (self.told and not self.foreign)
        happened = not self.report and HAPPENED.search(name)
        its = ITS.search(name) or known.never.search(name)
        return not (self.described or single or happened or its) and plain
