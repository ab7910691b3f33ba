"""Numbers of mentions in, how long it takes to tell who is who among them out, and how long to read as many: python -m tests.resolve.many."""

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import process_time

from graphbuild import claims, ingest, mentions
from graphbuild.knowledge.decisions import Decisions
from graphbuild.model import Claim, Document, Mention, PartialDate, View
from graphbuild.resolve import identify
from tests.resolve.alike import KNOWLEDGE

LETTERS = "云溪梅坞松涛华辰苇塘枫桥镜月鸿业柳荫石门芦花锦屏竹山望泰和荷香兰亭玉泉金沙银杏清河白鹭青莲紫薇丹霞碧波"
HEADS = (
    ("文化创意园", "Zone"), ("文创园", "Zone"), ("公园", "Park"), ("路", "Road"), ("大道", "Road"), ("河", "WaterBody"),
    ("建设集团有限公司", "Company"), ("建设集团", "Company"), ("第一小学", "Organization"), ("片区", "Zone"),
    ("大厦", "Facility"), ("文化创意园二期", "Project"), ("应急局", "Organization"),
)  # fmt: skip
EACH, DISTRICTS = 20, 40
GOLD = Path(__file__).parents[1] / "gold" / "synthetic"


def invent(many: int) -> tuple[list[Document], dict[str, list[Mention]], list[Claim]]:
    """Texts of forty districts that draw on a tenth as many names as they have mentions."""
    random = Random(1)
    drawn = (random.choice(HEADS) for _ in range(max(many // 10, 100)))
    names = [("".join(random.sample(LETTERS, random.choice((2, 2, 3)))) + head, kind) for head, kind in drawn]
    people = [random.choice("王李张刘陈") + "".join(random.sample(LETTERS, 2)) for _ in range(max(many // 50, 10))]
    documents = [write(n, names, people, random) for n in range(many // EACH)]
    found = {document.id: told for document, told in documents}
    said = [Claim("inspects", told[1], told[2], document, 0, 5, "made", 0.9) for document, told in documents]
    return [document for document, _ in documents], found, said


def write(n: int, names: Sequence[tuple[str, str]], people: Sequence[str], random: Random) -> tuple[Document, list[Mention]]:
    area = LETTERS[n % DISTRICTS] + LETTERS[n % DISTRICTS * 7 % len(LETTERS)] + "区"
    text, told = f"{area}消息，", [Mention(0, 3, ("District",), area, "made")]
    for i in range(EACH - 1):
        name, kind = random.choice(names) if i % 6 else (random.choice(people), "Official")
        told.append(Mention(len(text), len(text) + len(name), (kind,), name, "made"))
        text += name + ("、" if i % 3 else "开工建设，有关部门要求加快推进，")
    text += "全区努力。"
    date = PartialDate(2019 + n % 5, 1 + n % 12, 3)
    id = f"d{n}"
    return Document(id, f"{id}.txt", text, View(text, range(len(text))), sha256=id, published=date), told


def resolving(many: int) -> float:
    texts = invent(many)
    start = process_time()
    identify(*texts, KNOWLEDGE, Decisions())
    return process_time() - start


def reading(many: int) -> float:
    """What it takes to read texts that hold as many mentions, by the gold's texts."""
    documents = [document for source in ingest.collect([str(GOLD)]) for document in ingest.read(source)]
    seen = 0
    start = process_time()
    for document in documents:
        found = mentions.find(document, KNOWLEDGE)
        claims.extract(document, found, KNOWLEDGE)
        seen += len(found)
    return (process_time() - start) * many / seen


if __name__ == "__main__":
    mentions.find(next(iter(ingest.read(next(iter(ingest.collect([str(GOLD)])))))), KNOWLEDGE)  # lists are compiled once
    for many in map(int, sys.argv[1:] or ("10000", "30000", "100000")):
        print(f"{many} mentions: who is who {resolving(many):.1f} s of the processor, reading them {reading(many):.1f} s")
