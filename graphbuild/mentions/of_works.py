"""Mentions in, the same with the works and what of it has a name of its own out: 甲调水工程乙河桥."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

WORKS, RULE = "工程", "of a works"
STRUCTURES = frozenset(("Road", "WaterBody", "Facility"))
BODIES = frozenset(("Organization", "Company", "Event", "Official", "Person"))
FRONT, REST = 4, 3  # letters that each of the two has at least


def of_works(mentions: Iterable[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """What stands behind the works is meant."""
    for mention in mentions:
        inside = WORKS in mention.name[FRONT - len(WORKS) : -REST] and mention.literal and mention.kind not in BODIES
        yield named(mention, words, knowledge) if inside else mention


def named(mention: Mention, words: Words, knowledge: Knowledge) -> Mention:
    """Behind a word that ends in 工程, from one that is no everyday word on to the last word of a structure."""
    for n in words.within(mention.start, mention.end - REST):
        front = words.ends[n] - mention.start
        name = mention.name[front:]
        head = last_word(name, knowledge)
        kinds = tuple(lexicon(knowledge).get(head, ("", ""))[0].split("+"))
        own = len(name) - len(head) > 1 and role(words[n + 1], edges(knowledge)) == "proper"
        if front >= FRONT and words.texts[n].endswith(WORKS) and own and STRUCTURES & set(kinds):
            return replace(mention, kinds=kinds, name=name, rule=RULE)
    return mention


def works_before(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The works in front of such a name."""
    for mention in mentions:
        end = mention.end - len(mention.name)
        if mention.rule == RULE and end > mention.start:
            yield Mention(mention.start, end, ("Project",), text[mention.start : end], "works before a structure")
