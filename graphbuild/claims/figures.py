"""A clause in, its figures with units out: 252.8亿元, 4万户, 8.1%, each where it stands; 近 and 余 are let go."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.text.either import either
from graphbuild.text.numerals import HAN, ROUGH, Amount, amounts

AFTER = re.compile(r"(?:以上|左右|以内|以下|之多|大关|关口)?")
WEIGHTS = ("斤", "公斤", "千克")  # an area harvests 万斤
PEOPLE = re.compile(r"人口(?:达到|超过|[达为有约近逾超共])*$")
MONEY = re.compile(r"(?:产值|增加值|收入|投资|工资|税收|[售口]额|余额)(?:达到|实现|完成|[达为约近逾超共])*$")
ALONE = re.compile(r"[，。；、）！\n]|左右|$")
BETWEEN = re.compile(f"[和、与及]?(?:{either(ROUGH)})?")
SMALL = 3
AGAINST = re.compile(  # 完成年计划710亿元的89.4%, 目标完成率为27%, 高出全市平均7个百分点: no figure of its own
    r"(?:完成|占)[一-鿿]{0,6}(?:计划|目标|任务|预算)数?的?\d[\d.]*[万亿]?元的\d[\d.]*%|(?:目标|任务|计划)完成率[为达]{0,2}\d[\d.]*%"
    r"|(?:高出|高于|低于)[一-鿿]{0,12}\d[\d.]*个百分点"
)
APART, NEAR = "分别", 24
OTHERS = r"(?:[和与、]\d[\d.]{0,9}){1,4}(?P<scale>[万亿]{0,2})"


@dataclass(frozen=True, slots=True)
class Figure:
    """text[start:end] is the figure with its unit and what rounds it."""

    start: int
    end: int
    value: str
    unit: str

    @property
    def share(self) -> bool:
        return self.unit in ("%", "个百分点")


@cache
def units(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(either(knowledge.words("measure-units", "unit")))


@cache
def hint(knowledge: Knowledge) -> re.Pattern[str]:
    """Whether a clause can hold a figure at all: most say 一个 or 统一 and no more."""
    first = "".join(sorted({word[0] for word in knowledge.words("measure-units", "unit")} | set("多余来万亿点")))
    return re.compile(rf"\d|[三四五六七八九十百千万亿零〇○](?=[{re.escape(first)}])|[{HAN}点][一二两](?=[{re.escape(first)}])")


def figures(text: str, start: int, end: int, unit: re.Pattern[str]) -> Iterator[Figure]:
    """Every amount with a unit; 一个 and 两名 are no figures, nor is 三个 before a noun."""
    for amount in amounts(text, start, end):
        found = unit.match(text, amount.end, end)
        if not found and (lent := shared(text, amount, end, unit)):
            yield Figure(amount.start, amount.end, written(amount.value), lent)
        elif not found and amount.scale and ALONE.match(text, amount.end) and bare(text, start, amount.start):
            yield Figure(amount.start, amount.end, written(amount.value), amount.scale)  # 总人口26.2万, 总产值38.6亿
        elif found and not vague(text, amount, found.end(), end) and (amount.scale or found.group() not in WEIGHTS):
            after = AFTER.match(text, found.end(), end)
            first = amount.start - 1 if amount.rough and text[amount.start - 1 : amount.start] in "约近逾超" else amount.start
            first -= text[first - 1 : first + 1] in ("接近", "逼近")
            yield Figure(first, after.end() if after else found.end(), written(amount.value), amount.scale + found.group())


def bare(text: str, start: int, end: int) -> bool:
    """What is counted in people or money needs no unit."""
    return bool(PEOPLE.search(text, start, end) or MONEY.search(text, start, end))


def shared(text: str, amount: Amount, end: int, unit: re.Pattern[str]) -> str:
    """分别回落2.1和1.6个百分点: the last lends its unit to each."""
    if APART not in text[max(0, amount.start - NEAR) : amount.start] or text[amount.end : amount.end + 1] not in "和与、":
        return ""
    others = lending(unit).match(text, amount.end, end)
    return others["scale"] + others["unit"] if others else ""


@cache
def lending(unit: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"{OTHERS}(?P<unit>{unit.pattern})")


def vague(text: str, amount: Amount, after: int, end: int) -> bool:
    if text[amount.start] not in HAN or amount.end - amount.start > 1:
        return text[amount.start - 1 : amount.start] in ("第", ".", "-", "—") and amount.start > 0
    return amount.value < SMALL or after < end and text[after] not in "，。；、）！”"


def written(value: Decimal) -> str:
    return format(value.normalize() + 0, "f")


def compared(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where figures stand that only compare the one before them with a plan or with others."""
    return [found.span() for found in AGAINST.finditer(text, start, end)]


def runs(text: str, found: list[Figure]) -> list[list[Figure]]:
    """Figures that stand together: 5.6%和7.3%, 52批266人次."""
    groups: list[list[Figure]] = []
    for figure in found:
        if groups and BETWEEN.fullmatch(text, groups[-1][-1].end, figure.start):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups
