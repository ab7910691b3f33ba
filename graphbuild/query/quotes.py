"""Statements of a store in, the sentences that state them out."""

from collections.abc import Sequence
from pathlib import Path

from rdflib import Graph, URIRef

from graphbuild.query.sentences import Sentence, Shelf
from graphbuild.query.store import Store

# A statement, its evidence, selectors and documents, and what its ends are called: all that a sentence needs. A name is
# OPTIONAL since the engine looks up a few then, where it would read all names of the graph for a join.
AROUND = """CONSTRUCT {{ ?node ?says ?term }} WHERE {{
  VALUES ?claim {{ {claims} }}
  {{ ?claim ?says ?term . BIND(?claim AS ?node) }}
  UNION {{ ?claim gb:evidence ?node . ?node ?says ?term }}
  UNION {{ ?claim gb:evidence/oa:hasSelector ?node . ?node ?says ?term }}
  UNION {{ ?claim gb:evidence/oa:hasSource ?node . ?node ?says ?term }}
  UNION {{ ?claim ?any ?node . OPTIONAL {{ ?node skos:prefLabel ?term }} BIND(skos:prefLabel AS ?says) }} }}"""


def quotes(store: Store, texts: Path, claims: Sequence[str]) -> tuple[Sentence, ...]:
    """In the order of the statements; each sentence once."""
    if not claims:
        return ()
    query = AROUND.format(claims=" ".join(f"<{claim}>" for claim in claims))
    lines = "".join(f"{triple} .\n" for triple in store.query(query).triples)
    shelf = Shelf(Graph().parse(data=lines, format="nt"), texts)
    found = [row for claim in claims for row in sorted(shelf.sentences(URIRef(claim)))]
    places = {(row.file, row.start, row.end): row for row in reversed(found)}
    return tuple(dict.fromkeys(places[row.file, row.start, row.end] for row in found))
