"""Mentions in, the same with works that a firm's name opens named in full out: 甲公司乙产品生产项目."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

WORKS = re.compile(r"[^\s，。；：、！？（）“”《》的]{2,24}?(?:项目|生产线)(?=$|[，。；：、！？）”\s]|[开竣完投建启奠封正顺全已总位占等和进]|主体)")
GAP = re.compile(r"[^\s，。；：、！？《》“的]{0,16}")
MADE = re.compile(r"(?:项目|工程|生产线|厂房|车间|体验馆|体验店|仓库|宿舍楼)$")
BUILDS = re.compile(  # 甲公司投资建设280万米管材生产项目: who builds it is no part of its name
    r"(?:计划|拟|将)?(?:投资)?(?:[约近]?[\d.]+[亿万]+元)?(?:投资建设|投资新建|兴建|投建|承建)(?=[^，。；、\n]{5,30}(?:项目|工程|生产线|基地))"
)
BODIES = frozenset(("Company", "Organization"))
SITES, SECTION = frozenset(("Road", "WaterBody", "Park", "Zone", "Facility")), "段"
COUNTED = re.compile(r"^等|等?[\d一二三四五六七八九十百]+[个项条]")  # 甲电器等143项产业项目 names none
BREAKS = frozenset(("cut", "measure"))
AND = "及和与"


def owned(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """The firm is named inside; what stands between must be no verb (甲公司承建乙项目)."""
    done = 0
    for n, mention in enumerate(mentions):
        if mention.start < done:
            continue
        if works := beside(text, mention, mentions[n + 1 :], words, knowledge):
            done = works.end
            yield works
            continue
        yield mention
        works = of_firm(text, mention, mentions[n + 1 :], words, knowledge) if mention.kind == "Company" else None
        if works := works or of_house(text, mention, mentions[n + 1 :], knowledge):
            done = works.end
            yield works


def beside(text: str, site: Mention, behind: Sequence[Mention], words: Words, knowledge: Knowledge) -> Mention | None:
    """甲路周边棚改项目, 甲河乙段雨污分流项目: works beside a site or on a section of it, in the place of that."""
    near = "section" if site.name.endswith(SECTION) else "around"
    found = deeds(knowledge)[near].match(text, site.end) if SITES & set(site.kinds) and site.literal else None
    free = found and not (behind and behind[0].start < found.end()) and site.name == text[site.start : site.end]
    if not found or not free or not joins(site.end, found.end(), words, knowledge):
        return None
    return Mention(site.start, found.end(), ("Project",), text[site.start : found.end()], "works beside a site")


@cache
def deeds(knowledge: Knowledge) -> dict[str, re.Pattern[str]]:
    """周边棚改项目 behind a site, 雨污分流工程 behind a section: what is done there is said."""
    done = either({*knowledge.words("works", role="done"), *knowledge.words("works", role="deed")})
    deed = rf"(?!等)[一-鿿]{{0,6}}?(?:{done})[一-鿿]{{0,3}}?(?:项目|工程)(?![一-鿿]{{0,2}}[部组处办])"
    return {"around": re.compile(f"(?:周边|沿线|两侧|两岸|两厢){deed}"), "section": re.compile(deed)}


def of_firm(text: str, firm: Mention, behind: Sequence[Mention], words: Words, knowledge: Knowledge) -> Mention | None:
    """A works found behind it that reaches back to it, or one that nobody found."""
    after = behind[0] if behind else None
    if builds := BUILDS.match(text, firm.end):
        found = WORKS.match(text, builds.end())
        if not found or after and after.start < found.end():
            return None
        return Mention(found.start(), found.end(), ("Project",), found.group(), "works of a firm")
    near = after and after.name == text[after.start : after.end] and GAP.fullmatch(text, firm.end, after.start)
    if after and near and MADE.search(after.name) and joins(firm.end, after.start, words, knowledge):
        return replace(after, start=firm.start, name=text[firm.start : after.end], rule="works of a firm")
    found = WORKS.match(text, firm.end)
    free = found and not COUNTED.search(found.group()) and (not after or after.start >= found.end())
    if found and free and joins(firm.end, found.end(), words, knowledge) and told(firm.end, found.end(), words, knowledge):
        return Mention(firm.start, found.end(), ("Project",), text[firm.start : found.end()], "works of a firm")
    upgrade = upgraded(knowledge).match(text, firm.end)
    if upgrade and (not after or after.start >= upgrade.end()) and joins(firm.end, upgrade.start("deed"), words, knowledge):
        return Mention(firm.start, upgrade.end(), ("Project",), text[firm.start : upgrade.end()], "works of a firm")
    return None


@cache
def upgraded(knowledge: Knowledge) -> re.Pattern[str]:
    """甲矿技改 in a list, or where a step is told of it: what a firm does to its plant; 甲矿技改 alone may be a sentence."""
    deeds, told = either(knowledge.words("works", role="upgrade")), either(knowledge.words("milestone-cues"))
    return re.compile(rf"[一-鿿A-Za-z]{{0,8}}?(?P<deed>{deeds})(?=、|等\w{{0,6}}(?:项目|工程)|建设|{told})")


def of_house(text: str, body: Mention, behind: Sequence[Mention], knowledge: Knowledge) -> Mention | None:
    """甲公司整体搬迁项目, 甲医院新建门诊楼项目."""
    found = plant(knowledge).match(text, body.end) if BODIES & set(body.kinds) and body.literal else None
    if not found or behind and behind[0].start < found.end() < behind[0].end:
        return None
    return Mention(body.start, found.end(), ("Project",), text[body.start : found.end()], "works of a firm")


def joins(start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """No verb follows the firm, and what follows holds no word that never stands in a name."""
    known = edges(knowledge)
    inside = list(words.within(start, end))
    listed = any(known.get(words.texts[n]) == "cut" and words.texts[n] not in AND for n in inside)
    return not listed and not (inside and role(words[inside[0]], known) in BREAKS)


def told(start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """More is said of it than that it is some works: 甲公司重点项目 is none."""
    known = lexicon(knowledge)
    own = [n for n in words.within(start, end) if words.texts[n] not in known]
    return sum(role(words[n], edges(knowledge)) in ("plain", "proper", "soft") for n in own) > 1


@cache
def plant(knowledge: Knowledge) -> re.Pattern[str]:
    """整体搬迁项目, 新厂房项目, 新建门诊楼项目: what a firm or a hospital does to its own house."""
    done = either({*knowledge.words("works", role="done"), *knowledge.words("works", role="upgrade")})
    houses = either(word for word, (kind, _) in lexicon(knowledge).items() if kind == "Facility" and len(word) > 1)
    named = rf"(?:{done}|新)[一-鿿]{{0,4}}?(?:{houses})"
    return re.compile(rf"(?:(?:整体|异地|易地)(?:{done})|{named})(?:建设)?(?:项目|工程)(?![一-鿿]{{0,2}}[部组处办])")
