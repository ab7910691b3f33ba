"""Groups of nodes that are areas in, their ids, codes and parents out: the list's where it knows them, else the text's own."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import Area, above, areas, below, by_name, codes
from graphbuild.model import Entity
from graphbuild.resolve.areas import locate, town
from graphbuild.resolve.nodes import Node
from graphbuild.resolve.scopes import LOCAL, Scope


class Places:
    """What each area's texts name, so that a name borne by several areas is the one that they can mean."""

    def __init__(self, nodes: Iterable[Node], knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.told: dict[str, set[str]] = defaultdict(set)
        for node in nodes:
            if "District" in node.kinds:
                self.told[node.scope.key].add(node.name)

    def identify(self, group: Sequence[Node], name: str) -> tuple[str, str]:
        """The id and the code of the area that the group is."""
        scope = group[0].scope
        if area := self.area(group, name):
            return area_id(area), area.code
        if code := self.town(group, scope):
            return f"district/{name}.{code}", code
        own = any(node.name == node.scope.name for node in group)
        if own:
            return f"district/{scope.key}", ""
        shared = LOCAL.search(name) or name in by_name(self.knowledge)
        return f"district/{name}.{scope.key}" if shared else f"district/{name}", ""

    def area(self, group: Sequence[Node], name: str) -> Area | None:
        scope = group[0].scope
        if code := next((node.key[3] for node in group if node.key[3] in areas(self.knowledge)), ""):
            return areas(self.knowledge)[code]
        names = sorted(dict.fromkeys((name, *(node.name for node in group))), key=lambda n: not codes(n, self.knowledge))
        for candidate in names:
            if scope.area and candidate == scope.name:
                return scope.area
            context = frozenset(n for n in scope.names() if n != candidate)
            told = frozenset(self.told[scope.key])
            if area := locate(candidate, context, self.knowledge) or locate(candidate, told, self.knowledge):
                return area
        return None

    def town(self, group: Sequence[Node], scope: Scope) -> str:
        """A town of the own county, or of the only county of the own city that has one of the name."""
        for node in group:
            if not scope.area or not LOCAL.search(node.name):
                continue
            counties = scope.area.code, *below(self.knowledge).get(scope.area.code, ())
            codes = [code for county in counties if (code := town(node.name, county, self.knowledge))]
            if len(codes) == 1:
                return codes[0]
        return ""

    def parent(self, entity: Entity) -> Area | None:
        """The area right above an area of the list."""
        if len(entity.code) > 6:
            return areas(self.knowledge).get(entity.code[:6])
        return next(iter(above(areas(self.knowledge)[entity.code], self.knowledge)), None) if entity.code else None


def area_id(area: Area) -> str:
    """The same whether a text says 江苏 or 江苏省."""
    return f"district/{area.name}.{area.code}"
