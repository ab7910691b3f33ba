"""One area's mentions in, its Entities out, with ids that do not depend on reading order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import Area, above, areas
from graphbuild.knowledge.decisions import Decisions
from graphbuild.model import Entity, Mention
from graphbuild.resolve.areas import locate
from graphbuild.resolve.names import TAIL
from graphbuild.resolve.things import PEOPLE, Group, group

SITES = ("Project", "Zone", "Park", "Facility", "Road", "WaterBody")
BESIDES = {
    **dict.fromkeys(SITES[1:], ("Project",)),
    "Facility": ("Organization", "Project"),
    "Organization": ("Facility", "Project"),
}
LOCAL = re.compile(r"(?:镇|乡|街道|社区|村|苏木|嘎查)$")  # 城关镇 is in every province
ALONE = frozenset(("Company", "District"))


@dataclass
class Things:
    """Entities by id, and which one a name means in an area."""

    entities: dict[str, Entity] = field(default_factory=dict)
    means: dict[tuple[str, bool, str], str] = field(default_factory=dict)

    def of(self, place: str, mention: Mention) -> Entity | None:
        id = self.means.get((place, bool(PEOPLE & set(mention.kinds)), mention.name))
        return self.entities.get(id) if id else None


def name_things(
    place: str, mentions: Iterable[Mention], things: Things, knowledge: Knowledge, judged: Decisions
) -> None:
    """Adds the area's entities; companies and areas of the same name in two scopes are one."""
    mentions = list(mentions)
    told = frozenset(m.name for m in mentions if "District" in m.kinds)
    for one in group(mentions, told, judged):
        entity = make(one, place, told, knowledge)
        known = things.entities.get(entity.id)
        things.entities[entity.id] = both(known, entity) if known else entity
        for name in one.names:
            things.means[place, one.person, name] = entity.id
        if entity.code:
            add_parents(things, entity.id, entity.code, knowledge)


def make(one: Group, place: str, told: frozenset[str], knowledge: Knowledge) -> Entity:
    kinds = classes(one)
    name = best(one)
    area = locate(name, told, knowledge) if kinds[0] == "District" else None
    if area:
        return Entity(area_id(area), kinds, name, names(one), area.code)
    alone = kinds[0] in ALONE and not LOCAL.search(name)
    scope = "" if alone else place
    return Entity(f"{kinds[0].lower()}/{'.'.join(filter(None, (name, scope)))}", kinds, name, names(one))


def classes(one: Group) -> tuple[str, ...]:
    """The class most often seen first, and those that its mentions say it is besides."""
    first = "Official" if "Official" in one.kinds else one.kind
    if first == "Project" and len(one.kinds) > 1:
        first = min((k for k in one.kinds if k != "Project"), key=lambda k: (-one.kinds[k], k))
        return first, "Project"
    besides = sorted(kind for kind in one.second if kind != first and kind in BESIDES.get(first, ()))
    return (first, *besides) if "Project" not in one.kinds else tuple(dict.fromkeys((first, *besides, "Project")))


def best(one: Group) -> str:
    """The fullest name; 项目 at its end is left off where the rest is a name that the texts use."""
    return min(one.names, key=lambda name: (-len(TAIL.sub("", name)), len(name), name))


def names(one: Group) -> tuple[str, ...]:
    return tuple(sorted(one.names))


def both(known: Entity, entity: Entity) -> Entity:
    """One thing from two scopes; what a text says of an area replaces what only the list knew."""
    if known.inferred:
        return replace(entity, parent=known.parent)
    name = min(known.name, entity.name, key=lambda name: (-len(name), name))
    return replace(known, name=name, names=tuple(sorted({*known.names, *entity.names})))


def add_parents(things: Things, id: str, code: str, knowledge: Knowledge) -> None:
    """The areas above it: known from the list, stated by no text until one names them."""
    for area in above(areas(knowledge)[code], knowledge):
        parent = area_id(area)
        things.entities.setdefault(parent, Entity(parent, ("District",), area.name, (area.name,), area.code, True))
        things.entities[id] = replace(things.entities[id], parent=parent)
        id = parent


def area_id(area: Area) -> str:
    """The same whether a text says 江苏 or 江苏省."""
    return f"district/{area.name}.{area.code}"
