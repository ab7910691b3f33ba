"""Titles in, the persons that the text introduces beside them out: after a title, in a list under it, before it."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.appointed import along
from graphbuild.mentions.equals import ahead, departments, equal
from graphbuild.mentions.likely import begins
from graphbuild.mentions.names import Model, model
from graphbuild.mentions.names_after import right_edge, whole
from graphbuild.mentions.names_before import apart, left_edge
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import PROPOSED, Title

PLAIN_DOUBT, BODY_DOUBT, LIST_DOUBT = -1.5, -5.5, -2.0
LEAD = re.compile(
    r"(?:及(?:其)?联系(?:电话|方式)(?=：))?(?:（(?:挂职|兼职?|代|援[一-鿿]|[正副][处县科厅局]级)）)?"
    r"(?:[：|]|（(?=\w)|由(?=[一-鿿]{2,4}(?:同志)?[兼担]?任(?!命)))*"
)
WAS = re.compile("(?:拟|时|现|原|新)任[^，。；：、！？\n]{0,16}$|拟?提名为?[^，。；：、！？\n]{0,16}$")  # 时任甲区区长的乙
BETWEEN = re.compile(r"同志|（[^（）]{1,12}）|等")
AND = re.compile(r"[、和及与]|以及")
BEFORE = re.compile(r"(?:同志)?[（|]")
BRACKETED = re.compile(r"(?:同志)?（[^（）。；，、\n]{2,24}$")  # 甲（乙县丙局局长）
TAKEN = r"(?:[^，。；、！？\n]{0,8}(?:决定|关于))?(?:接受|同意|除)?"
HOLDS = re.compile(
    rf"(?:^|[，。；：、！？）\n“|]){TAKEN}([^，。；：、！？）\n“|]{{2,10}}?)等?(?:同志)?"
    r"(?:现?是|现?(?<![担兼曾历现出接就主])任(?!命)|现任|担任|兼任|当选为?|不再[担兼]任|辞去|卸任|出任|接任|就任)[^，。；：、！？\n]{0,20}$"
)
MOVED = re.compile(  # 甲从乙县县长调任为丙区区委书记
    r"(?:^|[，。；：、！？）\n“|])([^，。；：、！？）\n“|从由自]{2,10}?)(?:同志)?[从由自][^，。；：、！？\n从由自]{2,20}(?:[调转升改提]任|任)为?[^，。；：、！？\n任]{0,20}$"
)
OTHERS = r"(?:[^，。；：！？\n“|为的]{1,80}[、和])?"
NAMED = re.compile(
    rf"(?:任命|选举|推选|补选|增补|聘任|聘请|提名)：?{OTHERS}"
    r"([^，。；：、！？\n“|]{2,10}?)(?:同志)?为[^，。；、！？\n]{0,20}$"
)
MADE = re.compile(r"(?:^|[，。；：、！？）\n“|])([^，。；：、！？）\n“|]{2,10}?)(?:同志)?因?被(?:任命|选举|推选|聘任)为[^，。；：、！？\n]{0,20}$")
HEADING = re.compile(r"(?:^|[，。；：、！？\n“|由])以([一-鿿]{2,4}|[一-鿿]{1,8}·[一-鿿]{1,8})(?:同志)?为$")  # 以甲为组长的督查组
REMOVED = re.compile(rf"(?:免去|罢免|免除)(?!其){OTHERS}([^，。；、！？\n“|]{{2,24}})$")
LISTED = re.compile(
    rf"(?:任命|免去)(?:以下人员)?：(?:[^。]{{0,400}}[；\n])?\n?{OTHERS}"
    r"([^，。；、！？\n“|：]{2,10}?)(?:同志)?[为的][^，。；、！？\n]{0,20}$"
)
SERIES = re.compile(  # 任命甲为局长，乙为副局长; 选举甲为主任、乙为县长; 免去甲的…职务，乙的…职务
    rf"(?:任命|聘任|选举|免去|免除|罢免)[^。！？\n]{{2,300}}[；，、]{OTHERS}"
    r"([^，。；、！？\n“|：的]{2,4}?|[一-鿿]{1,8}·[一-鿿]{1,8}?)(?:同志)?[为的][^，。；、！？\n的为]{0,20}$"
)
AREA_ENDS, BODY_ENDS, NEAR, WIDE = "省市区县旗州镇乡村", "委办局厅处署", 2, 6
ALSO = ("及", "暨")
ALONG = ("和", "与", "及")  # 甲总裁和乙某某总经理
DOT, SHORTEST = "·", 2  # 买买提·卡迪尔
NAME, DONE = "nr", "vd"  # parts of speech: what is done, and how
ANYBODY, RARE = ("resident", "staff"), -6.5
MANY_ARE, RAREST = ("calling", "society", "member", "leader", "rank", "congress", "company", "role"), -7.5
REACH, LONG = 40, 120
FROM = re.compile("[从由自][^，。；：、！？\n]{2,16}$")
TAKES_UP = re.compile("任[^任兼，。；：、！？\n]{0,6}?[省市区县旗州镇乡街](?:委|政府|人大|政协|道|副?[长党]|[一-鿿]{0,4}?[局办厅])")  # 从甲区区长任乙县委书记
OFFICE = re.compile("[省市区县镇乡][一-鿿]{1,10}?(?:局|委|办|集团|公司|中心|医院|学校|大队|支队)")  # 、区城投集团总经理
FIRST = "title before"  # whoever stands in a list behind it is one by that
MANY, LIST = 60, 400


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name with the title that introduces it; offsets count in the tight text."""

    start: int
    end: int
    name: str
    title: Title
    rule: str


def introductions(tight: Tight, found: Sequence[Title], knowledge: Knowledge) -> Iterator[Introduction]:
    """In the order of the titles."""
    known = model(knowledge)
    for title in found:
        after = list(names_after(tight, title, found, known, knowledge))
        yield from after
        if not after:
            yield from names_before(tight, title, known)


def names_after(
    tight: Tight, title: Title, found: Sequence[Title], known: Model, knowledge: Knowledge
) -> Iterator[Introduction]:
    """区长甲; 副区长甲、乙和丙（侗族）."""
    if title.row["class"] == "comrade":
        return
    text, rule, doubt, business = tight.text, FIRST, doubt_of(title), departments(knowledge)
    if title.row["class"] == "heading" and text[title.end : title.end + 1] != "：":
        return
    lead = LEAD.match(text, title.end)
    start = lead.end() if lead else title.end
    start += text.startswith("的", start) and bool(WAS.search(text, max(0, title.start - REACH), title.start))
    for n in range(MANY):
        since = title.end - len(title.word) if start == title.end else None
        end = right_edge(text, start, doubt, tight.gaps, known, since)
        end = end and whole(text, start, end, known) or equal(text, start, n, known, knowledge)
        if end is None or in_title(found, start, end) or end not in tight.gaps and known.starts(text, end, "site"):
            return
        sort = title.row["class"] if not title.text.endswith(PROPOSED) else MANY_ARE[0]
        if rule == FIRST and small_word(text, title, start, known):
            return
        if rule != FIRST and (OFFICE.match(text, start) or of_area(text, end, found) or text[start:end] in business):
            return
        if rule == FIRST and not (personal(text[start:end], sort, known) or sort in MANY_ARE and ahead(text, end, known)):
            return
        yield Introduction(start, end, text[start:end], title, rule)
        if between := BETWEEN.match(text, end):
            end = between.end()
        joint = AND.match(text, end)
        if not joint and end not in tight.gaps and not (start in tight.gaps and remarked(tight, end, known)):
            return
        start, rule = joint.end() if joint else end, "list under a title"
        doubt = LIST_DOUBT if joint and joint.group() == "、" else 0.0


def small_word(text: str, title: Title, start: int, known: Model) -> bool:
    """和 of 甲总裁和乙某某总经理, 任 of 从甲区区长任乙县县长 begin no name."""
    if TAKES_UP.match(text, start) and FROM.search(text, max(0, title.start - REACH), title.start):
        return True
    return text[start : start + 1] in ALONG and text[start + 1 : start + 2] in known.surnames


def remarked(tight: Tight, at: int, known: Model) -> bool:
    """A remark in brackets takes the space from between the names of a list: 甲 乙（女）丙 丁."""
    edge = right_edge(tight.text, at, 0.0, tight.gaps, known, None) if tight.text[at - 1] == "）" else None
    return edge is not None and (edge in tight.gaps or tight.text[edge : edge + 1] in ("", "\n", "（"))


def personal(name: str, of: str, known: Model) -> bool:
    """Behind 村民, 干部 or 代表 anything may be said: 村民自建, 干部践行, 代表狮山组团. A name has a known family, and is no other
    word; behind those of whom there are many as well a short one has."""
    if of not in ANYBODY + MANY_ARE:
        return True
    rare = RARE if of in ANYBODY or len(name) == SHORTEST else RAREST
    family = of_family(name, rare, known) or DOT in name or known.transcribed(name) > -math.inf
    tag = known.tags.get(name, NAME)
    return family and (tag == NAME if of in ANYBODY else tag[0] not in DONE)


def of_family(name: str, rare: float, known: Model) -> bool:
    """Of a double family name, or of one less rare than that."""
    double = len(name) > SHORTEST and name[:SHORTEST] in known.surnames
    return double or known.surnames.get(name[0], rare) > rare


def doubt_of(title: Title) -> float:
    """A title with its body is nearly always followed by a name."""
    bare = float(title.manner["doubt"])
    return BODY_DOUBT if bare == PLAIN_DOUBT and title.start < title.end - len(title.word) else bare


def in_title(found: Sequence[Title], start: int, end: int) -> bool:
    """What looks like a name is the beginning of the next title: 区委 in 区委常委."""
    n = bisect_right(found, start, key=lambda title: title.end)
    return n < len(found) and found[n].start < end


def of_area(text: str, end: int, found: Sequence[Title]) -> bool:
    """、甲村村长乙, 及甲镇党委书记乙: what looks like a name is a place's, and its title follows."""
    n = bisect_left(found, end, key=lambda title: title.core)
    if n == len(found) or found[n].core - end > (NEAR if found[n].start != end else WIDE):
        return False
    if found[n].start == end and text[end - 1] in (AREA_ENDS if end < found[n].core else BODY_ENDS):
        return True
    return text[end] in AREA_ENDS and (found[n].core > end or text[end - 1] == text[end])


def names_before(tight: Tight, title: Title, known: Model) -> Iterator[Introduction]:
    """严某某（区委书记）; 郝某某教授; 石某某同志; 阳某某是某队干部; 甲、乙当选为副区长."""
    text = tight.text
    if title.manner["held"] == "no":
        return
    if holder := said_to_hold(text, title.start):
        start, end = holder.span(1)
        name = text[start:end]
        if DOT in name or known.name(name) + begins(name, known) > known.paths(text, start, end)[-1]:
            yield from together(text, (start, end), title, "name holds title", known)
    elif ended := REMOVED.search(text, max(0, title.start - LONG), title.start):
        start = ended.start(1)
        if edge := right_edge(text, start, BODY_DOUBT, tight.gaps, known, None):
            yield from together(text, (start, edge), title, "name leaves title", known)
    elif before := name_right_before(tight, title, known):
        yield before


def together(text: str, last: tuple[int, int], title: Title, rule: str, known: Model) -> Iterator[Introduction]:
    for start, end in (*along(text, last[0], known), last):
        yield Introduction(start, end, text[start:end], title, rule)


def said_to_hold(text: str, at: int) -> re.Match[str] | None:
    """任命甲为局长; 甲任局长; 任命： over lines of 甲为局长."""
    near = max(0, at - REACH)
    found = MADE.search(text, near, at) or NAMED.search(text, max(0, at - LONG), at)
    found = found or MOVED.search(text, near, at) or HOLDS.search(text, near, at)
    return found or HEADING.search(text, near, at) or listed(text, at)


def listed(text: str, at: int) -> re.Match[str] | None:
    """任命： over lines of 甲为区长; 任命甲为区长，乙为副区长."""
    low = max(0, at - LIST)
    found = LISTED.search(text, low, at) if "：" in text[low:at] else None
    return found or SERIES.search(text, max(0, *(text.rfind(sign, low, at) for sign in "。！？\n")), at)


def name_right_before(tight: Tight, title: Title, known: Model) -> Introduction | None:
    text, end = tight.text, title.start
    if text[max(0, end - 1) : end] in ALSO:  # 李四及副局长: who is named ends before it
        return None
    held = BRACKETED.search(text, max(0, end - REACH), end) if text[title.end : title.end + 1] == "）" else None
    if bracket := BEFORE.search(text, max(0, end - 3), end) or held:
        end = bracket.start()
    elif title.manner["right_before"] == "no" or title.start != title.core or not apart(text, end, title.end, known):
        return None
    start = left_edge(text, end, tight.gaps, known)
    return None if start is None else Introduction(start, end, text[start:end], title, "title after")
