"""The lists of areas in, lookups out: full names, short names, former names, the areas above and the towns below."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graphbuild.knowledge.load import Knowledge
from graphbuild.knowledge.tables import Row

UPPER = ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "地区", "省", "市", "盟")
LOWER = ("自治州", "自治县", "自治旗", "林区", "区", "县", "旗")


@dataclass(frozen=True)
class Area:
    """A row of the list of areas."""

    code: str
    name: str
    level: str
    parent: str


@cache
def areas(knowledge: Knowledge) -> Mapping[str, Area]:
    """All areas down to counties, by code; a city without counties stands in the list a second time, as its own county."""
    rows = (row for row in knowledge.rows("areas") if row["code"] != row["parent"])
    return {row["code"]: Area(row["code"], row["name"], row["level"], row["parent"]) for row in rows}


@cache
def by_name(knowledge: Knowledge) -> Mapping[str, tuple[Area, ...]]:
    """Areas by full name, by name without its ending, by what they are called for short and by the name that they bore before."""
    found: dict[str, dict[str, Area]] = defaultdict(dict)
    for area in areas(knowledge).values():
        found[area.name][area.code] = found[shortest(area.name)][area.code] = area
    for row in other_names(knowledge):
        found[row["name"]].setdefault(row["code"], areas(knowledge)[row["code"]])
    return {name: tuple(rows.values()) for name, rows in found.items()}


def codes(name: str, knowledge: Knowledge) -> frozenset[str]:
    """The areas that are or were called exactly so: none where a name is the short one of many."""
    return frozenset(area.code for area in by_name(knowledge).get(name, ()) if called(area, name, knowledge))


def called(area: Area, name: str, knowledge: Knowledge) -> bool:
    return name == area.name or name in former_names(knowledge).get(area.code, ())


@cache
def former_names(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """What the area of a code was called before, or is for short."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in other_names(knowledge):
        found[row["code"]].add(row["name"])
    return {code: frozenset(names) for code, names in found.items()}


def other_names(knowledge: Knowledge) -> tuple[Row, ...]:
    return (*knowledge.rows("renamed_areas"), *knowledge.rows("spoken_areas"))


@cache
def towns(knowledge: Knowledge) -> Mapping[tuple[str, str], str]:
    """The code of a town, township or subdistrict by the code of its county and its name."""
    return {(row["parent"], row["name"]): row["code"] for row in knowledge.rows("streets")}


@cache
def below(knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """The codes of the areas right below each."""
    found: dict[str, list[str]] = defaultdict(list)
    for area in areas(knowledge).values():
        found[area.parent].append(area.code)
    return {code: tuple(codes) for code, codes in found.items()}


def above(area: Area, knowledge: Knowledge) -> list[Area]:
    """The areas that it lies in, nearest first."""
    known, chain = areas(knowledge), []
    while area.parent in known:
        area = known[area.parent]
        chain.append(area)
    return chain


def may_hold(outer: str, inner: str, knowledge: Knowledge) -> bool:
    """Of two listed names, whether one may lie in the other: 甲市乙第二小学 may be a gift of the city of 乙."""
    wholes, parts = (by_name(knowledge).get(name, ()) for name in (outer, inner))
    codes = {area.code for area in wholes}
    return not wholes or not parts or any(codes & {one.code for one in above(part, knowledge)} for part in parts)


@cache
def full_names(knowledge: Knowledge) -> frozenset[str]:
    names = (*knowledge.words("areas", "name"), *knowledge.words("spoken_areas", "name"))
    return frozenset(name for name in names if len(name) > 1)


@cache
def short_names(knowledge: Knowledge) -> frozenset[str]:
    """Names that stand alone in texts: full ones of any level, and provinces and cities without their ending."""
    upper = [row["name"] for row in knowledge.rows("areas") if row["level"] != "county"]
    return full_names(knowledge) | {short for name in upper if len(short := shorten(name)) > 1}


def shorten(name: str) -> str:
    """江苏省 is also said 江苏; 二七区 is 二七 only where its text says so."""
    return without(name, UPPER)


def shortest(name: str) -> str:
    """The same, of whatever level the area is."""
    return without(name, UPPER + LOWER)


def without(name: str, endings: tuple[str, ...]) -> str:
    ending = next((e for e in endings if name.endswith(e) and len(name) - len(e) > 1), "")
    return name[: len(name) - len(ending)]


def shorten_county(name: str) -> str:
    """清河县 is also said 清河."""
    return name[:-1] if len(name) > 2 and name[-1] in "市区县旗" else name
