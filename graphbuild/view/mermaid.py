"""A scene in, Mermaid out: a picture that Markdown pages draw themselves."""

from graphbuild.view.network import Scene
from graphbuild.view.style import label, style
from graphbuild.view.svg import named

# How Mermaid writes our shapes: its own brackets.
BRACKETS = {"dot": ("([", "])"), "diamond": ("{{", "}}"), "star": ("[[", "]]")}


def mermaid(drawn: Scene, language: str = "zh") -> str:
    number = {thing.iri: f"n{n}" for n, thing in enumerate(drawn.things)}
    lines = ["graph LR"]
    for thing in drawn.things:
        before, after = BRACKETS.get(style().of(style().kind(thing.kinds))[1], ("[", "]"))
        lines.append(f"  {number[thing.iri]}{before}{quoted(thing.name, 40)}{after}")
    for each in drawn.said:
        if each.object:
            said = quoted(named(each.relation, each.parts, language), 20)
            lines.append(f"  {number[each.subject]} -- {said} --> {number[each.object]}")
    return "\n".join([*lines[:1], *dict.fromkeys(lines[1:]), ""])


def quoted(name: str, longest: int) -> str:
    """Mermaid reads HTML and codes inside quotation marks: whatever could be one is written as a number."""
    return '"' + "".join(f"#{ord(c)};" if c in '"#<>&`;\\' else c for c in label(name, longest)) + '"'
