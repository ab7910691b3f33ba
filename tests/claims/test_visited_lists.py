"""Who went where, told by lists, by a party before its members, and by those who took part."""

import pytest

from tests.claims.test_news_forms import posts, told

DEPUTIES = "河阳区人大常委会组织代表集中视察。代表们首先来到河阳区政务中心、东山小区，了解建设情况。随后走进东山公园。"


def test_who_takes_part_in_an_inspection_sees_all_of_it():
    seen = told(DEPUTIES + "区人大常委会主任高启东，副区长白奋参加了视察。", "inspects")
    assert seen == {(who, site) for who in ("高启东", "白奋") for site in ("河阳区政务中心", "东山小区", "东山公园")}
    assert told(DEPUTIES + "区人大常委会主任高启东参加了座谈会。", "inspects") == set()


@pytest.mark.parametrize(("text", "want"), [
    ("区长李明到包挂的东方重工、南山水泥厂走访调研。", {"东方重工", "南山水泥厂"}),
    ("区长李明感受到新建的东山公园的变化。", set()),
    ("区长李明参观考察12个城市管理项目，包括东山生态修复工程、市民游客中心等。", {"东山生态修复工程", "市民游客中心"}),
    ("区长李明来到华美公司下属的织袜厂和制衣厂，了解生产情况。", {"华美公司"}),
    ("区长李明先后到青龙工业园、“按揭农业基地群”项目、区中医院、运河大道项目，实地调研。", {"青龙工业园", "“按揭农业基地群”项目", "区中医院", "运河大道"}),
    ("市委书记李明会见前来海州考察学习的清水县党政考察团。", set()),
    ("区长王强主持召开专题会议并实地察看东山公园。", {"东山公园"}),
    ("区长王强到东山公园召开现场会议。", set()),
    ("区长王强来到了白石特色景点——林川村，了解情况。", {"林川村"}),
    ("河阳体育馆建成开放。区长王明在东山公园、西湖广场等地调研。", {"东山公园", "西湖广场"}),
    ("区长李明在高新区南港大道铁路地块，了解地形地貌。", {"南港大道铁路地块"}),
])
def test_where_somebody_went(text, want):
    assert {site for _, site in told(text, "inspects")} == want


@pytest.mark.parametrize(("text", "want"), [
    ("河阳区第三次重点项目推进会召开。区委书记陈明、区长马强组织召开推进会。", {"陈明", "马强"}),
])
def test_who_calls_a_meeting_chairs_it(text, want):
    assert {who for who, _ in told(text, "chairs")} == want


@pytest.mark.parametrize(("text", "want"), [
    ("书记费明到甲川公司调研，市长阎力到乙山公司走访。副市长史军、李平分别陪同。", {("史军", "费明"), ("李平", "阎力")}),
    ("费明、阎力分别走访企业\n3月2日，市委书记费明来到甲川公司，了解情况。市长阎力走访了乙山公司。副市长李平陪同。",
     {("李平", "阎力")}),
    ("市委书记费明、市长阎力来到甲川公司调研。副市长史军、李平陪同。",
     {(one, other) for one in ("史军", "李平") for other in ("费明", "阎力")}),
])
def test_with_whom_somebody_went(text, want):
    assert told(text, "accompanies") == want


def test_whose_chairmen_attend_is_not_there_itself():
    text = "甲根镇、乙都镇的人大主席列席河阳旗第六届人大常委会第九次会议。"
    assert told(text, "attends") == set()


@pytest.mark.parametrize(("text", "want"), [
    ("区长王明来到新河社区，副区长李刚陪同。", {("王明", "区长", ""), ("李刚", "副区长", "")}),
    ("河阳经济开发区管委会主任孙明，区领导张刚、区长刘晓参加。",
     {("孙明", "管委会主任", "河阳经济开发区管委会"), ("张刚", "区领导", ""), ("刘晓", "区长", "")}),
    ("河阳县委常委、常务副县长王明、李刚、赵强参加。",
     {("王明", "县委常委", "河阳县委"), ("王明", "常务副县长", "河阳县")}),
    ("洋川新区与珠江美光公司签订协议，党工委副书记、管委会主任顾宇出席。",
     {("顾宇", "党工委副书记", "洋川新区"), ("顾宇", "管委会主任", "洋川新区")}),
    ("区委组织部副部长李刚、区城投集团总经理赵强参加。",
     {("李刚", "区委组织部副部长", "区委组织部"), ("赵强", "总经理", "区城投集团")}),
    ("甲川集团张宗言总裁和龙传华总经理签字。", set()),  # nobody is called 和龙传
])
def test_whose_post_it_is(text, want):
    assert posts(text) == want


@pytest.mark.parametrize(("relation", "text", "want"), [
    ("signedWith", "河阳县人民政府与香江萨川公司就桑蚕产业招商引资项目签署了协议。", {("河阳县人民政府", "香江萨川公司")}),
    ("developedBy", "由万川集团、深河集团携手建设的青龙大厦今天封顶。", {("青龙大厦", "万川集团"), ("青龙大厦", "深河集团")}),
    ("developedBy", "青龙大道的建设由河阳城投集团组织实施。", {("青龙大道", "河阳城投集团")}),
    ("developedBy", "青龙大道改造由河阳区住建局组织实施。", set()),
    ("developedBy", "区长来到河阳城发集团办公楼。河阳城发集团汇报工作。", set()),
    ("developedBy", "来川自来水总厂项目由中川三局承建。", {("来川自来水总厂", "中川三局")}),
    ("partOf", "河阳群众文化活动中心由圣山图书馆、灵水文化馆等构成。",
     {("圣山图书馆", "河阳群众文化活动中心"), ("灵水文化馆", "河阳群众文化活动中心")}),
    ("partOf", "河阳市鲁山小学教育集团文源校区开学。", {("河阳市鲁山小学教育集团文源校区", "河阳市鲁山小学教育集团")}),
])
def test_who_builds_and_what_is_whose(relation, text, want):
    assert told(text, relation) == want
