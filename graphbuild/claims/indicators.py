"""The words before and after a figure in, the name of what it measures out: as the text names it, without the frame."""

import re

from graphbuild.claims.indicator_words import Frame

LONGEST = 28
COMPARED = ("比", "较", "约占", "占", "楼的", "项目的", "企业的")
STOP = re.compile(
    r"[，。；：！？|\s（]|(?<=[一-鿿]{2})(?=在[本今]|与[我全][市县区省])|(?<=项目|企业|工程)中(?=[一-鿿]{3})"
    r"|(?<=项目|企业|工程)(?=加快|陆续|集中|相继|正在|顺利|扎实|稳步|有序)"
)
STEPS = re.compile(r"(?<=项目|企业|工程)(?=新?[竣开完投][工产])")  # 60个重点项目竣工38个
FAR = re.compile(r"[一-鿿]{4,}(?:[赴到往]|分[批期])[^，]*(?:开展|进行)")  # 百名教授分批赴甲市开展活动: none of ours
ITEM = re.compile("[、和及与]|以及")
LINKS = re.compile(f"({ITEM.pattern})")
REACHED = re.compile(r"(?<=[一-鿿]{2})(?:累计|预计|共|可)?实现(?=[一-鿿]{2})")  # 一产实现增加值
TALLY = re.compile("[人批件起宗][次数]")
VAGUE = re.compile(r"等|了")
BOTH, TRADE = "城乡", "业"
KEPT = re.compile("实施.{2,}(?:项目|工程)")


def begun(text: str, known: Frame) -> str:
    """Without the dates, areas and adverbs in front of it."""
    place = 0
    while place < len(text):
        found = known.day.match(text, place)
        if not found or found.end() == place:
            found = known.lead.match(text, place)
        work = known.work.match(text, place) or known.whole.match(text, place)
        if not found or work and work.end() >= found.end() or found.end() == place:
            break
        place = found.end()
    manner = known.manner.match(text, place)  # 以座谈会等推动解决, 为老人组建: how and for whom it was done
    return text[manner.end() if manner else place :]


def ended(text: str, known: Frame) -> str:
    """Without the verbs and adverbs between the name and its figure."""
    while (short := known.tail.sub("", text.rstrip("，、 ："))) != text:
        text = short
    return text


def name_before(text: str, known: Frame, share: bool = False) -> str:
    """新增规上工业企业, 一般公共预算收入: the words before a figure, a verb that only says 'there are' left out."""
    name = listed(begun(ended(text, known), known), known)
    light = known.light.match(name)
    if light and (KEPT.fullmatch(name) or share and not known.stat.search(name[light.end() :])):
        light = None
    work = known.work.match(name)
    if light and not (work and work.end() >= light.end()) and len(name) - light.end() > 2:
        name = begun(name[light.end() :].lstrip("了"), known)
    reached = REACHED.search(name)
    if reached and known.stat.search(name, reached.end()):
        name = name[: reached.start()] + name[reached.end() :]
    return name if 2 <= len(name) <= LONGEST and sound(name, known) else ""


def sound(name: str, known: Frame) -> bool:
    """No half of a pair of quotes or brackets, no comparison, no mere verb, no range (5-10户)."""
    paired = all(name.count(first) == name.count(last) for first, last in ("“”", "（）", "《》"))
    if name[-1].isdigit() or known.work.fullmatch(name):
        return False
    return paired and not name.startswith(COMPARED) and not known.skip.search(name)


def listed(name: str, known: Frame) -> str:
    """打通A、B等断头路 is 打通断头路, 开展A、B等活动 is 活动; 解决A等问题 stays."""
    before, sign, after = name.rpartition("等")
    if not sign or len(after) < 2:
        return name
    light, work = known.light.match(before), known.work.match(before)
    if light and not (work and work.end() > light.end()):
        return name[light.end() :] if known.work.match(before, light.end()) else after  # 推动解决A等问题
    return work.group() + after if work and "、" in before and len(after) > 2 else name


def name_after(verb: str, text: str, known: Frame) -> str:
    """完成34个污水处理设施, 修缮A等13条道路: the words behind a figure, with the verb before it where it says something."""
    noun = STEPS.split(STOP.split(text, maxsplit=1)[0], maxsplit=1)[0].lstrip("的")
    parts = LINKS.split(noun)
    while len(parts) > 2 and (known.work.match(parts[-1]) or known.light.match(parts[-1]) or not parts[-1]):
        parts = parts[:-2]
    noun = known.strip.sub("", known.until.sub("", "".join(parts))).replace("进行", "")
    name = verb + noun
    plain = noun and not FAR.match(noun) and not VAGUE.search(noun)
    return name if plain and 2 <= len(name) <= LONGEST and sound(name, known) else ""


def verb_before(text: str, known: Frame) -> str | None:
    """The verb in front of a figure that has its noun behind it, '' for one that adds nothing; None for other words."""
    text = begun(text.rstrip("了“ "), known)
    if text.endswith("等"):
        text = text[: -1]
        work, light = known.work.match(text), known.light.match(text)
        return work.group() if work and not (light and light.end() >= work.end()) else ""
    if text in known.whom:
        return ""
    for words, kept in ((known.light, False), (known.work, True)):
        if words.fullmatch(text):
            return text if kept else ""
    return "" if not text else None


def acts(text: str, known: Frame) -> bool:
    """Whether it begins with a verb of something done."""
    name = begun(text, known)
    return bool(known.work.match(name) or known.light.match(name))


def each(name: str, known: Frame) -> list[str]:
    """城镇、农村居民收入: each in full; the last lends what it has behind those that are no statistic. 城乡 are those two."""
    if name.startswith(BOTH):
        return ["城镇" + name[2:], "农村" + name[2:]]
    *others, last = ITEM.split(name)
    if others and TALLY.fullmatch(last) and len(others[-1]) > len(last) + 2:
        last = others[-1][: -len(last)] + last  # 上访批次、人次
    return [*(lent(other, last, known) for other in others), last]


def lent(name: str, last: str, known: Frame) -> str:
    """城镇 of 城镇、农村居民收入 with what it shares, 工业 of 工业、制造业投资; a statistic is one by itself."""
    if name.endswith(TRADE) and last.count(TRADE) == 1 and not (last.endswith(TRADE) or known.stat.search(name)):
        return name + last.partition(TRADE)[2]
    return name if known.stat.search(name) or len(last) <= len(name) + 2 else name + last[len(name) :]
