"""Entities, facts and documents in, a function out that tells who made a claim, and for which area."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from graphbuild.knowledge import Knowledge
from graphbuild.model import Claim, Document, Entity, Fact, Mention
from graphbuild.text.either import either
from graphbuild.text.own import own_place

REACH = 2000  # an address of one speaker runs on over paragraphs, not over pages
BESIDE = r"(?:同志|一行|书记|[区县市省州旗镇乡]长)?[^，。；：！？\n]{0,6}?"


@cache
def speech(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(knowledge.words('speech'))})(?=[，：“])")


@dataclass
class Givers:
    """The person who is speaking where a claim stands, else the document's own area."""

    entities: Sequence[Entity]
    facts: Sequence[Fact]
    found: Mapping[str, Sequence[Mention]]
    knowledge: Knowledge
    places: dict[str, str] = field(default_factory=dict)

    def __call__(self, claim: Claim) -> tuple[str, str]:
        place = self.place(claim.document)
        return self.speaker(claim) or place, place

    def place(self, document: Document) -> str:
        """The entity of the document's own area: of several of one name the one whose upper area its source names."""
        if document.id not in self.places:
            name = own_place(document, self.found.get(document.id, ()))
            named = self.districts.get(name, [])
            options = [e for e in named if not e.inferred] or named
            fitting = [e for e in options if self.above(e, document)] or options
            self.places[document.id] = fitting[0].id if len(fitting) == 1 else ""
        return self.places[document.id]

    def above(self, area: Entity, document: Document) -> bool:
        parent = self.by_id.get(area.parent)
        return parent is not None and (parent.name in document.place or parent.name in document.view.text)

    def speaker(self, claim: Claim) -> str:
        """Whose name stands right before the last word of speech before the claim's end."""
        text, people = claim.document.view.text, self.people.get(claim.document.id, {})
        low = max(0, claim.start - REACH)
        cues = list(speech(self.knowledge).finditer(text, low, claim.end)) if people else []
        if not cues:
            return ""
        names = re.compile(f"({either(people)}){BESIDE}$")
        found = names.search(text, max(low, cues[-1].start() - 24), cues[-1].start())
        return people[found.group(1)] if found else ""

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def districts(self) -> Mapping[str, list[Entity]]:
        return by_names(entity for entity in self.entities if "District" in entity.kinds)

    @cached_property
    def people(self) -> Mapping[str, dict[str, str]]:
        """The officials of each document by each of their names."""
        told: dict[str, dict[str, str]] = defaultdict(dict)
        for fact in self.facts:
            person = self.by_id.get(fact.subject)
            if person and "Official" in person.kinds:
                for claim in fact.claims:
                    told[claim.document.id] |= dict.fromkeys(person.names or (person.name,), person.id)
        return told


def by_names(entities: Iterable[Entity]) -> Mapping[str, list[Entity]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in sorted(entities, key=lambda entity: entity.id):
        for name in dict.fromkeys((entity.name, *entity.names)):
            found[name].append(entity)
    return found
