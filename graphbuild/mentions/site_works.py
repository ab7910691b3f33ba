"""A text's words in, Mentions of works on a park or a water out, where no 工程 ends their name, and of the site inside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.kinds import LONGEST, by_head
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.mentions.works import begin
from graphbuild.model import Mention
from graphbuild.text.either import either
from graphbuild.text.finder import Finder

OPEN, JOINTS = ("Park", "WaterBody"), ("、", "和")


def on_sites(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """甲湖公园综合整治, without a 工程 at its end: the works, where nothing goes on after it; its park or water is named too."""
    for start, end, _ in doing(knowledge).find(text):
        place = where(knowledge).search(text, max(0, start - 2), start)
        site = place.start() if place else start
        n, after = words.until.get(site), words.at.get(end)
        if n is None or after is not None and role(words[after], edges(knowledge)) not in ("cut", "lead"):
            continue
        kind, _ = by_head(text[max(0, site - LONGEST) : site], knowledge)
        first = begin(words, n, edges(knowledge), True)
        begins = words[first].start if first is not None else 0
        if first is not None and kind in OPEN and edges(knowledge).get(text[begins : begins + 2]) != "generic":
            yield Mention(begins, end, ("Project",), text[begins:end], "works on a site")


def named_in(works: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """The park or water inside the name of works on it."""
    for mention in works:
        if mention.kind == "Project" and (found := ending(knowledge).search(mention.name)):
            name = mention.name[: found.start()]
            kind = by_head(name, knowledge)[0]
            if kind in OPEN and name.isalnum() and mention.literal:
                yield Mention(mention.start, mention.start + len(name), (kind,), name, "site of works")


def together(text: str, mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """甲河、乙湖、丙河生态提升工程 is one works on three waters, when it does not only happen to stand behind them."""
    waters = {mention.end: mention.start for mention in mentions if "WaterBody" in mention.kinds}
    for mention in mentions:
        start = mention.start
        while mention.kind == "Project" and text[start - 1 : start] in JOINTS and start - 1 in waters:
            start = waters[start - 1]
        several = start < mention.start and mention.literal
        on_water = several and any(kind == "WaterBody" for _, kind in fronts(mention.name, knowledge))
        yield replace(mention, start=start, name=text[start : mention.end]) if on_water else mention


def fronts(name: str, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """The sites with which a name may begin."""
    for size in range(2, len(name)):
        kind, _ = by_head(name[:size], knowledge)
        if kind in OPEN:
            yield name[:size], kind


@cache
def doing(knowledge: Knowledge) -> Finder:
    return Finder(row["word"] for row in knowledge.rows("heads") if row["strength"] == "works")


@cache
def where(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(f"(?:{either(knowledge.words('works', role='where'))})$")


@cache
def ending(knowledge: Knowledge) -> re.Pattern[str]:
    done = either(row["word"] for row in knowledge.rows("heads") if row["strength"] == "works")
    return re.compile(f"(?:{either(knowledge.words('works', role='where'))})?(?:{done})$")
