"""A title and the body that it belongs to in, the office out: one chair, whoever sits in it, the same in all texts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.model import Entity

HEAD = re.compile(r"(?:^|[副代])[省市区县旗州盟镇乡]长$")  # heads of areas sit in its government, whatever the text leaves out
GOVERNMENT = re.compile(r"(?:人民)?政府$")
LEVELS = "省市区县旗州盟镇乡"
SHARED = re.compile(r"副|代|第一|名誉|常务|助理")


@dataclass(frozen=True, slots=True)
class Office:
    """`single` where it has one holder at a time."""

    id: str
    name: str
    single: bool


@dataclass
class Offices:
    """Names offices by the entity of their body, so that 区委书记 of two districts are two."""

    entities: Mapping[str, Entity]
    knowledge: Knowledge
    codes: dict[str, str] = field(default_factory=dict)  # of areas by their names; nothing for a name of several

    def __post_init__(self) -> None:
        if self.codes:
            return
        areas = sorted((e for e in self.entities.values() if e.code), key=lambda e: e.id)
        for area in areas:
            for name in (area.name, *area.names):
                self.codes[name] = "" if self.codes.get(name, area.code) != area.code else area.code

    def of(self, title: str, body: str | None) -> Office | None:
        """None where the text does not tell the body."""
        entity = self.entities.get(body or "")
        if entity is None or not title:
            return None
        name = GOVERNMENT.sub("", entity.name) + bare(title) if head(title) else joined(entity.name, title)
        scope = self.scope(entity)
        single = not SHARED.search(title) and title.endswith(alone(self.knowledge))
        return Office("office/" + ".".join(filter(None, (name, scope))), name, single)

    def scope(self, entity: Entity) -> str:
        """The area that a body's id names, by its code where it has one."""
        scope = entity.code or entity.id.partition("/")[2].partition(".")[2]
        if not scope and "District" in entity.kinds:
            return entity.name
        return self.codes.get(scope) or scope


def bare(title: str) -> str:
    """区人民政府区长 is the 区长."""
    core = re.sub(r"^[省市区县旗州盟镇乡]?(?:人民)?政府(?=[副代]?[省市区县旗州盟镇乡]长$)", "", title)
    return core or title


def head(title: str) -> bool:
    return bool(HEAD.search(bare(title)))


def joined(body: str, title: str) -> str:
    """云岭区委 and 区委书记 share 区委; 教育局 and 局长 share nothing."""
    lengths = range(min(len(body), len(title)), 0, -1)
    shared = next((n for n in lengths if body.endswith(title[:n]) and (n > 1 or title[0] in LEVELS)), 0)
    return body + title[shared:]


@cache
def alone(knowledge: Knowledge) -> tuple[str, ...]:
    return knowledge.words("titles", unique="yes")


@cache
def former(knowledge: Knowledge) -> tuple[str, ...]:
    """原, 时任: what stands before the title of one who held it before; the longest first."""
    return tuple(sorted(knowledge.words("tenure", form="title"), key=len, reverse=True))


def without(words: Iterable[str], title: str) -> str:
    word = next((word for word in words if title.startswith(word) and len(title) > len(word)), "")
    return title[len(word) :]
