"""What a graph tells and one thing in, a dossier of it out: every line of it leads to numbered sentences."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.view.blocks import Block, Row, slim
from graphbuild.view.citing import Citations, Cited
from graphbuild.view.differing import differing
from graphbuild.view.figures import figures
from graphbuild.view.promises import Promised, concerning, steps
from graphbuild.view.stories import Said, Stories
from graphbuild.view.wording import YEARLESS, Wording, latest, value

ABOVE = ("Post", "partOf", "locatedIn")


@dataclass(frozen=True)
class Dossier:
    """What a template is given."""

    iri: str
    name: str
    kinds: str
    names: tuple[str, ...]
    code: str
    summary: str
    posts: Block
    ties: Block
    timeline: Block
    promises: Block
    differing: Block
    figures: tuple[Block, ...]
    sources: tuple[Cited, ...]


class Writer(Wording):
    """Writes one dossier; sentences are numbered in the order in which its parts lean on them."""

    def __init__(self, stories: Stories, iri: str, language: str, ledger: Sequence[Promised]) -> None:
        super().__init__(stories, iri, language)
        everything = stories.said()
        self.ledger = ledger
        self.said = [each for each in everything if iri in (each.subject, each.object)]
        quotes = [quote for each in everything for quote in each.quotes]
        self.places = {f"{quote.source.file}:{quote.start}-{quote.end}": quote for quote in quotes}
        self.cite = Citations(stories.names(iri), self.say)

    def write(self) -> Dossier:
        thing = self.stories.things[self.iri]
        counted = figures(self.said, self, self.cite)
        told = self.posts(), self.ties(), self.timeline(), self.promises(), differing(self.said, self, self.cite)
        head = self.iri, thing.name, self.kinds(self.iri), thing.names, thing.code, self.summary()
        return Dossier(*head, *told, tuple(counted), tuple(self.cite.cited))

    def summary(self) -> str:
        days = sorted({day for each in self.said for day in each.dates})
        others = {end for each in self.said for end in (each.subject, each.object) if end and end != self.iri}
        texts = {quote.source for each in self.said for quote in each.quotes}
        between = self.span(days) or "–"
        return self.say["summary"].format(len(self.said), len(texts), len(others), between)

    def posts(self) -> Block:
        held = [each for each in self.said if each.relation == "Post" and each.subject == self.iri]
        told = [((self.told(each), self.name(each.object), self.span(each.dates)), each) for each in latest(held)]
        rows = tuple(Row(cells, self.cite.of(each)) for cells, each in told)
        return Block(self.say["posts"], self.heads("post", "body", "stated"), rows)

    def ties(self) -> Block:
        """Others under the relation that leads to them; the commonest relation first."""
        groups: dict[str, list[Said]] = defaultdict(list)
        for each in self.said:
            if each.object and not (each.relation == "Post" and each.subject == self.iri):
                groups[self.reading(each)].append(each)
        ordered = sorted(groups, key=lambda heading: (-len(groups[heading]), heading))
        rows = tuple(self.tie(heading, each) for heading in ordered for each in latest(groups[heading]))
        return slim(Block(self.say["ties"], self.heads("relation", "who", "class", "words", "stated"), rows))

    def tie(self, heading: str, each: Said) -> Row:
        other = each.object if each.subject == self.iri else each.subject
        cells = heading, self.name(other), self.kinds(other), self.told(each), self.span(each.dates)
        return Row(cells, self.cite.of(each))

    def timeline(self) -> Block:
        dated = [(day, each) for each in self.said if (day := self.day(each)) and each.relation != "Measure"]
        ordered = sorted(dated, key=lambda pair: (pair[0], pair[1].relation, pair[1].subject, pair[1].object))
        ordered.sort(key=lambda pair: pair[0].startswith(YEARLESS))
        rows = [Row((self.dated(day), self.line(each)), self.cite.of(each)) for day, each in ordered]
        return Block(self.say["timeline"], self.heads("day", "what"), tuple(rows))

    def day(self, each: Said) -> str:
        """A milestone stands at its own day, any other statement at the day on which it was made."""
        own = value(each, "date") if each.relation == "Milestone" else ""
        return own if own[:1].isdigit() else (each.dates[0] if each.dates else "")

    def promises(self) -> Block:
        near = {self.name(end) for each in self.said if (end := self.near(each))}
        rows = [self.promise(row) for row in concerning(self.ledger, self.name(self.iri), near)]
        return slim(Block(self.say["promises"], self.heads("who", "step", "planned", "stated", "became"), tuple(rows)))

    def near(self, each: Said) -> str:
        """Its part or its concern; what an area, or whatever it belongs to, has promised is not about it."""
        end = each.object if each.subject == self.iri else each.subject
        above = each.subject == self.iri and each.relation in ABOVE
        return "" if above or not end or "District" in self.stories.things[end].kinds else end

    def promise(self, made: Promised) -> Row:
        named = zip(steps(made), made.step.split(", "), strict=True)
        step = "、".join(self.words.get(name, raw) for name, raw in named)
        status = self.say.get(made.status, made.status)
        became = self.say["inTextOf"].format(status, self.dated(made.answered)) if made.answered else status
        cites = sorted({self.cite.number(self.places[at]) for at in (made.file, made.answer_file) if at in self.places})
        told = made.thing, step, self.dated(made.due), self.dated(made.said), became
        return Row(told, tuple(cites), made.status.replace(" ", "-"))


def dossier(stories: Stories, iri: str, language: str = "zh", ledger: Sequence[Promised] = ()) -> Dossier:
    return Writer(stories, iri, language, ledger).write()
