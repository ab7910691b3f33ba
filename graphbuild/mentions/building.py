"""Mentions in, the same with the sites that are also works out: what is built, counted in phases or ends as works do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuild.model import Mention

PHASE = re.compile(r"[一二三四五六七八九十\d]期$|首[开启]区$|[东西南北]延线?$")
MADE = re.compile(r"”?(?:建设)?(?:项目|工程|开工|竣工|封顶|建成|完工|投用|主体|改造|扩建|建设|续建|投产)")
MAKING = re.compile(r"(?:建设|新建|续建|开工|启动|实施|推进|改造|建成|完成|打造|扩建|改扩建|在建|施工|提升|兴建)$")
SITES = frozenset(("Zone", "Park", "Facility", "Road", "WaterBody"))
VILLAGE, DONE = re.compile("[村寨庄屯]$"), re.compile("(?:安置区?|拆迁|改造)?建设(?=[，。；、])")  # 启动甲寨建设
SPOT = re.compile(r"在建|(?:施工|建设)?工地|施工现场|建设现场")
OF_ALL = re.compile(r"等[一二三四五六七八九十\d]{1,3}条(?:道路|街道|河道)(?![，。；、的建改新续扩综提整升维大打通工项全绿])")  # 完成甲路等3条道路线缆入地
WORKS = re.compile("(?:工程|项目)$")
BEHIND = re.compile(r"[和及与、](?:(?!等|工程)[一-鿿]){2,12}建设(?=[，。；、])")  # 加快甲中心和乙中心建设
PLANT = re.compile("(?:水|电|污水|污水处理|净水|自来水|垃圾处理)总?厂$")
AHEAD = re.compile(r"(?:加快|抓好|做好|推进|启动)$")
COUNTED, ONE = re.compile(r"[一二三四五六七八九十\d]{1,3}[厂矿]"), "项目"  # 五厂项目 would not stand as a name without its end


def built(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The waters that works on several begin with are none."""
    wide = [(m.start, m.end) for m in mentions if "Project" in m.kinds and "、" in m.name]
    for mention in mentions:
        inside = any(start <= mention.start and mention.end < end for start, end in wide)
        yield mention if inside or "Project" in mention.kinds and not COUNTED.fullmatch(mention.name) else made(mention, text)


def made(mention: Mention, text: str) -> Mention:
    """A site is a works too where a construction is stated beside its name."""
    place = mention.start, mention.end
    if COUNTED.fullmatch(mention.name) and text.startswith(ONE, mention.end):
        return replace(mention, kinds=("Project",), end=mention.end + len(ONE), name=mention.name + ONE)
    village = mention.kind == "District" and VILLAGE.search(mention.name) and DONE.match(text, mention.end)
    site = (SITES & set(mention.kinds) or PLANT.search(mention.name)) and under_way(text, *place)
    new = site or village and MAKING.search(text, max(0, place[0] - 4), place[0])
    return replace(mention, kinds=(*mention.kinds, "Project")) if new else mention


def under_way(text: str, start: int, end: int) -> bool:
    making = MAKING.search(text, max(0, start - 4), start) and not OF_ALL.match(text, end)
    stated = MADE.match(text, end) or making or SPOT.match(text, end)
    listed = BEHIND.match(text, end) and AHEAD.search(text, max(0, start - 2), start)
    return bool(stated or listed or PHASE.search(text, start, end) or WORKS.search(text, start, end))
