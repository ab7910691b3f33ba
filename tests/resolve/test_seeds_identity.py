"""The seeds' gold, its names given to resolve as if read: things that several texts name are one, and told apart from others."""

import json
import re
from pathlib import Path

import pytest

from graphbuild import ingest, pipeline
from graphbuild.evaluate.clusters import b_cubed
from graphbuild.knowledge import home
from graphbuild.knowledge.decisions import read_decisions
from graphbuild.knowledge.tables import read_table
from graphbuild.model import Mention
from graphbuild.resolve import identify
from graphbuild.resolve.names import plain
from tests.resolve.alike import KNOWLEDGE

GOLD = Path(__file__).parents[1] / "gold" / "seeds"
PART = re.compile(r"首开区|(?:项目|工程)?[一二三四]期(?:项目|工程)?")
TRUTH = Path(__file__).with_name("seeds_identity.tsv")


def stand(text: str, name: str) -> int:
    """Where a name first stands, whatever the width of its marks."""
    letters = [(n, c) for n, c in enumerate(text) if plain(c)]
    at = "".join(plain(c) for _, c in letters).find(plain(name))
    return letters[at][0] if at >= 0 and plain(name) else -1


def run():
    truth = {member: row["thing"] for row in read_table(TRUTH) for member in row["members"].split()}
    documents, found, wanted, places = [], {}, {}, {}
    for file in sorted(GOLD.glob("*.json")):
        gold, number = json.loads(file.read_text("utf-8")), file.stem[:3]
        sources = [pipeline.called(source) for source in ingest.collect([str(home("seeds") / f"{file.stem}.txt")])]
        articles = [document for source in sources for document in ingest.read(source)]
        documents += articles
        for document in articles:
            told = found.setdefault(document.id, [])
            for entity in gold["entities"]:
                for name in (entity["name"], *entity["aliases"]):
                    at = stand(document.view.text, name)
                    if at < 0 or name[:1] in "全我本":
                        continue
                    full = entity["name"] if PART.fullmatch(name) else name  # reading names bare parts in full
                    told.append(Mention(at, at + len(name), tuple(entity["types"]), full, "gold"))
                    wanted[document.id, name] = truth.get(f"{number}:{entity['id']}", f"{number}:{entity['id']}")
                    places[document.id, name] = told[-1]
            told.sort(key=lambda m: (m.start, -m.end, m.name))
    judged = read_decisions([home("seeds") / "decisions.tsv"])
    identity = identify(documents, found, [], KNOWLEDGE, judged)
    got = {item: identity.things.of(item[0], mention).id for item, mention in places.items()}
    return identity, wanted, got


@pytest.fixture(scope="module")
def measured():
    return run()


def test_b_cubed_of_the_seeds(measured):
    _, wanted, got = measured
    score = b_cubed(wanted, got)
    assert score.f1 >= 0.95, score


@pytest.mark.parametrize(
    "names",
    [
        ("二砂文化创意园", "二砂文创园", "二砂文化创意园项目", "二砂文化创意园区"),
        ("国棉三厂特色历史文化街区", "三厂特色历史文化街区"),
        ("芝麻街1958双创园二期", "芝麻街双创园二期"),
        ("郑煤机双创园", "郑煤机科创园"),
        ("西流湖公园",),
        ("马庄遗址生态文化公园",),
        ("中交第四航务工程局有限公司", "中交四航局"),
    ],
)
def test_one_thing(measured, names):
    entities = measured[0].things.entities.values()
    assert [set(names) <= set(e.names) for e in entities if set(names) & set(e.names)] == [True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("须水河片区", "须水河"),
        ("马庄遗址生态文化公园", "马庄郊野公园"),
        ("芝麻街双创园", "芝麻街双创园二期"),
        ("二砂文化创意园", "二砂文化创意园首开区"),
        ("西流湖公园", "西流湖公园综合整治"),
        ("中原区", "中原区委"),
        ("中原区委", "二七区委"),
    ],
)
def test_two_things(measured, one, other):
    entities = measured[0].things.entities.values()
    assert not [e for e in entities if {one, other} <= set(e.names)]


def mixed(wanted, got):
    """What is in one entity and should not be, and what should be and is not."""
    for item, thing in sorted(wanted.items()):
        for other, another in sorted(wanted.items()):
            if item < other and (thing == another) != (got[item] == got[other]):
                yield "split" if thing == another else "mixed", item[1], other[1]


if __name__ == "__main__":
    _, wanted, got = run()
    print(b_cubed(wanted, got))
    print("\n".join(sorted({"\t".join(row) for row in mixed(wanted, got)})))
