"""A question read in, the named question that it is out, with the value of each parameter and what narrows its rows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from graphbuild.knowledge.areas import shortest
from graphbuild.knowledge.terms import Terms
from graphbuild.model import PartialDate
from graphbuild.query.cues import ASK, SMALL, STEP, Cues, Form
from graphbuild.query.linking import Link, Reading
from graphbuild.query.things import Thing, plain

ALWAYS, NEVER = "0001-01-01", "9999-12-31"
WHETHER = "ask:whether"
BEFORE = "before"
MOST_THINGS = 4
AREA = "District"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A form whose slots are filled: by one of several things where the words are ambiguous."""

    form: Form
    things: Mapping[str, Link]
    texts: Mapping[str, tuple[str, ...]]
    steps: frozenset[str]
    days: tuple[PartialDate, ...]
    weight: float
    asks: frozenset[str] = field(default_factory=frozenset)
    titles: tuple[str, ...] = ()  # the posts as they were asked for


def choose(reading: Reading, cues: Cues, terms: Terms, newest: PartialDate) -> Chosen | None:
    """The form that uses most of what was said; of equals the first. An area may only say which thing is meant."""
    for read in (reading, without_areas(reading)):
        found = [one for form in cues.forms for one in fill(form, read, cues, terms, newest)]
        if found:
            return max(found, key=lambda one: one.weight)
    return None


def fill(form: Form, reading: Reading, cues: Cues, terms: Terms, newest: PartialDate) -> Iterator[Chosen]:
    said = [cues.words[word] for word in reading.words]
    asks = wanted(said)
    weight = fits(form, said, asks)
    wants = {slot: want for slot, want in {**form.slots, **form.match}.items() if kind_of(want)}
    titled = "title" in (*form.slots.values(), *form.rows.values())
    if weight is None or len(wants) != len(reading.links) or len(wants) > MOST_THINGS:
        return
    if titled != bool(reading.titles) and (titled or not beside(reading, terms)):
        return
    texts = other_slots(form, reading, newest, said)
    if texts is None:
        return
    steps = frozenset[str]().union(*(narrowing(word, cues, form) for word in reading.words))
    for order in permutations(reading.links):
        links = fitting(wants, order, terms)
        if links is not None:
            titles = tuple(title.words for title in reading.titles[:1])
            yield Chosen(form, links, texts, steps, tuple(reading.told), weight, asks, titles)
            return


def fits(form: Form, said: Sequence[frozenset[str]], asks: frozenset[str]) -> float | None:
    """How well its cues fit, if every word has a place in it."""
    if any(not tags & (form.takes | {SMALL}) and not all(tag.startswith(ASK) for tag in tags) for tags in said):
        return None
    if not all(any(tags & group for tags in said) for group in form.cues):
        return None
    if asks and not asks & {ASK + ask for ask in form.asks}:
        return None
    used = sum(1 for tags in said if tags & form.takes)
    return 3 * len(form.cues) + used + len(form.slots) + 2 * len(form.match) + len(form.rows)


def wanted(said: Sequence[frozenset[str]]) -> frozenset[str]:
    """What a question asks for; is and did ask only where nothing else does."""
    asks = frozenset(tag for tags in said for tag in tags if tag.startswith(ASK))
    return asks - {WHETHER} or asks


def kind_of(want: str) -> str:
    """The class that a slot wants; none for a slot that no thing fills."""
    return next((word for word in want.split() if word[:1].isupper()), "")


def takes(want: str, kinds: Collection[str], terms: Terms) -> bool:
    """`Site !District` takes sites that are no district."""
    barred = [word[1:] for word in want.split() if word.startswith("!")]
    return terms.is_a(kinds, kind_of(want)) and not any(terms.is_a(kinds, kind) for kind in barred)


def beside(reading: Reading, terms: Terms) -> bool:
    """Every title stands beside a person's name and asks nothing."""
    people = [link for link in reading.links if any(terms.is_a(thing.kinds, "Person") for thing in link.options)]
    return all(any(title.beside(link) for link in people) for title in reading.titles)


def other_slots(
    form: Form, reading: Reading, newest: PartialDate, said: Sequence[frozenset[str]]
) -> Mapping[str, tuple[str, ...]] | None:
    """Values of the slots that are no things; None where one has none, or an indicator has no slot."""
    day = reading.days[-1] if reading.days else None
    whole = any(BEFORE in tags for tags in said)
    first, last = (day.span() or (ALWAYS, NEVER)) if day else (ALWAYS, NEVER)
    values = {
        "title": reading.titles[0].posts or (reading.titles[0].words,) if reading.titles else (),
        "indicator": tuple(reading.indicators[:1]),
        "day": (str(day),) if day and day.year else (),
        "until": (last,),
        "from": (ALWAYS if whole or day is None or day.day else first,),
        "newest": (last if day else (newest.span() or (ALWAYS, NEVER))[1],),
    }
    wants = {slot: want for slot, want in form.slots.items() if not kind_of(want)}
    if any(not values[want] for want in wants.values()) or bool(reading.indicators) != ("indicator" in wants.values()):
        return None
    titled = {"title": values["title"]} if "title" in form.rows.values() else {}
    return {slot: values[want] for slot, want in wants.items()} | titled


def narrowing(word: str, cues: Cues, form: Form) -> frozenset[str]:
    """The steps that a word narrows to, unless it says something else here."""
    told = cues.words[word] - {STEP}
    asked = frozenset[str]().union(*form.cues)
    return cues.steps.get(word, frozenset()) if STEP in form.takes and not told & asked else frozenset()


def fitting(wants: Mapping[str, str], order: Sequence[Link], terms: Terms) -> dict[str, Link] | None:
    found = {}
    for (slot, want), link in zip(wants.items(), order, strict=True):
        options = tuple(thing for thing in link.options if takes(want, thing.kinds, terms))
        if not options:
            return None
        found[slot] = replace(link, options=options if link.whole else namesake(link.words, options))
    return found


def namesake(words: str, options: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Of things of whose names the words are a part: the area that is called so for short, or that all others are named after."""
    areas = [thing for thing in options if AREA in thing.kinds and plain(thing.name).startswith(words)]
    short = [area for area in areas if plain(shortest(area.name)) == words]
    source = [area for area in areas if all(thing.name.startswith(area.name) for thing in options)]
    return next((tuple(found) for found in (short, source) if len(found) == 1), options)


def without_areas(reading: Reading) -> Reading:
    """A thing named after its area is that area's: 海角县的人民公园."""
    areas = {t.name: link for link in reading.links if len(link.options) == 1 for t in link.options if "District" in t.kinds}
    links: list[Link] = []
    used: list[Link] = []
    for link in reading.links:
        near = {name: tuple(thing for thing in link.options if thing.of(name)) for name in areas}
        named = [name for name in near if near[name]]
        used += [areas[name] for name in named[:1]]
        links.append(replace(link, options=near[named[0]]) if named else link)
    return replace(reading, links=[link for link in links if link not in used])
