"""promises, holders and conflicts at the prompt: blocks, CSV and JSON, with both sentences, from the graph alone."""

import csv
import json
import shutil

import pytest
from click.testing import CliRunner

from graphbuild import pipeline
from graphbuild.cli import cli
from graphbuild.graph import serialize
from graphbuild.knowledge import load

TEXTS = {
    "2019-08-20_a.txt": "云岭区部署重点项目\n\n本报讯 8月20日，云岭区委书记丁一山主持召开会议。丁一山强调，松涛湖公园力争年底前建成开放。\n"
    "星河文化创意园由云岭建设集团有限公司负责建设。云岭区全年新增就业18600人。\n",
    "2020-12-05_b.txt": "云岭区公园开放\n\n本报讯 12月5日，松涛湖公园于2020年10月1日建成开放，云岭区委书记许二水出席。\n"
    "星河文化创意园由海角城市开发有限公司投资建设。\n",
}


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ledgers")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    built = pipeline.read([str(folder)], load())
    (folder / "out" / "texts").mkdir(parents=True)
    (folder / "out" / "graph.ttl").write_text(serialize(built.graph), "utf-8", newline="")
    for document in built.documents:
        (folder / "out" / "texts" / f"{document.sha256[:16]}.txt").write_text(document.text, "utf-8", newline="")
    return folder / "out"


def run(output, *arguments):
    ended = CliRunner().invoke(cli, [*arguments, "-o", str(output)])
    assert ended.exit_code == 0, ended.output
    return ended.stdout


def test_each_shows_an_example():
    for name in ("promises", "holders", "conflicts"):
        assert f"Example:  graphbuild {name}" in CliRunner().invoke(cli, [name, "--help"]).output


def test_a_promise_is_a_block_of_both_sentences(output):
    told = run(output, "promises", "--thing", "松涛湖公园")
    assert told.startswith("late: 松涛湖公园 complete, open · due 2019-12-31 · 丁一山 in 云岭区\n")
    assert "松涛湖公园力争年底前建成开放。" in told and "松涛湖公园于2020年10月1日建成开放" in told
    assert run(output, "promises", "--thing", "松涛湖公园", "--as-of", "2019-09-01").startswith("not yet due: ")
    assert run(output, "promises", "--as-of", "2018-01-01") == "none\n"


def test_blocks_are_told_in_chinese_too_and_one_outcome_alone(output):
    told = run(output, "promises", "--thing", "松涛湖公园", "--lang", "zh")
    assert told.startswith("逾期或推迟: 松涛湖公园 完工、投用 · 期限2019-12-31 · 丁一山\n")
    assert run(output, "promises", "--status", "kept", "--status", "missed") == "none\n"
    assert run(output, "promises", "--status", "late").startswith("late: 松涛湖公园")
    told = run(output, "holders", "区委书记", "--on", "2020-01-01", "--lang", "zh")
    assert "丁一山 · 见2019-08-20的文本 · 此前最后所知" in told
    assert "丁一山 书记 云岭区委" not in run(output, "explain", "丁一山") and "建设方为" in run(output, "explain", "星河文化创意园", "--lang", "zh")
    assert "developedBy" in run(output, "explain", "星河文化创意园")


def test_csv_and_json_say_the_same(output):
    sheet = list(csv.DictReader(run(output, "promises", "--format", "csv").splitlines()))
    rows = json.loads(run(output, "promises", "--format", "json"))
    assert sheet == rows and {"status", "due", "sentence", "file", "answer", "answer_file"} <= set(rows[0])


def test_the_ledger_needs_the_graph_alone(output, tmp_path):
    shutil.copy(output / "graph.ttl", tmp_path / "graph.ttl")
    assert run(tmp_path, "promises", "--thing", "松涛湖公园").startswith("late: ")


def test_a_wrong_day_is_wrong_usage(output):
    assert CliRunner().invoke(cli, ["promises", "--as-of", "soon", "-o", str(output)]).exit_code == 2


def test_an_unknown_thing_is_said_so(output):
    ended = CliRunner().invoke(cli, ["promises", "--thing", "松涛湖公国", "-o", str(output)])
    assert ended.exit_code == 1 and "near names: 松涛湖公园" in ended.stderr


def test_holders_and_conflicts(output):
    told = run(output, "holders", "区委书记", "--on", "2020-01-01")
    assert "丁一山 · stated 2019-08-20 · last known before" in told and "许二水" in told
    assert [row["person"] for row in json.loads(run(output, "holders", "区委书记", "--format", "json"))] == ["丁一山", "许二水"]
    told = run(output, "conflicts")
    assert told.startswith("builder: 星河文化创意园 developedBy\n  云岭建设集团有限公司") and "海角城市开发有限公司" in told
    assert {row["conflict"] for row in json.loads(run(output, "conflicts", "--format", "json"))} == {1}
