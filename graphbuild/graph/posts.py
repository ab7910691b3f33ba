"""Facts of posts in, the triples out that put the holders of one office in order."""

from collections.abc import Iterable, Iterator

from graphbuild.graph.ids import Mint
from graphbuild.graph.statements import Triple, state
from graphbuild.model import Fact


def successions(facts: Iterable[Fact], mint: Mint) -> Iterator[Triple]:
    """Each post succeeds that of the person who is stated before in the same office."""
    posts = [(dict(fact.qualifiers), fact) for fact in facts if fact.relation == "holds"]
    chairs = {(told.get("office"), fact.subject): fact for told, fact in posts}
    for told, fact in posts:
        before = chairs.get((told.get("office"), told.get("succeeds", "")))
        if before:
            yield next(state(fact, mint)).iri, "gb:succeeds", next(state(before, mint)).iri
