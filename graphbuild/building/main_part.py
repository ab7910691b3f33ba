"""All sheaves and their Turtle in, what one picture can hold out: the things most spoken of and what is said between them."""

import marshal
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SKOS

from graphbuild import graph
from graphbuild.building.sheaf import FACTS, Sheaf
from graphbuild.graph.chunks import Stated
from graphbuild.graph.ids import Mint
from graphbuild.graph.namespaces import GB
from graphbuild.graph.picking import pick
from graphbuild.knowledge.terms import terms

WHOLE = 20_000  # facts; a graph of no more is shown whole
CLAIMS, THINGS = 8_000, 1_500  # of a larger one, what a page is made of in seconds


@dataclass(frozen=True)
class MainPart:
    """What to draw, and how many things and statements of the whole are left out."""

    graph: Graph
    left: tuple[int, int]


def main_part(sheaves: Sequence[Sheaf], turtle: Path, mint: Mint, folder: Path) -> MainPart:
    """All of a graph that is small enough; of a larger one the facts whose ends are all among its main things."""
    if sum(map(facts_of, sheaves)) <= WHOLE:
        return MainPart(graph.parse(turtle), (0, 0))
    said: Counter[str] = Counter()
    for sheaf in sheaves:
        said.update(marshal.loads(sheaf.piece("joined")))  # noqa: S302 - what we packed ourselves, its hash checked
    main = set(sorted(said, key=lambda thing: (-said[thing], thing))[:THINGS])
    facts = list(chosen(sheaves, main))
    drawn = pick(turtle, {mint.thing(id) for id in main}, {iri for fact in facts for iri in fact[5]}, mint)
    cut(drawn, facts, mint, folder)
    things, told = (sum(map(count, sheaves)) for count in (things_of, facts_of))
    return MainPart(drawn, (things - shown(drawn), told - len(facts)))


def shown(drawn: Graph) -> int:
    """Things; offices and indicators have names too."""
    others = (sum(1 for _ in drawn.subjects(RDF.type, kind)) for kind in (GB.Office, SKOS.Concept))
    return sum(1 for _ in drawn.subject_objects(SKOS.prefLabel)) - sum(others)


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


def cut(drawn: Graph, facts: Sequence[Stated], mint: Mint, folder: Path) -> None:
    """Without the edges that nothing drawn states; where an area lies needs no statement."""
    stated = {(fact[1], fact[0], fact[2]) for fact in facts}
    iris = {(node(s, mint), GB[relation], node(o, mint)) for s, relation, o in stated if o}
    for relation in terms(folder).relations:
        for subject, object in list(drawn.subject_objects(GB[relation])):
            listed = relation == "locatedIn" and (subject, None, GB.District) in drawn
            if (subject, GB[relation], object) not in iris and not listed:
                drawn.remove((subject, GB[relation], object))


def node(id: str, mint: Mint) -> URIRef:
    return URIRef(mint.full(mint.thing(id)))


def things_of(sheaf: Sheaf) -> int:
    return int(sheaf.told["things"])


def facts_of(sheaf: Sheaf) -> int:
    return sum(sheaf.told["facts"].values())
