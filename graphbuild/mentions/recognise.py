"""A text in, Mentions of what the tagger finds in it out, each with its classes."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from graphbuild.knowledge import Knowledge
from graphbuild.mentions import trust
from graphbuild.mentions.gazetteer import areas, areas_in, gazetteer
from graphbuild.mentions.kinds import classes
from graphbuild.mentions.spans import find
from graphbuild.mentions.tagger import Model, load
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

PHASE = re.compile(r"[一二三四五六七八九十\d]期$|首开区$|[东西南北]延线?$")
MADE = re.compile(r"”?(?:建设)?(?:项目|工程|开工|竣工|封顶|建成|完工|投用|主体|改造|扩建|建设|续建|投产)")
MAKING = re.compile(r"(?:建设|新建|续建|开工|启动|实施|推进|改造|建成|完成|打造|扩建|改扩建|在建|施工|提升|兴建)$")
SITES = frozenset(("Zone", "Park", "Facility", "Road", "WaterBody"))
ENCLOSED = "“”‘’《》"


def model() -> Model:
    return load(Path(__file__).with_name("model.npz"))


def recognise(
    text: str, words: Words, taken: Sequence[tuple[int, int]], knowledge: Knowledge
) -> Iterator[Mention]:
    """Names that may overlap only with known areas; a construction stated beside the name makes it a Project too."""
    if not words:
        return
    yield from gazetteer(words, text, knowledge)
    weights, listed = model(), areas(knowledge)
    spans = find(text, words, taken, weights, knowledge)
    sure = trust.trusted(spans, trust.table(spans, text, words, knowledge), text, weights.trust)
    for start, end, group, _ in sure:
        known = areas_in(text[start:end], listed)
        if known and (group == "district" or known[0][0] == 0):
            places = [(start + first, start + last) for first, last in known]
            yield from (Mention(a, b, ("District",), text[a:b], "known area") for a, b in places)
            continue
        if group == "person":  # persons are known by their posts
            continue
        kinds = classes(text, start, end, group, weights.kinds, knowledge)
        kinds = (*kinds, "Project") if SITES & set(kinds) and under_way(text, start, end) else kinds
        name = text[start:end].strip(ENCLOSED).replace(" ", "")
        if len(name) > 1:
            yield Mention(start, end, tuple(dict.fromkeys(kinds)), name, f"tagger {group}")


def under_way(text: str, start: int, end: int) -> bool:
    made = MADE.match(text, end) or MAKING.search(text, max(0, start - 4), start)
    return bool(made or PHASE.search(text, start, end))

