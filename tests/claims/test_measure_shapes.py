"""Shapes in which statistics come: from one figure to another, growth before its level, brackets, bullets, shares of three."""

import pytest

from graphbuild.claims.measures import measures
from tests.claims.invented_things import reading


def read(text: str, said: str = "2023-08-01") -> list[tuple[str, ...]]:
    told = [dict(claim.qualifiers) for claim in measures(reading(text, said, District="云溪区"))]
    return [tuple(q.get(name, "") for name in ("indicator", "value", "unit", "change", "period")) for q in told]


@pytest.mark.parametrize("verb", ["增加到", "增至", "提高到", "增长至", "扩大到", "下降到"])
@pytest.mark.parametrize("start", ["由", "从"])
def test_from_one_year_to_another(start: str, verb: str) -> None:
    text = f"云溪区地区生产总值{start}2011年的168.4亿元{verb}2016年的291.7亿元。"
    assert read(text) == [("地区生产总值", "168.4", "亿元", "", "2011"), ("地区生产总值", "291.7", "亿元", "", "2016")]


def test_what_it_came_from_is_no_figure_of_now() -> None:
    assert read("2022年，云溪区高新技术企业由85家增至126家，城镇化率从52.1%提高到58.3%。") == [
        ("高新技术企业", "126", "家", "", "2022"), ("城镇化率", "58.3", "%", "", "2022")]
    assert read("五年来，云溪区税收从2017年的8.3亿元提高到17.6亿元。", "2022-01-05") == [
        ("税收", "8.3", "亿元", "", "2017"), ("税收", "17.6", "亿元", "", "")]


def test_growth_may_go_before_the_level() -> None:
    assert read("2022年，云溪区地区生产总值增长11.4%达86.7亿元，外贸进出口下降6%、达4.93亿元。") == [
        ("地区生产总值", "86.7", "亿元", "11.4", "2022"), ("外贸进出口", "4.93", "亿元", "-6", "2022")]
    assert read("2022年，云溪区城乡居民人均可支配收入分别增长9.6%和11.2%，分别达41280元和14126元。") == [
        ("城镇居民人均可支配收入", "41280", "元", "9.6", "2022"), ("农村居民人均可支配收入", "14126", "元", "11.2", "2022")]


def test_growth_of_two_said_behind() -> None:
    assert read("2022年，云溪区城乡居民人均可支配收入分别完成19618元、8616元，同比增长分别为6.4%、7.9%。") == [
        ("城镇居民人均可支配收入", "19618", "元", "6.4", "2022"), ("农村居民人均可支配收入", "8616", "元", "7.9", "2022")]


def test_a_yearly_mean_is_no_growth_on_the_year_before() -> None:
    assert read("2022年，云溪区社会消费品零售总额达到112.5亿元，年均增长13.1%。") == [("社会消费品零售总额", "112.5", "亿元", "", "2022")]


@pytest.mark.parametrize("bullet", "●■◆▲★○◇→")
def test_bullets_are_no_part_of_a_name(bullet: str) -> None:
    text = f"云溪区情况\n{bullet}地区生产总值152.6亿元\n{bullet}城镇、农村居民人均可支配收入分别达到3万元、2万元"
    assert [row[:3] for row in read(text)] == [
        ("地区生产总值", "152.6", "亿元"), ("城镇居民人均可支配收入", "3", "万元"), ("农村居民人均可支配收入", "2", "万元")]


@pytest.mark.parametrize("text", [
    "云溪区地区生产总值增长5%，增速同比提高0.6个百分点。", "云溪区地区生产总值增长5%，增速比1-5月回落2.1个百分点。",
    "云溪区地区生产总值增长5%，涨幅同比回落1.5个百分点。",
])
def test_how_growth_itself_changed_is_no_figure(text: str) -> None:
    assert [row[:4] for row in read(text)] == [("地区生产总值", "", "", "5")]


@pytest.mark.parametrize(("text", "want"), [
    ("云溪区粮食产量5.2亿斤，增长2%。", ("粮食产量", "5.2", "亿斤", "2")),
    ("云溪区发电量83.6亿千瓦小时。", ("发电量", "83.6", "亿千瓦小时", "")),
    ("云溪区总人口26.2万，辖12个镇。", ("总人口", "26.2", "万", "")),
    ("云溪区固定资产投资额1135.05亿元，增长23.5%。", ("固定资产投资额", "1135.05", "亿元", "23.5")),
    ("云溪区工业投资68.92亿元（占总投资的32.1%），增长87.5%。", ("工业投资", "68.92", "亿元", "87.5")),
])
def test_units_and_brackets(text: str, want: tuple[str, ...]) -> None:
    assert read(text)[0][:4] == want


def test_three_industries_share_their_statistic() -> None:
    assert [row[:3] for row in read("云溪区第一、二、三产业增加值占比分别为6.2%、68.5%和25.3%。")] == [
        ("第一产业增加值占比", "6.2", "%"), ("第二产业增加值占比", "68.5", "%"), ("第三产业增加值占比", "25.3", "%")]


def test_a_founding_year_is_no_period() -> None:
    assert read("云溪区始建于1955年，常住人口6804人。") == [("常住人口", "6804", "人", "", "")]
    assert read("云溪区1936年建县，常住人口6804人。") == [("常住人口", "6804", "人", "", "")]


@pytest.mark.parametrize(("text", "status"), [
    ("云溪区获评先进。2023年，云溪区全面推动高质量发展，积极工作，全年完成地区生产总值14.9亿元，增长4%。", "done"),
    ("2023年预期目标\n地区生产总值增长6.5%以上\n城镇新增就业3200人以上", "planned"),
    ("2023年主要目标任务\n●地区生产总值增长6.5%以上\n●城镇新增就业3200人", "planned"),
    ("上半年完成情况\n地区生产总值增长6.5%\n城镇新增就业3200人", "done"),
])
def test_status(text: str, status: str) -> None:
    claims = list(measures(reading(text, "2023-12-20", District="云溪区")))
    assert claims and {dict(claim.qualifiers)["status"] for claim in claims} == {status}


@pytest.mark.parametrize(("text", "want"), [
    ("云溪区30户以上自然村通硬化路305公里。", [("30户以上自然村通硬化路", "305", "公里", "", "")]),
    ("云溪区3家以上企业入驻。", []),
    ("云溪区引进3家以上企业。", [("引进企业", "3", "家", "", "")]),
    ("云溪区新建公园30个以上。", [("新建公园", "30", "个", "", "")]),
    ("云溪区规模以上工业总产值接近300亿元。", [("规模以上工业总产值", "300", "亿元", "", "")]),
    ("云溪区粮食产量逼近10万吨。", [("粮食产量", "10", "万吨", "", "")]),
    ("云溪区总产值38.6亿，同比增长21%。", [("总产值", "38.6", "亿", "21", "")]),
    ("云溪区省外游客38.6亿，同比增长21%。", []),
    ("云溪区公路密度达到百平方公里187.03公里。", [("公路密度", "187.03", "公里", "", "")]),
])
def test_which_are_meant_and_what_rounds_them(text: str, want: list[tuple[str, ...]]) -> None:
    assert read(text) == want
