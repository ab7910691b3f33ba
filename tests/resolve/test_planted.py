"""A set whose cases were written from the task alone: real areas of one name, renamed ones, homonyms, short and misread names."""

from collections import defaultdict
from random import Random

import pytest

from graphbuild.evaluate.clusters import b_cubed
from tests.resolve.planted import AREAS, compared, owner, resolved, texts


@pytest.fixture(scope="module")
def measured():
    made = list(texts())
    identity = resolved(made)
    return made, identity, *compared(made, identity)


def test_the_set_is_large_enough(measured):
    made, _, wanted, _ = measured
    assert len(made) >= 60 and len(AREAS) >= 4 and len({text.year for text in made}) == 5 and len(wanted) > 900


def test_b_cubed(measured):
    _, _, wanted, got = measured
    score = b_cubed(wanted, got)
    assert score.f1 >= 0.95 and score.precision >= 0.99, score


def test_no_false_merge_between_districts(measured):
    _, _, wanted, got = measured
    owners = defaultdict(set)
    for item, id in got.items():
        owners[id].add(owner(wanted[item]))
    assert [id for id, those in owners.items() if len(those - {""}) > 1] == []


def test_areas_have_their_codes_and_parents_whatever_they_were_called(measured):
    entities = {entity.id: entity for entity in measured[1].things.entities.values()}
    coded = {entity.code: entity for entity in entities.values() if entity.code}
    for code, names, parent in (
        ("110105", {"朝阳区"}, "110000"), ("220104", {"朝阳区"}, "220100"),
        ("410307", {"偃师市", "偃师区"}, "410300"), ("410308", {"孟津县", "孟津区"}, "410300"),
    ):  # fmt: skip
        assert names <= set(coded[code].names) and entities[coded[code].parent].code == parent


@pytest.mark.parametrize("seed", [1, 2])
def test_reading_order_makes_no_difference(measured, seed):
    made, identity, _, got = measured
    again = resolved(Random(seed).sample(made, len(made)))
    assert compared(made, again)[1] == got and again.verdicts == identity.verdicts
