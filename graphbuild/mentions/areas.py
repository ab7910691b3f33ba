"""The country's administrative areas as lookups: full names, short names, and which area a name can mean."""

from functools import cache

from graphbuild.knowledge import Knowledge

ENDINGS = ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "地区", "省", "市", "盟")


@cache
def full_names(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(name for name in knowledge.words("areas", "name") if len(name) > 1)


@cache
def short_names(knowledge: Knowledge) -> frozenset[str]:
    """Names that stand alone in texts: full ones of any level, and provinces and cities without their ending."""
    upper = [row["name"] for row in knowledge.rows("areas") if row["level"] != "county"]
    return full_names(knowledge) | {short for name in upper if len(short := shorten(name)) > 1}


def shorten(name: str) -> str:
    """江苏省 is also said 江苏; 二七区 is 二七 only where its text says so."""
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) > 1:
            return name[: -len(ending)]
    return name


def shorten_county(name: str) -> str:
    """清河县 is also said 清河."""
    return name[:-1] if len(name) > 2 and name[-1] in "市区县旗" else name
