"""A text that says 我市 of a city that nothing names is told, since what it names can be held for nothing else's."""

import json

import pytest

from graphbuild import pipeline
from graphbuild.knowledge import load

KNOWLEDGE = load()
TEXTS = {
    "a.txt": "2017年1月4日，市委书记苏明远到樾樱湖公园调研，市领导何静参加。全市新建公厕12座。\n",
    "b.txt": "2017年1月5日，许建国到樾樱湖公园调研。新建公厕12座。\n",
    "c.txt": "2017年1月6日，卢氏县委书记乔大山到樾樱湖公园调研。全县新建公厕12座。\n",
}


def unplaced(folder):
    issues = (folder / "output" / "issues.jsonl").read_text("utf-8").splitlines()
    return [row for row in map(json.loads, issues) if row["rule"] == "no place"]


@pytest.mark.parametrize("listed", [False, True])
def test_only_a_text_that_speaks_of_its_own_nameless_area_is_told(tmp_path, listed):
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text, "utf-8")
    if listed:
        (texts / "sources.toml").write_text('[[source]]\nfile = "a.txt"\nplace = "三门峡市"\nreason = "x"\n', "utf-8")
    pipeline.build([str(texts)], tmp_path / "output", KNOWLEDGE)
    found = unplaced(tmp_path)
    assert [row["where"].rpartition("/")[2] for row in found] == ([] if listed else ["a.txt"])
    assert all("市" in row["message"] and "place =" in row["remedy"] for row in found)
