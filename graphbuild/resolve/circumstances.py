"""Two nodes in, how far what texts say around their names speaks for or against one thing out; docstrings are printed too."""

import re

from graphbuild.resolve.classes import fit
from graphbuild.resolve.likeness import one_in_the_country
from graphbuild.resolve.nodes import Node

LEVEL = re.compile(r"[省市区县]")


def same_post(a: Node, b: Node) -> float:
    """Both hold the same post of the same body."""
    return float(any(body for _, body in a.posts & b.posts))


def shared_neighbours(a: Node, b: Node) -> float:
    """Texts of one area say the same of both: the same builder, visitor, place."""
    return float(a.scope.key == b.scope.key and bool(a.neighbours & b.neighbours))


def same_city(a: Node, b: Node) -> float:
    """Rivers and roads run through several districts of one city."""
    natural = {a.kind, b.kind} <= {"Road", "WaterBody"}
    return float(natural and a.scope.key != b.scope.key and a.scope.above[:1] == b.scope.above[:1] != ())


def parts(a: Node, b: Node) -> float:
    """One is a part or a phase that the other is not: 二期, A区, 东路; what stands in front of a site tells where it is."""
    in_front = b.form.core in a.rests or a.form.core in b.rests
    return float(a.form.steps != b.form.steps and not in_front)


def other_class(a: Node, b: Node) -> float:
    """One is a person, the other not; or a body and a place, a meeting and a body."""
    return float(a.person != b.person or not fit(a, b))


def other_area_in_front(a: Node, b: Node) -> float:
    """Each name has an area in front, and not the same."""
    x, y = (LEVEL.sub("", node.form.front) for node in (a, b))
    return float(bool(x and y) and not x.endswith(y) and not y.endswith(x))


def side_by_side(a: Node, b: Node) -> float:
    """A list names them beside each other, so that they are two."""
    return float(b.name in a.beside or a.name in b.beside)


def told_by_its_city(a: Node, b: Node) -> float:
    """Two areas of one name: a text puts another city in front of one of them."""
    return float(a.kind == b.kind == "District" and a.key[3] != b.key[3] and any(node.key[3].isdigit() for node in (a, b)))


def other_code(a: Node, b: Node) -> float:
    """The country's list has them as two areas: 长沙市 and 长沙县."""
    return float(bool(a.codes and b.codes) and not a.codes & b.codes)


def other_role(a: Node, b: Node) -> float:
    """One is an official, the other is introduced with a calling of his own: 村民, 企业家."""
    official, person = sorted((a, b), key=lambda node: node.key[1])
    return float(official.key[1] == "Official" and person.key[1] == "Person" and person.role)


def other_day(a: Node, b: Node) -> float:
    """Meetings of a name without a number, months apart, are two."""
    return float(bool(a.key[3] and b.key[3]) and a.key[3] != b.key[3] and a.kind == b.kind == "Event")


def other_area(a: Node, b: Node) -> float:
    """They stand in the texts of two areas, and nothing in the name is one in the country."""
    return float(a.scope.key != b.scope.key and not one_in_the_country(a, b))
