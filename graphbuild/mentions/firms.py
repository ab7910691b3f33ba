"""Persons read from a list and a text's words in, those that are really the front of a firm's or body's name out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Word, Words
from graphbuild.model import Mention

FIRM, BODIES = frozenset(("Company",)), frozenset(("Company", "Organization"))
LEAST = 4
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
        kind = lexicon(knowledge).get(last_word(read, knowledge), ("", ""))[0]
        if bodies & set(kind.split("+")):
            return True
    return False
