"""Two areas in, whether the one can lie in the other out: of the country's own areas its list knows that."""

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import above, areas
from graphbuild.model import Entity
from graphbuild.resolve.scopes import LOCAL

COUNTY = 6  # digits of a code; those of towns are longer and begin with their county's
AREA = "District"


def can_lie(inner: Entity, outer: Entity, knowledge: Knowledge) -> bool:
    """甲市 lies in its province, whatever a sentence seems to say, and in no village; of other places nothing is known."""
    area = areas(knowledge).get(inner.code[:COUNTY])
    if area is None or AREA not in inner.kinds or AREA not in outer.kinds:
        return True
    if not outer.code:
        return not LOCAL.search(outer.name)
    uppers = {one.code for one in above(area, knowledge)}
    return outer.code in uppers or (outer.code == area.code and len(inner.code) > COUNTY)
