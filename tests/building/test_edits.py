"""A build after any edits: the bytes of a fresh one, and of the whole as one part; only what changed is done again."""

import tempfile
from pathlib import Path
from unittest.mock import patch

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild import pipeline, reading
from graphbuild.building import difference, joined, last, offers, parts, rounds, stored
from graphbuild.building.safe import unpack
from graphbuild.graph import serialize
from graphbuild.graph.embedded import embedded
from graphbuild.graph.embedded import note as embedded_note
from graphbuild.knowledge import load

KNOWLEDGE = load()
FILES = ("graph.ttl", "issues.jsonl", "identity.jsonl", "report.json", "graph.html")
# Two districts of one city, the city, and a county elsewhere; what they say crosses: bodies, works, shares, offices, targets.
TEXTS = (
    "2021-03-0{n}_a.txt|郑州市中原区新闻\n本报讯 3月{n}日，中原区委书记苏明远到青竹湖文化产业园调研，区长何静陪同。青竹湖文化产业园计划年底前开工。\n",
    "2022-05-0{n}_b.txt|郑州市中原区新闻\n5月{n}日，中原区青竹湖文化产业园二期开工。全区生产总值增长{n}.1%。中原区与二七区签约，区委书记苏明远出席。\n",
    "2021-04-0{n}_c.txt|郑州市二七区新闻\n4月{n}日，二七区委书记许建国到郑州科创园调研。全区新建公厕{n}座。二七区委书记许建国主持召开区委全会。\n",
    "2022-06-0{n}_d.txt|郑州市二七区新闻\n二七区委书记罗长青调研中原区青竹湖文化产业园。2022年二七区生产总值目标增长{n}%。二七区与郑州市教育局签约。\n",
    "2023-02-0{n}_e.txt|郑州市政府工作报告\n全市生产总值增长{n}%，郑州市与中原区共建郑州科创园，中交第九航务工程局有限公司承建。市长丁一山主持会议。\n",
    "2023-02-1{n}_f.txt|三门峡市卢氏县新闻\n县委书记乔大山与郑州市教育局签约。卢氏县与中原区加强合作，中交第九航务工程局有限公司到卢氏县考察。全县新建公厕{n}座。\n",
    "2023-03-1{n}_g.txt|河南省新闻\n省教育厅支持郑州市。河南省2023年生产总值增长{n}%，2022年全省生产总值增长5%。\n",
    "h.txt|新建公厕{n}座，增长{n}%。某园二期竣工。\n",
)
EDITS = st.lists(st.tuples(st.integers(0, len(TEXTS) - 1), st.integers(0, 3)), min_size=1, max_size=4)


def edit(folder, which, how):
    """0 takes the text away, another number writes it with that number."""
    name, _, text = TEXTS[which].partition("|")
    for old in folder.glob(name.replace("{n}", "*")):
        old.unlink()
    if how:
        (folder / name.format(n=how)).write_text(text.format(n=how), "utf-8")


def build(folder, output, **more):
    return pipeline.build([str(folder)], output, KNOWLEDGE, **more)


def held(output):
    return set(map(str, pyoxigraph.Store.read_only(str(output / "store"))))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(EDITS, st.sampled_from([0, difference.FEW]), st.sampled_from(["", "same\t青竹湖文化产业园\t郑州科创园\tw\tx\n", "different\t苏明远@中原区\t苏明远@二七区\tw\tx\n"]))
def test_any_edits_end_in_the_bytes_of_a_fresh_build_and_of_one_part(edits, few, decision):
    with patch.object(difference, "FEW", few), tempfile.TemporaryDirectory() as place:
        folder, output = Path(place) / "texts", Path(place) / "output"
        folder.mkdir()
        for which in range(len(TEXTS)):
            edit(folder, which, 1)
        build(folder, output)
        for which, how in edits:
            edit(folder, which, how)
        (folder / "decisions.tsv").write_text("judgement\tleft\tright\twho\twhy\n" + decision, "utf-8")
        if not list(folder.glob("*.txt")):
            return
        build(folder, output)
        build(folder, Path(place) / "fresh", fresh=True)
        assert [(output / f).read_bytes() for f in FILES] == [(Path(place) / "fresh" / f).read_bytes() for f in FILES]
        assert held(output) == held(Path(place) / "fresh") and embedded(output / "graph.ttl")
        whole = pipeline.read([str(folder)], KNOWLEDGE)
        assert (output / "graph.ttl").read_text("utf-8") == serialize(whole.graph)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for which in range(len(TEXTS)):
        edit(folder, which, 1)
    return folder


def test_only_the_part_that_changed_is_done_again(folder, tmp_path, monkeypatch):
    build(folder, tmp_path / "output")
    seen = []
    for work in ("propose", "conclude"):
        known = getattr(parts, work)
        monkeypatch.setattr(rounds, work, lambda site, *told, known=known, work=work: seen.append(work) or known(site, *told))
    build(folder, tmp_path / "output")
    assert seen == []
    edit(folder, 5, 2)
    build(folder, tmp_path / "output")
    assert seen.count("propose") == 1 and seen.count("conclude") == 1


def test_a_store_is_changed_where_little_is(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(difference, "FEW", 0)  # however much
    build(folder, tmp_path / "output")
    before = held(tmp_path / "output")
    monkeypatch.setattr(stored, "embed", None)  # nothing is loaded anew
    monkeypatch.setattr(joined, "join", None)  # nor is any block written that did not change
    edit(folder, 5, 2)
    edit(folder, 2, 0)
    build(folder, tmp_path / "output")
    monkeypatch.undo()
    build(folder, tmp_path / "fresh")
    assert before != held(tmp_path / "output") == held(tmp_path / "fresh")
    assert embedded(tmp_path / "output" / "graph.ttl")
    assert (tmp_path / "output" / "graph.ttl").read_bytes() == (tmp_path / "fresh" / "graph.ttl").read_bytes()


@pytest.mark.parametrize("harm", ["other", "longer", "gone"])
def test_what_somebody_did_to_the_last_output_is_not_carried_on(folder, tmp_path, monkeypatch, harm):
    monkeypatch.setattr(difference, "FEW", 0)
    build(folder, tmp_path / "output")
    turtle = tmp_path / "output" / "graph.ttl"
    text = turtle.read_bytes()
    turtle.unlink() if harm == "gone" else turtle.write_bytes(text.replace(b"2023", b"2024") if harm == "other" else text + b"\n")
    edit(folder, 5, 2)
    build(folder, tmp_path / "output")
    build(folder, tmp_path / "fresh")
    assert turtle.read_bytes() == (tmp_path / "fresh" / "graph.ttl").read_bytes()
    assert held(tmp_path / "output") == held(tmp_path / "fresh")


def test_a_source_that_is_gone_takes_all_that_it_alone_said(folder, tmp_path):
    build(folder, tmp_path / "output")
    before = (tmp_path / "output" / "graph.ttl").read_text("utf-8")
    edit(folder, 2, 0)
    build(folder, tmp_path / "output")
    after = (tmp_path / "output" / "graph.ttl").read_text("utf-8")
    assert "许建国" in before and "许建国" not in after


def test_several_processes_make_what_one_makes(folder, tmp_path, monkeypatch):
    build(folder, tmp_path / "one", jobs=1)
    monkeypatch.setattr(pipeline, "worth", lambda sources: True)
    build(folder, tmp_path / "two", jobs=2)
    assert [(tmp_path / "one" / f).read_bytes() for f in FILES] == [(tmp_path / "two" / f).read_bytes() for f in FILES]


def test_a_damaged_note_is_made_again(folder, tmp_path):
    build(folder, tmp_path / "output")
    before = (tmp_path / "output" / "graph.ttl").read_bytes()
    for n, note in enumerate(sorted((tmp_path / ".output.cache").glob("??/*"))):
        note.write_bytes(note.read_bytes()[: -1 - n] + b"x" if n % 2 else b"")
    build(folder, tmp_path / "output")
    assert (tmp_path / "output" / "graph.ttl").read_bytes() == before


def remembered(output):
    """The notes beside an output, but for when they were written."""
    return {path.name: path.read_bytes() for path in output.with_name(f".{output.name}.cache").glob("??/*")}


def test_a_fresh_build_is_remembered_in_place_of_what_was(folder, tmp_path, monkeypatch):
    build(folder, tmp_path / "output")
    notes = remembered(tmp_path / "output")
    for path in (tmp_path / ".output.cache").glob("??/*"):
        path.write_bytes(b"damaged")
    edit(folder, 5, 2)
    build(folder, tmp_path / "output", fresh=True)
    build(folder, tmp_path / "other")
    again = remembered(tmp_path / "output")
    assert again == remembered(tmp_path / "other") and again.keys() != notes.keys()
    monkeypatch.setattr(reading, "read_source", None)  # nobody reads what a fresh build has read
    build(folder, tmp_path / "output")


def test_a_fresh_build_that_fails_leaves_what_was_remembered(folder, tmp_path, monkeypatch):
    build(folder, tmp_path / "output")
    notes = remembered(tmp_path / "output")
    edit(folder, 5, 2)
    monkeypatch.setattr(pipeline, "write_turtle", None)
    with pytest.raises(TypeError):
        build(folder, tmp_path / "output", fresh=True)
    assert remembered(tmp_path / "output") == notes


def test_two_builds_at_once_share_no_memory(folder, tmp_path):
    from graphbuild.building.memory import at_work

    with at_work(tmp_path / "output") as (first, _), at_work(tmp_path / "output") as (second, _):
        assert first.folder != second.folder


def test_offers_of_the_last_build_are_opened_while_another_process_reads_what_changed(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "worth", lambda sources: True)
    build(folder, tmp_path / "output", jobs=2)
    edit(folder, 5, 2)
    opened = []
    monkeypatch.setattr(offers, "unpack", lambda packed: opened.append(len(opened)) or unpack(packed))
    early = pipeline.Offers.prepare
    monkeypatch.setattr(pipeline.Offers, "prepare", lambda self: early(self) or opened.append("read"))
    build(folder, tmp_path / "output", jobs=2)
    before, after = opened[: opened.index("read")], opened[opened.index("read") + 1 :]
    assert len(before) > len(after) == 1  # the part that changed
    build(folder, tmp_path / "fresh", fresh=True)
    assert [(tmp_path / "output" / f).read_bytes() for f in FILES] == [(tmp_path / "fresh" / f).read_bytes() for f in FILES]


def test_what_was_built_is_read_through_only_where_anybody_touched_it(folder, tmp_path, monkeypatch):
    build(folder, tmp_path / "output")
    turtle, through = tmp_path / "output" / "graph.ttl", []
    monkeypatch.setattr(last, "note", lambda path: through.append(path) or embedded_note(path))
    build(folder, tmp_path / "output")
    assert through == []
    turtle.touch()
    build(folder, tmp_path / "output")
    assert through == [turtle]
