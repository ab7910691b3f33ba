"""A text in, Mentions of what the tagger finds in it out, each with its classes."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.features import families, table
from graphbuild.mentions.gazetteer import areas, areas_in, gazetteer
from graphbuild.mentions.kinds import kind
from graphbuild.mentions.tagger import Model, decode, load
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Mention

PHASE = re.compile(r"[一二三四五六七八九十\d]期$|首开区$|[东西南北]延线?$")
MADE = re.compile(r"”?(?:建设)?(?:项目|工程)")
WORKS = re.compile(
    r"(?:综合|提标|提升|改造|扩建|改扩建|续建|迁建|新建|重建|除险|加固|治理|整治|修复|修缮|清淤|疏浚|拓宽|快速化|配套|延伸|贯通|维修|大修|保护|和|及){1,5}工程"
)
AMOUNT = re.compile(r"(?:第?[\d.]+)(?:[万千百亿]?)$")
ENCLOSED = "“”‘’《》"


def model() -> Model:
    return load(Path(__file__).with_name("model.npz"))


def recognise(text: str, taken: Sequence[tuple[int, int]], knowledge: Knowledge) -> Iterator[Mention]:
    """Names that may overlap only with known areas; a construction stated beside the name makes it a Project too."""
    words = list(lines(text, cutter(knowledge)))
    if not words:
        return
    yield from gazetteer(words, text, knowledge)
    weights, listed = model(), areas(knowledge)
    for start, end, group in decode(table(words, text, knowledge), text, weights, taken):
        start, end = stretch(text, start, end, group)
        known = areas_in(text[start:end], listed)
        if known and (group == "district" or known[0][0] == 0):
            yield from (Mention(start + a, start + b, ("District",), text[start + a : start + b], "known area") for a, b in known)
            continue
        first = kind(text, start, end, group, weights.kinds, knowledge)
        kinds = (first, "Project") if group == "thing" and under_way(text, start, end) else (first,)
        name = text[start:end].strip(ENCLOSED).replace(" ", "")
        if len(name) > 1 and (group != "person" or name[0] in families(knowledge) or "·" in name):
            yield Mention(start, end, tuple(dict.fromkeys(kinds)), name, f"tagger {group}")


def under_way(text: str, start: int, end: int) -> bool:
    return bool(PHASE.search(text, start, end) or MADE.match(text, end))


def stretch(text: str, start: int, end: int, group: str) -> tuple[int, int]:
    """A works on a thing is named with it (水厂提标改造工程); a figure at the front belongs to the name (5万吨…项目)."""
    if group != "thing":
        return start, end
    works = WORKS.match(text, end)
    amount = AMOUNT.search(text, max(0, start - 8), start)
    return amount.start() if amount else start, works.end() if works else end

