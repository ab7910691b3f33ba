"""Two areas in, whether the one can lie in the other out: of the country's own areas its list knows that."""

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import above, areas
from graphbuild.model import Entity
from graphbuild.resolve.areas import COUNTY, ORDER
from graphbuild.resolve.scopes import LOCAL

AREA, PROVINCE = "District", 2  # digits of a code that tell the province


def can_lie(inner: Entity, outer: Entity, knowledge: Knowledge) -> bool:
    """甲市 lies in its province, whatever a sentence seems to say, and in no village; a county may have been another city's."""
    listed = areas(knowledge)
    low, high = listed.get(inner.code), listed.get(outer.code)
    if low is None or AREA not in inner.kinds or AREA not in outer.kinds:
        return True
    if high is None:
        return not (outer.code or LOCAL.search(outer.name))
    before = low.code[:PROVINCE] == high.code[:PROVINCE] and ORDER.get(high.level, COUNTY) < ORDER.get(low.level, COUNTY)
    return before or high in above(low, knowledge)
