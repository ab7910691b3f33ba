"""Which bundles of names have which keys in, those that must be judged together out: each learns the least name of its kin."""

from typing import Any

from graphbuild.building.site import Site
from graphbuild.resolve.blocks import Offer
from graphbuild.wide.engine import Engine
from graphbuild.wide.exchange import Exchange

JUDGED = "what people have judged"  # their decisions weigh names of all parts against each other


def keyed(part: str, offer: Offer) -> list[tuple[str, Any]]:
    """Where a part's names may meet those of others."""
    shown = [(repr(key), (part, number)) for key, number in offer.keys]
    return shown + [(JUDGED, (part, number)) for _, number in offer.named]


def shared(site: Site, came: Exchange, to: Exchange, bucket: int) -> bool:
    """Keys of several parts; each bundle's label is its own name yet."""
    rows: list[tuple[str, Any]] = []
    for key, bundles in came.get(bucket).items():
        if key == JUDGED or len({part for part, _ in bundles}) > 1:
            rows += [(repr(bundle), (bundle, key, bundle)) for bundle in sorted(set(bundles))]
    to.put(bucket, rows)
    return bool(rows)


def least(site: Site, came: Exchange, to: Exchange, column: int, bucket: int) -> bool:
    """All rows of a group take its least label and go to be grouped by the other column; whether any was another."""
    rows, changed = list[tuple[str, Any]](), False
    for told in came.get(bucket).values():
        label = min(row[2] for row in told)
        changed = changed or any(row[2] != label for row in told)
        rows += [(repr(row[0]) if column == 0 else row[1], (row[0], row[1], label)) for row in told]
    to.put(bucket, rows)
    return changed


def joined(engine: Engine, came: Exchange) -> Exchange:
    """Rows (bundle, key, label) by bundle; as many rounds as the longest chain of kin is long."""
    changed = [True]
    while any(changed[-2:]) or len(changed) % 2 == 0:  # all agree, and it is by bundle again
        to = Exchange(came.folder.with_name(f"bonds{len(changed)}"), came.width)
        things = [(came, to, len(changed) % 2, bucket) for bucket in range(came.width)]
        changed.append(any(list(engine.do(least, things))))
        came = to
    return came


def by_part(site: Site, came: Exchange, to: Exchange, bucket: int) -> None:
    """Each part's touched bundles with the names of their bonds."""
    rows = {(bundle, label) for told in came.get(bucket).values() for bundle, _, label in told}
    to.put(bucket, [(part, (number, repr(label))) for (part, number), label in sorted(rows)])
