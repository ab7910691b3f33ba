"""A text's words in, Mentions of sites whose name is quoted before what they are out: “甲乙”法治教育基地."""

import re
from collections.abc import Iterator

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.bounds import PERIOD
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

SITES = frozenset(("Facility", "Zone", "Park", "WaterBody"))
FIRMS = ("公司", "集团", "大学", "研究院", "公司的", "集团的")
WORKS = re.compile(r"[^“”，。；！？\n]{6,40}(?:项目|工程|生产线)(?=”)")
COUNT = re.compile("“[两二三四五六七八九十\\d]{1,2}大")  # “两大新区” are what they are called together
MARK = re.compile("“")
MOST = 4  # words from the mark to the last word
BREAKS = frozenset(("cut", "lead", "measure"))


def quoted(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Up to the last of a few plain words that is a sure head word of a site."""
    known = edges(knowledge)
    for mark in MARK.finditer(text):
        if text.endswith(FIRMS, 0, mark.start()) and (named := WORKS.match(text, mark.end())):
            yield Mention(*named.span(), ("Project",), named.group(), "quoted works of a firm")
        n = words.at.get(mark.start()) if not PERIOD.match(text, mark.start()) else None
        if n is not None and words.texts[n][-1] == "”" and len(words.texts[n]) > 3 and not COUNT.match(words.texts[n]):
            start, end, kinds = words.starts[n], 0, ""
            for m in range(n + 1, min(n + 1 + MOST, len(words))):
                if words.starts[m] != words.ends[m - 1] or words.texts[m][0] in "“（" or role(words[m], known) in BREAKS:
                    break
                kind, strength = lexicon(knowledge).get(
                    last_word(text[words.ends[n] : words.ends[m]], knowledge), ("", "")
                )
                if strength == "sure" and SITES & set(kind.split("+")):
                    end, kinds = words.ends[m], kind
            if end:
                yield Mention(start, end, tuple(kinds.split("+")), text[start:end], "quoted")
