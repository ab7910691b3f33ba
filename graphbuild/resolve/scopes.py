"""Documents and their mentions in, the area in which each document's names hold out: the same name in two areas is two things."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import Area, above, by_name, former_names, shortest
from graphbuild.model import Document, Issue, Mention
from graphbuild.resolve.areas import locate
from graphbuild.text.own import LINK, SEATS, own_place, spoken

LOCAL = re.compile(r"(?:镇|乡|街道|社区|村|[寨庄屯]|苏木|嘎查)$")  # 城关镇 is in every province


@dataclass(frozen=True, slots=True)
class Scope:
    """An area that texts call their own; `key` names it in ids, `above` names the areas that it lies in, nearest first.

    `said` is its name in the text, `former` what else it was called: 市委 meant another body before the city became a district."""

    key: str
    name: str = ""
    area: Area | None = None
    above: tuple[str, ...] = ()
    said: str = ""
    former: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """What may stand before the name of a thing of this area: its own names and those of the areas above."""
        return tuple(dict.fromkeys(n for name in (*self.own(), *self.above) for n in (name, shortest(name)) if n))

    def own(self) -> tuple[str, ...]:
        """What it is or was called."""
        return tuple(filter(None, (self.name, *self.former)))

    def upper(self, level: str) -> str:
        """The area above whose name ends in that level: 市 is the city of a district."""
        return next((name for name in self.above if name.endswith(level)), "")


def scopes(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mention]], knowledge: Knowledge, known: Mapping[str, str] = {},
) -> dict[str, Scope]:  # fmt: skip
    """An article that names no area of its own takes its file's; `known` are the areas that documents call their own."""
    own = known or {d.id: own_place(d, found[d.id]) for d in documents}
    files: dict[str, Counter[str]] = defaultdict(Counter)
    for d in documents:
        files[d.sha256].update(filter(None, [own[d.id]]))
    named = {d.id: own[d.id] or most(files[d.sha256]) for d in documents}
    told = {d.id: upper_areas(d, named[d.id], found[d.id]) for d in documents}
    uppers: dict[str, set[str]] = defaultdict(set)
    for d in documents:
        uppers[named[d.id]].update(filter(None, [told[d.id]]))
    return {d.id: scope(d, named[d.id], told[d.id], uppers[named[d.id]], found[d.id], knowledge) for d in documents}


def scope(
    document: Document, name: str, upper: str, uppers: set[str], mentions: Iterable[Mention], knowledge: Knowledge
) -> Scope:
    """A row of the list where one fits; an area that the list does not hold is told apart by the area above it."""
    if not name:
        return Scope(document.sha256[:8])
    context = frozenset(m.name for m in mentions if "District" in m.kinds)
    area = locate(name, frozenset(LINK.findall(document.place)), knowledge) or locate(name, context, knowledge)
    if area:
        former = tuple(sorted(former_names(knowledge).get(area.code, ())))
        return Scope(called(area, knowledge), area.name, area, tuple(up.name for up in above(area, knowledge)), name, former)
    many = name in by_name(knowledge) or LOCAL.search(name)
    upper = upper or (next(iter(uppers)) if len(uppers) == 1 and not many else "")
    if many and not upper:  # which of several areas it is nobody says
        return Scope(f"{name}-{document.sha256[:8]}", name)
    return Scope(upper + name, name, None, (upper,) if upper else ())


def unplaced(documents: Iterable[Document], scopes: Mapping[str, Scope]) -> list[Issue]:
    """Texts that say 我市 or 全区 of an area that nothing tells: what they name stays apart from what others name alike."""
    remedy = 'add place = "甲省乙市丙区" with its reason to sources.toml'
    told = {d.source: spoken(d.view.text) for d in documents if not scopes[d.id].name}
    return [
        Issue("warning", "resolve", "no place", f"{source} speaks of its {'/'.join(own)} without saying which", source, remedy)
        for source, levels in sorted(told.items()) if (own := sorted({*levels} & {*SEATS}))
    ]  # fmt: skip


def called(area: Area, knowledge: Knowledge) -> str:
    """Its name, with its code where another area bears the same."""
    alone = [a for a in by_name(knowledge)[area.name] if a.name == area.name] == [area]
    return area.name if alone else f"{area.name}-{area.code}"


def upper_areas(document: Document, name: str, mentions: Iterable[Mention]) -> str:
    """The area that the source or a chain such as 甲市乙区 puts above the text's own."""
    if not name:
        return ""
    links = LINK.findall(document.place)
    if name in links[1:]:
        return str(links[links.index(name) - 1])
    chains = (n[: -len(name)] for m in mentions if m.name == name for n in m.names if n.endswith(name) and n != name)
    fronts = Counter(links[-1] for front in chains if (links := LINK.findall(front)))
    return most(fronts)


def most(places: Counter[str]) -> str:
    return min(places, key=lambda place: (-places[place], place)) if places else ""
