"""One text's gold and the graph built from it alone in, its figures added to the tallies out."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from rdflib import Graph, URIRef
from rdflib.term import Node

from graphbuild.evaluate.gold import Gold
from graphbuild.evaluate.names import forms, norm, title
from graphbuild.evaluate.pairing import pair, pair_posts
from graphbuild.evaluate.stated import PREDICATES, TYPES, Stated, state
from graphbuild.evaluate.tally import Tallies
from graphbuild.knowledge import Knowledge

SYMMETRIC = {"signedWith", "cooperatesWith"}
DISTRICT = frozenset({"District"})
ORDER = (
    "entities", *(f"  {name}" for name in TYPES), "entities (name only)", "relations", *(f"  {name}" for name in PREDICATES),
    "posts", "posts' bodies", "milestones", "milestones (no date)", "measures",
)  # fmt: skip
Edge: TypeAlias = tuple[str, str, str]


def score(gold: Gold, graph: Graph, tallies: Tallies, knowledge: Knowledge) -> None:
    stated = state(graph)
    said = gold.said
    for typed, heading in ((True, "entities"), (False, "entities (name only)")):
        score_entities(gold, stated, pair(said, stated.things, typed, knowledge), typed, heading, tallies)
    got = pair(said, stated.things, False, knowledge)
    back = {node: wanted for wanted, node in got.items()}
    score_relations(gold, stated, got, back, tallies)
    score_posts(said, stated, back, tallies, knowledge)
    score_milestones(gold, stated, back, tallies)
    wanted = {flat(r["indicator"], r.get("value"), r.get("unit") or "", r.get("change")) for r in said.get("measures", [])}
    tallies["measures"].add(wanted, {flat(*row) for row in stated.measures})


def score_entities(
    gold: Gold, stated: Stated, got: Mapping[str, Node], typed: bool, heading: str, tallies: Tallies
) -> None:
    for entity in gold.said["entities"]:
        met = [entity["id"]] if entity["id"] in got else []
        tallies[heading].add([entity["id"]], met)
        if typed:
            tallies[f"  {entity['types'][0]}"].add([entity["id"]], met)
            tallies.errors += [] if met else [f"{gold.document} missed {entity['types'][0]} {entity['name']}"]
    left = [node for node in stated.things if node not in set(got.values())]
    tallies[heading].count(0, len(left), 0)
    for thing in (stated.things[node] for node in left if typed):
        tallies[f"  {min(thing.types, key=TYPES.index)}"].count(0, 1, 0)
        tallies.errors.append(f"{gold.document} extra {sorted(thing.types)} {sorted(thing.names)[:3]}")


def score_relations(
    gold: Gold, stated: Stated, got: Mapping[str, Node], back: Mapping[Node, str], tallies: Tallies
) -> None:
    rows = gold.said.get("relations", [])
    want = {edge(s, p, o) for s, p, o in rows}
    have = set()
    for s, p, o in stated.relations:
        subject, object = back.get(s, str(s)), back.get(o, str(o))
        if not untold(gold.said, subject, p, object, want, got, stated):
            have.add(edge(subject, p, object))
    tallies["relations"].add(want, have)
    for p in PREDICATES:
        tallies[f"  {p}"].add([k for k in want if k[0] == p], [k for k in have if k[0] == p])
    for word, edges in (("missed", want - have), ("extra", have - want)):
        tallies.errors += [f"{gold.document} {word} {called(gold, s)} {p} {called(gold, o)}" for p, s, o in sorted(edges)]


def called(gold: Gold, end: str) -> str:
    """The gold's name of a thing, or the graph's own IRI."""
    return next((e["name"] for e in gold.said["entities"] if e["id"] == end), end)


def edge(subject: str, predicate: str, object: str) -> Edge:
    ends = sorted((subject, object)) if predicate in SYMMETRIC else (subject, object)
    return predicate, ends[0], ends[1]


def untold(
    said: Mapping[str, Any], s: str, p: str, o: str, want: set[Edge], got: Mapping[str, Node], stated: Stated
) -> bool:
    """A true edge that the guide leaves unwritten: in the report's own district, among districts, the chair's attendance."""
    rows = said.get("relations", [])
    if p == "attends":
        return [s, "chairs", o] in rows
    if p != "locatedIn" or edge(s, p, o) in want:
        return False
    districts = {e["id"] for e in said["entities"] if "District" in e["types"]}
    placed = {subject for subject, predicate, _ in rows if predicate == "locatedIn"}
    return (o in districts and s not in placed) or all(types(end, got, stated) == DISTRICT for end in (s, o))


def types(end: str, got: Mapping[str, Node], stated: Stated) -> frozenset[str]:
    """The classes of an edge's end; one outside the text's own things is a parent place."""
    thing = stated.things.get(got.get(end, URIRef(end)))
    return thing.types if thing else DISTRICT


def score_posts(
    said: Mapping[str, Any], stated: Stated, back: Mapping[Node, str], tallies: Tallies, knowledge: Knowledge
) -> None:
    rows = said.get("posts", [])
    want = [(str(r["person"]), title(r["title"], knowledge), norm(r.get("org") or "")) for r in rows]
    have = [
        (name(person, back), title(text, knowledge), frozenset(bodies(body, stated, knowledge)))
        for person, text, body in stated.posts
    ]
    met = pair_posts(want, have, knowledge)
    tallies["posts"].count(len(met), len(have) - len(met), len(want) - len(met))
    told = [(wanted[2], found[2]) for wanted, found in met if wanted[2]]
    same = sum(any(n == body or n in body or body in n for n in names) for body, names in told)
    tallies["posts' bodies"].count(same, sum(bool(names) for _, names in told) - same, len(told) - same)


def bodies(body: Node | None, stated: Stated, knowledge: Knowledge) -> set[str]:
    return forms(stated.things[body].names, knowledge) if body is not None and body in stated.things else set()


def name(node: Node | None, back: Mapping[Node, str]) -> str:
    return str(node) if node is None else back.get(node, str(node))


def score_milestones(gold: Gold, stated: Stated, back: Mapping[Node, str], tallies: Tallies) -> None:
    want = {(str(r["thing"]), r["kind"].lower(), r["status"], r["date"]) for r in gold.said.get("milestones", [])}
    have = {(name(thing, back), kind, status, date) for thing, kind, status, date in stated.milestones}
    # a text without its year says --12-31; a build that knows the document's year may say 2019-12-31
    yearless = {row: (*row[:3], re.sub(r"^\d{4}", "-", row[3])) for row in have}
    tallies["milestones"].add(want, {yearless[m] if m not in want and yearless[m] in want else m for m in have})
    bare, said_bare = {row[:3] for row in want}, {row[:3] for row in have}
    tallies["milestones (no date)"].add(bare, said_bare)
    for word, rows in (("missed", bare - said_bare), ("extra", said_bare - bare)):
        tallies.errors += [f"{gold.document} {word} {' '.join((called(gold, row[0]), *row[1:]))}" for row in sorted(rows)]


def flat(indicator: str, value: object, unit: str, change: object) -> tuple[object, ...]:
    return norm(indicator), rounded(value), norm(unit) if value is not None else "", rounded(change)


def rounded(number: object) -> float | None:
    return None if number is None else round(float(str(number)), 4)


def lines(tallies: Tallies) -> Iterable[str]:
    return tallies.lines(ORDER)
