"""A tight text and its titles in, the persons out that stand at the head of a line: 甲 县长 in a list; all under a role."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.appointed import like
from graphbuild.mentions.introductions import Introduction
from graphbuild.mentions.names import Model, model
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import Title
from graphbuild.text.vitae import born

PART = re.compile(r"[^\n；。]+")
LEAD = re.compile(r"(?:[-—•●*▪◆]{1,2}|\d{1,2}[.、．])?(?=[一-鿿])")
WORD = re.compile(r"[一-鿿·]{2,13}")
SPACED = re.compile("[一-鿿]{2,3}")
LEVEL = re.compile(r"[^，。；：！？\n（）|]{0,12}")
MOST = 4
SEVERAL = re.compile(r"[一-鿿·]{2,12}(?:、[一-鿿·]{2,12})+等?")
TITLES = re.compile(r"[^，。；：！？\n（）|]{0,25}(?:（[^（）\n]{1,16}）)?[^，。；：！？\n（）|]{0,10}")
END = re.compile(r"(?:（[^（）\n]{1,16}）)?[，、]?$")
BIRTH = re.compile(born())
NONE = frozenset(("writer", "national", "comrade"))


def billed(tight: Tight, found: Sequence[Title], knowledge: Knowledge) -> Iterator[Introduction]:
    """Behind such a name stand titles and nothing else, or a role was said that goes for the lines below it too."""
    known, role = model(knowledge), None
    titles = [title for title in found if title.row["class"] not in NONE]
    starts = [title.start for title in titles]
    for part in PART.finditer(tight.text):
        here = titles[bisect_left(starts, part.start()) : bisect_left(starts, part.end())]
        if label := label_of(tight.text, part.start(), here):
            role = label
            continue
        name = head(tight, *part.span())
        if name is None:
            role = None
            continue
        if title := told(tight, name, part.end(), here, known):
            yield Introduction(*name, tight.text[slice(*name)], title, "head of a line")
        elif role and (names := under(tight, name, part.end(), known)):
            yield from (Introduction(*one, tight.text[slice(*one)], role, "under a role") for one in names)
        else:
            role = None


def label_of(text: str, start: int, here: Sequence[Title]) -> Title | None:
    """组长：, 成员：."""
    first = here[0] if here else None
    if first is None or first.manner["column"] != "yes" or not LEVEL.fullmatch(text, start, first.start):
        return None
    return first if text[first.end : first.end + 1] == "：" else None


def head(tight: Tight, start: int, end: int) -> tuple[int, int] | None:
    """The word at the beginning, up to a space or a sign."""
    text = tight.text
    lead = LEAD.match(text, start, end)
    found = WORD.match(text, lead.end(), end) if lead else None
    if found is None:
        return None
    low, high = found.span()
    high = next((gap for gap in range(low + 2, high) if gap in tight.gaps), high)
    return (low, high - 2) if text.endswith("同志", low + 2, high) else (low, high)


def told(tight: Tight, name: tuple[int, int], end: int, here: Sequence[Title], known: Model) -> Title | None:
    """The first title behind a name that titles alone follow, or what says who was born when."""
    text, posts = tight.text, [title for title in here if title.start >= name[1] and title.row["post"] == "yes"]
    first = posts[0] if posts else None
    short = name[1] - name[0] <= MOST or "·" in text[slice(*name)]
    if first is None or not short:
        return None
    if BIRTH.match(text, name[1]):
        return first
    signed = text[name[1]] in "，："
    apart = signed or name[1] in tight.gaps
    behind = apart and TITLES.fullmatch(text, name[1] + signed, first.start) and END.match(text, here[-1].end, end)
    return first if behind and known.person(text, *name) else None


def several(tight: Tight, start: int, end: int) -> list[tuple[int, int]]:
    """甲、乙、丙, 甲 乙 丙: a line of nothing but two names or more."""
    text = tight.text
    if SEVERAL.fullmatch(text, start, end):
        return [(start + item.start(), start + item.end()) for item in re.finditer("[^、]+", text[start:end])]
    cuts = [start, *(gap for gap in range(start + 1, end) if gap in tight.gaps), end]
    spaced = all(SPACED.fullmatch(text, low, high) for low, high in pairwise(cuts))
    return list(pairwise(cuts)) if spaced and len(cuts) > 2 else []


def under(tight: Tight, name: tuple[int, int], end: int, known: Model) -> list[tuple[int, int]]:
    """Names below a role: one alone, before a bracket or a space, or a list, each about as likely a name as words."""
    text, (start, stop) = tight.text, name
    if names := several(tight, start, end):
        return names if all(like(text[slice(*one)], known) for one in names) else []
    short = stop - start <= MOST or "·" in text[start:stop]
    apart = short and (stop == end or text[stop] in "（，" or stop in tight.gaps)
    family = text[start] in known.surnames and stop - start < MOST and stop in tight.gaps
    return [name] if apart and (family or like(text[start:stop], known)) else []
