"""A Page and its Claims in, cues that gave no claim out, as Issues: the list of what to learn next."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from graphbuild.claims.page import Cue, Page
from graphbuild.model import Claim, Issue

REMEDY = "add a wording to relations.toml, a blocker, or nothing where the clause states no relation"


def residue(page: Page, claims: Sequence[Claim]) -> Iterator[Issue]:
    """One note a sentence and relation, where things stand that the relation could join."""
    told = {name: Stretches((c.start, c.end) for c in claims if c.relation == name) for name in page.known.relations}
    seen: set[tuple[int, str]] = set()
    for cue in page.cues:
        start, end = page.sentence(cue.start)
        place = page.back(cue.start)
        for relation in sorted({role.partition(".")[0] for role in cue.roles if role in page.known.plain}):
            new = (start, relation) not in seen and not told[relation].cover(place)
            if new and joinable(page, relation, start, end):
                seen.add((start, relation))
                yield note(page, relation, cue, start, end)


def joinable(page: Page, relation: str, start: int, end: int) -> bool:
    """Whether the sentence names a subject and another thing that could be its object."""
    table = page.known.relations[relation]
    subjects = page.marks(start, end, frozenset(table["subjects"]))
    objects = page.marks(start, end, frozenset(table["objects"]))
    return bool(subjects and objects) and len({place for place, _ in (*subjects, *objects)}) > 1


class Stretches:
    """Stretches of a text, asked in no time whether one of them covers a place: a long text has thousands of both."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        self.reach = list(accumulate((end for _, end in ordered), max))

    def cover(self, place: int) -> bool:
        before = bisect_right(self.starts, place) - 1
        return before >= 0 and place < self.reach[before]


def note(page: Page, relation: str, cue: Cue, start: int, end: int) -> Issue:
    low, high = page.evidence(start, end)
    quote = page.reading.text[low : min(high, low + 80)].replace("\n", " ")
    where = f"{page.reading.document.source}:{page.reading.document.span(low, high).start}"
    message = f"{cue.word} announces {relation}, but no claim came of: {quote}"
    return Issue("note", "claims", "residue", message, where, REMEDY)
