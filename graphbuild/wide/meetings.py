"""Parts with their documents in, what each part must know of the others out: names meet bond by bond, ids are given id by id."""

import marshal
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from graphbuild.building.parts import propose
from graphbuild.building.safe import unpack
from graphbuild.building.sheaf import Sheaf, found, opened
from graphbuild.building.site import Site
from graphbuild.model import Issue
from graphbuild.resolve.blocks import Bundle, Offer, Row
from graphbuild.resolve.meeting import Candidate, Meeting, groups, settle, told_places
from graphbuild.resolve.places import Places
from graphbuild.resolve.views import shelf
from graphbuild.wide.bonds import keyed
from graphbuild.wide.exchange import Exchange
from graphbuild.wide.homes import parts

Brought: TypeAlias = tuple[str, Offer, Mapping[int, Bundle]]
AREAS = "areas"


@dataclass(frozen=True)
class Held:
    """Bundles by part and number."""

    parts: Mapping[str, Mapping[int, Bundle]]

    def bundle(self, part: str, number: int) -> Bundle:
        return self.parts[part][number]


def propose_all(site: Site, came: Exchange, keys: Exchange, bucket: int) -> None:
    """The names of each part, and the keys under which others may know them."""
    rows = []
    for part, note, where, _ in parts(site, came, bucket):
        if opened(site.memory, note) is None:
            propose(site, note, where)
        rows += keyed(part, offer_of(site, note))
    keys.put(bucket, rows)


def offer_of(site: Site, note: str) -> Offer:
    offer: Offer = unpack(sheaf(site, note).piece("offer"))
    return offer


def sheaf(site: Site, note: str) -> Sheaf:
    return found(site.memory, note)


def bring(site: Site, came: Exchange, labels: Exchange, bonds: Exchange, ids: Exchange, bucket: int) -> None:
    """Each touched bundle to where its kin are; what meets no other part to where ids are given."""
    told = labels.get(bucket)
    brought: list[tuple[str, Brought]] = []
    alone: list[tuple[str, Candidate]] = []
    for part, note, _, _ in parts(site, came, bucket):
        offer, touched = offer_of(site, note), dict(told.get(part, ()))
        alone += [(row.entity.id, candidate(part, row)) for row in offer.rows if row.bundle not in touched]
        held = marshal.loads(sheaf(site, note).piece("bundles")) if touched else {}  # noqa: S302 - its hash was checked
        for label, numbers in by_label(touched).items():
            brought.append((label, (part, only(offer, numbers), {n: unpack(held[n]) for n in sorted(numbers)})))
    bonds.put(bucket, brought)
    ids.put(bucket, alone)


def by_label(touched: Mapping[int, str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, label in touched.items():
        found[label].add(number)
    return found


def only(offer: Offer, numbers: set[int]) -> Offer:
    """What it says of these bundles and their areas."""
    keys = [row for row in offer.keys if row[1] in numbers]
    return Offer(keys, [row for row in offer.named if row[1] in numbers], [], offer.places, {})


def candidate(part: str, row: Row) -> Candidate:
    return Candidate(row.entity, row.first, row.group, {part: [row.group]}, False)


def meet_all(site: Site, came: Exchange, ids: Exchange, told: Exchange, bucket: int) -> list[Issue]:
    """Bond by bond what local builds do with all at once."""
    named, said, issues = list[tuple[str, Candidate]](), list[tuple[str, Any]](), list[Issue]()
    for brought in came.get(bucket).values():
        offers = {part: offer for part, offer, _ in sorted(brought, key=lambda row: row[0])}
        held = Held({part: bundles for part, _, bundles in brought})
        met, places = Meeting(), told_places(offers, site.knowledge)
        found, _ = groups(met, offers, held.bundle, places, site.judged)
        named += [(one.entity.id, one) for one in found]
        said += [(part, (met.touched[part], met.contested[part], met.judged[part])) for part in offers]
        issues += met.issues
    ids.put(came.width + bucket, named)
    told.put(bucket, said)
    return issues


def settle_all(site: Site, came: Exchange, to: Exchange, bucket: int) -> None:
    """Ids as the things of one name get them, wherever they are spoken of."""
    told = Meeting()
    candidates = [one for rows in came.get(bucket).values() for one in rows]
    settle(told, candidates, Places((), site.knowledge), site.knowledge)
    means, called = by_id(told.means), by_id(told.called)
    to.put(bucket, [(id, (entity, sorted(told.homes.get(id, ())), means.get(id, {}), called.get(id, {})))
                    for id, entity in told.entities.items()])  # fmt: skip


def by_id(told: Mapping[str, Mapping[Any, str]]) -> dict[str, dict[str, list[Any]]]:
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for part, ids in told.items():
        for key, id in ids.items():
            found[id][part].append(key)
    return {id: dict(rows) for id, rows in found.items()}


def tell_all(site: Site, came: Exchange, to: Exchange, shelves: Exchange, areas: Exchange, bucket: int) -> None:
    """Each thing to the parts that speak of it, to its shelf where these are not one, to all where it is an area."""
    rows, kept, everywhere = list[tuple[str, Any]](), list[tuple[str, Any]](), list[tuple[str, Any]]()
    for id, told in came.get(bucket).items():
        entity, homes, means, called = max(told, key=lambda row: len(row[1]))  # without a home: known from the list of areas
        rows += [(part, (entity, len(homes), means.get(part, []), called.get(part, []))) for part in homes]
        kept += [(shelf(id), entity)] if len(homes) != 1 else []
        everywhere += [(AREAS, (entity, len(homes)))] if "District" in entity.kinds or entity.code else []
    to.put(bucket, rows)
    shelves.put(bucket, kept)
    areas.put(bucket, everywhere)
