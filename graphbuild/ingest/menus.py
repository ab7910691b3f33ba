"""A page's tree in, the nodes around its article out: menus, lists of other articles, where one is, the foot."""

from collections import defaultdict
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from graphbuild.ingest.press import press

BLOCKS = frozenset(("div", "ul", "ol", "dl", "p", "table", "section", "header", "footer", "aside", "li", "td", "h2", "h3", "h4"))
SHARE, LINKS, SHORT, FOOT, HEAD = 0.6, 3, 60, 600, 12


@dataclass(slots=True)
class Weight:
    """What a node holds: signs, those of them in links, links, full stops, its first words; `foot` tells of words of a page's
    foot, `within` that a smaller block has them."""

    signs: int = 0
    linked: int = 0
    links: int = 0
    stops: int = 0
    head: str = ""
    foot: bool = False
    within: bool = False

    def add(self, other: "Weight", block: bool) -> None:
        """What stands before all that was added so far."""
        self.signs, self.linked = self.signs + other.signs, self.linked + other.linked
        self.links, self.stops = self.links + other.links, self.stops + other.stops
        self.head = (other.head + self.head)[:HEAD]
        self.foot, self.within = self.foot or other.foot, self.within or other.within or block and other.foot


def menus(body: LexborNode) -> list[LexborNode]:
    """The outermost of each; none where nothing would be left of the page but they."""
    weights, taken = weighed(body), set[int]()
    found, rest = [], weights[body.mem_id].signs
    for node in body.traverse():
        if node.parent and node.parent.mem_id in taken:
            taken.add(node.mem_id)
        elif node.tag in BLOCKS and around(weights[node.mem_id]):
            taken.add(node.mem_id)
            found.append(node)
            rest -= weights[node.mem_id].signs
    return found if rest else []


def weighed(body: LexborNode) -> dict[int, Weight]:
    """Of each node, counted from the leaves, the last first."""
    weights: dict[int, Weight] = defaultdict(Weight)
    for node in reversed(list(body.traverse(include_text=True))):
        here = weights[node.mem_id]
        if node.tag == "-text":
            words = "".join((node.text_content or "").split())
            here.signs, here.stops, here.head = len(words), words.count("。"), words[:HEAD]
            here.foot = bool(press().foot.search(words))
        elif node.tag == "a":
            here.linked, here.links = here.signs, 1
        if node.parent:
            weights[node.parent.mem_id].add(here, node.tag in BLOCKS)
    return weights


def around(weight: Weight) -> bool:
    """Nearly all links and no sentence, or short and beginning like such a list, or the smallest block with a foot's words."""
    if weight.stops or not weight.signs:
        return False
    whole = weight.linked == weight.signs <= SHORT and weight.links > 1
    mostly = weight.linked >= SHARE * weight.signs
    beside = press().beside.match(weight.head) and (weight.signs <= SHORT or mostly)
    return whole or mostly and weight.links >= LINKS or bool(beside) or weight.foot and not weight.within and weight.signs <= FOOT
