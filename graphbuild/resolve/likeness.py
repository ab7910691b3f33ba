"""Two nodes in, how far their names speak for one thing (0 to 1) out; a docstring is what `explain --identity` prints."""

import re
from collections.abc import Callable
from itertools import product

from graphbuild.resolve.forms import CORE, Form
from graphbuild.resolve.names import BRIEF, by_ends, firm, shortened
from graphbuild.resolve.nodes import SITES, Node
from graphbuild.text.own import LEVELS

RAISED = re.compile("(?:快速路|快速通道|高架路?|大桥|立交桥?)$")
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


def first_letters_of_its_ends(a: Node, b: Node) -> float:
    """甲乙高速 for 甲川—乙康高速公路; two that name their ends in full are not one because the letters begin alike."""
    brief = {bool(BRIEF.fullmatch(node.name)) for node in (a, b)}
    return float(a.kind == b.kind == "Road" and len(brief) > 1 and by_ends(a.name) == by_ends(b.name) != "")


def letters_left_out(a: Node, b: Node) -> float:
    """Same beginning and same end, letters left out between; less telling for bodies (卫生局 is not short for 卫生监督局)."""
    if len({bool(RAISED.search(node.name)) for node in (a, b)}) > 1:
        return 0.0  # 甲快速路 is not 甲路
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


def any_form(a: Node, b: Node, test: Callable[[Form, Form], object]) -> float:
    return float(any(test(x, y) for x, y in product(a.forms, b.forms)))


def by_length(a: str, b: str) -> tuple[str, str]:
    return (a, b) if len(a) >= len(b) else (b, a)
