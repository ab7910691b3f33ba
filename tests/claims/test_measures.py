"""Which figures a text gives for its own area, under which name, with which growth."""


import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.claims.figures import hint
from graphbuild.claims.measures import measures
from tests.claims.invented_things import KNOWN, reading


def read(text: str, **names: str) -> list[tuple[str, str, str, str]]:
    claims = measures(reading(text, **{"District": "云溪区", **names}))
    told = [dict(claim.qualifiers) for claim in claims]
    return [(q["indicator"], q.get("value", ""), q.get("unit", ""), q.get("change", "")) for q in told]


@pytest.mark.parametrize(("text", "want"), [
    ("上半年，云溪区生产总值完成252.8亿元，同比增长8.1%。", [("生产总值", "252.8", "亿元", "8.1")]),
    ("云溪区规模以上工业增加值增长6%以上；固定资产投资下降2.5%。", [("规模以上工业增加值", "", "", "6"), ("固定资产投资", "", "", "-2.5")]),
    ("云溪区城镇、农村居民人均可支配收入分别达到7.8万元和4.6万元，增长5.6%和7.3%。",
     [("城镇居民人均可支配收入", "7.8", "万元", "5.6"), ("农村居民人均可支配收入", "4.6", "万元", "7.3")]),
    ("云溪区城乡居民人均可支配收入完成2.57万元和1.68万元，分别增长9%和9.8%。",
     [("城镇居民人均可支配收入", "2.57", "万元", "9"), ("农村居民人均可支配收入", "1.68", "万元", "9.8")]),
    ("云溪区地区生产总值仅141.5亿元，可比增长10.1%；境内森林覆盖率75.31%。",
     [("地区生产总值", "141.5", "亿元", "10.1"), ("森林覆盖率", "75.31", "%", "")]),
    ("云溪区计划新建公厕10座，改造升级11座。", [("新建公厕", "10", "座", ""), ("改造升级公厕", "11", "座", "")]),
    ("云溪区新建球场2个、健身路径10条。", [("新建球场", "2", "个", ""), ("新建健身路径", "10", "条", "")]),
    ("云溪区新增绿地六十公顷，打通断头路九条。", [("新增绿地", "60", "公顷", ""), ("打通断头路", "9", "条", "")]),
    ("云溪区完成34个污水处理设施和1个管网建设。", [("污水处理设施", "34", "个", ""), ("管网建设", "1", "个", "")]),
    ("云溪区城镇登记失业率控制在2.4%。", [("城镇登记失业率", "2.4", "%", "")]),
    ("云溪区学前教育覆盖率提高到92.5%。", [("学前教育覆盖率", "92.5", "%", "")]),
    ("云溪区修缮甲一街、乙二街等13条主次干道路面。", [("修缮主次干道路面", "13", "条", "")]),
    ("云溪区修缮甲一街等13条干道路面，乙二街等8条人行道。", [("修缮干道路面", "13", "条", ""), ("修缮人行道", "8", "条", "")]),
    ("云溪区对外输出劳务1万人，提供就业岗位410个。", [("对外输出劳务", "1", "万人", ""), ("就业岗位", "410", "个", "")]),
    ("云溪区推广有机肥2670亩；一产实现增加值16.9亿元，增长4.3%。", [("推广有机肥", "2670", "亩", ""), ("一产增加值", "16.9", "亿元", "4.3")]),
    ("云溪区改造提升15个小区。", [("改造提升小区", "15", "个", "")]),
    ("云溪区为30户老人加装电梯12台。", [("加装电梯老人", "30", "户", ""), ("加装电梯", "12", "台", "")]),
    ("云溪区以现场会等推动解决缺水等问题72个。", [("解决缺水等问题", "72", "个", "")]),
])
def test_figures_are_read(text: str, want: list[tuple[str, ...]]) -> None:
    assert read(text, Road="甲一街 乙二街") == want


@pytest.mark.parametrize("text", [
    "云溪区召开会议，应到委员246人。", "云溪区松影园总投资5亿元，占地20亩。", "云溪区完成年度任务的91.7%。",
    "云溪区走访了一个村、两家企业。", "云溪区出口高于全国2.1个百分点。", "云溪区召开第3次会议。",
])
def test_what_is_no_figure_of_the_area_is_left(text: str) -> None:
    assert read(text, Zone="松影园", Official="李某") == []


def test_without_an_area_a_figure_has_no_subject() -> None:
    claims = list(measures(reading("全年新建公厕10座。")))
    assert [(claim.subject, dict(claim.qualifiers)["indicator"]) for claim in claims] == [(None, "新建公厕")]


def test_a_companys_figures_are_its_own() -> None:
    text = "云溪区领导李某来到远山公司。远山公司新增就业岗位600个，营业收入增长5%。"
    assert read(text, Company="远山公司", Official="李某") == []


def test_a_table_of_indicators() -> None:
    text = "云溪区主要指标\n| 指标 | 数值 | 同比 |\n|---|---|---|\n| 生产总值（亿元） | 1,252.8 | 8.1% |\n| 投资 | - | -3.2% |\n"
    assert read(text) == [("生产总值", "1252.8", "亿元", "8.1"), ("投资", "", "", "-3.2")]


def test_period_and_status() -> None:
    text = "云溪区政府工作报告\n一、2023年工作回顾\n生产总值增长6.8%。\n二、2024年主要任务\n新建公厕30座。"
    claims = list(measures(reading(text, "2024-01-18", District="云溪区")))
    told = [dict(claim.qualifiers) for claim in claims]
    assert [(q["period"], q["status"]) for q in told] == [("2023", "done"), ("2024", "planned")]


@pytest.mark.parametrize(("said", "status"), [("2019-08-31", "done"), ("2019-05-20", "planned"), ("2019", "planned")])
def test_half_a_year_that_is_over_is_done_even_in_a_text_of_plans(said: str, status: str) -> None:
    text = "云溪区将确保完成全年任务，计划再上台阶。上半年，云溪区生产总值252.8亿元。"
    claims = list(measures(reading(text, said, District="云溪区")))
    assert [dict(claim.qualifiers)["status"] for claim in claims] == [status]


@pytest.mark.parametrize(("sentence", "status"), [
    ("云溪区生产总值完成252.8亿元，同比增长8.1%。", "done"),
    ("云溪区力争生产总值完成252.8亿元，同比增长8.1%。", "planned"),
    ("云溪区生产总值252.8亿元，增长8.1%。", "planned"),
])
def test_a_figure_compared_with_the_year_before_is_a_result(sentence: str, status: str) -> None:
    claims = list(measures(reading(f"要确保完成任务，计划再上台阶。{sentence}", "2019", District="云溪区")))
    assert [dict(claim.qualifiers)["status"] for claim in claims] == [status]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from([*"，。；：、\n|和等", "云溪区", "新建", "完成", "公厕", "3个", "12.5%", "同比", "增长", "分别", "2.4亿元", "达到", "十五座", "“", "”", "改造"]), max_size=30))
def test_any_mixture_is_read_without_trouble(parts: list[str]) -> None:
    for claim in measures(reading("".join(parts), District="云溪区")):
        told = dict(claim.qualifiers)
        assert told["indicator"] and (told.get("value") or told.get("change"))


def test_a_zones_statistics_are_the_zones() -> None:
    claims = list(measures(reading("云溪区举行开工仪式。松影高新区完成固定资产投资31.6亿元。", District="云溪区", Zone="松影高新区")))
    assert [(claim.subject and claim.subject.name, dict(claim.qualifiers)["value"]) for claim in claims] == [("松影高新区", "31.6")]


def test_a_deed_after_a_body_is_the_areas_but_the_bodys_own_is_not() -> None:
    text = "云溪区李某介绍情况。\n依托甲服务中心，推动解决饮水困难问题72个。\n甲服务中心受理案件30件。"
    assert read(text, Organization="甲服务中心", Official="李某") == [("解决饮水困难问题", "72", "个", "")]


def test_a_numeral_that_counts_nothing_is_passed_over() -> None:
    look = hint(KNOWN)
    assert look.search("新增十一座") and look.search("三百多亩") and look.search("5家")
    assert not look.search("统一部署，一个目标，三农工作")


@pytest.mark.parametrize("piece", ["云溪区3个", "GDP增长3%、", "|指标|", "新建公厕3座，", "计划新建3个、"])
def test_endless_lines_are_read_to_their_end(piece: str) -> None:
    """What grew with the square would end at the limit that every test has; `make scaling` measures how it grows."""
    text = reading((piece * 40_000)[:40_000], District="云溪区")
    assert len(list(measures(text))) < len(text.text)
