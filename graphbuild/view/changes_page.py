"""Two graphs and their changes in, one page out: both in one picture, what differs in colours."""

from rdflib import Graph

from graphbuild.view.changes import GONE, Changes, key_of
from graphbuild.view.network import FIRST, Scene
from graphbuild.view.page import Look, render
from graphbuild.view.stories import Stories


def page(old: Graph, new: Graph, changes: Changes, look: Look) -> str:
    """Both graphs in one picture: what differs and what it touches at first, in colours; the rest on request."""
    both = Graph()
    for triple in (*old, *new):
        both.add(triple)
    stories = Stories(both)
    stories.things.update(changes.new.things)  # where a name changed, the newer one is shown
    states = {change.key: change.state for change in changes.said}
    said = stories.said()
    touched = {change.thing.iri for change in changes.things}
    touched |= {end for each in changes.said for end in (each.said.subject, each.said.object) if end}
    order = sorted(stories.things, key=lambda iri: (iri not in touched, iri))
    left = {change.old.iri: GONE for change in changes.things if change.old}  # an id that was given up
    colours = {"things": left | {change.thing.iri: change.state for change in changes.things}}
    told = {n: state for n, each in enumerate(said) if (state := states.get(key_of(each, stories.index)))}
    first = len(order) if len(order) <= FIRST else len(touched)
    scene = Scene([stories.things[iri] for iri in order], said, first)
    return render(stories, look.changed({**colours, "said": told}), scene)
