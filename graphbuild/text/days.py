"""The parts of one written date in, the day out that it means at the latest; a day that no calendar has gives none."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from graphbuild.model import DAYS, PartialDate
from graphbuild.text.numerals import number

Holidays: TypeAlias = Mapping[tuple[str, int | None], tuple[int, int]]
Given: TypeAlias = Mapping[str, str]

RELATIVE = {"今年": 0, "本年": 0, "本年度": 0, "今": 0, "当年": 0, "同年": 0, "明年": 1, "次年": 1, "翌年": 1, "后年": 2,
            "去年": -1, "上年": -1, "前年": -2}
SHARES = {"上半年": 6, "年中": 6}
SEASONS = {"春": 5, "夏": 8, "秋": 11, "冬": 12}
ORDINALS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
FIRST_PLAN, PLAN = 1955, 5
LEAP = 2000
BESIDE, NEAR = {"上": -1, "下": 1}, {"前": -2, "昨": -1, "今": 0, "明": 1}
ENDS = {"底": None, "末": None, "下旬": None, "中旬": 20, "上旬": 10, "初": 10}


def which_year(given: Given, now: int | None, bare: int | None) -> int | None:
    if "year" in given:
        value = number(given["year"])
        return int(value) if value else None
    if "relative" in given:
        return now + RELATIVE[given["relative"]] if now else None
    return bare


def exact(year: int | None, month: int, day: int | None) -> PartialDate | None:
    return PartialDate(year, month, day) if 1 <= month <= 12 and (day is None or 1 <= day <= DAYS[month - 1]) else None


def last(year: int | None, month: int) -> PartialDate:
    """The last day of a month; February without a year has 28."""
    leap = year is not None and (year % 4 == 0 and year % 100 != 0 or year % 400 == 0)
    return PartialDate(year, month, 28 if month == 2 and not leap else DAYS[month - 1])


def of_month(given: Given, year: int | None, said: PartialDate, holidays: Holidays) -> PartialDate | None:
    month = number(given["month"])
    if month is None or not 1 <= month <= 12:
        return None
    if "day" in given:
        day = number(given["day"])
        return exact(year, int(month), int(day)) if day is not None else None
    if "part" in given:
        day_of = ENDS[given["part"]]
        return PartialDate(year, int(month), day_of) if day_of else last(year, int(month))
    return PartialDate(year, int(month))


def of_share(given: Given, year: int | None, said: PartialDate, holidays: Holidays) -> PartialDate | None:
    return last(year, SHARES.get(given.get("share", ""), 12))


def of_quarter(given: Given, year: int | None, said: PartialDate, holidays: Holidays) -> PartialDate | None:
    return last(year, ORDINALS[given["quarter"]] if "quarter" in given else 9)


def of_season(given: Given, year: int | None, said: PartialDate, holidays: Holidays) -> PartialDate | None:
    return last(year, SEASONS[given["season"][0]])


def of_plan(given: Given, year: int | None, said: PartialDate, holidays: Holidays) -> PartialDate | None:
    """“十四五”末: a plan is of five years, the tenth of which ended in 2005."""
    which = number(given["plan"])
    return PartialDate(FIRST_PLAN + PLAN * int(which), 12, 31) if which else None


def of_winter(given: Given, year: int | None, said: PartialDate, holidays: Holidays) -> PartialDate | None:
    """今冬明春 ends with the spring of the next year."""
    return last(said.year + 1 if said.year else None, 5)


def of_holiday(given: Given, year: int | None, said: PartialDate, holidays: Holidays) -> PartialDate | None:
    """Before a holiday is the day before it at the latest; a lunar one needs its year."""
    when = holidays.get((given["holiday"], None)) or holidays.get((given["holiday"], year))
    if when is None:
        return None
    month, day = when
    if "before" not in given or day > 1:
        return PartialDate(year, month, day - 1 if "before" in given else day)
    if month > 1:
        return last(year, month - 1)
    told = given.keys() & {"year", "relative"}  # 元旦前 alone is the coming one
    return PartialDate(year - 1 if year and told else year, 12, 31)


def of_day(given: Given, year: int | None, said: PartialDate, holidays: Holidays) -> PartialDate | None:
    return exact(said.year, said.month, int(given["only"])) if said.month else None


def of_here(given: Given, year: int | None, said: PartialDate, holidays: Holidays) -> PartialDate | None:
    """月底, 本月, 本月16日: of the month in which it was said; 上月 and 下月 of those beside it."""
    if said.month is None:
        return None
    months = (said.year or 0) * 12 + said.month - 1 + BESIDE.get(given["here"][0], 0)
    year_of, month = (months // 12 if said.year else None), months % 12 + 1
    day = int(given["on"]) if "on" in given else None
    return last(year_of, month) if "底" in given["here"] else exact(year_of, month, day)


def of_near(given: Given, year: int | None, said: PartialDate, holidays: Holidays) -> PartialDate | None:
    """昨天, 今日: counted from the day on which it was said."""
    if not said.month or not said.day:
        return None
    first = date(said.year or LEAP, said.month, 1)
    day = first + timedelta(said.day - 1 + NEAR[given["near"][0]])
    return PartialDate(said.year and day.year, day.month, day.day)


Form: TypeAlias = Callable[[Given, int | None, PartialDate, Holidays], PartialDate | None]
FORMS: dict[str, Form] = {
    "month": of_month, "share": of_share, "tail": of_share, "quarters": of_quarter, "quarter": of_quarter,
    "winter": of_winter, "plan": of_plan, "season": of_season, "holiday": of_holiday, "only": of_day, "here": of_here,
    "near": of_near,
}
