"""A question in plain Chinese or English in, a reply with its sentences out; what is not understood is declined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from rdflib import URIRef

from graphbuild.errors import Unanswerable
from graphbuild.knowledge import Knowledge, load
from graphbuild.knowledge.questions import questions
from graphbuild.knowledge.terms import Terms, terms
from graphbuild.query.answering import Answerer
from graphbuild.query.choosing import Chosen, choose, kind_of, takes
from graphbuild.query.cues import Cues, Form, cues
from graphbuild.query.linking import Link, Linker, Reading
from graphbuild.query.placed import spoken_of, written
from graphbuild.query.replies import Reply
from graphbuild.query.saying import Teller, teller
from graphbuild.query.store import Store, open_store
from graphbuild.query.things import Thing, Things
from graphbuild.query.values import called

LONGEST = 500
MOST_CANDIDATES, MOST_NEAREST = 20, 3
HAN, LATIN = re.compile(r"[㐀-鿿]"), re.compile(r"[a-z]{2,}")


@dataclass(frozen=True, eq=False)
class Asker:
    """A store to which questions are put, one or many: many are told quicker where every name is read before."""

    store: Store
    texts: Path
    knowledge: Knowledge
    once: bool = False

    @cached_property
    def linker(self) -> Linker:
        return Linker(Things(self.store, self.terms), self.cues, self.knowledge, self.once)

    @cached_property
    def answerer(self) -> Answerer:
        newest = (self.linker.things.newest.span() or ("", ""))[1]
        return Answerer(self.store, self.texts, self.knowledge.folder, newest)

    @property
    def cues(self) -> Cues:
        return cues(self.knowledge.folder)

    @property
    def terms(self) -> Terms:
        return terms(self.knowledge.folder)

    def ask(self, question: str) -> Reply:
        """Answers only where every word is understood and every name means one thing."""
        if not question.strip() or len(question) > LONGEST:
            raise Unanswerable("the question is empty or too long", f"ask in at most {LONGEST} characters")
        question.encode()  # half a character is told as such, not as a word that is not known
        reading = self.linker.read(question)
        tell = teller(self.knowledge.folder, language(reading))
        chosen = self.choose(reading) or self.choose(self.linker.read(question, eager=True))
        if chosen is None:
            return self.declined(reading, tell)
        doubtful = [self.told_of(link) for link in chosen.things.values() if len(link.options) > 1]
        if doubtful:
            return self.ambiguous(doubtful[0], tell)
        reply = self.answerer.reply(chosen, tell)
        return reply if reply.outcome == "answered" else replace(reply, nearest=self.nearest(chosen_things(chosen), tell))

    def told_of(self, link: Link) -> Link:
        told = {str(node) for node in spoken_of(self.store.graph, [URIRef(thing.iri) for thing in link.options])}
        return replace(link, options=tuple(thing for thing in link.options if thing.iri in told))

    def choose(self, reading: Reading) -> Chosen | None:
        return None if reading.left else choose(reading, self.cues, self.terms, self.linker.things.newest)

    def declined(self, reading: Reading, tell: Teller) -> Reply:
        """A name that nothing bears is named; else the question is beyond the graph. Either way the nearest are offered."""
        meant = [thing for link in reading.links for thing in link.options[:MOST_NEAREST]]
        near = self.nearest(meant or [thing for _, run in reading.left for thing in self.resembling(run)], tell)
        words = tell.word("and").join(run for _, run in sorted(reading.left))
        if name := self.unknown(reading):
            names = tell.word("and").join(self.alike(name))
            said = tell.word("unknown", words=name) + (tell.word("near", names=names) if names else "")
            return Reply("unknown", said, tell.language, nearest=near)
        told = tell.word("outside", left=tell.word("left", words=words) if words else "")
        return Reply("outside", told, tell.language, nearest=near)

    def unknown(self, reading: Reading) -> str:
        """What is left over, where it would make a question of it as a name, and without it there is none."""
        if len(reading.left) != 1 or self.choose(replace(reading, left=[])):
            return ""
        at, run = reading.left[0]
        heads = (word for word in reading.words if self.cues.heads & self.cues.words[word])
        head = next((word for word in heads if reading.text.startswith(word, at + len(run))), "")
        words = [word for word in reading.words if word != head]
        some = Link(at, run + head, tuple(self.linker.things.named))
        named = len(some.words) > 1 and not some.words.isascii()
        asked = named and self.choose(replace(reading, left=[], words=words, links=[*reading.links, some]))
        return some.words if asked else ""

    def ambiguous(self, link: Link, tell: Teller) -> Reply:
        refs = written({thing.iri: thing.name for thing in link.options}, self.store.graph)
        listed = tuple((refs[one.iri], one.iri, self.answerer.told(one.iri, tell)) for one in link.options[:MOST_CANDIDATES])
        said = tell.word("ambiguous", words=link.words, n=len(link.options))
        return Reply("ambiguous", said, tell.language, candidates=listed)

    def alike(self, words: str) -> list[str]:
        """Names that share most pairs of characters with it."""
        shared = {thing.name: n for thing, n in self.shared(words).items()}
        return sorted(shared, key=lambda name: (-shared[name], name))[:MOST_NEAREST]

    def resembling(self, words: str) -> list[Thing]:
        """Things whose names share at least half of its pairs of characters."""
        shared = {thing: n for thing, n in self.shared(words).items() if 2 * n >= len(words) - 1}
        return sorted(shared, key=lambda thing: (-shared[thing], thing))[:MOST_NEAREST]

    def shared(self, words: str) -> dict[Thing, int]:
        """How many pairs of its characters stand in the name of each thing, where any do."""
        pairs = {words[n : n + 2] for n in range(len(words) - 1)}
        return {thing: n for thing in self.linker.things.named if (n := sum(pair in thing.name for pair in pairs))}

    def nearest(self, things: list[Thing], tell: Teller) -> tuple[str, ...]:
        """Questions about the same things to which the graph has an answer; else about those of which most is said."""
        found = [text for thing in things for text in self.answerable(thing, tell)]
        return tuple(dict.fromkeys(found))[:MOST_NEAREST] or tuple(filter(None, self.any_questions(tell)))

    def answerable(self, thing: Thing, tell: Teller) -> Iterator[str]:
        for form in self.cues.forms:
            if (said := tell.form(form.question, "ask")) and (slot := self.only_slot(form, thing)):
                chosen = Chosen(form, {slot: Link(0, thing.name, (thing,))}, {}, frozenset(), (), 0.0)
                if self.answerer.states(chosen):
                    yield tell.fill(said, {slot: self.ref(thing)})

    def ref(self, thing: Thing) -> str:
        """How it is written to be meant alone."""
        bearers = dict.fromkeys((node.value for node in called(self.store, [thing.name])), thing.name)
        return written(bearers, self.store.graph).get(thing.iri, thing.name)

    def only_slot(self, form: Form, thing: Thing) -> str:
        """The slot of a form that this thing alone fills."""
        (slot, want), *more = form.slots.items() or [("", "")]
        alone = kind_of(want) and not (more or form.match or form.rows)
        return slot if alone and takes(want, thing.kinds, self.terms) else ""

    def any_questions(self, tell: Teller) -> Iterator[str]:
        rows = self.store.query(questions(self.knowledge.folder)["most-connected"].text).dicts()
        most = {getattr(row.get("thing"), "value", "") for row in rows[:MOST_NEAREST]}
        for thing in sorted(self.linker.things.named, key=lambda thing: thing.iri):
            if thing.iri in most:
                yield next(self.answerable(thing, tell), "")


def chosen_things(chosen: Chosen) -> list[Thing]:
    return [link.options[0] for link in chosen.things.values()]


def language(reading: Reading) -> str:
    """That of the words, not of the names."""
    said = "".join(reading.words)
    return "en" if LATIN.search(said) and not HAN.search(said) else "zh"


def asker(output: Path, *, once: bool = False) -> Asker:
    """Of an output folder, or of a file of Turtle beside its texts."""
    store = open_store(output)
    return Asker(store, store.turtle.parent / "texts", load(), once)
