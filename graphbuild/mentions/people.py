"""A document in, its persons, the posts beside them and the bodies inside those posts out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import full_names, short_names
from graphbuild.mentions.bearers import bearers, kind_at
from graphbuild.mentions.billed import billed
from graphbuild.mentions.enlisted import enlisted
from graphbuild.mentions.greeted import greeted
from graphbuild.mentions.introductions import Introduction, introductions
from graphbuild.mentions.names import model
from graphbuild.mentions.portraits import portraits
from graphbuild.mentions.recall import again
from graphbuild.mentions.rosters import rosters
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import Title, titles
from graphbuild.mentions.untitled import untitled
from graphbuild.model import Document, Mention

GIVEN, FREQUENT = 2, -5.395
AREAS, LONGEST_AREA = frozenset("省市区县旗州"), 10
BODY, FAR = re.compile(r"[省市县区州旗][一-鿿]{2,10}(?:[局厅委办处院会社]|中心|学校|大学|公司)$"), 20
OPENS = re.compile(r"(?:^|[，。、；：\n,;:])$")
VISIT, PLACES = "行", "镇乡街路坊"

FIRM = re.compile("公司$|(?<!教育)(?<!医疗)(?<!医院)集团$|银行$")


def people(document: Document, knowledge: Knowledge) -> list[Mention]:
    """Persons as Official or Person, title words as Post, bodies inside titles as Organization; sorted by start."""
    tight = Tight(document.view.text)
    found = list(titles(tight.text, knowledge))
    introduced = [*introductions(tight, found, knowledge), *rosters(tight, found, knowledge), *portraits(tight, found, knowledge)]
    introduced += [*enlisted(tight, found, knowledge), *untitled(tight, found, knowledge), *billed(tight, found, knowledge)]
    introduced += greeted(tight, found, knowledge)
    names = named(introduced, document, knowledge)
    known = [one for one in introduced if one.name in names]
    kinds, whole = bearers(tight.text, found, known, knowledge), given(known, model(knowledge).surnames)
    persons = [
        Mention(*tight.place(start, end), kind_at(kinds[whole.get(name, name)], start), whole.get(name, name), rule)
        for start, end, name, rule in again(tight, found, known, knowledge)
    ]
    return sorted([*persons, *posts(tight, found, knowledge)], key=lambda m: (m.start, -m.end, m.kinds))


def named(introduced: Sequence[Introduction], document: Document, knowledge: Knowledge) -> frozenset[str]:
    """Names of persons that the text tells of: not its writers, not those named in set phrases."""
    of = {kind: {i.name for i in introduced if i.title.row["class"] == kind} for kind in ("writer", "national")}
    told = {i.name for i in introduced if i.title.row["class"] not in ("writer", "national", "comrade", "resident")}
    quiet = (of["writer"] | set(document.writers) | of["national"]) - told | elsewhere(knowledge)
    return frozenset(i.name for i in introduced if not place(i.name, knowledge)) - quiet


def place(name: str, knowledge: Knowledge) -> bool:
    """我代表高阳县人民政府, 人人代表唐山形象, 博士沈阳行; 堎镇 in 新建县长堎镇 is of no family."""
    areas, families = short_names(knowledge), model(knowledge).surnames
    return name in areas or name[-1] == VISIT and name[:-1] in areas or name[-1] in PLACES and name[0] not in families


def given(introduced: Sequence[Introduction], families: Mapping[str, float]) -> Mapping[str, str]:
    """Who is called by the given name alone (甲乙丙 as 乙丙副区长), where no family is known to be called so."""
    called = {one.name for one in introduced if one.rule == "title after" and len(one.name) == GIVEN}
    wholes: dict[str, set[str]] = defaultdict(set)
    for one in introduced:
        if one.name[1:] in called and len(one.name) == GIVEN + 1:
            wholes[one.name[1:]].add(one.name)
    rare = (name for name in wholes if families.get(name[0], FREQUENT) <= FREQUENT)
    return {name: min(wholes[name]) for name in rare if len(wholes[name]) == 1}


@cache
def elsewhere(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(knowledge.words("not_here"))


def posts(tight: Tight, found: Sequence[Title], knowledge: Knowledge) -> Iterator[Mention]:
    """Title words, and the bodies inside them that are bodies by themselves: 区委, 市公安局."""
    for title in found:
        if title.row["class"] not in ("writer", "national", "comrade"):
            yield Mention(*tight.place(title.core, title.end), ("Post",), title.text, "title word", of=title.body)
            if title.office:
                start, end = area_before(tight.text, title.office[0], knowledge), title.office[1]
                yield Mention(*tight.place(start, end), ("Organization",), tight.text[start:end], "body in a title")


        if title.text.startswith("党") and (body := BODY.search(tight.text, max(0, title.start - FAR), title.start)):
            start, end = area_before(tight.text, body.start(), knowledge), body.end()
            if OPENS.search(tight.text[max(0, start - 1) : start]):
                kind = "Company" if FIRM.search(body.group()) else "Organization"
                yield Mention(*tight.place(start, end), (kind,), tight.text[start:end], "body before its party")


def area_before(text: str, start: int, knowledge: Knowledge) -> int:
    """Where the area begins of whose name the body in a title has the last character: 甲县|公安局长."""
    names = full_names(knowledge)
    sizes = range(LONGEST_AREA, 1, -1) if text[start : start + 1] in AREAS else ()
    return next((start - n for n in sizes if start >= n and text[start - n : start + 1] in names), start)
