"""What a graph tells and one thing in, a dossier of it out: every line of it leads to numbered sentences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graphbuild.view.charts import Figure, chart, plain
from graphbuild.view.citing import Citations, Cited
from graphbuild.view.index import local
from graphbuild.view.promises import Promised, concerning, steps
from graphbuild.view.stories import Said, Stories, Thing
from graphbuild.view.words import inverses, phrases, words

Cites = tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """One line of a report: its cells, and the numbers of the sentences that it rests on."""

    cells: tuple[str, ...]
    cites: Cites
    state: str = ""


@dataclass(frozen=True)
class Block:
    """Lines under one heading; `chart` is a picture of them where they are figures."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: str = ""


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
    figures: tuple[Block, ...]
    sources: tuple[Cited, ...]


class Writer:
    """Writes one dossier; sentences are numbered in the order in which its parts lean on them."""

    def __init__(self, stories: Stories, iri: str, language: str, ledger: Sequence[Promised]) -> None:
        self.stories, self.iri, self.language = stories, iri, language
        self.thing: Thing = stories.things[iri]
        everything = stories.said()
        self.ledger = ledger
        self.said = [each for each in everything if iri in (each.subject, each.object)]
        quotes = [quote for each in everything for quote in each.quotes]
        self.places = {f"{quote.source.file}:{quote.start}-{quote.end}": quote for quote in quotes}
        self.cite = Citations(stories.names(iri))
        self.say, self.words = phrases(language, "reports/words.json"), words(language)

    def write(self) -> Dossier:
        thing = self.thing
        kinds = "、".join(self.words.get(kind, kind) for kind in thing.kinds)
        parts = self.posts(), self.ties(), self.timeline(), self.promises(), tuple(self.figures())
        return Dossier(
            self.iri, thing.name, kinds, thing.names, thing.code, self.summary(), *parts, tuple(self.cite.cited)
        )

    def summary(self) -> str:
        days = sorted({day for each in self.said for day in each.dates})
        others = {end for each in self.said for end in (each.subject, each.object) if end and end != self.iri}
        texts = {quote.source for each in self.said for quote in each.quotes}
        between = f"{days[0]} – {days[-1]}" if days else "–"
        return self.say["summary"].format(len(self.said), len(texts), len(others), between)

    def posts(self) -> Block:
        held = [each for each in self.said if each.relation == "Post" and each.subject == self.iri]
        rows = [
            Row((self.told(each), self.name(each.object), span(each.dates)), self.cite.of(each))
            for each in latest(held)
        ]
        return Block(self.say["posts"], self.heads("post", "body", "stated"), tuple(rows))

    def ties(self) -> Block:
        """Others under the relation that leads to them, read from this thing's side; the commonest relation first."""
        groups: dict[str, list[Said]] = defaultdict(list)
        for each in self.said:
            if each.object and not (each.relation == "Post" and each.subject == self.iri):
                groups[self.reading(each)].append(each)
        ordered = sorted(groups, key=lambda heading: (-len(groups[heading]), heading))
        rows = tuple(self.tie(heading, each) for heading in ordered for each in latest(groups[heading]))
        return slim(Block(self.say["ties"], self.heads("relation", "who", "class", "words", "stated"), rows))

    def reading(self, each: Said) -> str:
        if each.subject == self.iri:
            return self.words.get(each.relation, each.relation)
        if each.relation == "Post":
            return self.say["holders"]
        other = inverses().get(each.relation)
        return self.words[other] if other else self.say["of"].format(self.words.get(each.relation, each.relation))

    def tie(self, heading: str, each: Said) -> Row:
        other = each.object if each.subject == self.iri else each.subject
        kinds = "、".join(self.words.get(kind, kind) for kind in self.stories.things[other].kinds)
        return Row((heading, self.name(other), kinds, self.told(each), span(each.dates)), self.cite.of(each))

    def timeline(self) -> Block:
        dated = [(day, each) for each in self.said if (day := self.day(each)) and each.relation != "Measure"]
        ordered = sorted(dated, key=lambda pair: (pair[0], pair[1].relation, pair[1].subject, pair[1].object))
        rows = [Row((day, self.line(each)), self.cite.of(each)) for day, each in ordered]
        return Block(self.say["timeline"], self.heads("day", "what"), tuple(rows))

    def day(self, each: Said) -> str:
        """A milestone stands at its own day, any other statement at the day on which it was made."""
        own = value(each, "date") if each.relation == "Milestone" else ""
        return own if own[:1].isdigit() else (each.dates[0] if each.dates else "")

    def promises(self) -> Block:
        near = {self.name(end) for each in self.said for end in (each.subject, each.object) if end}
        rows = [self.promise(row) for row in concerning(self.ledger, self.thing.name, near)]
        return slim(Block(self.say["promises"], self.heads("who", "step", "planned", "stated", "became"), tuple(rows)))

    def promise(self, made: Promised) -> Row:
        step = "、".join(
            self.words.get(name, raw) for name, raw in zip(steps(made), made.step.split(", "), strict=True)
        )
        became = self.say.get(made.status, made.status) + (f"（{made.answered}）" if made.answered else "")
        cites = sorted({self.cite.number(self.places[at]) for at in (made.file, made.answer_file) if at in self.places})
        return Row((made.thing, step, made.due, made.said, became), tuple(cites), made.status.replace(" ", "-"))

    def figures(self) -> Iterator[Block]:
        """A chart for what was counted more than once, one table for all the rest."""
        groups: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for each in self.said:
            if each.relation == "Measure":
                groups[self.part(each, "indicator"), self.part(each, "unit")].append(each)
        rest: list[Row] = []
        for (indicator, unit), group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
            figures = sorted(map(self.figure, group), key=lambda figure: (figure.period, figure.planned, figure.value))
            if picture := chart(indicator, unit, figures):
                rows = [Row((f.period, plain(f.value), f.change, self.state(f)), f.cites) for f in figures]
                heading = f"{indicator}（{unit}）" if unit else indicator
                yield slim(Block(heading, self.heads("period", "value", "change", "state"), tuple(rows), picture))
            else:
                rest += [
                    Row((indicator, f.period, plain(f.value) + unit, f.change, self.state(f)), f.cites) for f in figures
                ]
        if rest:
            heading = self.say["single"]
            yield slim(Block(heading, self.heads("indicator", "period", "value", "change", "state"), tuple(rest)))

    def state(self, figure: Figure) -> str:
        return self.say["plan"] if figure.planned else ""

    def figure(self, each: Said) -> Figure:
        period = self.part(each, "period") or span(each.dates)
        change = self.part(each, "change")
        sign = f"{plain(change)}%" if change.startswith("-") or not change else f"+{plain(change)}%"
        return Figure(
            period,
            self.part(each, "value"),
            sign if change else "",
            value(each, "status") == "Planned",
            self.cite.of(each),
        )

    def part(self, each: Said, name: str) -> str:
        return next((self.stories.index.call(term) for part, term in each.parts if part == name), "")

    def line(self, each: Said) -> str:
        told = self.told(each)
        relation = self.words.get(each.relation, each.relation)
        middle = told if each.relation in ("Post", "Milestone") else relation
        return " ".join(filter(None, (self.name(each.subject), middle, self.name(each.object))))

    def told(self, each: Said) -> str:
        return " ".join(self.words.get(local(term), self.stories.index.call(term)) for _, term in each.parts)

    def name(self, iri: str) -> str:
        return self.stories.things[iri].name if iri else ""

    def heads(self, *names: str) -> tuple[str, ...]:
        return tuple(self.say[name] for name in names)


def dossier(stories: Stories, iri: str, language: str = "zh", ledger: Sequence[Promised] = ()) -> Dossier:
    return Writer(stories, iri, language, ledger).write()


def value(each: Said, part: str) -> str:
    return next((local(term) for name, term in each.parts if name == part), "")


def slim(block: Block) -> Block:
    """Without the columns in which nothing stands."""
    kept = [n for n in range(len(block.columns)) if any(row.cells[n] for row in block.rows)]
    rows = tuple(replace(row, cells=tuple(row.cells[n] for n in kept)) for row in block.rows)
    return replace(block, columns=tuple(block.columns[n] for n in kept), rows=rows)


def latest(said: Iterable[Said]) -> list[Said]:
    """The newest first."""
    ordered = sorted(said, key=lambda each: (each.subject, each.object, str(each.parts)))
    return sorted(ordered, key=lambda each: max(each.dates, default=""), reverse=True)


def span(days: Sequence[str]) -> str:
    return " – ".join(dict.fromkeys((days[0], days[-1]))) if days else ""
