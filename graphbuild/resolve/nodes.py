"""Documents, mentions and claims in; one Node out for each name in each area, with all that its texts say to tell it by."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import codes
from graphbuild.knowledge.decisions import Decisions
from graphbuild.model import Claim, Document, Mention
from graphbuild.resolve.forms import Form, form, in_full
from graphbuild.resolve.namesakes import namesakes
from graphbuild.resolve.occasions import occasions
from graphbuild.resolve.scopes import Scope
from graphbuild.resolve.wide import wide

PEOPLE = ("Official", "Person")
LAST = 6  # letters of the last name of a list that tell works
SITES = frozenset(("Project", "Zone", "Park", "Facility", "Road", "WaterBody"))
Key = tuple[str, str, str, str]


@dataclass(eq=False, slots=True)
class Node:
    """One name in one area: what it was seen as, where, when, beside what, and which names a text says are its too."""

    key: Key
    scope: Scope
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    second: Counter[str] = field(default_factory=Counter)
    documents: dict[str, str] = field(default_factory=dict)
    beside: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    tails: set[str] = field(default_factory=set)
    neighbours: set[tuple[str, str]] = field(default_factory=set)
    posts: set[tuple[str, str]] = field(default_factory=set)
    role: bool = False
    claims: int = 0
    forms: tuple[Form, ...] = ()
    former: set[str] = field(default_factory=set)
    rests: frozenset[str] = frozenset()
    wide: str = ""
    home: str = ""
    codes: frozenset[str] = frozenset()
    kind: str = ""

    @property
    def name(self) -> str:
        return self.key[2]

    @property
    def person(self) -> bool:
        return self.key[1] in PEOPLE

    @property
    def form(self) -> Form:
        return self.forms[0]


@dataclass
class Nodes:
    """All nodes, and which of them a mention of a document is."""

    scopes: Mapping[str, Scope]
    all: dict[Key, Node] = field(default_factory=dict)
    of: dict[tuple[str, str, str], Node] = field(default_factory=dict)

    def find(self, document: str, mention: Mention) -> Node | None:
        sorts = (sort(mention), *PEOPLE) if sort(mention) else (str(mention.start), "")
        return next((n for s in sorts if (n := self.of.get((document, s, mention.name)))), None)


def sort(mention: Mention) -> str:
    """A person without an office may bear an official's name; a thing is found by its name alone."""
    return next((kind for kind in PEOPLE if kind in mention.kinds), "")


def gather(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mention]], claims: Sequence[Claim],
    scopes: Mapping[str, Scope], knowledge: Knowledge, judged: Decisions,
) -> Nodes:
    """The same name in the same area is one node, unless it is a yearly event or people have told two bearers apart."""
    nodes = Nodes(scopes)
    times, apart = occasions(documents, found, scopes), judged.told_apart
    for document in sorted(documents, key=lambda d: (d.source, d.id)):
        posts = [m.end for m in found[document.id] if m.kind == "Post"]
        place, others = Path(document.source).stem, namesakes(found[document.id], scopes[document.id], knowledge)
        for mention in found[document.id]:
            if mention.kind != "Post":
                tag = others.get(mention.start, "") if mention.kind == "District" else ""
                tag = place if (mention.name, place) in apart else tag or times.get((document.id, mention.name), "")
                add(nodes, document, mention, tag, posts, knowledge)
    for node in nodes.all.values():
        node.kind = min(node.kinds, key=lambda k: (-node.kinds[k], k))
        fuller = sorted(n for n in node.names if len(n) > len(node.name))
        last = node.name.rpartition("、")[2] if "、" in node.name and node.kind == "Project" else ""
        fuller += [last] if len(last) >= LAST else []  # 甲河、乙河治理工程 is also called by its last site: 乙河治理工程
        node.forms = tuple(form(n, node.kind, node.scope, knowledge) for n in (node.name, *fuller))
        if node.kind == "Organization" and node.form.full.endswith(node.form.plain) and node.form.full != node.form.plain:
            node.names[node.form.full] += 0
        node.codes = codes(node.name, knowledge) if node.kind == "District" else frozenset()
        node.wide, node.home = wide(node.form, node.kind, node.scope, knowledge)
    for claim in claims:
        connect(nodes, claim)
    return nodes


def add(
    nodes: Nodes, document: Document, mention: Mention, tag: str, posts: Sequence[int], knowledge: Knowledge
) -> None:
    """`tag` tells bearers of one name apart: the file, the day of the occasion, the code of an area's namesake."""
    scope = nodes.scopes[document.id]
    name = mention.name
    if scope.said != scope.name:  # before its area was renamed 市委 was another body
        name = in_full(name, mention.kind, scope, knowledge)
    key = (scope.key, sort(mention), name, tag)
    node = nodes.all.setdefault(key, Node(key, scope))
    nodes.of[document.id, str(mention.start) if tag and mention.kind == "District" else key[1], mention.name] = node
    node.names.update((mention.name, *mention.names))
    node.names[name] += 0
    node.kinds[mention.kind] += 1
    node.second.update(mention.kinds[1:])
    node.documents[document.id] = document.source
    if node.person:
        at = bisect_left(posts, mention.start)
        node.role |= at < len(posts) and posts[at] == mention.start


def chair(one: Node, other: Node | None, said: Mapping[str, str]) -> str:
    """The body of a post as the whole country knows it, else within its area: 区委 of two areas of one name are two."""
    body = other.form.full if other else said.get("organization", "")
    return (other.wide if other else "") or (f"{one.scope.key}:{body}" if body else "")


def connect(nodes: Nodes, claim: Claim) -> None:
    """Each end of a claim is a neighbour of the other; a post also tells its title and body."""
    one = nodes.find(claim.document.id, claim.subject) if claim.subject else None
    other = nodes.find(claim.document.id, claim.object) if claim.object else None
    said = dict(claim.qualifiers)
    for node in filter(None, (one, other)):
        node.claims += 1
    if one and "title" in said:
        one.posts.add((said["title"], chair(one, other, said)))
    elif one and other and "District" not in (one.kind, other.kind):
        one.neighbours.add((claim.relation, other.name))
        other.neighbours.add((f"{claim.relation} of", one.name))
