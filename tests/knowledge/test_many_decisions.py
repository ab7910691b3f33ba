"""As many judgements as years of work leave: the work for each stays the same, whatever they say of each other."""

import re
import sys

import pytest

from graphbuild import pipeline
from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge import load
from graphbuild.knowledge.chains import LONG, REASONED
from graphbuild.knowledge.decisions import read_decisions

MANY = 100_000
HEAD = "judgement\tleft\tright\twho\twhy\n"


def file(folder, rows):
    path = folder / "decisions.tsv"
    path.write_text(HEAD + "".join(f"{judgement}\t{left}\t{right}\tw\t\n" for judgement, left, right in rows), "utf-8")
    return path


def calls(work):
    """How many calls of our own the work makes: a clock that other programs do not move."""
    counted = 0

    def count(frame, event, argument):
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        work()
    except BrokenKnowledge:
        pass
    finally:
        sys.setprofile(None)
    return counted


def chain(n):
    return [("same", f"甲{i}园", f"甲{i + 1}园") for i in range(n)]


KINDS = {
    "a chain": chain,
    "a chain and strangers": lambda n: chain(n // 2) + [("different", f"甲{i}园", f"乙{i}园") for i in range(n // 2)],
    "a chain and its opposite": lambda n: chain(n // 2) + [("different", "甲0园", f"甲{i + 1}园") for i in range(n // 2)],
    "a chain of many right names": lambda n: chain(n // 2) + [("name", f"甲{i}园", f"丙{i}园") for i in range(n // 2)],
    "all kinds": lambda n: [(("different", "name")[i % 2], f"甲{i}园", f"乙{i}园") for i in range(n // 2)] + [("wrong", f"甲{i} inspects", "乙园") for i in range(n // 2)],
    "no judgement": lambda n: [("perhaps", "甲", "乙")] * n,
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_judgement_was_weighed_against_every_chain(tmp_path, kind):
    """Before, four thousand rows took a minute and a hundred thousand would have taken days."""
    few, many = (calls(lambda n=n: read_decisions([file(tmp_path, KINDS[kind](n))])) for n in (1_000, 4_000))
    assert many < 8 * few, (few, many)  # what grows with the square takes sixteen times as much


def test_a_hundred_thousand_judgements_are_read_and_a_contradiction_among_them_is_found(tmp_path):
    rows = chain(MANY // 2) + [("different", f"甲{i}园", f"乙{i}园") for i in range(MANY // 2)]
    judged = read_decisions([file(tmp_path, rows)])
    assert (len(judged.same), len(judged.different)) == (MANY // 2, MANY // 2)
    with pytest.raises(BrokenKnowledge) as trouble:
        read_decisions([file(tmp_path, [*rows, ("different", "甲7园", f"甲{MANY // 2}园")])])
    (said,) = str(trouble.value).split("\n")
    assert f"decisions.tsv:{MANY + 2} says that 甲7园 and 甲50000园 are different" in said
    assert "甲7园 = 甲8园 = 甲9园 = … 49988 names …" in said and "decisions.tsv:9" in said and len(said) < 1_000


def test_all_contradictions_are_told_and_the_reason_of_the_first(tmp_path):
    with pytest.raises(BrokenKnowledge) as trouble:
        read_decisions([file(tmp_path, KINDS["a chain and its opposite"](400))])
    said = str(trouble.value).split("\n")
    assert len(said) == 200 and all(re.search(r"decisions\.tsv:\d+ says", line) for line in said)
    assert sum("=" in line for line in said) == REASONED and all(line.count("=") <= LONG for line in said)


def test_a_right_name_was_sought_among_all_rows_for_every_thing(tmp_path):
    """Before, twenty thousand right names made a build of a few hundred things last for minutes."""
    text = "云岭县委书记苏明远到{0}湖公园调研。{0}湖产业园年底前开园。\n"
    (tmp_path / "a.txt").write_text("".join(text.format(chr(0x6D01 + n)) for n in range(30)), "utf-8")
    known = load()

    def built(count):
        rows = [("name", f"{chr(0x6D01 + n)}湖公园" if n < 30 else f"庚{n}园", f"新{n}园") for n in range(count)]
        file(tmp_path, rows)
        return calls(lambda: found.append(pipeline.read([str(tmp_path)], known)))

    found = []
    built(30)
    few, many = built(30), built(10_030)
    assert {e.name for e in found[-1].entities} == {e.name for e in found[0].entities} >= {"新0园", "新29园"}
    assert many - few < 900_000, (few, many)  # forty calls a row to read it; thirty things times ten thousand rows were two million
