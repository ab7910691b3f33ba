"""Mentions of one area's documents in, groups of names that mean one thing out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graphbuild.knowledge.decisions import Decisions
from graphbuild.model import Mention
from graphbuild.resolve.names import plain, same

PEOPLE = frozenset(("Official", "Person"))
SIMILAR = (
    frozenset(("Project", "Zone", "Park", "Facility", "Road", "WaterBody")),
    frozenset(("Organization", "Facility")),
    frozenset(("Organization", "Company")),
    frozenset(("Company", "Facility")),
    frozenset(("District", "Zone")),
)


@dataclass
class Group:
    """Names judged to mean one thing, with how often each was used and as what."""

    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    second: Counter[str] = field(default_factory=Counter)

    @property
    def person(self) -> bool:
        return bool(PEOPLE & set(self.kinds))

    def absorb(self, other: "Group") -> None:
        self.names += other.names
        self.kinds += other.kinds
        self.second += other.second

    @property
    def kind(self) -> str:
        return min(self.kinds, key=lambda k: (-self.kinds[k], k))


def group(mentions: Iterable[Mention], places: frozenset[str], judged: Decisions) -> list[Group]:
    """One group a thing; persons by their whole name, things also by their other forms."""
    groups = by_name(mentions)
    found: list[Group] = []
    for one in sorted(groups, key=lambda g: (-max(map(len, g.names)), min(g.names))):
        rivals = [other for other in found if alike(other, one, places, judged)]
        told = [other for other in rivals if judged.joined(other.names, one.names)]
        rivals = told or rivals
        home = next(iter(rivals), None) if len(rivals) == 1 or exact(rivals, one) else None
        if home:
            home.absorb(one)
        else:
            found.append(one)
    return found


def exact(rivals: Sequence[Group], one: Group) -> bool:
    return bool(rivals) and bool({plain(n) for n in rivals[0].names} & {plain(n) for n in one.names})


def by_name(mentions: Iterable[Mention]) -> Iterator[Group]:
    """Mentions that share any name that they carry."""
    groups: dict[tuple[bool, str], Group] = defaultdict(Group)
    for mention in mentions:
        person = bool(PEOPLE & set(mention.kinds))
        one = groups[person, mention.name]
        one.names.update((mention.name, *mention.names))
        one.kinds[mention.kind] += 1
        one.second.update(mention.kinds[1:])
    yield from groups.values()


def alike(one: Group, other: Group, places: frozenset[str], judged: Decisions) -> bool:
    """Whether two groups are one thing: their classes fit and two of their names are forms of one."""
    if judged.parted(one.names, other.names):
        return False
    if judged.joined(one.names, other.names):
        return one.person == other.person
    if one.person or other.person or not fit(one.kind, other.kind):
        return False
    pairs = ((a, b) if len(a) >= len(b) else (b, a) for a in one.names for b in other.names)
    return any(same(long, short, one.kind, places) for long, short in pairs)


def fit(one: str, other: str) -> bool:
    return one == other or any({one, other} <= kinds for kinds in SIMILAR)
