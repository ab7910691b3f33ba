"""Two ends and the words that join them in, the place in the view that a Claim is read from out."""

from graphbuild.claims.groups import Placed
from graphbuild.claims.page import Page

NEAR = 200
CARRIED = 0.8  # a subject that is carried from before is less sure by this


def sure(confidence: float, carried: bool) -> float:
    return round(confidence * CARRIED, 2) if carried else confidence


def joined(
    page: Page, subject: Placed, object: Placed, cue: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int]:
    """The sentence of the cue, drawn out to an end that lies near it; a far end is carried."""
    low, high = sentence[0], max(sentence[1], cue[1])
    for place, _ in (object, subject):
        if place < low and low - place <= NEAR:
            low = page.sentence(place)[0]
        elif high <= place <= high + NEAR:
            high = page.sentence(place)[1]
    return page.evidence(low, high)
