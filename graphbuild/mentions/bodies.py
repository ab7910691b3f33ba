"""Mentions and their text's own place in, the same with bodies called by their full names out: 区委 is 甲区委."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Mention


def with_place(mentions: Sequence[Mention], place: str) -> list[Mention]:
    """A body that begins with the level of the text's own place gets that place's name; its short form stays an alias."""
    return [full(mention, place) for mention in mentions]


def full(mention: Mention, place: str) -> Mention:
    name = mention.name
    if mention.kind != "Organization" or not place or name[0] != place[-1] or name.startswith(place):
        return mention
    return replace(mention, name=place[:-1] + name, names=tuple(dict.fromkeys((*mention.names, name))))
