"""Nodes in, for each site the names left when the site in which it lies is left off."""

import re
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.resolve.nodes import SITES, Nodes
from graphbuild.text.either import either

REST = 4  # a name cut shorter could be anything
LINE, OWNER = re.compile("(?:段|铁路|高铁|公路|高速|工程)$"), re.compile("(?:集团|公司)$")
OWNED = SITES | {"Organization"}


@cache
def zones(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(f"(?:{either(knowledge.words('heads', kind='Zone'))})$")


def without_site(nodes: Nodes, knowledge: Knowledge) -> None:
    """甲片区乙中心 may be called 乙中心, 甲铁路乙段丙隧道 丙隧道, 甲集团乙指挥部 乙指挥部: what is left when the site, line or owner in
    front is left off, a site known or a zone by its head word."""
    known = {(node.scope.key, node.form.core) for node in nodes.all.values() if not node.person}
    for node in nodes.all.values():
        core = node.form.core
        if node.kind in OWNED and len(core) >= 2 * REST - 1:
            cuts = range(REST - 1, len(core) - REST + 1)
            fronts = [n for n in cuts if OWNER.search(core, 0, n)]
            if node.kind in SITES:
                fronts += (n for n in cuts if LINE.search(core, 0, n) or zones(knowledge).search(core, 0, n))
                fronts += (n for n in cuts if (node.scope.key, core[:n]) in known)
            node.rests = frozenset(core[n:] for n in fronts)
