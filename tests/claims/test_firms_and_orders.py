"""News of firms: whom their heads visit, whose they are, what they build and sign; and orders, which are no visits."""

import pytest

from tests.claims.test_news_forms import named, posts, told


@pytest.mark.parametrize(("text", "went", "along"), [
    ("8月15日，市水务集团党委书记、董事长张大伟到河阳第三污水厂、云溪污水厂调研。水务公司董事长李明、副总经理王刚陪同。",
     {("张大伟", "河阳第三污水厂"), ("张大伟", "云溪污水厂")}, {("李明", "张大伟"), ("王刚", "张大伟")}),
    ("甲川集团董事长李明、总经理王刚深入云溪污水厂检查安全生产。", {("李明", "云溪污水厂"), ("王刚", "云溪污水厂")}, set()),
    ("市城投集团总经理李建国检查云溪大桥项目建设情况，副总经理王军陪同。", {("李建国", "云溪大桥")}, {("王军", "李建国")}),
    ("县长王刚到云溪污水厂调研。随后，甲川集团董事长李明检查了云溪大桥。", {("王刚", "云溪污水厂")}, set()),
    ("甲川集团董事长李明邀请客商到云溪污水厂考察。", set(), set()),
    ("1998年，甲川集团董事长李明来到云溪污水厂工作。", set(), set()),
    ("甲川集团技术员李明到云溪污水厂检查设备。", set(), set()),
    ("甲川集团董事长李明说，欢迎大家到云溪污水厂参观调研。", set(), set()),
])
def test_the_heads_of_firms_visit(text, went, along):
    assert told(text, "inspects") == went
    assert told(text, "accompanies") == along


@pytest.mark.parametrize(("text", "went"), [
    (("区长李明深入云溪湖公园调研，副区长王伟参加。\n在云溪湖公园，李明详细了解项目进度。他强调，要倒排工期。王伟要每周到现场调度。\n"
     "在云溪产业园，李明听取了汇报。"), {("李明", "云溪湖公园"), ("李明", "云溪产业园")}),
    ("区长李明必须深入云溪水厂检查。", set()),
    ("区长李明深入省重要项目云溪水厂检查。", {("李明", "云溪水厂")}),
])
def test_orders_are_no_visits(text, went):
    assert told(text, "inspects") == went


@pytest.mark.parametrize(("text", "kinds"), [
    ("河阳地产集团总经理张勇，党委副书记李瑞，总工程师罗林涛参加会议。河阳市委书记王刚会见。", {"张勇": "Person", "李瑞": "Person", "罗林涛": "Person",
                                                                      "王刚": "Official"}),
    ("市交投集团党委书记、总经理王刚，总工程师王华参加。", {"王刚": "Person", "王华": "Person"}),
    ("公司党委书记、董事长王大明讲话。公司工会主席李明主持。", {"王大明": "Person", "李明": "Person"}),
    ("云溪集团签约。严大伟主席出席，苏川建设董事局主席王刚讲话。", {"严大伟": "Person", "王刚": "Person"}),
    ("市水利局总工程师王刚、县总工会主席张勇参加。", {"王刚": "Official", "张勇": "Official"}),
    ("甲川集团董事长李明，河阳镇党委书记王刚参加。", {"李明": "Person", "王刚": "Official"}),
    ("县政协主席王刚参加，严大伟主席讲话，甲川集团董事局主席张勇出席。", {"王刚": "Official", "严大伟": "Official", "张勇": "Person"}),
])
def test_the_staff_of_firms_are_no_officials(text, kinds):
    assert {name: kind for name in kinds for kind in ("Person", "Official") if name in named(text, kind)} == kinds


@pytest.mark.parametrize(("text", "want"), [
    ("河阳市委书记李明与集团党委书记、董事长王刚座谈。", {("李明", "市委书记", "河阳市委"), ("王刚", "党委书记", ""), ("王刚", "董事长", "")}),
    ("9月28日，苏川建设董事局主席王刚、河阳市副市长李明代表双方签约。", {("王刚", "董事局主席", "苏川建设"), ("李明", "副市长", "河阳市")}),
    ("市政协主席李明、区人大主席王刚参加。", {("李明", "市政协主席", "市政协"), ("王刚", "人大主席", "区人大")}),
    ("河阳镇党委书记李明、镇人大主席王刚参加。", {("李明", "党委书记", "河阳镇党委"), ("王刚", "人大主席", "河阳镇人大")}),
])
def test_the_bodies_of_firms_and_towns(text, want):
    assert posts(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("区水利局局长王伟要对云溪污水处理厂建设负总责。", {("王伟", "云溪污水处理厂")}),
    ("区住建局对云溪大桥全面负责。", {("区住建局", "云溪大桥")}),
    ("区水利局局长王伟对云溪污水处理厂负责人表示感谢。", set()),
])
def test_who_answers_for_a_thing(text, want):
    assert told(text, "oversees") == want
