"""A Page and its Claims in, cues that gave no claim out, as Issues: the list of what to learn next."""

from collections.abc import Iterator, Sequence

from graphbuild.claims.page import Cue, Page
from graphbuild.model import Claim, Issue

REMEDY = "add a wording to relations.toml, a blocker, or nothing where the clause states no relation"


def residue(page: Page, claims: Sequence[Claim]) -> Iterator[Issue]:
    """One note a sentence and relation, where things stand that the relation could join."""
    told = {name: [(c.start, c.end) for c in claims if c.relation == name] for name in page.known.relations}
    seen: set[tuple[int, str]] = set()
    for cue in page.cues:
        start, end = page.sentence(cue.start)
        place = page.back(cue.start)
        for relation in sorted({role.partition(".")[0] for role in cue.roles if role in page.known.plain}):
            new = (start, relation) not in seen and not covered(told[relation], place)
            if new and joinable(page, relation, start, end):
                seen.add((start, relation))
                yield note(page, relation, cue, start, end)


def joinable(page: Page, relation: str, start: int, end: int) -> bool:
    """Whether the sentence names a subject and another thing that could be its object."""
    table = page.known.relations[relation]
    subjects = page.marks(start, end, frozenset(table["subjects"]))
    objects = page.marks(start, end, frozenset(table["objects"]))
    return bool(subjects and objects) and len({place for place, _ in (*subjects, *objects)}) > 1


def covered(spans: Sequence[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in spans)


def note(page: Page, relation: str, cue: Cue, start: int, end: int) -> Issue:
    low, high = page.evidence(start, end)
    quote = page.reading.text[low : min(high, low + 80)].replace("\n", " ")
    where = f"{page.reading.document.source}:{page.reading.document.span(low, high).start}"
    message = f"{cue.word} announces {relation}, but no claim came of: {quote}"
    return Issue("note", "claims", "residue", message, where, REMEDY)
