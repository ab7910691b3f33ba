"""A text in, Mentions of works that a line of their own names out: 甲家园项目, and under it 该项目由…投资建设."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import by_head
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

HEADING = re.compile(
    r"^[ \u3000]*(?:\d{1,2}[.、．]|[（(]?[一二三四五六七八九十]+[)）、.])?([一-鿿A-Za-z\d（）\-—·“”]{3,24})[ \u3000]*\n\s*"
    r"(?=[该本](?:项目|工程)|项目(?:位于|由|总投资|占地|建设|选址)|建设(?:地点|内容|规模)：|总投资)", re.MULTILINE,
)
TASK = re.compile(
    r"^[ \u3000]*\d{1,3}[.．、][ \u3000]*(?P<name>[一-鿿A-Za-z\d“”]{4,24})。(?=[^\n]*[（(](?:牵头|责任|主办|负责)(?:单位|部门)：)", re.MULTILINE
)
MADE = re.compile(r"(?:建设)?(?:项目|工程)$")
SITES = frozenset(("Road", "Park", "WaterBody", "Facility", "Zone"))


def catalogue(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Not a line of everyday words alone (重点项目)."""
    for found in HEADING.finditer(text):
        yield from a_work(text, *found.span(1), words, knowledge, "heading")


def a_work(text: str, start: int, end: int, words: Words, knowledge: Knowledge, rule: str) -> Iterator[Mention]:
    """What ends in 项目, or in what a site ends in, and is no everyday word alone; a site goes without 项目."""
    name = MADE.sub("", text[start:end])
    kind, _ = by_head(name, knowledge)
    stop = start + len(name) if SITES & set(kind.split("+")) else end
    if specific(start, end, words, knowledge) and (kind or MADE.search(text, start, end)):
        kinds = tuple(dict.fromkeys((*filter(None, kind.split("+")), "Project")))
        yield Mention(start, stop, kinds, text[start:stop], rule)


def tasks(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """16.人才培养项目。…（牵头单位：…）: what a numbered task of a plan is about, where a body answers for it."""
    known = edges(knowledge)
    for found in TASK.finditer(text):
        start, end = found.span("name")
        inside = list(words.within(start, end))
        if len(inside) > 1 and whole(inside, end, words, known):
            kind, _ = by_head(found["name"], knowledge)
            yield Mention(start, end, tuple(kind.split("+")) if kind else ("Project",), found["name"], "task of a plan")


def whole(inside: Sequence[int], end: int, words: Words, known: dict[str, str]) -> bool:
    """Words up to the end, of which the first is no verb and none breaks a name."""
    if not inside or words.ends[inside[-1]] != end or words.tag(inside[0]).startswith("v"):
        return False
    return all(role(words[n], known) not in ("cut", "lead", "measure") for n in inside)


def specific(start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """A word of its own, and no verb that it begins with."""
    known = edges(knowledge)
    inside = list(words.within(start, end))
    if inside and role(words[inside[0]], known) == "cut":
        return False
    own = (n for n in inside if words.texts[n] not in lexicon(knowledge) and not MADE.search(words.texts[n]))
    return any(role(words[n], known) in ("proper", "plain", "soft") for n in own)
