"""A statement in, what a report says of it out, in one language and from the side of one thing."""

from collections.abc import Iterable, Mapping, Sequence

from rdflib.term import Node

from graphbuild.view.index import local
from graphbuild.view.stories import Said, Stories
from graphbuild.view.words import inverses, phrases, words

YEARLESS = "--"  # before a month of no known year


class Wording:
    """`say` are the report's own words, `words` what classes and relations are called."""

    def __init__(self, stories: Stories, iri: str, language: str) -> None:
        self.stories, self.iri = stories, iri
        self.say, self.words = phrases(language, "reports/words.json"), words(language)

    def kinds(self, iri: str) -> str:
        return "、".join(self.words.get(kind, kind) for kind in self.stories.things[iri].kinds)

    def reading(self, each: Said) -> str:
        """The relation, read from this thing's side."""
        if each.subject == self.iri:
            return self.words.get(each.relation, each.relation)
        if each.relation == "Post":
            return self.say["holders"]
        other = inverses().get(each.relation)
        return self.words[other] if other else self.say["of"].format(self.words.get(each.relation, each.relation))

    def line(self, each: Said) -> str:
        told = self.told(each)
        relation = self.words.get(each.relation, each.relation)
        forms = {"Post": told, "Milestone": told, "Investment": f"{relation} {told}"}
        middle = forms.get(each.relation, relation)
        return " ".join(filter(None, (self.name(each.subject), middle, self.name(each.object))))

    def told(self, each: Said) -> str:
        return self.spoken(each.parts)

    def spoken(self, parts: Iterable[tuple[str, Node]]) -> str:
        return " ".join(self.words.get(local(term), self.stories.index.call(term)) for _, term in parts)

    def part(self, each: Said, name: str) -> str:
        return next((self.stories.index.call(term) for part, term in each.parts if part == name), "")

    def span(self, days: Sequence[str]) -> str:
        """From and to which day; a day without a year is neither."""
        known = [day for day in days if not day.startswith(YEARLESS)]
        return span([self.dated(day) for day in known or days])

    def dated(self, day: str) -> str:
        return dated(day, self.say)

    def name(self, iri: str) -> str:
        return self.stories.things[iri].name if iri else ""

    def heads(self, *names: str) -> tuple[str, ...]:
        return tuple(self.say[name] for name in names)


def dated(day: str, say: Mapping[str, str]) -> str:
    """--08-13 is 8月13日 of a year that no text tells."""
    if not day.startswith(YEARLESS):
        return day
    month, _, rest = day.removeprefix(YEARLESS).partition("-")
    return say["yearlessDay" if rest else "yearlessMonth"].format(month.lstrip("0"), rest.lstrip("0"))


def value(each: Said, part: str) -> str:
    return next((local(term) for name, term in each.parts if name == part), "")


def latest(said: Iterable[Said]) -> list[Said]:
    """The newest first."""
    ordered = sorted(said, key=lambda each: (each.subject, each.object, str(each.parts)))
    return sorted(ordered, key=lambda each: max(each.dates, default=""), reverse=True)


def span(days: Sequence[str]) -> str:
    return " – ".join(dict.fromkeys((days[0], days[-1]))) if days else ""
