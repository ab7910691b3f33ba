"""A body's name in, the area with which it begins out: 甲县 in 甲县人民政府, nothing in 国家区域医疗中心 or 认真执行市人大决议."""

import re

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import full_names, short_names
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import by_head
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.settled import KINDS, own, towns
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

CHIEF = "委|人民政府|政府|人大|政协|纪委|监委|法院|检察院|公安|人民(?!大会堂)"
BODY = rf"(?:{CHIEF}|\w{{1,12}}(?:局|委|办|中心|部|会|大队|馆)$)"
PARTY = re.compile(r"中共|政协|中国人民政治协商会议(?:第\w+届)?")
FRONT = re.compile(rf"(?![省市区县旗州镇乡]委)\w{{1,7}}?[省市区县旗盟州镇乡](?={BODY})|\w{{1,5}}街道(?={BODY}|党工委|办事处)")
OFFICES = re.compile(rf"{CHIEF}|党工委|办事处")
BOARD = re.compile(rf"{CHIEF}|党工委|管委会|管理委员会|\w{{2,10}}局$")  # a zone that has these is run like an area
LONGEST = 12
STREET = re.compile("(?:[东西南北中]?[一二三四五六七八九十]?(?:路|大道|大街)|[东西南北]街)(?!办)")  # 南京路幼儿园
COMMON = re.compile(r"(?:第?[一二三四五六七八九十\d]{1,3}|中心|实验|附属|外国语|希望|人民){0,3}(?:[小中]学|幼儿园|学校|医院|敬老院|社区\w*|小区\w*)")
SESSION = re.compile(r"[届和与暨次]")  # 九届 of 按照九届市委 and 甲县和 of 甲县和乙县 are part of no name
RARE = "省盟州"  # the list has all that there are
NO_NAME = re.compile(r"[盟州镇乡村街道社][省市区县旗盟州镇乡村街道社]*|[省市区县旗]\w*|[\d一二三四五六七八九十两几各第]+(?:[家个大座次]\w*|城?区)")


def leading(mention: Mention, text: str, words: Words, told: set[str], knowledge: Knowledge) -> Mention | None:
    """The area at the front of a body: named elsewhere in the text, known to the country's list, or told by the body's name."""
    lead = PARTY.match(text, mention.start, mention.end)
    start = lead.end() if lead else mention.start
    name = front(text[start : mention.end], told, short_names(knowledge))
    if name and STREET.match(text, start + len(name)) or homonym(name, text[start : mention.end], told, knowledge):
        return None
    if not name:
        name = unlisted(text, start, mention.end, words, knowledge)
    if not name or name in lexicon(knowledge):
        return None
    return Mention(start, start + len(name), ("District",), name, "area before a body")


def front(name: str, told: set[str], listed: frozenset[str]) -> str:
    """The longest area that text or list know."""
    sizes = range(min(len(name) - 1, LONGEST), 1, -1)
    return next((name[:size] for size in sizes if name[:size] in told or name[:size] in listed), "")


def homonym(name: str, body: str, told: set[str], knowledge: Knowledge) -> bool:
    """朝阳小学, 中山医院: half the country's schools bear the name of some county; it is one where the text speaks of that."""
    unsaid = name not in full_names(knowledge) and not any(area.startswith(name) for area in told)
    return bool(name) and unsaid and COMMON.fullmatch(body, len(name)) is not None


def unlisted(text: str, start: int, end: int, words: Words, knowledge: Knowledge) -> str:
    """An area that only the body's name tells of: its level ends a word, and before it stands a name."""
    found = FRONT.match(text, start, end)
    name = found.group() if found else ""
    if len(name) < 3 or SESSION.search(name) or KINDS.search(name) or NO_NAME.fullmatch(name):
        return ""
    after, kind = start + len(name), by_head(name, knowledge)[0]
    whole = after in words.until or OFFICES.match(text, after, end)
    run = kind in ("District", "") or BOARD.match(text, after, end)
    if name[-1] in RARE or not whole or not run or longer(name, knowledge):
        return ""
    settled = name in towns(knowledge) or named(start, start + len(name) - 1, words, knowledge)
    return name if settled else ""


def longer(name: str, knowledge: Knowledge) -> bool:
    """指江西省, 香港科技大学杭州: an area with something else before it."""
    return any(name[n:] in full_names(knowledge) for n in range(1, len(name) - 1))


def named(start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """A word of its own stands before the level, and none that only counts or says of what sort: 认真执行市, 市3A级社区."""
    inside = [words[n] for n in words.within(start, end)]
    if not inside:
        return words.at.get(start) is None or role(words[words.at[start]], edges(knowledge)) == "proper"
    roles = [role(word, edges(knowledge)) for word in inside]
    sort = roles[-1] not in ("proper", "plain") and len(inside[-1].text) > 1
    return "proper" in roles and not sort and own(start, end, words, knowledge)
