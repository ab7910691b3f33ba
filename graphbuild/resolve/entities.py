"""Groups of nodes in, Entities out, with ids that do not depend on reading order."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import Area, above, areas
from graphbuild.knowledge.decisions import Decisions
from graphbuild.model import Entity, Mention
from graphbuild.resolve.classes import classes
from graphbuild.resolve.names import TAIL, WHICH
from graphbuild.resolve.nodes import Node, Nodes
from graphbuild.resolve.people_say import names_given, people
from graphbuild.resolve.places import Places, area_id

Group = Sequence[Node]


@dataclass
class Things:
    """Entities by id, and which one a mention of a document is."""

    nodes: Nodes
    entities: dict[str, Entity] = field(default_factory=dict)
    means: dict[tuple[str, ...], str] = field(default_factory=dict)

    def of(self, document: str, mention: Mention) -> Entity | None:
        node = self.nodes.find(document, mention)
        return self.entities[self.means[node.key]] if node else None


def name_things(nodes: Nodes, groups: Sequence[Group], knowledge: Knowledge, judged: Decisions) -> Things:
    """One entity a group; areas of the list are one under all their names, whatever texts name them."""
    things, places = Things(nodes), Places(nodes.all.values(), knowledge)
    made = [(group, make(group, places, judged)) for group in groups]
    for group, entity in told_apart(made):
        known = things.entities.get(entity.id)
        things.entities[entity.id] = both(known, entity) if known else entity
        things.means.update((node.key, entity.id) for node in group)
    for entity in list(things.entities.values()):
        if parent := places.parent(entity):
            add_parents(things, entity.id, parent, knowledge)
    return things


def make(group: Group, places: Places, judged: Decisions) -> Entity:
    kinds, told = classes(group), frozenset(name for node in group for name in node.names)
    name = best(group)
    right = right_name(group, judged)
    names = tuple(sorted({*told, right or name}))
    if kinds[0] == "District":
        id, code = places.identify(group, name)
        return Entity(id, kinds, right or listed(id, code, told) or name, names, code)
    right = right or name
    return Entity(f"{kinds[0].lower()}/{'.'.join(filter(None, (name, home(group, judged))))}", kinds, right, names)


def home(group: Group, judged: Decisions) -> str:
    """Where people say that what several areas name is one thing, the area whose texts speak of it most."""
    told: Counter[str] = Counter()
    for node in group:
        told[node.home] += len(node.documents) if node.names.keys() & judged.joined else 0
    return min(told, key=lambda each: (-told[each], each))


def listed(id: str, code: str, told: Collection[str]) -> str:
    """What the list calls an area, where a text calls it so: a longer form may be misread (甲建市, 甲地区)."""
    name = id.partition("/")[2].rpartition(".")[0]
    return name if code and name in told else ""


def best(group: Group) -> str:
    """The fullest name that is not a former one; 项目 at its end and 核心 are left off where the rest is a name that texts use."""
    used = {name: count for node in group for name, count in node.names.items()}
    former = {name for node in group for name in node.former}
    left = [name for name in used if name not in former] or list(used)
    return min(left, key=lambda name: (-len(TAIL.sub("", WHICH.sub("", name))), len(name), -used[name], name))


def right_name(group: Group, judged: Decisions) -> str:
    """What people say that it is called."""
    if not judged.names:
        return ""
    found = people(group)
    return min((right for name in found.named for ref, right in names_given(judged).get(name, ()) if found.find(ref)), default="")


def told_apart(made: Iterable[tuple[Group, Entity]]) -> list[tuple[Group, Entity]]:
    """Two groups of one name in one area: the first to be told of keeps the id, the others add their first document."""
    same: dict[str, list[tuple[Group, Entity]]] = defaultdict(list)
    for group, entity in made:
        same[entity.id].append((group, entity))
    return [row for id in sorted(same) for row in numbered(same[id])]


def numbered(rows: list[tuple[Group, Entity]]) -> list[tuple[Group, Entity]]:
    ids = rank_of_one_name([(entity, first(group)) for group, entity in rows])
    return [(group, replace(entity, id=id)) for (group, entity), id in zip(rows, ids, strict=True)]


def rank_of_one_name(rows: Sequence[tuple[Entity, tuple[str, str]]]) -> list[str]:
    """An id for each of the entities that would bear one; areas are one thing."""
    ids = [entity.id for entity, _ in rows]
    if len(rows) > 1 and "District" not in rows[0][0].kinds:
        for _, document, n in sorted((*told, n) for n, (_, told) in enumerate(rows))[1:]:
            ids[n] = f"{ids[n]}.{document[:8]}"
    return ids


def first(group: Group) -> tuple[str, str]:
    """The day of its occasion where it has one, and its least document."""
    return min(node.key[3] for node in group), min(id for node in group for id in node.documents)


def both(known: Entity, entity: Entity) -> Entity:
    """One area from two scopes under its name in the list, else the fullest."""
    called = known.name, entity.name
    name = listed(known.id, known.code, called) or min(called, key=lambda name: (-len(name), name))
    return replace(known, name=name, names=tuple(sorted({*known.names, *entity.names})))


def add_parents(things: Things, id: str, parent: Area, knowledge: Knowledge) -> None:
    """The areas above it: known from the list, stated by no text until one names them."""
    for area in (parent, *above(areas(knowledge)[parent.code], knowledge)):
        up = area_id(area)
        things.entities.setdefault(up, Entity(up, ("District",), area.name, (area.name,), area.code, True))
        things.entities[id] = replace(things.entities[id], parent=up)
        id = up
