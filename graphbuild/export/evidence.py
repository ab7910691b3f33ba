"""A file of RDF in, what stands behind each of its edges and statements out: sentences, places, dates, rules."""

from collections import defaultdict
from pathlib import Path
from typing import TypeAlias

from rdflib.namespace import DCTERMS, RDF

from graphbuild.export.triples import read
from graphbuild.graph.namespaces import GB, OA

Value: TypeAlias = str | float
Said: TypeAlias = dict[str, tuple[Value, ...]]
PARTS = [str(part) for part in (RDF.subject, RDF.predicate, RDF.object)]
EVIDENCE, SOURCE, SELECTOR = str(GB.evidence), str(OA.hasSource), str(OA.hasSelector)
RULE, STATED, SURE = str(GB.rule), str(GB.statedOn), str(GB.confidence)
EXACT, START, END, FILE = str(OA.exact), str(OA.start), str(OA.end), str(DCTERMS.source)
LIES, LISTED = str(GB.locatedIn), "list of areas"
KEPT = {*PARTS, EVIDENCE, SOURCE, SELECTOR, RULE, STATED, SURE, EXACT, START, END, FILE}


class Evidence:
    """`nodes` are all subjects but the claims, the evidence and its selectors, which fold into what they support."""

    def __init__(self, path: Path) -> None:
        self.kept: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        subjects = set()
        for subject, predicate, object in read(path):
            subjects.add(subject.value)
            if predicate.value in KEPT:
                self.kept[subject.value][predicate.value].append(object.value)
        self.stated: dict[tuple[str, ...], list[str]] = defaultdict(list)
        folded = set()
        for node, said in self.kept.items():
            if all(part in said for part in PARTS):
                self.stated[tuple(said[part][0] for part in PARTS)].append(node)
                folded.add(node)
            if SELECTOR in said:
                folded |= {node, *said[SELECTOR]}
        self.nodes = subjects - folded

    def behind(self, edge: tuple[str, ...]) -> Said:
        """What makes an edge believable; where no text says in which area another lies, the list of areas does."""
        claims = self.stated.get(edge, [])
        if not claims:
            return {"rule": (LISTED,)} if edge[1] == LIES else {}
        said: Said = self.words(*claims)
        for name, predicate in (("rule", RULE), ("statedOn", STATED)):
            said[name] = tuple(sorted({value for claim in claims for value in self.kept[claim][predicate]}))
        said["confidence"] = (max(float(self.one(claim, SURE) or 0) for claim in claims),)
        return {name: values for name, values in said.items() if values}

    def words(self, *nodes: str) -> Said:
        """Quotations and their places, one to one, in the order of the texts."""
        places = {place for node in nodes for place in self.kept[node][EVIDENCE]} if nodes else set()
        quotes = sorted(self.quote(place) for place in places)
        told = {"quote": tuple(q[3] for q in quotes), "place": tuple(f"{q[0]}:{q[1]}-{q[2]}" for q in quotes)}
        return {name: values for name, values in told.items() if values}

    def quote(self, place: str) -> tuple[str, int, int, str]:
        selector = self.one(place, SELECTOR)
        start, end = (int(self.one(selector, edge) or 0) for edge in (START, END))
        return self.one(self.one(place, SOURCE), FILE), start, end, self.one(selector, EXACT)

    def one(self, node: str, predicate: str) -> str:
        said = self.kept.get(node, {}).get(predicate)
        return min(said) if said else ""

