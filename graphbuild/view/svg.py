"""A scene in, the same as a static picture out: SVG whose text stays text, with a legend, or Mermaid for Markdown."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from graphbuild.view.network import Scene, network
from graphbuild.view.style import Style, label, style, width
from graphbuild.view.words import phrases, words

FACE = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif"
INK = "#1d2733"
SIDE, OVER, UNDER = 100, 50, 70  # what stands around the outermost things
ROW = 26
CROWDED = 120  # more lines than this are drawn without their words


@dataclass(frozen=True)
class Frame:
    left: float
    top: float
    right: float
    low: float


def svg(drawn: Scene, language: str = "zh", title: str = "") -> str:
    net, look = network(drawn), style()
    nodes = net.nodes
    frame = frame_of(nodes)
    legend, high = legend_of(drawn, frame, look, language)
    wide, tall = frame.right - frame.left, frame.low - frame.top + high
    body = [*lines_of(drawn, nodes, language), *things_of(nodes, look), *legend]
    name = escape(title or phrases(language)["title"])
    view = f'viewBox="{frame.left:g} {frame.top:g} {wide:g} {tall:g}" width="{wide:g}" height="{tall:g}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {view} role="img" font-family="{FACE}">'
    paper = f'<rect x="{frame.left:g}" y="{frame.top:g}" width="{wide:g}" height="{tall:g}" fill="#fff"/>'
    return "\n".join([head, f"<title>{name}</title>", paper, *body, "</svg>\n"])


def frame_of(nodes: Sequence[dict[str, Any]]) -> Frame:
    xs, ys = [node["x"] for node in nodes] or [0], [node["y"] for node in nodes] or [0]
    return Frame(min(xs) - SIDE, min(ys) - OVER, max(max(xs) + SIDE, min(xs) + 420), max(ys) + UNDER)


def things_of(nodes: Sequence[dict[str, Any]], look: Style) -> Iterator[str]:
    for node in nodes:
        yield glyph(node["group"], node["x"], node["y"], node["size"], look)
        yield text(node["label"], node["x"], node["y"] + node["size"] + 2, 12 + node["size"] / 3)


def glyph(group: str, x: float, y: float, size: float, look: Style) -> str:
    colour, shape = look.of(group)
    if shape not in look.shapes:
        return f'<circle cx="{x:g}" cy="{y:g}" r="{size:g}" fill="{colour}"/>'
    points = " ".join(f"{x + dx * size:.1f},{y + dy * size:.1f}" for dx, dy in look.shapes[shape])
    return f'<polygon points="{points}" fill="{colour}"/>'


def text(words: str, x: float, y: float, size: float, anchor: str = "middle") -> str:
    rows = "".join(f'<tspan x="{x:.1f}" dy="1.1em">{escape(row)}</tspan>' for row in words.split("\n"))
    halo = 'stroke="#fff" stroke-width="3.5" paint-order="stroke" stroke-linejoin="round"'
    return f'<text y="{y:.1f}" text-anchor="{anchor}" font-size="{size:.1f}" fill="{INK}" {halo}>{rows}</text>'


def lines_of(drawn: Scene, nodes: Sequence[dict[str, Any]], language: str) -> Iterator[str]:
    """Lines between the same two things bend away from each other."""
    number = {thing.iri: n for n, thing in enumerate(drawn.things)}
    twins = defaultdict(list)
    for each in drawn.said:
        if each.object and each.object != each.subject:
            one, other = number[each.subject], number[each.object]
            twins[min(one, other), max(one, other)].append((one, other, each))
    crowded = sum(map(len, twins.values())) > CROWDED
    taken = [named_at(node) for node in nodes]
    for pair in twins.values():
        for n, (one, other, each) in enumerate(pair):
            bend = (n - (len(pair) - 1) / 2) * 0.25 * (1 if one < other else -1)
            said = label(named(each.relation, each.parts, language), 12)
            shown = not crowded and roomy(nodes[one], nodes[other], bend, said, taken)
            yield from line(nodes[one], nodes[other], bend, each.relation, said if shown else "")


def roomy(one: dict[str, Any], other: dict[str, Any], bend: float, said: str, taken: Sequence[Frame]) -> bool:
    """A word on a line between two near things, or behind a name, would only make both hard to read."""
    (x, y), (a, b) = (one["x"], one["y"]), (other["x"], other["y"])
    half = width(said, 11) / 2
    if math.hypot(a - x, b - y) < 2 * half + float(one["size"] + other["size"]) + 20:
        return False
    mx, my = (x + a) / 2 + (b - y) * bend / 2, (y + b) / 2 - (a - x) * bend / 2
    return not any(
        mx - half < box.right and box.left < mx + half and my - 9 < box.low and box.top < my + 9 for box in taken
    )


def named_at(node: dict[str, Any]) -> Frame:
    """What a thing and its name take."""
    size, rows = 12 + node["size"] / 3, node["label"].split("\n")
    half = max(width(row, size) for row in rows) / 2
    x, y = node["x"], node["y"]
    return Frame(x - half, y - node["size"], x + half, y + node["size"] + len(rows) * size * 1.15)


def named(relation: str, parts: Sequence[tuple[str, Any]], language: str) -> str:
    return next((str(value) for part, value in parts if part == "title"), words(language).get(relation, relation))


def line(one: dict[str, Any], other: dict[str, Any], bend: float, relation: str, said: str) -> Iterator[str]:
    (x, y), (a, b) = (one["x"], one["y"]), (other["x"], other["y"])
    mx, my = (x + a) / 2 + (b - y) * bend, (y + b) / 2 - (a - x) * bend
    long = math.hypot(a - mx, b - my) or 1.0
    ex, ey = a - (a - mx) * (other["size"] + 4) / long, b - (b - my) * (other["size"] + 4) / long
    colour, dashes = style().line(relation)
    broken = f' stroke-dasharray="{" ".join(map(str, dashes))}"' if dashes else ""
    turn = math.degrees(math.atan2(b - my, a - mx))
    yield f'<path d="M{x:g} {y:g}Q{mx:.1f} {my:.1f} {ex:.1f} {ey:.1f}" fill="none" stroke="{colour}" stroke-width="1.6"{broken}/>'
    yield f'<path d="M0 0L-9 -4L-9 4Z" fill="{colour}" transform="translate({ex:.1f} {ey:.1f}) rotate({turn:.1f})"/>'
    if said:
        yield text(said, (x + a + 2 * mx) / 4, (y + b + 2 * my) / 4 - 9, 11)


def legend_of(drawn: Scene, frame: Frame, look: Style, language: str) -> tuple[list[str], float]:
    said = words(language)
    kinds = {look.kind(thing.kinds) for thing in drawn.things}
    order = [kind for kind in (*look.classes, *sorted(kinds - set(look.classes))) if kind in kinds]
    relations = sorted({each.relation for each in drawn.said if each.object})
    parts, x, y = [], frame.left + 20, frame.low + 16
    for name in [*order, *relations]:
        if x > frame.right - 40 - width(said.get(name, name), 13):
            x, y = frame.left + 20, y + ROW
        icon = glyph(name, x + 14, y, 8, look) if name in kinds else stroke(name, x, y, look)
        parts += [icon, text(said.get(name, name), x + 36, y - 10, 13, "start")]
        x += 58 + width(said.get(name, name), 13)
    return parts, y - frame.low + ROW


def stroke(relation: str, x: float, y: float, look: Style) -> str:
    colour, dashes = look.line(relation)
    broken = " ".join(map(str, dashes)) or "none"
    return f'<path d="M{x:g} {y:g}h28" stroke="{colour}" stroke-width="2" stroke-dasharray="{broken}"/>'
