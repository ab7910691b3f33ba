"""A thing lies in the nearest area that is told; what is around that is not told again."""

import pytest

from graphbuild.claims import extract
from graphbuild.knowledge import load
from graphbuild.mentions import find
from graphbuild.model import Document
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def told(text, relation):
    document = Document("d", "t.txt", text, clean(text))
    claims = extract(document, find(document, KNOWLEDGE), KNOWLEDGE)
    return [(c.subject.name, c.object.name) for c in claims if c.relation == relation]


def lies(text):
    return set(told(text, "locatedIn"))


def test_the_last_of_a_chain_of_areas_signs():
    assert told("平乐县与广东省佛山市顺德区签订对口帮扶协议。", "signedWith") == [("平乐县", "顺德区")]


def test_what_a_firm_builds_lies_there_and_not_the_firm():
    assert lies("由平乐县城投公司投资建设的荷花公园位于平乐镇南洲村。") == {("荷花公园", "南洲村"), ("南洲村", "平乐镇")}


def test_a_leader_of_a_work_does_not_lend_it_a_letter():
    assert ("王海涛", "城南水厂") in told("县委书记王海涛包联城南水厂项目。", "oversees")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("云谷中学位于仓山区城门镇下洋村。", {("云谷中学", "下洋村"), ("下洋村", "城门镇"), ("城门镇", "仓山区")}),
        ("云谷中学位于仓山区，仓山区属福州市。", {("云谷中学", "仓山区")}),
    ],
)
def test_the_nearest_alone(text, said):
    assert lies(text) == said


def test_listed_areas_lie_in_no_other_than_the_list_tells():
    assert ("昆山", "阿图什市") not in lies("阿图什市昆山第二小学完工。昆山市投入资金。")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "在晋安区，西园新苑小学、东溪小学，目前正在施工；鹤溪新城小学正在办理手续。",
            {("西园新苑小学", "晋安区"), ("东溪小学", "晋安区"), ("鹤溪新城小学", "晋安区")},
        ),
        ("在晋安区，大家谈起西园新苑小学。", set()),
    ],
)
def test_an_area_in_front_holds_what_its_clauses_begin_with(text, said):
    assert lies(text) == said
