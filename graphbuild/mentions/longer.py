"""Mentions in, the same with the word before them that is half of their name: 飞行山片区, which words read as 飞行|山片区."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

FREE = re.compile(r"(?:^|[，。；：、！？\n“在到赴至和与])$")
HALF = re.compile("(?![东西南北中老新大小旧各全本该此某市县区城主])[一-鿿](?:(?P<sure>片区|社区|街道)|[乡镇](?![村镇]))")
DIVERTED, INTO = re.compile("引[一-鿿]{1,2}$"), "入济补"  # 引甲入乙工程
LONG, LEAST, NOUNS = 5, 2, "ntrmqf"


def longer(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """One letter is hardly all of the name of a quarter or town."""
    taken = {mention.end for mention in mentions}
    short = {m.name[:-1]: m.name for m in mentions if len(m.name) > LONG and "Organization" in m.kinds}
    for mention in mentions:
        if mention.name in short and "Organization" in mention.kinds and not last_word(mention.name, knowledge):
            yield replace(mention, name=short[mention.name], names=(mention.name,))  # 甲宣传中, a letter forgotten
            continue
        half = HALF.match(mention.name) if mention.literal and mention.start not in taken else None
        word = other_half(text, mention.start, half, words, knowledge) if half else ""
        if mention.literal and "Project" in mention.kinds and mention.name[0] in INTO and mention.start not in taken:
            water = DIVERTED.search(text, max(0, mention.start - LEAST - 1), mention.start)
            word = water.group() if water else ""
        yield replace(mention, start=mention.start - len(word), name=word + mention.name) if word else mention


def other_half(text: str, start: int, half: re.Match[str], words: Words, knowledge: Knowledge) -> str:
    """The word of two letters, none of our lists, that stands before it wherever the text writes it; a town's twice at least."""
    n = words.until.get(start)
    word = words.texts[n] if n is not None else ""
    if n is None or len(word) != LEAST or word in edges(knowledge) or words.tag(n)[0] in NOUNS or not word.isalnum():
        return ""
    whole = text.count(word + half.group())
    proof = whole >= LEAST or half["sure"]
    return word if proof and whole == text.count(half.group()) and clear(text, start - LEAST, words, knowledge) else ""


def clear(text: str, at: int, words: Words, knowledge: Knowledge) -> bool:
    """A name may begin here: behind a sign, a small word or what is done there."""
    before = words.until.get(at)
    return bool(FREE.search(text, max(0, at - 1), at)) or before is not None and role(words[before], edges(knowledge)) == "cut"
