"""What a page holds of a graph that is too large for one: the main things and what joins them."""

from graphbuild.graph.parts import part
from graphbuild.model import Claim, Entity, Fact, Mention
from tests.graph.invented import document

TEXT = document("甲乙丙丁" * 5)


def entity(name, parent=""):
    return Entity(f"park/{name}", ("Park",), name, (name,), parent=parent)


def fact(a, b, times):
    end = Mention(0, 1, ("Park",), "甲", "test")
    claims = tuple(Claim("partOf", end, end, TEXT, n, n + 1, "test", 0.9) for n in range(times))
    return Fact("partOf", f"park/{a}", f"park/{b}" if b else None, (), claims)


def test_a_small_graph_is_whole():
    entities, facts = [entity("a"), entity("b")], [fact("a", "b", 2)]
    assert part(entities, facts) == (entities, facts)


def test_of_a_large_one_the_most_told_things_with_the_areas_above_them(monkeypatch):
    monkeypatch.setattr("graphbuild.graph.parts.THINGS", 2)
    entities = [entity("a", "park/up"), entity("b"), entity("c"), entity("top"), entity("up", "park/top")]
    facts = [fact("a", "b", 3), fact("a", "c", 1), fact("b", "", 1), fact("c", "", 9)]
    kept, said = part(entities, facts, 5, whole=3)
    assert [one.name for one in kept] == ["a", "b", "top", "up"]
    assert said == [facts[0], facts[2]]
