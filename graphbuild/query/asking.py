"""What stands after `graphbuild query` in, whether it is SPARQL or which named question out; and the list of those."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from graphbuild.errors import Unanswerable
from graphbuild.knowledge.questions import Question

OFFERED = 3


def looks_like_sparql(text: str) -> bool:
    """A question's name is one word; a query has braces, spaces or a variable."""
    return any(sign in text for sign in "{}?$<> \n") or not text.strip()


def find_question(name: str, known: Mapping[str, Question]) -> Question:
    if name in known:
        return known[name]
    near = get_close_matches(name, known, OFFERED, 0.5)
    remedy = f"did you mean {' or '.join(near)}?" if near else "`graphbuild query` lists them"
    raise Unanswerable(f"no question is called {name}", remedy)


def listing(known: Iterable[Question]) -> str:
    """Name and titles, then what each wants to know."""
    lines = []
    for question in known:
        lines.append(f"{question.name}  {question.titles['zh']}  {question.titles['en']}")
        for parameter in question.parameters:
            default = "" if parameter.default is None else f" [{parameter.default or 'all'}]"
            lines.append(f"    -p {parameter.name} {parameter.kind.upper()}{default}  {parameter.zh}  {parameter.en}")
    return "\n".join(lines)
