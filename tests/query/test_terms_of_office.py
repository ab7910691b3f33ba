"""How long a post was held is told with it: from and to which day, and that no year is known."""

import pytest

from graphbuild import pipeline
from graphbuild.graph import serialize
from graphbuild.knowledge import load
from graphbuild.query.ask import asker

TEXT = (
    "云岭区人大常委会召开会议\n\n9月7日，云岭区第三届人大常委会第五次会议召开。会议决定任命许二水同志为云岭区人民政府副区长、代理区长，"
    "决定接受丁一山同志辞去云岭区人民政府区长职务的请求。区委书记赵四海出席。\n"
)


@pytest.fixture(params=["会议.txt", "2021-09-08_会议.txt"])
def told(request, tmp_path):
    (tmp_path / request.param).write_text(TEXT, "utf-8")
    built = pipeline.read([str(tmp_path)], load())
    (tmp_path / "graph.ttl").write_text(serialize(built.graph), "utf-8", newline="")
    one = asker(tmp_path / "graph.ttl")
    with one.store:
        yield ("2021-" if "2021" in request.param else ""), one.ask


def test_who_resigned_holds_the_post_until_that_day(told):
    year, ask = told
    sentence = ask("丁一山担任什么职务？").sentence
    assert f"区长（至{year}09-07止" in sentence and ("没有年份" in sentence) == (not year)
    assert f"代理区长（{year}09-07起" in ask("许二水担任什么职务？").sentence


def test_who_is_only_named_is_told_with_the_day_of_the_text(told):
    year, ask = told
    assert f"（见{year + '09-07' if year else '没有年份'}的文本）" in ask("赵四海担任什么职务？").sentence


def test_the_head_of_a_government_is_the_head_of_its_area(tmp_path):
    (tmp_path / "2022-08-16_a.txt").write_text("云岭区召开会议\n\n8月15日，云岭区人民政府区长许二水主持会议。海角区区长钱七星出席。\n", "utf-8")
    built = pipeline.read([str(tmp_path)], load())
    (tmp_path / "graph.ttl").write_text(serialize(built.graph), "utf-8", newline="")
    one = asker(tmp_path / "graph.ttl")
    with one.store:
        assert "许二水任云岭区人民政府区长" in one.ask("谁是云岭区区长？").sentence
