"""NAME@PLACE means one of several bearers of a name, in every command alike."""

import pytest
from rdflib import Graph

from graphbuild.errors import Unanswerable
from graphbuild.query.names import Names
from graphbuild.query.placed import written
from graphbuild.query.store import open_store
from graphbuild.query.values import thing
from tests.query.small_world import write

BASE = "https://w3id.org/graphbuild/id/park/人民公园."


@pytest.fixture(scope="module")
def finders(tmp_path_factory):
    """Of commands that ask the store, and of those that walk the graph."""
    with open_store(write(tmp_path_factory.mktemp("world") / "output")) as store:
        yield (lambda ref: thing(store, ref).value, lambda ref: str(Names(store.graph).find(ref)))


@pytest.mark.parametrize(("ref", "place"), [
    ("人民公园@海角县", "海角县"), ("人民公园@d4", "海角县"), ("人民公园 @ 云岭区", "云岭区"),
])
def test_one_of_two_bearers_is_told_by_its_area_or_by_a_file_that_speaks_of_it(finders, ref, place):
    assert [find(ref) for find in finders] == [BASE + place] * 2


def test_whoever_writes_a_bare_name_is_told_what_to_write(finders):
    for find in finders:
        with pytest.raises(Unanswerable, match=r"2 things.*人民公园@云岭区.*人民公园@海角县"):
            find("人民公园")
        with pytest.raises(Unanswerable, match=r"人民公园@天涯市.*人民公园@云岭区"):
            find("人民公园@天涯市")


def test_a_bearer_that_neither_name_nor_place_tells_is_written_by_its_iri():
    told = written({"x:road/甲.乙区": "甲", "x:park/甲.乙区": "甲", "x:park/甲.乙区.12345678": "甲", "x:park/丙": "丙"}, Graph())
    assert told == {
        "x:road/甲.乙区": "<x:road/甲.乙区>", "x:park/甲.乙区": "<x:park/甲.乙区>", "x:park/甲.乙区.12345678": "甲@乙区.12345678",
        "x:park/丙": "丙",
    }  # fmt: skip
