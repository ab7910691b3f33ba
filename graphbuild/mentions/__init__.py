"""A Document in, its Mentions out: every named thing, each time it is named, sorted by place."""

from collections.abc import Iterator

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.alike import alike
from graphbuild.mentions.bare import bare
from graphbuild.mentions.bodies import with_place
from graphbuild.mentions.building import built
from graphbuild.mentions.called_on import called_on
from graphbuild.mentions.carry import carry
from graphbuild.mentions.catalogue import catalogue, tasks
from graphbuild.mentions.choose import choose
from graphbuild.mentions.departments import departments
from graphbuild.mentions.enumerated import enumerated
from graphbuild.mentions.events import events
from graphbuild.mentions.expos import expos
from graphbuild.mentions.firms import before_titles, behind_titles, in_firm, not_persons
from graphbuild.mentions.framed import framed
from graphbuild.mentions.fronted import fronted
from graphbuild.mentions.halls import chains, halls, of_areas
from graphbuild.mentions.home import home
from graphbuild.mentions.inner import inner, inside_sites, own_areas, owners, quarters
from graphbuild.mentions.joint import joint
from graphbuild.mentions.limited import limited
from graphbuild.mentions.links import links
from graphbuild.mentions.listed import listed
from graphbuild.mentions.lone_zones import lone_before, lone_zones
from graphbuild.mentions.longer import longer
from graphbuild.mentions.national import branches, national
from graphbuild.mentions.of_works import of_works, works_before
from graphbuild.mentions.on_spot import on_spot
from graphbuild.mentions.outputs import outputs, whose
from graphbuild.mentions.owned import owned
from graphbuild.mentions.people import people
from graphbuild.mentions.phased import before_parts
from graphbuild.mentions.quoted import quoted
from graphbuild.mentions.recognise import recognise
from graphbuild.mentions.recur import recur
from graphbuild.mentions.resettled import resettled
from graphbuild.mentions.rites import begun, rites
from graphbuild.mentions.routes import routes, trains
from graphbuild.mentions.seats import seats
from graphbuild.mentions.sections import numbered, sections, stations, stretches
from graphbuild.mentions.sessions import sessions
from graphbuild.mentions.set_phrases import held, single
from graphbuild.mentions.shared import shared
from graphbuild.mentions.site_works import named_in, on_sites, together
from graphbuild.mentions.squads import squads
from graphbuild.mentions.stepped import stepped
from graphbuild.mentions.told_off import told_off
from graphbuild.mentions.topics import topics
from graphbuild.mentions.town_bodies import town_bodies
from graphbuild.mentions.townships import townships
from graphbuild.mentions.twins import firms, twins
from graphbuild.mentions.visited import visited
from graphbuild.mentions.vitae import in_vitae
from graphbuild.mentions.wholes import wholes
from graphbuild.mentions.words import Words, cutter, lines
from graphbuild.mentions.works import works
from graphbuild.mentions.works_listed import works_listed
from graphbuild.model import Document, Mention
from graphbuild.text.own import own_place

__all__ = ["find"]


def find(document: Document, knowledge: Knowledge) -> list[Mention]:
    """Mentions may nest (an area in the name of its government) but never cross."""
    text = document.view.text
    words = lines(text, cutter(knowledge))
    told = people(document, knowledge)
    wrong = not_persons(told, text, words, knowledge)
    told = [mention for mention in told if mention.name not in wrong and not in_firm(mention, words, knowledge)]
    persons = [(m.start, m.end) for m in told if m.kind in ("Official", "Person")]
    tagged = behind_titles(recognise(text, words, persons, knowledge), told)
    seen = [*before_titles(tagged, told, knowledge), *told_by_form(text, words, knowledge)]
    things = choose([*told, *in_vitae(text, told, knowledge), *of_works(seen, words, knowledge)])
    things = choose([*things, *listed(text, things, words, knowledge)])
    things = choose([*things, *enumerated(text, things, words, knowledge)])
    things = choose([*things, *works_listed(text, things, words, knowledge)])
    things = sorted(alike(text, things, words, knowledge), key=order)
    things = choose([*things, *visited(text, things, words, knowledge)])
    things = choose([*things, *called_on(text, things, words, knowledge)])
    things = choose(longer(text, things, words, knowledge))
    things = choose([*things, *recur(text, things)])
    things = firms(things, knowledge)
    things = list(together(text, list(shared(text, things, words, knowledge)), knowledge))
    things = list(built(list(joint(text, twins(text, things, knowledge), knowledge)), text))
    things = list(owned(text, things, words, knowledge))
    things = list(sessions(text, rites(text, sorted(fronted(text, things), key=order), knowledge)))
    things = list(held(text, list(single(things, knowledge))))
    things = [link for mention in carry(text, things, knowledge) for link in links(mention, knowledge)]
    nested = [*inner(things, text, words, knowledge), *named_in(things, knowledge), *inside_sites(things, knowledge)]
    nested += [*quarters(text, things, words, knowledge), *owners(things), *whose(things, knowledge)]
    nested += seats(things, words, knowledge)
    nested += [*begun(text, things, words, knowledge), *before_parts(things, knowledge)]
    nested = [*own_areas(text, nested, things, knowledge), *lone_before(things, knowledge)]
    found = [*things, *nested, *works_before(text, things), *wholes(things, knowledge), *(m for m in told if m.kind == "Post")]
    found = home(document, found, words, knowledge)
    place = own_place(document, found)
    return with_place(sorted(set(town_bodies(text, found, place)), key=order), place, text, knowledge)


def told_by_form(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """What needs no tagger to be seen."""
    ways, bodies = (sections, stretches, numbered, stations, routes, trains), (national, branches, squads, departments)
    told = (catalogue, tasks, told_off, stepped, on_spot, topics, outputs, framed, resettled)
    for look in (works, on_sites, quoted, *ways, *told, *bodies, expos, halls, of_areas, chains, townships, limited, lone_zones):
        yield from look(text, words, knowledge)
    yield from (*events(text, knowledge), *bare(text, knowledge))


def order(mention: Mention) -> tuple[object, ...]:
    return mention.start, -mention.end, mention.kinds, mention.name, mention.rule
