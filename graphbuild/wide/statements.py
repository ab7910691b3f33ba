"""Parts with what they must know of the others in, files of N-Quads out: by part, by shelf, and what several say alike once."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from graphbuild.building.alike import alike, triple
from graphbuild.building.parts import collect, conclude, rank
from graphbuild.building.safe import unpack
from graphbuild.building.sheaf import SHIPPED, Sheaf, opened
from graphbuild.building.site import Site, name
from graphbuild.graph.chunks import chunk
from graphbuild.graph.quads import write_quads
from graphbuild.model import Issue
from graphbuild.resolve.meeting import Meeting
from graphbuild.resolve.views import Outlooks
from graphbuild.wide.exchange import Exchange
from graphbuild.wide.homes import parts
from graphbuild.wide.meetings import AREAS, offer_of, sheaf

Counts = Counter[str]
FIGURES = {"count": "triples", "claims": "claims", "things": "things"}


def state_all(
    site: Site, came: Exchange, told: Exchange, met: Exchange, areas: Exchange, shipped: Exchange, common: Exchange,
    folder: Path, bucket: int,
) -> Counts:
    """What each part says, written; what others say too, to its shelf."""
    views, sheaves = Outlooks(meeting(told.get(bucket), met.get(bucket), areas), site.knowledge), []
    rows: list[tuple[str, Any]] = []
    for part, names, where, own in parts(site, came, bucket):
        seen = views.of(part, offer_of(site, names), own)
        note = name(names, "states", repr(seen))
        if opened(site.memory, note) is None:
            conclude(site, names, note, where, seen)
        sheaves.append(made := sheaf(site, note))
        rows += [(owner, (part, note, *made.index[SHIPPED + owner], digest)) for owner, digest in made.told["shipped"].items()]
    shipped.put(bucket, rows)
    return written(site, sheaves, common, bucket, folder, f"areas-{bucket:05d}")


def meeting(told: Mapping[str, Sequence[Any]], met: Mapping[str, Sequence[Any]], areas: Exchange) -> Meeting:
    """What a local build knows of all parts, of these alone; areas are known to all, there are only so many."""
    found = Meeting()
    known = list(areas.get(areas.bucket(AREAS)).get(AREAS, ()))
    for part, rows in told.items():
        known += [(entity, homes) for entity, homes, _, _ in rows]
        for entity, _, means, called in rows:
            found.means[part].update(dict.fromkeys(means, entity.id))
            found.called[part].update(dict.fromkeys(called, entity.id))
    for entity, homes in sorted(known, key=lambda row: row[0].id):
        found.entities[entity.id], found.homes[entity.id] = entity, set(map(str, range(homes)))
    for part, rows in met.items():
        for touched, contested, judged in rows:
            found.touched[part] |= touched
            found.contested[part] |= contested
            found.judged[part] |= judged
    return found


def collect_all(site: Site, shipped: Exchange, shelves: Exchange, common: Exchange, folder: Path, bucket: int) -> Counts:
    """What several parts say of the same."""
    pieces, things, sheaves = shipped.get(bucket), shelves.get(bucket), []
    for owner in sorted({*pieces, *things}):
        rows = sorted(pieces.get(owner, ()))
        entities = sorted(things.get(owner, ()), key=lambda entity: entity.id)
        note = name(site.made_by, owner, *(digest for *_, digest in rows), repr(entities))
        if opened(site.memory, note) is None:
            collect(site, note, [(note, start, size) for _, note, start, size, _ in rows], entities)
        sheaves.append(sheaf(site, note))
    return written(site, sheaves, common, bucket, folder, f"shared-{bucket:05d}")


def written(site: Site, sheaves: Sequence[Sheaf], common: Exchange, bucket: int, folder: Path, file: str) -> Counts:
    """One file of quads and one of issues; what several say alike goes where it is written once."""
    said = sorted(map(triple, alike(sheaves)))
    numbered = bucket if file.startswith("areas") else common.width + bucket
    common.put(numbered, [(each[0], each) for each in said])
    write_quads(sheaves, site.base, folder / f"{file}.nq.gz")
    issues: set[Issue] = {issue for one in sheaves for issue in unpack(one.piece("issues"))}
    with (folder / f"{file}.issues.jsonl").open("w", encoding="utf-8") as told:
        told.writelines(json.dumps(issue.row(), ensure_ascii=False) + "\n" for issue in sorted(issues, key=rank))
    return counted(sheaves) + tally(issues)


def tally(issues: Iterable[Issue]) -> Counts:
    return Counter(f"issue {issue.severity} {issue.stage} {issue.rule}" for issue in issues)


def counted(sheaves: Iterable[Sheaf]) -> Counts:
    found: Counts = Counter()
    for one in sheaves:
        found.update({figure: one.told[name] for name, figure in FIGURES.items()})
        found["facts"] += sum(one.told["facts"].values())
    return found


def write_common(site: Site, came: Exchange, folder: Path, bucket: int) -> Counts:
    """Indicators, which all name who measure by them."""
    held = came.get(bucket)
    made = chunk(sorted({triple for rows in held.values() for triple in rows}))
    write_quads([made], site.base, folder / f"common-{bucket:05d}.nq.gz")
    return Counter({"triples": made.count})
