"""Mentions in, the same with two of one list that differ by a letter in one class out: 甲科创谷、甲科创岸 are both zones."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.model import Mention

JOINTS, LEAST = "、和与及", 4


def twins(text: str, mentions: Sequence[Mention], knowledge: Knowledge) -> list[Mention]:
    """The one whose last word tells what it is tells it of the other too, whose last letter tells nothing."""
    told = list(mentions)
    for n, (one, other) in enumerate(pairwise(mentions)):
        near = one.end + 1 == other.start and text[one.end] in JOINTS and alike(one, other)
        if near and known(one, knowledge) != known(other, knowledge):
            sure, open_ = (one, other) if known(one, knowledge) else (other, one)
            told[n + (open_ is other)] = replace(open_, kinds=sure.kinds)
    return told


def alike(one: Mention, other: Mention) -> bool:
    return len(one.name) == len(other.name) >= LEAST and one.name[:-1] == other.name[:-1] and one.kind != other.kind


def known(mention: Mention, knowledge: Knowledge) -> bool:
    return last_word(mention.name, knowledge) in lexicon(knowledge)
