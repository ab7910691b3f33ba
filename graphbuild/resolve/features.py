"""Two nodes in, how far each feature holds out (0 to 1); a feature's docstring is what `explain --identity` prints."""

import re
from collections.abc import Callable
from itertools import product

from graphbuild.resolve.classes import fit
from graphbuild.resolve.forms import CORE, Form
from graphbuild.resolve.names import firm, shortened
from graphbuild.resolve.nodes import SITES, Node
from graphbuild.text.own import LEVELS

Feature = Callable[[Node, Node], float]
LEVEL = re.compile(r"[省市区县]")
AREA = re.compile(r"^\w{1,7}?[省市区县旗州]")


def same_letters(a: Node, b: Node) -> float:
    """The names have the same letters once marks, spaces and brackets are left out."""
    return any_form(a, b, lambda x, y: x.plain == y.plain or x.full == y.full)


def usual_words(a: Node, b: Node) -> float:
    """They differ by a usual short word (文创 for 文化创意) or a trailing 项目, 工程 or 建设 alone."""
    return any_form(a, b, lambda x, y: x.core == y.core and x.front == y.front)


def area_in_front(a: Node, b: Node) -> float:
    """One has the area in which it lies in front, the other has not."""
    return any_form(a, b, lambda x, y: x.core == y.core and x.front != y.front)


def said_to_be(a: Node, b: Node) -> float:
    """A text says so: 甲园（以下简称乙园）, 甲园更名为乙园."""
    return float(b.form.plain in a.told or a.form.plain in b.told)


def shared_tail(a: Node, b: Node) -> float:
    """In a list the last one says the head word for all: 甲、乙遗址公园 is 甲遗址公园 and 乙遗址公园."""
    return float(b.name in a.tails or a.name in b.tails)


def one_in_the_country(a: Node, b: Node) -> float:
    """The full name is borne once in the country: a registered firm, a university, the body of a named area."""
    return float(bool(a.wide) and a.wide == b.wide)


def level_left_out(a: Node, b: Node) -> float:
    """柳林 for 柳林县: the level of the area is left out."""
    long, short = by_length(a.form.core, b.form.core)
    return float({a.kind, b.kind} == {"District"} and len(short) > 1 and long[:-1] == short)


def firm_form(a: Node, b: Node) -> float:
    """A firm without its legal form, or with letters left out: 淮江三建 for 淮江第三建筑工程有限公司."""
    if "Company" not in (a.kind, b.kind):
        return 0.0
    return any_form(a, b, lambda x, y: firm(*by_length(x.core, y.core)))


def letters_left_out(a: Node, b: Node) -> float:
    """Same beginning and same end, letters left out between; less telling for bodies (卫生局 is not short for 卫生监督局)."""
    found = any_form(a, b, lambda x, y: shortened(*by_length(x.core, y.core)))
    if {"Organization", "Event"} & {a.kind, b.kind}:
        return found * 0.6 * (min(len(AREA.sub("", node.form.core)) for node in (a, b)) >= CORE)
    return found


def front_left_off(a: Node, b: Node) -> float:
    """The beginning of a long name is left off, and no text uses both."""
    if not {a.kind, b.kind} <= SITES or a.documents.keys() & b.documents.keys():
        return 0.0
    long, short = by_length(a.form.core, b.form.core)
    return float(len(short) >= 6 and long.endswith(short) and 2 <= len(long) - len(short) <= 3)


def site_in_front(a: Node, b: Node) -> float:
    """The site in which it lies stands in front and is left off: 甲片区乙中心 and 乙中心."""
    return float(b.form.core in a.rests or a.form.core in b.rests)


def body_of_a_zone(a: Node, b: Node) -> float:
    """党工委 for 甲经开区党工委: the only body of that kind that the area's texts name, with its zone left out."""
    long, short = sorted((a, b), key=lambda node: -len(node.form.core))
    if {a.kind, b.kind} != {"Organization"} or long.wide or short.form.front or not long.form.core.endswith(short.form.core):
        return 0.0
    front = long.form.core[: -len(short.form.core)]
    return float(len(short.form.core) >= CORE and front[-1:] in LEVELS)


def letters_look_alike(a: Node, b: Node) -> float:
    """They differ only in letters that are taken for each other when print is read by a machine: 圆 and 园."""
    return any_form(a, b, lambda x, y: x.core != y.core and x.looks == y.looks and x.front == y.front)


def same_post(a: Node, b: Node) -> float:
    """Both hold the same post of the same body."""
    return float(any(body for _, body in a.posts & b.posts))


def shared_neighbours(a: Node, b: Node) -> float:
    """Texts of one area say the same of both: the same builder, visitor, place."""
    return float(a.scope == b.scope and bool(a.neighbours & b.neighbours))


def same_city(a: Node, b: Node) -> float:
    """Rivers and roads run through several districts of one city."""
    natural = {a.kind, b.kind} <= {"Road", "WaterBody"}
    return float(natural and a.scope != b.scope and a.scope.above[:1] == b.scope.above[:1] != ())


def parts(a: Node, b: Node) -> float:
    """One is a part or a phase that the other is not: 二期, 首开区, A区, 东路."""
    return float(a.form.steps != b.form.steps)


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


NAMES: tuple[tuple[float, Feature], ...] = (
    (1.0, same_letters), (1.0, said_to_be), (1.0, one_in_the_country), (0.95, usual_words), (0.95, area_in_front),
    (0.9, shared_tail), (0.9, level_left_out), (0.85, firm_form), (0.8, letters_left_out), (0.75, front_left_off),
    (0.75, site_in_front), (0.75, body_of_a_zone), (0.45, letters_look_alike),
)  # fmt: skip
SUPPORT: tuple[tuple[float, Feature], ...] = ((0.5, same_post), (0.3, shared_neighbours), (0.15, same_city))
AGAINST: tuple[tuple[float, Feature], ...] = (
    (-1.0, parts), (-1.0, other_class), (-1.0, other_area_in_front), (-1.0, other_role), (-1.0, other_day),
    (-0.7, other_area), (-0.6, side_by_side),
)  # fmt: skip
TABLE = (*NAMES, *SUPPORT, *AGAINST)


def any_form(a: Node, b: Node, test: Callable[[Form, Form], object]) -> float:
    return float(any(test(x, y) for x, y in product(a.forms, b.forms)))


def by_length(a: str, b: str) -> tuple[str, str]:
    return (a, b) if len(a) >= len(b) else (b, a)
