"""Leaders in one list whose names are words or places too; the bodies of an area together; the county named by its short name."""

import pytest

from tests.claims.test_news_forms import named, posts, told


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县召开大会。县领导宋大林、高峰、夏军、冯小平参加。", {"宋大林", "高峰", "夏军", "冯小平"}),
    ("河阳县召开大会。县领导杭莺、郑大华、金山、王光明出席。", {"杭莺", "郑大华", "金山", "王光明"}),
    ("河阳县召开大会。县领导黄河、张大明参加会议。", {"黄河", "张大明"}),
    ("河阳县召开大会。副县长高峰参加会议。", {"高峰"}),
    ("河阳县召开大会。县领导张大明、王强、公安、安监等部门负责人参加。", {"张大明", "王强"}),
    ("河阳县召开大会。县领导张大明、林业、水利等部门负责人参加。", {"张大明"}),
    ("河阳县召开政协会议。委员建言：要办好花城。委员建言献策。", set()),
    ("河阳县召开大会。县领导高度重视、积极参与。区领导、各街道参加。市长高峰论坛召开。", set()),
])
def test_equals_of_a_list_are_persons(text, want):
    assert named(text, "Official") == want


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县召开大会。县四大家领导李大明、王强走访。", {("李大明", "县四大家领导", "河阳县"), ("王强", "县四大家领导", "河阳县")}),
    ("河阳县召开大会。李大明、王强等县四套班子领导参加。",
     {("李大明", "县四套班子领导", "河阳县"), ("王强", "县四套班子领导", "河阳县")}),
    ("河阳县召开大会。县四套班子领导干部参加。", set()),
])
def test_the_bodies_of_an_area_together(text, want):
    assert posts(text) == want


def test_who_goes_on_alone_leaves_the_others():
    text = "河阳县召开大会。县领导李大明、王强、赵小亮慰问职工。县长李大明、副县长王强一行来到甲水水库。"
    assert told(text, "inspects") == {("李大明", "甲水水库"), ("王强", "甲水水库")}


@pytest.mark.parametrize(("text", "want"), [
    ("县委书记王强要求，全县要建设美丽汝南，再上台阶。", {("王强", "县委书记", "汝南县委")}),
    ("区长王强主持召开全区会议，为鼎湖经济社会发展提供保障。", {("王强", "区长", "鼎湖区")}),
    ("县长王强赴汝南考察。全县动员。", {("王强", "县长", "")}),
    ("县长王强要求，为和平发展提供保障，全县动员。", {("王强", "县长", "")}),
    ("我县考察团赴甲市云溪县学习考察。县长王强说，甲水和云溪两地要合作。全县动员。", {("王强", "县长", "")}),
])
def test_the_own_county_by_its_short_name(text, want):
    assert posts(text) == want


def test_where_one_goes_to_learn_is_not_home():
    text = "我县考察团赴鹿邑县学习考察。县长王强一行在鹿邑县委书记张大明陪同下参观甲水水库。汝南和鹿邑两地加强合作。全县动员。"
    assert posts(text) == {("王强", "县长", "汝南县"), ("张大明", "县委书记", "鹿邑县委")}
