"""An answer and its store in, plain lines out: each row in names, and under it the words of the texts that say it."""

from collections.abc import Iterator

from pyoxigraph import NamedNode
from rdflib.namespace import SKOS

from graphbuild.graph.namespaces import GB
from graphbuild.knowledge import home
from graphbuild.knowledge.terms import terms
from graphbuild.query.answers import Answer, Term
from graphbuild.query.formats import value
from graphbuild.query.store import Store
from graphbuild.query.table import shown

QUOTES = """SELECT DISTINCT ?quote ?source ?start ?end ?issued WHERE {
  $claim gb:evidence ?place . ?place oa:hasSource ?document ; oa:hasSelector ?selector .
  ?selector oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?document dcterms:source ?source } OPTIONAL { ?document dcterms:issued ?issued }
} ORDER BY ?source ?start"""
EVIDENCE = NamedNode(str(GB.evidence))
LABEL = NamedNode(str(SKOS.prefLabel))


def tell(store: Store, answer: Answer, title: str = "") -> str:
    """For triples one line each; for a truth one word; for rows a line and its quotations."""
    heading = [title] if title else []
    if answer.form == "ask":
        said = {True: "是 / yes", False: "否 / no", None: "不知道 / unknown"}[answer.truth]
        return "\n".join([*heading, said]) + "\n"
    if answer.form == "construct":
        ends = ((t.subject, t.predicate, t.object) for t in sorted(answer.triples, key=str))
        lines = [f"- {' · '.join(name(store, end) for end in triple)}" for triple in ends]
    else:
        lines = [line for row in answer.dicts() for line in tell_row(store, row)]
    return "\n".join([*heading, *(lines or ["没有 / none"])]) + "\n"


def tell_row(store: Store, row: dict[str, Term]) -> Iterator[str]:
    """What has a column for its name is not named twice; what states something is quoted, not named."""
    quoted = [term for term in row.values() if states(store, term)]
    named = [term for c, term in row.items() if f"{c}Name" not in row and term not in quoted]
    yield "- " + " · ".join(dict.fromkeys(name(store, term) for term in named))
    for quote in dict.fromkeys(quote for term in quoted for quote in quotes(store, term)):
        yield f"  {quote}"


def states(store: Store, term: Term) -> bool:
    return isinstance(term, NamedNode) and any(True for _ in store.engine.quads_for_pattern(term, EVIDENCE, None))


def quotes(store: Store, claim: Term) -> Iterator[str]:
    for row in store.query(QUOTES, {"claim": claim}).dicts():
        quote, source, start, end, issued = (value(row.get(c)) for c in ("quote", "source", "start", "end", "issued"))
        yield f"“{' '.join(quote.split())}” ({', '.join(filter(None, (f'{source}:{start}-{end}', issued)))})"


def name(store: Store, term: Term) -> str:
    """Its preferred name in the graph, or its label in the ontology, or as it is written."""
    if isinstance(term, NamedNode):
        labels = sorted(value(quad.object) for quad in store.engine.quads_for_pattern(term, LABEL, None))
        known, local = terms(home("ontology")), term.value.removeprefix(str(GB))
        ours = known.properties.get(local) or known.classes.get(local)
        return labels[0] if labels else ours.zh if ours else shown(term, store.prefixes)
    return shown(term, store.prefixes)
