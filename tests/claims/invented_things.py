"""An invented text with the names to find in it in, a Reading out: claims are tested apart from the finding of names."""

import re

from graphbuild.claims.reading import Reading
from graphbuild.knowledge import load
from graphbuild.model import Document, Mention, PartialDate
from graphbuild.text.clean import clean

KNOWN = load()


def reading(text: str, said: str = "", **names: str) -> Reading:
    """`names` are words by class: Road="甲路 乙路"; a class Project_Zone gives both."""
    document = Document("d", "d.txt", text, clean(text), published=PartialDate.parse(said))
    view = document.view.text
    found = [
        Mention(one.start(), one.end(), tuple(kinds.split("_")), name, "test")
        for kinds, written in names.items() for name in written.split() for one in re.finditer(re.escape(name), view)
    ]
    kept = [m for m in found if not any(o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in found)]
    return Reading(document, sorted(kept, key=lambda m: m.start), KNOWN)
