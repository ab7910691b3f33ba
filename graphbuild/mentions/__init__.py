"""A Document in, its Mentions out: every named thing, each time it is named, sorted by place."""

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.bare import bare
from graphbuild.mentions.bodies import with_place
from graphbuild.mentions.carry import carry
from graphbuild.mentions.choose import choose
from graphbuild.mentions.events import events
from graphbuild.mentions.firms import not_persons
from graphbuild.mentions.inner import inner
from graphbuild.mentions.links import links
from graphbuild.mentions.people import people
from graphbuild.mentions.recognise import recognise
from graphbuild.mentions.recur import recur
from graphbuild.mentions.routes import routes
from graphbuild.mentions.shared import shared
from graphbuild.mentions.site_works import named_in, on_sites
from graphbuild.mentions.words import cutter, lines
from graphbuild.mentions.works import works
from graphbuild.model import Document, Mention
from graphbuild.text.own import own_place

__all__ = ["find"]


def find(document: Document, knowledge: Knowledge) -> list[Mention]:
    """Mentions may nest (an area in the name of its government) but never cross."""
    text = document.view.text
    words = lines(text, cutter(knowledge))
    told = people(document, knowledge)
    wrong = not_persons(told, text, words, knowledge)
    told = [mention for mention in told if mention.name not in wrong]
    persons = [(m.start, m.end) for m in told if m.kind in ("Official", "Person")]
    built = [*works(text, words, knowledge), *on_sites(text, words, knowledge), *routes(text, knowledge)]
    seen = [*recognise(text, words, persons, knowledge), *built, *events(text, knowledge), *bare(text)]
    things = choose([*told, *seen])
    things = choose([*things, *recur(text, things)])
    things = list(shared(text, things, words, knowledge))
    things = [link for mention in carry(things, knowledge) for link in links(mention)]
    found = [*things, *inner(things, text, knowledge), *named_in(things, knowledge), *(m for m in told if m.kind == "Post")]
    return with_place(sorted(set(found), key=order), own_place(document, found))


def order(mention: Mention) -> tuple[object, ...]:
    return mention.start, -mention.end, mention.kinds, mention.name
