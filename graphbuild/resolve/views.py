"""A Meeting in, what one part needs to know of it out: small, so that a part is not done again for what others say."""

import marshal
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from operator import attrgetter

from graphbuild.knowledge import Knowledge
from graphbuild.model import Entity
from graphbuild.resolve.blocks import Offer
from graphbuild.resolve.meeting import Meeting
from graphbuild.resolve.nodes import Key
from graphbuild.resolve.offices import Offices

VALUES = attrgetter(*Entity.__slots__)
PLAIN = 2  # a version of marshal that writes equal values alike
SHELVES = 256  # what several parts speak of is kept by its id on one of these


@dataclass(frozen=True)
class Outlook:
    """What a part sees of the others: ids, the things that others speak of too, the areas that its texts may mean."""

    means: tuple[tuple[Key, str], ...]
    called: tuple[tuple[Key, str], ...]
    touched: tuple[int, ...]
    contested: tuple[tuple[Key, Key], ...]
    judged: tuple[tuple[Key, Key], ...]
    entities: tuple[Entity, ...]
    shared: tuple[str, ...]
    areas: tuple[Entity, ...]
    codes: tuple[tuple[str, str], ...]

    def packed(self) -> bytes:
        """The same for the same."""
        rows = (tuple(map(VALUES, things)) for things in (self.entities, self.areas))
        told = self.means, self.called, self.touched, self.contested, self.judged, self.shared, self.codes
        return marshal.dumps((*told, *rows), PLAIN)


@dataclass
class Outlooks:
    """Made for one part after the other from what is the same for all."""

    meeting: Meeting
    knowledge: Knowledge

    def __post_init__(self) -> None:
        self.codes = Offices(self.meeting.entities, self.knowledge).codes
        self.areas: dict[str, list[str]] = defaultdict(list)
        for id, entity in sorted(self.meeting.entities.items()):
            if "District" in entity.kinds:
                for name in dict.fromkeys((entity.name, *entity.names)):
                    self.areas[name].append(id)

    def of(self, part: str, offer: Offer, own: Iterable[str]) -> Outlook:
        """`own` are the names of the areas that the part's documents call their own."""
        told = self.meeting
        means, called = (tuple(sorted(of.get(part, {}).items())) for of in (told.means, told.called))
        ids = sorted({id for _, id in (*means, *called)})
        shared = tuple(id for id in ids if len(told.homes[id]) > 1)
        return Outlook(
            means, called, tuple(sorted(told.touched.get(part, ()))), pairs(told.contested, part), pairs(told.judged, part),
            tuple(told.entities[id] if len(told.homes[id]) == 1 else slim(told.entities[id]) for id in ids), shared,
            tuple(self.options(own)), tuple(sorted(self.seats(offer, ids))),
        )  # fmt: skip

    def options(self, own: Iterable[str]) -> Iterable[Entity]:
        """The areas of these names with those right above them."""
        ids = {id for name in own for id in self.areas.get(name, ())}
        above = {self.meeting.entities[id].parent for id in ids} - {""}
        return [self.meeting.entities[id] for id in sorted(ids | above)]

    def seats(self, offer: Offer, ids: Iterable[str]) -> Iterable[tuple[str, str]]:
        homes = {*offer.places, *(id.partition("/")[2].partition(".")[2] for id in ids)}
        return [(home, self.codes[home]) for home in homes if home in self.codes]


def pairs(told: Mapping[str, set[tuple[Key, Key]]], part: str) -> tuple[tuple[Key, Key], ...]:
    return tuple(sorted(told.get(part, ())))


def slim(entity: Entity) -> Entity:
    """Without the names that other parts have for it."""
    return Entity(entity.id, entity.kinds, entity.name, (), entity.code, entity.inferred, entity.parent)


def shelf(id: str) -> str:
    return f"={int(sha256(id.encode()).hexdigest(), 16) % SHELVES:02x}"
