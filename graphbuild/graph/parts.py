"""Entities and facts in, the part that one picture can hold out: the things most spoken of, and what is said between them."""

from collections import Counter
from collections.abc import Sequence

from graphbuild.model import Entity, Fact

WHOLE = 20_000  # facts; a graph of no more is shown whole
CLAIMS, THINGS = 8_000, 1_500  # of a larger one, what a page is made of in seconds


def part(
    entities: Sequence[Entity], facts: Sequence[Fact], most: int = CLAIMS, whole: int = WHOLE
) -> tuple[list[Entity], list[Fact]]:
    """All of a graph that is small enough; of a larger one the facts whose ends are all among its main things."""
    if len(facts) <= whole:
        return list(entities), list(facts)
    main = frozenset(ranked(facts)[:THINGS])
    kept, count = [], 0
    for fact in facts:
        if fact.subject in main and (not fact.object or fact.object in main) and count + len(fact.claims) <= most:
            kept.append(fact)
            count += len(fact.claims)
    return with_areas(entities, main), kept


def ranked(facts: Sequence[Fact]) -> list[str]:
    """Things by how many claims are about them and another thing."""
    said: Counter[str] = Counter()
    for fact in facts:
        if fact.subject and fact.object:
            said.update({fact.subject: len(fact.claims), fact.object: len(fact.claims)})
    return sorted(said, key=lambda thing: (-said[thing], thing))


def with_areas(entities: Sequence[Entity], main: frozenset[str]) -> list[Entity]:
    """The main things with the areas above them."""
    by_id = {entity.id: entity for entity in entities}
    wanted, above = set(main), [by_id[id].parent for id in main]
    while above := [id for id in above if id and id not in wanted]:
        wanted.update(above)
        above = [by_id[id].parent for id in above]
    return [entity for entity in entities if entity.id in wanted]
