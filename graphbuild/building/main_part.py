"""All sheaves and their Turtle in, what one picture can hold out: the things most spoken of and what is said between them."""

import marshal
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from pathlib import Path

from rdflib import URIRef
from rdflib.namespace import RDF, SKOS

from graphbuild.building.sheaf import FACTS, Sheaf
from graphbuild.graph.chunks import Stated
from graphbuild.graph.ids import Mint
from graphbuild.graph.namespaces import GB
from graphbuild.graph.picking import pick
from graphbuild.graph.reading import Triple, triples
from graphbuild.knowledge.terms import terms

WHOLE = 20_000  # facts; a graph of no more is shown whole
CLAIMS, THINGS = 8_000, 1_500  # of a larger one, what a page is made of in seconds
TYPE = RDF.type  # a namespace makes its terms anew each time it is asked


@dataclass(frozen=True)
class MainPart:
    """What to draw, and how many things and statements of the whole are left out."""

    said: Sequence[Triple]
    left: tuple[int, int]


def main_part(sheaves: Sequence[Sheaf], turtle: Path, mint: Mint, folder: Path) -> MainPart:
    """All of a graph that is small enough; of a larger one the facts whose ends are all among its main things."""
    if sum(map(facts_of, sheaves)) <= WHOLE:
        return MainPart(triples(turtle.read_bytes()), (0, 0))
    said: Counter[str] = Counter()
    for sheaf in sheaves:
        said.update(marshal.loads(sheaf.piece("joined")))  # noqa: S302 - what we packed ourselves, its hash checked
    main = set(sorted(said, key=lambda thing: (-said[thing], thing))[:THINGS])
    facts = list(chosen(sheaves, main))
    picked = pick(turtle, {mint.thing(id) for id in main}, {iri for fact in facts for iri in fact[5]}, mint)
    drawn = list(cut(picked, facts, mint, folder))
    things, told = (sum(map(count, sheaves)) for count in (things_of, facts_of))
    return MainPart(drawn, (things - shown(drawn), told - len(facts)))


def shown(drawn: Iterable[Triple]) -> int:
    """Things; offices and indicators have names too."""
    named = Counter(predicate for _, predicate, _ in drawn)[SKOS.prefLabel]
    others = Counter(object for _, predicate, object in drawn if predicate == TYPE)
    return named - others[GB.Office] - others[SKOS.Concept]


def chosen(sheaves: Sequence[Sheaf], main: set[str]) -> Iterator[Stated]:
    """In the order of relation and ends, until the picture is full."""
    count = 0
    for relation in sorted({relation for sheaf in sheaves for relation in sheaf.told["facts"]}):
        if count == CLAIMS:
            return
        for fact in merge(*(rows(sheaf, relation) for sheaf in sheaves)):
            if fact[1] in main and (not fact[2] or fact[2] in main) and count + fact[4] <= CLAIMS:
                count += fact[4]
                yield fact


def rows(sheaf: Sheaf, relation: str) -> list[Stated]:
    piece = sheaf.piece(FACTS + relation)
    found: list[Stated] = marshal.loads(piece) if piece else []  # noqa: S302
    return sorted(found)


def cut(picked: Sequence[Triple], facts: Sequence[Stated], mint: Mint, folder: Path) -> Iterator[Triple]:
    """Without the edges that nothing drawn states; where an area lies needs no statement."""
    relations, lies, area = {GB[relation] for relation in terms(folder).relations}, GB.locatedIn, GB.District
    areas = {subject for subject, predicate, object in picked if predicate == TYPE and object == area}
    iris = {(node(fact[1], mint), GB[fact[0]], node(fact[2], mint)) for fact in facts if fact[2]}
    for triple in picked:
        listed = triple[1] == lies and triple[0] in areas
        if triple[1] not in relations or triple in iris or listed:
            yield triple


def node(id: str, mint: Mint) -> URIRef:
    return URIRef(mint.full(mint.thing(id)))


def things_of(sheaf: Sheaf) -> int:
    return int(sheaf.told["things"])


def facts_of(sheaf: Sheaf) -> int:
    return sum(sheaf.told["facts"].values())
