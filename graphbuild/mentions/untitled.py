"""A tight text and its titles in, the persons out that it names without any: 甲、乙分别参加; 甲一行来到; 甲指出."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.enlisted import OTHERS
from graphbuild.mentions.introductions import RAREST, Introduction, in_title, of_family
from graphbuild.mentions.names import Model, model
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import Title

OPENS, ITEM = r"(?:^|[。；，：\n])", "[一-鿿]{2,4}?"
LISTED = re.compile(rf"{OPENS}(?P<names>{ITEM}(?:、{ITEM}){{1,20}}?)(?:等(?:同志|人)?|同志)?(?:分别|一同|一起|先后|共同|也)?$")
ALONE = re.compile(rf"{OPENS}(?P<names>[一-鿿]{{2,3}})(?:同志)?$")
JOINS = re.compile("参加(?!工作|过)|陪同|出席|列席")
GOES = re.compile("一行(?=先后|首先|实地|深入|来到|走进|前往|还|[到赴])")
SAYS = re.compile("(?:指出|强调|要求|表示)(?=[，：])")
REACH = 110
TWICE = 2


def untitled(tight: Tight, found: Sequence[Title], knowledge: Knowledge) -> Iterator[Introduction]:
    """Each of a list must read as a name; they are of the sort of those whose titles the text tells."""
    office = next((title for title in found if title.row["class"] not in OTHERS), None)
    if office is None:
        return
    known, text = model(knowledge), tight.text
    said = [one["names"] for one in before(text, SAYS, ALONE)]
    for cue, named in ((JOINS, LISTED), (GOES, ALONE), (SAYS, ALONE)):
        for one in before(text, cue, named):
            places = list(items(text, *one.span("names")))
            once = cue is SAYS and said.count(one["names"]) < TWICE
            if not once and all(like(text, *place, known) and not in_title(found, *place) for place in places):
                yield from (Introduction(start, end, text[start:end], office, "named without a title") for start, end in places)


def before(text: str, cue: re.Pattern[str], named: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What stands right before a cue, as far as its clause reaches."""
    for found in cue.finditer(text):
        if one := named.search(text, max(0, found.start() - REACH), found.start()):
            yield one


def items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for item in re.finditer(r"[^、]+", text[start:end]):
        yield start + item.start(), start + item.end()


def like(text: str, start: int, end: int, known: Model) -> bool:
    return of_family(text[start:end], RAREST, known) and known.person(text, start, end)
