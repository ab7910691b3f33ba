"""A Page in, who builds a thing where the firm stands inside the title of a person out: 施工单位甲公司项目经理乙介绍."""

import re
from collections.abc import Iterator

from graphbuild.claims.evidence import joined, sure
from graphbuild.claims.groups import topic
from graphbuild.claims.items import THINGS
from graphbuild.claims.page import Page
from graphbuild.model import Claim

PEOPLE = frozenset(("Official", "Person"))
WIDEST = 8


def builders(page: Page) -> Iterator[Claim]:
    """What the clause is about is built by the firm of the person whom such a label introduces."""
    label = re.compile(rf"{page.known.pattern('developedBy.labels')}(?:的|—+|：)?$")
    for place, person in page.marks(0, len(page.text), PEOPLE):
        told = label.search(page.text, max(0, place - WIDEST), place)
        firms = page.reading.within(page.behind(place), person.start, "Company") if told else []
        if told and firms and firms[0].start == page.behind(place):
            things, brought = topic(page, told.start(), THINGS)
            for one in (one for one in things if not brought or one[1].kind != "Zone"):
                evidence = joined(page, one, (place, firms[0]), (told.start(), place + 1), page.sentence(place))
                yield page.reading.claim("developedBy", one[1], firms[0], evidence, "label before its person", sure(0.8, brought))
