"""An Accept header and what can be given in, what is given out, after RFC 9110, section 12.5.1."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*((?:;[^,]*)?)\s*")
WEIGHT = re.compile(r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)", re.IGNORECASE)
ANY_WEIGHT = re.compile(r";\s*q\s*=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Range:
    type: str
    subtype: str
    weight: float

    def fits(self, offer: str) -> int:
        """How exactly: 3 the type itself, 2 its family, 1 anything, 0 not at all."""
        family, _, kind = offer.partition("/")
        if self.type == "*" and self.subtype == "*":
            return 1
        return 0 if self.type != family else 2 if self.subtype == "*" else 3 * (self.subtype == kind)


def ranges(accept: str) -> Iterator[Range]:
    """What cannot be read is left out."""
    for part in accept.split(","):
        if found := RANGE.fullmatch(part):
            weight = WEIGHT.search(found[3])
            if weight or not ANY_WEIGHT.search(found[3]):
                yield Range(found[1].lower(), found[2].lower(), float(weight[1]) if weight else 1.0)


def choose(accept: str, offers: Sequence[str]) -> str:
    """The best-liked offer, the earlier of two alike; "" where none is acceptable."""
    wanted = list(ranges(accept))
    if not wanted:
        return offers[0]
    liked = [weigh(wanted, offer) for offer in offers]
    best = max(liked)
    return offers[liked.index(best)] if best > 0 else ""


def weigh(wanted: Sequence[Range], offer: str) -> float:
    """The weight of the range that fits most exactly."""
    exact = max((each.fits(offer) for each in wanted), default=0)
    return max(each.weight for each in wanted if each.fits(offer) == exact) if exact else 0.0
