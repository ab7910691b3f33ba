"""Invented texts with marked names in, what resolve makes of them out; shared by the tests of identity."""

from graphbuild.knowledge import load
from graphbuild.knowledge.decisions import Decisions
from graphbuild.model import Claim, Document, Mention, PartialDate
from graphbuild.resolve import Identity, identify
from graphbuild.text.clean import clean

KNOWLEDGE = load()
Spec = list[tuple[str, str]]


def document(id: str, text: str, place: str = "", date: str = "") -> Document:
    return Document(id, f"{id}.txt", text, clean(text), sha256=id * 4, place=place, published=PartialDate.parse(date))


def mentions(text: str, names: Spec) -> list[Mention]:
    """Every name where it stands; classes are joined by +."""
    found, done = [], 0
    for name, kinds in names:
        start = text.index(name, text.find(name, done) if name in text[done:] else 0)
        found.append(Mention(start, start + len(name), tuple(kinds.split("+")), name, "test"))
        done = start + len(name)
    return sorted(found, key=lambda m: (m.start, -m.end))


def who(
    *texts: tuple[str, str, Spec], claims: tuple[tuple[str, str, str, str], ...] = (), judged: Decisions | None = None,
    dates: dict[str, str] | None = None,
) -> Identity:  # fmt: skip
    """Texts as (place, text, names); documents are called a, b, c … in their order."""
    documents, found = [], {}
    for n, (place, text, names) in enumerate(texts):
        id = chr(ord("a") + n)
        documents.append(document(id, text, place, (dates or {}).get(id, "")))
        found[id] = mentions(documents[-1].view.text, names)
    by_id = {d.id: d for d in documents}

    def named(id: str, name: str) -> Mention:
        return next(m for m in found[id] if m.name == name)

    said = [Claim(r, named(d, s), named(d, o), by_id[d], 0, 2, "test", 1.0) for d, r, s, o in claims]
    return identify(documents, found, said, KNOWLEDGE, judged or Decisions())


def one(identity: Identity, *names: str) -> bool:
    """Whether some thing bears all these names."""
    return any(set(names) <= set(e.names) for e in identity.things.entities.values())


def count(identity: Identity, name: str) -> int:
    return sum(name in e.names for e in identity.things.entities.values())
