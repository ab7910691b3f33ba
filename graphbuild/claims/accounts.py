"""A text in, what tells that it looks back though no verb says so: annals, a chronicle, an account of the year, exact figures."""

import re
from dataclasses import dataclass
from functools import cached_property

from graphbuild.text.chronicle import chronicle

ANNALS = re.compile(r"(?:[县市区镇乡村道省]志|年鉴|大事记)(?:稿|续编)?[（\d年—-]{0,6}[^，。；！？|\n]{0,4}$")
YEAR = re.compile(r"\s*(?:19|20)\d\d年(?:度|来)?，")
ALL_YEAR, UNTIL_NOW = re.compile("全年(?!目标|计划|任务)"), re.compile(r"\s*截[至止](?:目前|\d)")
THEN = re.compile("(?:^|(?<=[，。；\\n\\s]))(?:是[年月]|同[年月日]|其?间)(?=[，\\s一-鿿])")
EXACT = re.compile(r"(?<![\d.])(?:[1-9]\d{2,}|\d+\.\d{2,})(?<!00)[亿万千]?(?:[元米盏户棵株套吨人亩栋座个公平]|延长米)")
PLAN = re.compile(r"[^\n，。]{0,60}(?:计划|规划|方案|要点|清单|任务|目标|安排|打算|实事)")
MANY, CLEAR = 3, 4


@dataclass(frozen=True, eq=False)
class Account:
    """A text asked at its sentences."""

    text: str
    plans: int  # how many words of it plan

    def surely(self, start: int, place: int) -> bool:
        """同月, 截至目前 and what stands in a chronicle tell of what was."""
        return bool(UNTIL_NOW.match(self.text, start) or THEN.search(self.text, start, place)) or self.is_chronicle

    def likely(self, start: int, place: int) -> bool:
        """2020年，… and 全年… tell of what was where the text plans nothing; so do figures that nobody plans."""
        year = YEAR.match(self.text, start) or ALL_YEAR.search(self.text, start, place)
        return not self.plans and not PLAN.match(self.text) and bool(year or self.exact)

    @cached_property
    def is_chronicle(self) -> bool:
        return self.plans < CLEAR and chronicle(self.text) >= 0

    @cached_property
    def exact(self) -> bool:
        return sum(1 for _ in EXACT.finditer(self.text)) >= MANY


def annals(line: str) -> bool:
    """河阳县志, 河阳年鉴2009."""
    return bool(ANNALS.search(line))
