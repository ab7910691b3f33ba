"""Who saw what: lists in the sentence behind, lists of bodies without an owner, and those who come to a place to take part in something."""

import pytest

from tests.claims.test_news_forms import told

OTHERS = "县长梁山来到"


def sites(text):
    return {site for _, site in told(text, "inspects")}


@pytest.mark.parametrize(("behind", "want"), [
    ("其中包括筹划中的东川公路、国贸大厦、青龙河整治现场。", {"东川公路", "国贸大厦", "青龙河"}),
    ("这些项目分别是青龙大厦、南山水库和松影公园。", {"青龙大厦", "南山水库", "松影公园"}),
    ("我市今年的项目包括青龙大厦、南山水库。", set()),
    ("这些项目包括副市长李四主抓的青龙大厦。", set()),
    ("市民都说好。其中包括青龙大厦、南山水库。", set()),
])
def test_what_was_seen_may_be_listed_in_the_sentence_behind(behind, want):
    text = f"6月26日，市长费明实地检查了我市部分城建工程的建设现场。{behind}"
    assert sites(text) == want
    assert sites(text.replace("实地检查了", "要求建好")) == set()


@pytest.mark.parametrize(("text", "want"), [
    ("县长梁山先后来到明月湖公园、全丰家私清水产业园实地参观考察。", {"明月湖公园", "全丰家私清水产业园"}),
    ("县长梁山带队在上林乡、下林镇开展脱贫攻坚“大排查”活动。", {"上林乡", "下林镇"}),
    ("县长梁山率队在上林乡召开座谈会。", set()),
    ("县长梁山率队在上林乡开展集中宣讲座谈会。", set()),
    ("县长梁山一行深入上林乡三元村村委会实地走访。", {"三元村"}),
    ("县长梁山来到琴湖公园，与干部群众一起参加义务植树活动。", set()),
    ("县长梁山来到琴湖公园，察看园林建设，并参加义务植树活动。", {"琴湖公园"}),
    ("在南山广场，县长梁山率领干部职工参加了捐款活动。", set()),
    ("在南山广场，县长梁山详细询问建设进度，并参加了捐款活动。", {"南山广场"}),
])
def test_where_somebody_went(text, want):
    assert sites(text) == want


@pytest.mark.parametrize(("text", "want"), [
    (f"{OTHERS}县委机要局、110指挥中心、供水公司、客运站等地慰问。", {"县委机要局", "110指挥中心", "供水公司", "客运站"}),
    (f"{OTHERS}青石派出所、武警中队和看守所，看望值班民警。", {"青石派出所", "武警中队", "看守所"}),
    (f"{OTHERS}企业、学校、社区等地调研。", set()),
    (f"{OTHERS}河阳大厦、各派出所、一些公司等地调研。", {"河阳大厦"}),
])
def test_bodies_of_a_round_need_no_owner(text, want):
    assert sites(text) == want


def test_who_chairs_a_meeting_on_the_spot_looks_and_who_attends_it_does_not_go_with_him():
    text = "副县长高柳主持召开河阳乡项目推进现场会，副县长戴兴参加了会议。\n会议现场察看了上林供水站、青石小学。"
    assert told(text, "inspects") == {("高柳", "上林供水站"), ("高柳", "青石小学")}
    assert told(text, "accompanies") == set()


@pytest.mark.parametrize("apart", ["等分赴一线检查防汛工作", "分头检查防汛工作", "等分路督导防汛工作"])
def test_leaders_who_part_are_each_where_they_are_told_to_be(apart):
    text = f"连日来，县委书记李国华，县长梁山，副县长费明{apart}。\n7月1日，李国华赶赴白石镇检查。\n7月2日，梁山来到青龙水库察看水位。"
    assert told(text, "inspects") == {("李国华", "白石镇"), ("梁山", "青龙水库")}
    assert told(text, "accompanies") == set()
