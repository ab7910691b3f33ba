"""Mentions in, the same out with classes that other names tell: 甲科创谷、甲科创岸 are both zones, 乙 is 乙株式会社's short name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import full_names, short_names
from graphbuild.mentions.carry import as_name
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.model import Mention

LEVELS = frozenset("省市区县旗盟州镇乡村")
JOINTS, LEAST, SHORT = "、和与及", 4, 2
SITES = frozenset(("Zone", "Facility", "Park", "Project", "Organization"))


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


def firms(mentions: Sequence[Mention], knowledge: Knowledge) -> list[Mention]:
    """A name without a last word of its own with which a firm's name begins, up to what firms end in, is that firm."""
    mentions = in_full(list(of_towns(mentions)), knowledge)
    stems = {stem for mention in mentions if mention.kind == "Company" for stem in shortened(mention.name, knowledge)}
    return [replace(m, kinds=("Company",)) if m.name in stems and open_to(m, knowledge) else m for m in mentions]


def in_full(mentions: Sequence[Mention], knowledge: Knowledge) -> list[Mention]:
    """甲集团 is 四川甲集团 where the text names it so, and no other 甲集团."""
    areas, short = full_names(knowledge), short_names(knowledge)
    full = defaultdict[str, set[str]](set)
    for name in {m.name for m in mentions if m.kind == "Company"}:
        for size in range(SHORT, len(name) - SHORT):
            if name[:size] in areas or name[:size] in short:
                full[name[size:]].add(name)
    wholes = {rest: min(longer) for rest, longer in full.items() if len(longer) == 1}
    return [as_name(m, wholes[m.name]) if m.kind == "Company" and m.name in wholes else m for m in mentions]


def of_towns(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """怀化 and 甲科技有限公司 side by side: a firm has its town in front of its name, by the town's short name."""
    before: Mention | None = None
    for mention in mentions:
        town = before and before.kind == "District" and before.name[-1] not in LEVELS and before.end == mention.start
        if before and town and mention.kind == "Company" and mention.name.endswith(("有限公司", "股份公司", "集团公司")) and mention.literal:
            before = replace(mention, start=before.start, name=before.name + mention.name, names=(*mention.names, mention.name))
            continue
        if before:
            yield before
        before = mention
    if before:
        yield before


def shortened(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    head = last_word(name, knowledge)
    stem = name.removesuffix(head)
    return (stem,) if len(stem) >= SHORT and lexicon(knowledge).get(head, ("", ""))[0] == "Company" else ()


def open_to(mention: Mention, knowledge: Knowledge) -> bool:
    """Guessed to be a site, and nothing in the name says so."""
    return mention.rule.startswith("tagger") and mention.kind in SITES and not last_word(mention.name, knowledge)
