"""Documents, mentions and claims in, which mentions are one thing out, with every judgement that led there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.decisions import Decisions
from graphbuild.knowledge.verdicts import Verdict
from graphbuild.model import Claim, Document, Issue, Mention
from graphbuild.resolve.beside import look
from graphbuild.resolve.candidates import pairs
from graphbuild.resolve.cluster import Clusters, cluster
from graphbuild.resolve.entities import Things, name_things
from graphbuild.resolve.judge import judge
from graphbuild.resolve.nodes import gather
from graphbuild.resolve.people_say import people
from graphbuild.resolve.phases import phases
from graphbuild.resolve.scopes import scopes, unplaced
from graphbuild.resolve.sites import without_site
from graphbuild.resolve.verdicts import doubts, verdicts


@dataclass(frozen=True)
class Identity:
    """The things, which are phases of others, what was judged of names that could be one, what people should clear up."""

    things: Things
    parts: Sequence[Claim]
    verdicts: Sequence[Verdict]
    issues: Sequence[Issue]


def identify(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mention]], claims: Sequence[Claim], knowledge: Knowledge,
    judged: Decisions,
) -> Identity:
    """People's decisions first, then the surest judgements; in what order texts come makes no difference."""
    nodes = gather(documents, found, claims, scopes(documents, found, knowledge), knowledge, judged)
    without_site(nodes, knowledge)
    for document in documents:
        look(nodes, document, found[document.id], knowledge)
    told = [judge(a, b) for a, b in pairs(list(nodes.all.values()))]
    spoken = people(nodes.all.values())
    joined, unclear = spoken.joined(judged)
    parted = list(spoken.parted(judged))
    clusters = Clusters(nodes.all.values())
    for a, b in parted:
        clusters.bar(a, b)
    for a, b in joined:
        clusters.join(a, b, judged=True)
    contested = cluster(clusters, told)
    things = name_things(nodes, clusters.all(), knowledge, judged)
    said = verdicts(told, contested, joined, parted, things)
    issues = [*unclear, *doubts(said), *unplaced(documents, nodes.scopes)]
    return Identity(things, list(phases(documents, found, things, knowledge)), said, issues)

