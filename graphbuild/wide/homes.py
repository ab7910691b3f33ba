"""Sources in, every document once under the part that its area makes out: read, grouped by text, by area, by part."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from graphbuild.building.rounds import part_of
from graphbuild.building.site import Site, name
from graphbuild.building.texts import write_texts
from graphbuild.ingest import Source
from graphbuild.model import Issue, View
from graphbuild.reading import Card, Place, read_sources
from graphbuild.resolve.scopes import Scope, most, scope, upper_areas
from graphbuild.wide.exchange import Exchange

EMPTY = View("", ())
Home: TypeAlias = tuple[str, str, str, int, Scope, str]  # source, document, note, article, scope, own area


def quiet(done: int, total: int) -> None:
    """Progress is told by task, not by source."""


def read(site: Site, to: Exchange, task: int, sources: Sequence[Source]) -> list[Issue]:
    """What could not be read; all else is noted, and by text where it is noted."""
    rows: list[tuple[str, Any]] = []
    unread = []
    for n, (note, cards, trouble) in enumerate(read_sources(sources, site.knowledge, 1, site.memory, quiet)):
        rows += [(card.document.sha256, (task, n, k, Place(note, k, bare(card)))) for k, card in enumerate(cards)]
        unread += [trouble] if trouble else []
    to.put(task, rows)
    return unread


def bare(card: Card) -> Card:
    return replace(card, document=replace(card.document, view=EMPTY))


def files(site: Site, came: Exchange, to: Exchange, old: Path, new: Path, bucket: int) -> int:
    """Articles of one text stand together: one that names no area of its own takes its file's. How many there are."""
    rows: list[tuple[str, Any]] = []
    for told in came.get(bucket).values():
        places = list({place.card.document.id: place for *_, place in sorted(told, key=lambda row: row[:3])}.values())
        write_texts(site, places, old, new)
        mostly = most(Counter(place.card.own for place in places if place.card.own))
        rows += [named(place, place.card.own or mostly) for place in places]
    to.put(bucket, rows)
    return len(rows)


def named(place: Place, own: str) -> tuple[str, Any]:
    document = place.card.document
    return own or document.sha256, (own, upper_areas(document, own, place.card.areas), place)


def areas(site: Site, came: Exchange, to: Exchange, bucket: int) -> None:
    """Texts of one area stand together: where only some say what lies above it, the others take it from them."""
    rows: list[tuple[str, Home]] = []
    for told in came.get(bucket).values():
        uppers = {upper for _, upper, _ in told if upper}
        rows += [home(site, own, upper, uppers, place) for own, upper, place in told]
    to.put(bucket, rows)


def home(site: Site, own: str, upper: str, uppers: set[str], place: Place) -> tuple[str, Home]:
    document = place.card.document
    found = scope(document, own, upper, uppers, place.card.areas, site.knowledge)
    return part_of(found.key), (document.source, document.id, place.note, place.article, found, place.card.own)


def parts(site: Site, came: Exchange, bucket: int) -> Iterator[tuple[str, str, list[tuple[str, int, Scope]], list[str]]]:
    """A part's name, the note of its names, where its documents lie, what they call their own area."""
    for part, rows in came.get(bucket).items():
        where = [(note, article, scope) for _, _, note, article, scope, _ in ordered(rows)]
        yield part, name(site.made_by, "names", repr(where)), where, sorted({row[5] for row in rows})


def ordered(rows: Iterable[Home]) -> list[Home]:
    return sorted(rows, key=lambda row: row[:2])
