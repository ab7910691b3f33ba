"""A text and what the tagger took for a name in, whether its form or its place says that it is none out."""

import re

LEVELS = frozenset("省市县区镇乡旗")
ALL_OF = re.compile("各(?:[省市县区镇乡旗]|街道)?[、和]?$")  # 各县|市人大常委会
AND_OTHERS = re.compile("(?<![高中平初对同上优])等(?![级待奖候温离])")  # 甲、乙等旧村改造项目
NATION = re.compile("[一二三四五六七]中(?:、[一二三四五六七]中){0,6}全会|(?:十[一二三四五六七八九]|二十)(?:大(?!道|街)|届(?:[一二三四五六七]中|历次))")
DIRECTION = re.compile("[东西南北中]{1,2}[片部侧面]|[省市县区镇乡旗街道]{1,2}办事处")
PATTERN = re.compile(r"[一二三四五六七八九十两\d]{1,2}[纵横](?:[一二三四五六七八九十两\d]{1,2}[纵横])?(?=高|铁|路|网|交)|米字[形型]")
ALL_IN_ONE = re.compile(r"集[^，。；：！？\n]{4,60}[于为]一体")
AIM = re.compile("(?:构建|助力|争创|争当|迈向|跻身|成为|建成为|定位为)$")
AIMED = re.compile("(?:中心|枢纽|门户|高地|示范区|样板)$")
PRESS, WRITTEN = tuple("电讯"), re.compile("[（(]?(?:本报|本网|见习|实习)?(?:全媒体)?(?:记者|通讯员)")  # 甲省乙市电（记者丙）
PAPER, SOURCE = re.compile("(?:日报|晚报|晨报|商报|都市报|融媒|客户端)$"), re.compile("来源：? ?$|(?:^|\n) ?$")
PART_OF_AREA = re.compile("[省市县区州盟旗国洲镇乡][东西南北中]{1,3}部$")  # 甲省西北部
NUMBERED = re.compile(r"[一-鿿]{0,2} ?[〔\[（(【][12]\d{3}[〕\]）)】]|令第?\d+号|[\w.\-]{0,30}@")  # 甲政办〔2020〕3号, a mail address
PHASE_ALONE = re.compile("[一-鿿]{0,6}(?:完成|推进|启动|实施|建设|建成|投产|竣工|开工)了?(?:首|[一二三四五六七])期(?:工程|项目)$")
BUSINESS = re.compile("[省市县区旗州][一-鿿]{2,4}(?<![局委办厅院会部府协联])")
WORK = re.compile("部门|系统|事业|(?:局面|工作)(?![委组站部室处专小领])")  # 县水务|部门 names no body
BYLINE = re.compile("(?:客户端|融媒体?|新闻|网)?[ ]?(?:首席|全媒体|见习|实习|特约)?(?:记者|通讯员)[ ]?[一-鿿]{2,4}")
MEDIA = re.compile("[日晚晨商]报|新闻网|电视台|客户端")
TRADES = re.compile("(?:土石方|桩基|基坑|幕墙)工程$")  # of any building
MAKES = re.compile("后?[可能将](?:实现)?[年日]产")  # 建成后|可年产1万吨
ALL_ARE = ("均为", "都是", "皆为", "均是", "均系")
TOLD = ("讯", "网讯")
REPOSTED = re.compile("转(?:载)?自：? ?$")
TITLE = re.compile("(?<!等)国家级?(?:考古遗址|湿地|森林|地质|矿山|海洋|水利)公园")  # what a place may be made, and no place
SECTION = re.compile("（[一-鿿]{2,12}段）")  # 甲线（乙县丙段）
FAR, WIDE = 5, 70


def unnamed(text: str, start: int, end: int, group: str) -> bool:
    """All of a kind, a saying of the nation, a paper or its number, a direction, a bare phase, what a place is to be."""
    if text[start] in LEVELS and ALL_OF.search(text, max(0, start - FAR), start) or NATION.match(text, start):
        return True
    if text[end - 1] in PRESS and WRITTEN.match(text, end):
        return True
    if group != "district" and (NUMBERED.match(text, end) or PART_OF_AREA.search(text, start, end)):
        return True
    if group != "thing":
        return False
    if of_any(text, start, end) or credited(text, start, end):
        return True
    if PHASE_ALONE.match(text, start, end) or BUSINESS.fullmatch(text, start, end) and WORK.match(text, end):
        return True
    if DIRECTION.fullmatch(text, start, end) or PATTERN.match(text, start):
        return True
    if PAPER.search(text, start, end) and (text.startswith(TOLD, end) or SOURCE.search(text[max(0, start - FAR) : start])):
        return True
    aim = AIM.search(text, max(0, start - FAR), start) and AIMED.search(text, start, end)
    return bool(aim) or united(text, start, end)


def of_any(text: str, start: int, end: int) -> bool:
    """A trade of any building, what is made, a title that a place may bear, a section in its bracket."""
    if TRADES.search(text, start, end) or MAKES.match(text, start) or text.endswith(ALL_ARE, 0, start):
        return True
    return bool(TITLE.fullmatch(text, start, end) or start and SECTION.fullmatch(text, start - 1, end + 1))


def credited(text: str, start: int, end: int) -> bool:
    """A paper before its reporter's name, or what a text was taken from."""
    if REPOSTED.search(text, max(0, start - FAR), start):
        return True
    return bool(BYLINE.match(text, end) and MEDIA.search(text, start, end + 3) and text[end - 1] not in "报台")


def united(text: str, start: int, end: int) -> bool:
    """集甲、乙于一体."""
    if "一体" not in text[end : end + WIDE]:
        return False
    low = max(0, start - WIDE)
    return any(found.start() <= start and end <= found.end() for found in ALL_IN_ONE.finditer(text, low, end + WIDE))
