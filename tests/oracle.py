"""Gold in, a Reading with perfect mentions out: lets an extractor of claims be tested apart from the finding of names."""

import json
import re
from pathlib import Path

from graphbuild.claims.reading import Reading
from graphbuild.knowledge import Knowledge
from graphbuild.model import Document, Mention
from graphbuild.text.clean import clean

GOLD = Path(__file__).resolve().parent / "gold"
SEEDS = GOLD.parents[1] / "seeds"


def golds(*folders: str) -> list[Path]:
    return sorted(p for f in folders or ("seeds", "synthetic") for p in (GOLD / f).glob("*.json"))


def text_of(gold: Path) -> str:
    beside = gold.with_suffix(".txt")
    path = beside if beside.exists() else SEEDS / beside.name
    return path.read_text("utf-8-sig")


def reading(gold: Path, knowledge: Knowledge) -> Reading:
    raw = text_of(gold)
    document = Document(gold.stem, str(gold), raw, clean(raw))
    return Reading(document, mentions(json.loads(gold.read_text("utf-8")), document), knowledge)


def mentions(gold: dict, document: Document) -> list[Mention]:
    forms = {clean(n).text: e for e in gold["entities"] for n in [*e.get("aliases", []), e["name"]]}
    pattern = "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))
    hits = re.finditer(pattern, document.view.text) if pattern else ()
    return [Mention(m.start(), m.end(), tuple(forms[m.group()]["types"]), forms[m.group()]["name"], "gold") for m in hits]
