"""A name's form and its text's area in, what tells it in the whole country out; nothing for names that every city has."""

import re
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import Area, shortest
from graphbuild.resolve.areas import locate
from graphbuild.resolve.forms import Form, bodies
from graphbuild.resolve.scopes import Scope, called
from graphbuild.text.either import either

LEGAL = re.compile(r"\w{4,}(?:有限|股份)公司$")  # a registered name is borne by one firm
AREA = re.compile(r"\w{1,7}?(?:自治[区州县旗]|州[市区]|[省市区县旗州])")
COUNTED = re.compile(r"\d|[届次]")
SITES = ("Project", "Zone", "Park", "Facility")


def wide(form: Form, kind: str, scope: Scope, knowledge: Knowledge) -> tuple[str, str]:
    """A key that equal names share across areas, and the area whose thing it is; the text's own where there is no key."""
    if kind == "Company" and registered(form, knowledge):
        return form.front + form.core, ""
    if kind in ("Organization", "Event"):
        counted = kind == "Organization" or COUNTED.search(form.core)
        if counted and national(knowledge, "Organization").match(form.core):
            return form.core, ""
        return of_area(form, scope, knowledge)
    return of_upper(form, scope) if kind in SITES else ("", scope.key)


def registered(form: Form, knowledge: Knowledge) -> bool:
    known = LEGAL.match(form.core) and not common(knowledge).match(form.core)
    return bool(known or national(knowledge, "Company").match(form.core))


@cache
def common(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(either(knowledge.words("nationwide", place="common")))


@cache
def national(knowledge: Knowledge, kind: str) -> re.Pattern[str]:
    front, end, no = (either(knowledge.words("nationwide", place=p, kind=kind)) for p in ("front", "end", "not"))
    return re.compile(f"(?!.*(?:{no})$)(?:(?:{front}).|..+(?:{end})$)")


def of_area(form: Form, scope: Scope, knowledge: Knowledge) -> tuple[str, str]:
    """The body of an area of the list is the same in that area's texts and in others'."""
    key, home, end = "", scope.key, 0
    fronts: tuple[str, ...] = ()
    while found := AREA.match(form.full, end):
        end = found.end()
        area = located(found.group(), scope, fronts, knowledge)
        known = area is not None or found.group() in scope.above
        if known and bodies(knowledge).match(form.full, end - 1):
            home = called(area, knowledge) if area else found.group()
            key = f"{area.code if area else home}{form.full[end:]}"
        fronts = (*fronts, found.group())
    return key, home


def located(name: str, scope: Scope, fronts: tuple[str, ...], knowledge: Knowledge) -> Area | None:
    """The text's own area, unless another one stands in front of the name: 乙市中心区 is not the 中心区 of 甲市."""
    stranger = bool(fronts) and not {n for up in fronts for n in (up, shortest(up))} <= set(scope.names())
    if name in scope.own() and not stranger:
        return scope.area
    return locate(name, frozenset(fronts if stranger else (*scope.above, *fronts)), knowledge)


def of_upper(form: Form, scope: Scope) -> tuple[str, str]:
    """A site that bears the name of an area above its text's own, as the texts of its sisters may name it too."""
    upper = next((up for up in scope.above if form.front in (up, up[:-1])), "")
    return (f"{upper}{form.core}", upper) if upper and form.front else ("", scope.key)
