"""Places of documents in, a part's names and then its statements out; each is done once for what it is made of."""

import marshal
import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from graphbuild import graph, resolve
from graphbuild.building.alike import rows
from graphbuild.building.jsonl import lines
from graphbuild.building.safe import pack
from graphbuild.building.sheaf import SHIPPED, TURTLE, bind
from graphbuild.building.shipping import load, unload
from graphbuild.building.site import Site, name
from graphbuild.graph.chunks import Chunk, vocabularies
from graphbuild.graph.ids import Mint
from graphbuild.graph.joining import classes
from graphbuild.graph.shown import shown
from graphbuild.ingest import undated
from graphbuild.knowledge.verdicts import Verdict
from graphbuild.model import Entity, Fact, Issue
from graphbuild.reading import Said, articles
from graphbuild.resolve.blocks import Block, block, offer
from graphbuild.resolve.parted import state
from graphbuild.resolve.scopes import Scope, unplaced
from graphbuild.resolve.tenure import settled
from graphbuild.resolve.views import Outlook

Places = Sequence[tuple[str, int, Scope]]  # a note, which of its articles, and where that is at home


def block_of(site: Site, places: Places) -> tuple[Block, list[Said]]:
    said = list(opened(site, places))
    scopes = {one.document.id: scope for one, (_, _, scope) in zip(said, places, strict=True)}
    found = {one.document.id: one.found for one in said}
    claims = [claim for one in said for claim in one.claims]
    return block([one.document for one in said], found, claims, scopes, site.knowledge, site.judged), said


def opened(site: Site, places: Places) -> Iterator[Said]:
    for note, group in groupby(places, lambda place: place[0]):
        held = articles(site.memory, note)
        yield from (held[number] for _, number, _ in group)


def propose(site: Site, note: str, places: Places) -> None:
    """Who may be who, within the part; what others must know of it is noted."""
    made, _ = block_of(site, places)
    shown = offer(made, site.judged)
    bundles = {number: pack(bundle) for number, bundle in shown.bundles.items()}
    shown.bundles = {}
    site.memory.put(note, bind({"offer": pack(shown), "bundles": marshal.dumps(bundles)}, {}))
    with (site.spill / note).open("wb") as file:
        pickle.dump(made, file, protocol=5)


def conclude(site: Site, spilled: str, note: str, places: Places, seen: Outlook) -> None:
    """What the part states, now that it is known what other parts say of its names."""
    path = site.spill / spilled
    if path.is_file():
        with path.open("rb") as file:
            made = pickle.load(file)  # noqa: S301 - written by this very build, in a folder of its own
        said = list(opened(site, places))
    else:
        made, said = block_of(site, places)
    found = {one.document.id: one.found for one in said}
    documents = [one.document for one in said]
    told = state(made, documents, found, [c for one in said for c in one.claims], seen, site.knowledge, site.judged)
    facts = settled(told.facts)
    steps = resolve.by_subject(facts)
    promises = resolve.promises(facts, told.givers, steps)
    differing, others = resolve.differing(facts, steps), told.known.values()
    written = graph.write(told.entities, facts, documents, site.base, promises, differing, others, told.quoted)
    left = [*told.issues, *(issue for one in said for issue in one.left), *undated(documents)]
    left += unplaced(documents, made.nodes.scopes)
    names = {id: entity.name for id, entity in told.known.items()}
    owners = sorted({*told.shipped, *told.beside})
    shipped = {owner: load(told.shipped.get(owner, ()), told.beside.get(owner, ()), names) for owner in owners}
    page = shown(told.entities, documents, written.stated, told.quoted, Mint(site.base)).pieces()
    site.memory.put(note, bound(written, told.entities, facts, left, told.verdicts, shipped, page, told.heard))


def collect(site: Site, note: str, pieces: Sequence[tuple[str, int, int]], entities: Sequence[Entity]) -> None:
    """What several parts say of the same, stated once."""
    cargo = unload(sliced(site, pieces))
    facts = settled(cargo.facts)
    steps = resolve.by_subject(facts)  # what stands beside tells of parts alone
    promises = resolve.promises([*facts, *cargo.beside], lambda claim: getattr(claim, "given", ("", "")), steps)
    others = [Entity(id, (), called, ()) for id, called in cargo.names.items() if id]
    written = graph.write(entities, facts, (), site.base, promises, resolve.differing(facts, steps), others)
    page = shown(entities, (), written.stated, (), Mint(site.base)).pieces()
    site.memory.put(note, bound(written, entities, facts, list(resolve.clashes(facts, others)), (), {}, page))


def sliced(site: Site, pieces: Iterable[tuple[str, int, int]]) -> Iterator[bytes]:
    for note, start, size in pieces:
        with site.memory.path(note).open("rb") as file:
            file.seek(start)
            yield file.read(size)


def bound(
    written: Chunk, entities: Sequence[Entity], facts: Sequence[Fact], issues: Iterable[Issue], verdicts: Iterable[Verdict],
    shipped: dict[str, bytes], page: dict[str, bytes], heard: Sequence[tuple[str, ...]] = (),
) -> bytes:
    pieces = {TURTLE + shelf: blocks for shelf, blocks in written.shelves.items()}
    pieces |= {SHIPPED + owner: piece for owner, piece in shipped.items()}
    pieces |= page
    pieces |= {"issues": pack(sorted(set(issues), key=rank)), "verdicts": lines(verdict.row() for verdict in verdicts).encode()}
    pieces |= {"common": rows(sorted(written.common))}
    shared = {predicate for _, predicate, _ in written.common} | {kind for _, is_a, kind in written.common if is_a == "a"}
    told = {
        "count": written.count, "used": sorted(written.used | vocabularies(shared)),
        "classes": sorted(classes(written.shelves) | classes(subject for subject, _, _ in written.common)),
        "claims": sum(len(fact.claims) for fact in facts),
        "facts": dict(Counter(fact.relation for fact in facts)), "things": len(entities),
        "kinds": dict(Counter(kind for entity in entities for kind in entity.kinds)),
        "heard": list(heard), "shipped": {owner: name(piece.hex()) for owner, piece in shipped.items()},
    }  # fmt: skip
    return bind(pieces, told)


def rank(issue: Issue) -> tuple[str, ...]:
    return tuple(issue.row().values())



