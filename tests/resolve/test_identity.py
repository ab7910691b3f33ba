"""Identity measured: the made set's truth against what resolve makes of it, and whether districts are ever mixed."""

from collections import defaultdict
from random import Random

import pytest

from graphbuild.evaluate.clusters import b_cubed
from graphbuild.knowledge.decisions import Decisions
from graphbuild.resolve import identify
from graphbuild.resolve import identity as judging
from graphbuild.resolve.candidates import pairs
from tests.resolve.alike import KNOWLEDGE
from tests.resolve.made import CITIES, claims, texts
from tests.resolve.many import invent


def run(seed: int = 0, judged: Decisions | None = None):
    made = list(texts())
    documents = {text.id: text.document() for text in made}
    said = [claim for text in made for claim in claims(text, documents[text.id])]
    order = Random(seed)
    shuffled = order.sample(list(documents.values()), len(documents)) if seed else list(documents.values())
    found = {text.id: sorted(text.mentions, key=lambda m: (m.start, -m.end)) for text in made}
    identity = identify(shuffled, found, order.sample(said, len(said)), KNOWLEDGE, judged or Decisions())
    wanted, got = {}, {}
    for text in made:
        for mention, thing in zip(text.mentions, text.truth, strict=True):
            if thing:
                item = text.id, mention.start
                wanted[item] = thing
                got[item] = identity.things.of(text.id, mention).id
    return made, identity, wanted, got


@pytest.fixture(scope="module")
def measured():
    return run()


def test_the_set_is_large_enough(measured):
    made, _, wanted, _ = measured
    assert len(made) >= 60 and len({text.year for text in made}) == 5 and len({text.place for text in made}) == 4
    assert len(wanted) > 1000


def test_b_cubed(measured):
    _, _, wanted, got = measured
    score = b_cubed(wanted, got)
    assert score.f1 >= 0.95 and score.precision >= 0.99, score


def test_no_false_merge_between_districts(measured):
    """No thing of one district shares its entity with one of another; what belongs to a city or a firm may."""
    _, _, wanted, got = measured
    things = defaultdict(set)
    for item, id in got.items():
        things[id].add(wanted[item])
    mixed = [sorted(truth) for truth in things.values() if len({d for d in CITIES for t in truth if t.startswith(d)}) > 1]
    assert mixed == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_reading_order_makes_no_difference(measured, seed):
    _, identity, _, got = measured
    _, again, _, other = run(seed)
    assert other == got
    assert again.things.entities == identity.things.entities and again.verdicts == identity.verdicts


def test_a_name_is_compared_with_few_others(monkeypatch):
    """However many names there are, the pairs are a small multiple of them, not their square."""
    counted = []
    monkeypatch.setattr(judging, "pairs", lambda nodes: counted.append((len(nodes), len(found := pairs(nodes)))) or found)
    for many in (1500, 12000):
        identify(*invent(many), KNOWLEDGE, Decisions())
    assert [compared < 2 * names for names, compared in counted] == [True, True]


if __name__ == "__main__":
    _, _, wanted, got = run()
    for items in ("precision", "recall", "f1"):
        print(items, round(getattr(b_cubed(wanted, got), items), 4))
