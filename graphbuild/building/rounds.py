"""Where documents lie in, all pieces of the output out: names by part, parts meeting, statements by part or shelf."""

import marshal
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphbuild.building.crew import Crew
from graphbuild.building.offers import Offers
from graphbuild.building.parts import Places, collect, conclude, propose
from graphbuild.building.safe import unpack
from graphbuild.building.sheaf import SHIPPED, Sheaf, found, opened
from graphbuild.building.site import Site, name
from graphbuild.knowledge.verdicts import Verdict
from graphbuild.model import Entity, Issue
from graphbuild.reading import Place
from graphbuild.resolve import idle
from graphbuild.resolve.blocks import Bundle
from graphbuild.resolve.meeting import Meeting, meet
from graphbuild.resolve.scopes import scopes
from graphbuild.resolve.views import Outlooks, shelf

UNNAMED = re.compile(r"[0-9a-f]{8}$")  # a text of no known area stands alone; a few such make a part
Progress = Callable[[str, int, int], None]
Made = Callable[[str], None]
FEW = 5  # where more than a fifth is new, nobody can keep up with hearing of it
Work = tuple[Any, ...]  # what a note is made of


@dataclass(frozen=True)
class Stated:
    """All sheaves in order, and what was found only where parts met."""

    sheaves: Sequence[Sheaf]
    verdicts: Sequence[Verdict]
    issues: Sequence[Issue]


def unheard(note: str) -> None:
    """Nobody asks for sheaves one by one."""


def state_all(
    places: Sequence[Place], crew: Crew, progress: Progress, made: Made = unheard, opened: Offers | None = None
) -> Stated:
    """`made` hears of each sheaf that states anything new as soon as it is there, where they are few."""
    site, parts = crew.site, parts_of(places, crew.site)
    notes = {part: name(site.made_by, "names", repr(where)) for part, where in parts.items()}
    works: dict[str, Work] = {notes[part]: (notes[part], where) for part, where in parts.items()}
    proposed = done(crew, propose, works, "resolve", progress, lambda work: len(work[1]))
    opened = opened or Offers(site)
    offers = {part: opened.of(note, proposed[note]) for part, note in notes.items()}
    opened.remember(notes.values())
    meeting = meet(offers, Shown({part: proposed[note] for part, note in notes.items()}).bundle, site.knowledge, site.judged)
    own, views = owned(places), Outlooks(meeting, site.knowledge)
    works = {}
    for part, where in parts.items():
        seen = views.of(part, offers[part], sorted({own[note, number] for note, number, _ in where}))
        note = name(notes[part], "states", seen.packed().hex())
        works[note] = notes[part], note, where, seen
    del offers
    stated = done(crew, conclude, works, "state", progress, lambda work: len(work[2]), made)
    works = shelved(site, list(stated.items()), meeting)
    collected = done(crew, collect, works, "collect", progress, lambda work: sum(size for *_, size in work[1]), made)
    heard = (row for sheaf in stated.values() for row in sheaf.told["heard"])
    return Stated([*stated.values(), *collected.values()], meeting.verdicts, [*meeting.issues, *idle(site.judged, heard)])


def parts_of(places: Iterable[Place], site: Site) -> dict[str, Places]:
    """Whole areas; the order is that of sources and documents."""
    cards = [place.card for place in places]
    found = {card.document.id: card.areas for card in cards}
    homes = scopes([card.document for card in cards], found, site.knowledge, {card.document.id: card.own for card in cards})
    parts: dict[str, list[Any]] = defaultdict(list)
    for place in places:
        scope = homes[place.card.document.id]
        parts[part_of(scope.key)].append((place.note, place.article, scope))
    return {part: parts[part] for part in sorted(parts)}


def part_of(key: str) -> str:
    return f"~{key[-8:-6]}" if UNNAMED.search(key) else key


def owned(places: Iterable[Place]) -> dict[tuple[str, int], str]:
    return {(place.note, place.article): place.card.own for place in places}


@dataclass
class Shown:
    """Opens the bundles of a part when one of them is asked for."""

    sheaves: Mapping[str, Sheaf]
    part: str = ""
    held: Mapping[int, bytes] = field(default_factory=dict)

    def bundle(self, part: str, number: int) -> Bundle:
        if part != self.part:
            self.part, self.held = part, marshal.loads(self.sheaves[part].piece("bundles"))  # noqa: S302 - its hash was checked
        found: Bundle = unpack(self.held[number])
        return found


def shelved(site: Site, stated: Sequence[tuple[str, Sheaf]], meeting: Meeting) -> dict[str, tuple[Any, ...]]:
    """What is shipped by where it goes, and the things of several parts or of none."""
    pieces: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    hashes: dict[str, list[str]] = defaultdict(list)
    for note, sheaf in stated:
        for owner, digest in sheaf.told["shipped"].items():
            pieces[owner].append((note, *sheaf.index[SHIPPED + owner]))
            hashes[owner].append(digest)
    entities: dict[str, list[Entity]] = defaultdict(list)
    for id in sorted(meeting.entities):
        if len(meeting.homes.get(id, ())) != 1:
            entities[shelf(id)].append(meeting.entities[id])
    works = {}
    for owner in sorted({*pieces, *entities}):
        note = name(site.made_by, owner, *hashes[owner], repr(entities[owner]))
        works[note] = note, pieces[owner], entities[owner]
    return works


def done(
    crew: Crew, work: Callable[..., None], works: Mapping[str, Work], stage: str, progress: Progress,
    weight: Callable[[Work], int], made: Made = unheard,
) -> dict[str, Sheaf]:
    """The sheaf of each note: what is remembered and whole is not done again; the heaviest first, lest it be waited for."""
    memory = crew.site.memory
    known = {note: opened(memory, note) if memory.holds(note) else None for note in works}
    wanted = sorted((note for note in works if known[note] is None), key=lambda note: weight(works[note]), reverse=True)
    for n, _ in enumerate(crew.do(work, [works[note] for note in wanted])):
        progress(stage, n, len(wanted))
        if len(wanted) * FEW < len(works):
            made(wanted[n])
    return {note: known[note] or found(memory, note) for note in works}
