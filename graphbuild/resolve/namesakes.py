"""A document's mentions and its scope in, out which names of areas mean a namesake of the text's own: 乙市朝阳区 in texts of 甲市朝阳区."""

from collections.abc import Mapping, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.model import Mention
from graphbuild.resolve.areas import locate
from graphbuild.resolve.scopes import Scope


def namesakes(mentions: Sequence[Mention], scope: Scope, knowledge: Knowledge) -> Mapping[int, str]:
    """The code of the other area by the place of its name: told by the area right in front of it."""
    found: dict[int, str] = {}
    if scope.area is None:
        return found
    chain: list[Mention] = []
    for mention in mentions:
        if mention.kind != "District":
            continue
        chain = [*chain, mention] if chain and chain[-1].end == mention.start else [mention]
        if len(chain) > 1 and mention.name in scope.own():
            area = locate(mention.name, frozenset(front.name for front in chain[:-1]), knowledge)
            if area and area != scope.area:
                found[mention.start] = area.code
    return found
