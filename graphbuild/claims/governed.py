"""A Reading in, claims that what an area governs lies in it out: 甲街道…，辖乙、丙、丁3个社区; 甲县辖乙镇、丙乡."""

import re
from collections.abc import Iterator

from graphbuild.claims.own_towns import sentence
from graphbuild.claims.reading import Reading
from graphbuild.claims.tense import line_start
from graphbuild.knowledge.areas import may_hold
from graphbuild.model import Claim, Mention

COUNT = r"(?:[\d一二三四五六七八九十两百]+个)?(?:行政村|自然村|社区|居委会|村委会|村|镇|乡|街道|办事处|建制|居民|委员会|区|县|市|苏木|嘎查){1,2}"
GOVERNS = re.compile(rf"(?<!直)(?:下辖|管辖|辖有|辖)(?!区|制|内)有?(?:{COUNT}[、和]?){{0,3}}(?:（|：|，?(?:分别)?[是为即]：?)?(?:{COUNT}（)?")
AND = re.compile(rf"(?:（[^（）\n]{{1,10}}）)?(?:、|和|与|及|以及|；|等?(?:{COUNT})?）?[、和，；](?:{COUNT})?（?)")
CLAUSE, CLOSED, LONGEST = re.compile(r"[，。；！？\n]"), re.compile(r"[）。\n]"), 600
COUNTY, UPPER = re.compile("(?<!社)[县市旗区]$"), re.compile("[省州盟]$|自治区$")
HOLDS_COUNTIES = re.compile("[市省州盟]$|地区$|自治区$")


def governed(reading: Reading) -> Iterator[Claim]:
    """Of the area that opens its sentence, else its paragraph."""
    text = reading.text
    for found in GOVERNS.finditer(text) if "辖" in text else ():
        outer = governor(reading, found.start())
        for inner in listed(reading, found.end()) if outer else ():
            if outer and inner.name != outer.name and lower(outer, inner) and may_hold(outer.name, inner.name, reading.knowledge):
                yield reading.claim("locatedIn", inner, outer, sentence(reading, inner), "governed", 0.85)


def governor(reading: Reading, at: int) -> Mention | None:
    text, line = reading.text, line_start(reading.text, at)
    begin = max(text.rfind("。", line, at), text.rfind("；", line, at)) + 1
    for start in (begin, line) if begin > line else (line,):
        inside = [m for m in reading.within(start, at, "District") if m.kind == "District"]
        if inside and not text[start : inside[0].start].strip(" \u3000"):
            return inside[0]
    return None


def listed(reading: Reading, start: int) -> list[Mention]:
    """The areas of its clause or bracket, though one between them was not recognised, and those that the list goes on with."""
    text = reading.text
    bracket = text.startswith("（", start - 1)
    stop = (CLOSED if bracket else CLAUSE).search(text, start)
    end = stop.start() if stop else len(text)
    group: list[Mention] = []
    for mention in reading.within(start, min(len(text), start + LONGEST), "District"):
        if mention.kind != "District":
            continue
        if mention.end > end and not (group and AND.fullmatch(text, group[-1].end, mention.start)):
            break
        group.append(mention)
    return group


def lower(outer: Mention, inner: Mention) -> bool:
    """A county may lie in a city, a town in a county; what has a county's level lies in no town."""
    same = outer.name[-1] == inner.name[-1] and not (outer.name.endswith("市") and inner.name.endswith("市"))
    high = UPPER.search(inner.name) or COUNTY.search(inner.name) and not HOLDS_COUNTIES.search(outer.name)
    return not same and not high
