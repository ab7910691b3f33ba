"""Things, persons and titles in, the things with titles off their names and the persons that are none out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.kinds import by_head
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Word, Words
from graphbuild.model import Mention

FIRM, BODIES = frozenset(("Company",)), frozenset(("Company", "Organization"))
LEAST, BOARDS = 4, ("董事局", "董事会", "监事会")
NAMELESS, PARTY = ("none", "party"), ("党委", "党工委", "党组", "支部", "总支")
AGAIN, NEAR = "name again", 4
FAR = {"list under a title": (8, BODIES), "title before": (1, FIRM)}  # how many words on: 书记甲乙集团董事长丙 names no 甲乙


def not_persons(persons: Iterable[Mention], text: str, words: Words, knowledge: Knowledge) -> frozenset[str]:
    """Names such as 华辰 in 书记甲、华辰建设集团董事长乙: no verb stands between them and a word for a firm."""
    told = ((m, words.at[m.end]) for m in persons if m.rule in FAR and m.end in words.at)
    return frozenset(m.name for m, n in told if goes_on(words[n : n + FAR[m.rule][0]], FAR[m.rule][1], knowledge))


def behind_titles(things: Iterable[Mention], told: Iterable[Mention]) -> Iterator[Mention]:
    """甲集团 in 第一书记甲集团董事长: a title begins no firm's name."""
    ends = {mention.start: mention.end for mention in told if mention.kind == "Post"}
    for mention in things:
        inside = range(mention.start, mention.end if mention.kind == "Company" else 0)
        cut = max((ends[n] for n in inside if n in ends), default=0)
        own = mention.start < cut <= mention.end - LEAST and mention.name == mention.name[: mention.end - mention.start]
        yield replace(mention, start=cut, name=mention.name[cut - mention.start :]) if own else mention


def before_titles(things: Iterable[Mention], told: Iterable[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """甲局党委 before 书记乙 is 甲局: the party in it is said by the title; 甲建设董事局 is 甲建设; 管委会 before 主任 alone names no body."""
    starts, offices = {m.start: m.name for m in told if m.kind == "Post"}, lexicon_of_offices(knowledge)
    for mention in things:
        name = mention.name
        if len(name) > LEAST and name.endswith(BOARDS):
            firm = name[: -len(BOARDS[0])]
            yield replace(mention, end=mention.end - len(BOARDS[0]), name=firm, kinds=("Company",))
        elif mention.kind != "Organization" or len(name) != mention.end - mention.start:
            yield mention
        elif offices.get(name) not in NAMELESS:
            unit = unit_of(mention, starts, offices)
            bodies = BODIES & set(by_head(unit, knowledge)[0].split("+"))
            yield replace(mention, end=mention.start + len(unit), name=unit) if bodies else mention


def unit_of(mention: Mention, titles: Mapping[int, str], offices: Mapping[str, str]) -> str:
    """What is left of the name without the party's office with which it ends and that the title names."""
    name = mention.name
    office = next((name[n:] for n in range(1, len(name) - 1) if name[n:] in offices), "")
    title = titles.get(mention.end) or titles.get(mention.end - len(office), "")
    party = offices.get(office) == "none" and office.endswith(PARTY)
    return name.removesuffix(office) if party and office in title else name


@cache
def lexicon_of_offices(knowledge: Knowledge) -> dict[str, str]:
    return {row["word"]: row["level"] for row in knowledge.rows("offices")}


def in_firm(person: Mention, words: Words, knowledge: Knowledge) -> bool:
    """甲市张三农业有限公司, where the text tells of 张三 too."""
    n = words.at.get(person.end) if person.rule == AGAIN else None
    return n is not None and goes_on(words[n : n + NEAR], FIRM, knowledge)


def goes_on(words: Sequence[Word], bodies: frozenset[str], knowledge: Knowledge) -> bool:
    known, read = edges(knowledge), ""
    for word in words:
        if role(word, known) == "cut":
            return False
        read += word.text
        kind = by_head(read, knowledge)[0]
        if bodies & set(kind.split("+")):
            return True
    return False
