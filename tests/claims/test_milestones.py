"""Which steps of which things a text states, whether they are planned, and by when."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.claims import extract
from graphbuild.claims.milestones import best_dated, milestones
from graphbuild.knowledge import load
from graphbuild.mentions import find
from graphbuild.model import Document
from graphbuild.text.clean import clean
from tests.claims.invented_things import reading

NAMES = {"Road": "松影大道 柳浪桥", "Park": "听泉公园", "Project": "星河芯片基地 南岸截污工程", "Facility": "青禾体育馆 云杉剧院"}


def read(text: str, said: str = "") -> list[tuple[str, str, str, str]]:
    claims = best_dated(list(milestones(reading(text, said, District="云溪区", Company="远山置业公司", WaterBody="镜月湖", **NAMES))))
    told = [(c.subject.name, dict(c.qualifiers)) for c in claims]
    return sorted((name, q["kind"], q["status"], q.get("date", "")) for name, q in told)


@pytest.mark.parametrize(("text", "want"), [
    ("松影大道确保9月底前通车。", [("松影大道", "open", "planned", "2023-09-30")]),
    ("听泉公园已于6月1日开园。", [("听泉公园", "open", "done", "2023-06-01")]),
    ("柳浪桥建成通车。目标年底前。", [("柳浪桥", "complete"), ("柳浪桥", "open")]),
    ("启动星河芯片基地、南岸截污工程建设。", [("南岸截污工程", "start"), ("星河芯片基地", "start")]),
    ("开工建设松影大道等6条道路。", [("松影大道", "start")]),
    ("完成南岸截污工程和听泉公园征地拆迁。", [("南岸截污工程", "complete")]),
    ("完成镜月湖、南岸截污工程。", [("南岸截污工程", "complete")]),
    ("完成听泉公园改造提升。", [("听泉公园", "complete")]),
    ("南岸截污工程由远山置业公司承建，计划明年6月底完工。", [("南岸截污工程", "complete", "planned", "2024-06-30")]),
    ("确保听泉公园、柳浪桥等一批重点民生项目年底前建成。", [("听泉公园", "complete"), ("柳浪桥", "complete")]),
    ("推进以镜月湖、听泉公园为主体的南岸截污工程，力争年内建成。", [("南岸截污工程", "complete")]),
    ("建成投用云杉剧院等文化地标。", [("云杉剧院", "complete"), ("云杉剧院", "open")]),
    ("松影大道计划11月底前具备通车条件。", [("松影大道", "open", "planned", "2023-11-30")]),
    ("松影大道已具备通车条件。", []),
    ("松影大道确保10月底前具备开工条件。", []),
    ("青禾体育馆9月1日迎来首批观众。", [("青禾体育馆", "open")]),
    ("计划10月投用云杉剧院。", [("云杉剧院", "open", "planned")]),
    ("星河芯片基地于2月底竣工并交付企业。", [("星河芯片基地", "complete", "done")]),
    ("1.松影大道。全长5公里，10月底前建成通车。",
     [("松影大道", "complete", "planned", "2023-10-31"), ("松影大道", "open", "planned", "2023-10-31")]),
    ("松影大道通车。年产5万吨，10月底前建成投产。", [("松影大道", "open")]),
    ("松影大道全面开工建设。", [("松影大道", "start")]),
    ("云杉剧院等36个亿元以上项目相继竣工投产。", [("云杉剧院", "complete", "done"), ("云杉剧院", "open", "done")]),
    ("云杉剧院陆续建成使用。", [("云杉剧院", "complete"), ("云杉剧院", "open")]),
    ("青禾体育馆、云杉剧院将于“五一”前封顶。", [("云杉剧院", "topOut", "planned", "2024-04-30"), ("青禾体育馆", "topOut", "planned", "2024-04-30")]),
    ("云杉剧院主体结构已封顶。该项目计划年内投用。", [("云杉剧院", "open", "planned", "2023-12-31"), ("云杉剧院", "topOut", "done", "")]),
    ("加快推进松影大道、柳浪桥建设，确保两条道路国庆节前通车。", [("松影大道", "open"), ("柳浪桥", "open")]),
    ("松影大道、柳浪桥等4条城区快速路将开工建设。", [("松影大道", "start", "planned"), ("柳浪桥", "start", "planned")]),
    ("星河芯片基地、云杉剧院……新城北部15个重大产业项目今年将陆续开工建设。", [("云杉剧院", "start"), ("星河芯片基地", "start")]),
    ("预计今年开工建设2段，分别是，松影大道、柳浪桥。", [("松影大道", "start", "planned"), ("柳浪桥", "start", "planned")]),
    ("年底前建成2条主干道（松影大道、柳浪桥），启动听泉公园规划。", [("松影大道", "complete"), ("柳浪桥", "complete")]),
    ("本次集中开工青禾体育馆、云杉剧院等11个项目，总投资54亿元。", [("云杉剧院", "start", "done"), ("青禾体育馆", "start", "done")]),
    ("此次集中开工的项目包括青禾体育馆、云杉剧院等15个项目。", [("云杉剧院", "start", "done"), ("青禾体育馆", "start", "done")]),
    ("7月3日，青禾体育馆、云杉剧院等12个重点项目集中开工。", [("云杉剧院", "start", "done", "2023-07-03"), ("青禾体育馆", "start")]),
    ("首批建成的青禾体育馆完成验收。", [("青禾体育馆", "complete", "done")]),
    ("预计2024年底建成投用的青禾体育馆正在施工。", [("青禾体育馆", "complete", "planned", "2024-12-31"), ("青禾体育馆", "open", "planned")]),
    ("柳浪桥顺利完成交工验收。", [("柳浪桥", "complete", "done")]),
    ("松影大道的建成通车，方便了群众。", [("松影大道", "complete", "done"), ("松影大道", "open", "done")]),
    ("力争3项工程见效。星河芯片基地的开工建设，对产业发展有重要意义。", [("星河芯片基地", "start", "done")]),
    ("抓好听泉公园建设，力争早日建成开放。", [("听泉公园", "complete", "planned"), ("听泉公园", "open", "planned")]),
    ("星河芯片基地建设全面启动。", [("星河芯片基地", "start", "done")]),
    ("昨日，松影大道正式通车。", [("松影大道", "open", "done", "2023-07-04")]),
    ("松影大道上月正式通车。", [("松影大道", "open", "done", "2023-06")]),
    ("松影大道10月1日正式通车。", [("松影大道", "open", "planned", "2023-10-01")]),
    ("松影大道争取春节前通车。", [("松影大道", "open", "planned", "2024-02-09")]),
    ("松影大道建成于2018年。", [("松影大道", "complete", "done", "2018")]),
    ("2020年动工的松影大道已建成。", [("松影大道", "complete", "done", ""), ("松影大道", "start", "done", "2020")]),
    ("松影大道计划2024年6月前完成施工，9月通车。", [("松影大道", "open", "planned", "2024-09")]),
    ("青禾体育馆去年9月开工建设，当年12月封顶，今年5月投用。", [
        ("青禾体育馆", "open", "done", "2023-05"), ("青禾体育馆", "start", "done", "2022-09"), ("青禾体育馆", "topOut", "done", "2022-12"),
    ]),
    ("青禾体育馆于2021年11月动工，目前主体工程已完工。", [("青禾体育馆", "start", "done", "2021-11"), ("青禾体育馆", "topOut", "done", "")]),
    ("听泉公园下半年开园迎客。", [("听泉公园", "open", "planned", "2023-12-31")]),
    ("李某到青禾体育馆工地检查，要求施工方确保8月底前完工。", [("青禾体育馆", "complete", "planned", "2023-08-31")]),
    ("过去一年，全区加大投入。完成听泉公园和柳浪桥工程建设。", [("听泉公园", "complete", "done"), ("柳浪桥", "complete", "done")]),
    ("竣工项目两个，分别是青禾体育馆、云杉剧院。", [("云杉剧院", "complete", "done"), ("青禾体育馆", "complete", "done")]),
    ("柳浪桥全长1.2公里，是松影大道的控制性工程，预计今年10月合龙。", [("柳浪桥", "complete", "planned", "2023-10")]),
    ("青禾体育馆、云杉剧院扩建等5个文化项目今年9月将投入使用。", [("云杉剧院", "open", "planned", "2023-09"), ("青禾体育馆", "open", "planned", "2023-09")]),
    ("青禾体育馆、北坡礼堂扩建等5个文化项目9月将投入使用。", [("青禾体育馆", "open", "planned", "2023-09")]),
    ("南岸截污工程3月1日正式启动，预计年底前完成。", [
        ("南岸截污工程", "complete", "planned", "2023-12-31"), ("南岸截污工程", "start", "done", "2023-03-01"),
    ]),
    ("松影大道、柳浪桥全线打通。", [("松影大道", "open", "done"), ("柳浪桥", "open", "done")]),
    ("松影大道建设已基本完成。", [("松影大道", "complete", "done")]),
    ("松影大道建设完成。", [("松影大道", "complete", "done")]),
    ("南岸截污工程竣工通水。", [("南岸截污工程", "complete"), ("南岸截污工程", "open")]),
    ("青禾体育馆开始建设。", [("青禾体育馆", "start", "done")]),
    ("松影大道预计10月全线贯通。", [("松影大道", "complete", "planned", "2023-10")]),
    ("此次集中开工项目共3个。其中，星河芯片基地总投资5亿元；云杉剧院占地20亩。", [("云杉剧院", "start", "done"), ("星河芯片基地", "start", "done")]),
    ("青禾体育馆项目占地60亩。项目主要建设云杉剧院、听泉公园。项目将于9月竣工。", [("青禾体育馆", "complete", "planned", "2023-09")]),
    ("青禾体育馆项目占地60亩。项目主要建设云杉剧院，预计9月竣工。", [("青禾体育馆", "complete", "planned", "2023-09")]),
    ("青禾体育馆项目占地60亩。规划建设云杉剧院和听泉公园。项目将于9月竣工。", [("青禾体育馆", "complete", "planned", "2023-09")]),
    ("青禾体育馆\n该项目由远山置业公司（甲和乙合资成立，专营房产）于2011年开工建设。", [("青禾体育馆", "start", "done", "2011")]),
    ("云杉剧院（含总部区）23.7万平方米物业已经建成投用。", [("云杉剧院", "complete", "done"), ("云杉剧院", "open", "done")]),
    ("完成松影大道（甲至乙）翻新改造和柳浪桥道路建设。", [("松影大道", "complete"), ("柳浪桥", "complete")]),
    ("| 项目 | 目标 |\n|---|---|\n| 星河芯片基地 | 3月开工，年内投产 |", [("星河芯片基地", "open"), ("星河芯片基地", "start")]),
    ("1.松影大道\n建设单位：远山置业公司\n进展：预计8月通车。", [("松影大道", "open", "planned", "2023-08")]),
])
def test_steps_are_read(text: str, want: list[tuple[str, ...]]) -> None:
    found = read(text, "2023-07-05")
    assert [row[: len(one)] for row, one in zip(found, want, strict=True)] == want


@pytest.mark.parametrize("text", [
    "加快推进松影大道建设。", "松影大道尚未开工。", "希望听泉公园早日开园。", "待柳浪桥建成后再议。", "松影大道建成并投用后将改善出行。", "星河芯片基地全部建成并达产后预计产值20亿元。", "完成松影大道征地拆迁。", "完成南岸截污工程、听泉公园征地拆迁。", "完成松影大道等13条道路架空线缆入地。",
    "云溪区扩大对外开放。", "听泉公园安全运行。", "星河芯片基地具备开工条件。", "各项目要尽快开工。", "李某察看松影大道。",
    "如果资金到位，松影大道可在年内完工。", "秋季开学前要检查青禾体育馆。", "松影大道征地拆迁有序推进，预计年底前完成。", "星河芯片基地二期投产。", "封顶云杉剧院。", "启动听泉公园规划编制。", "在松影大道旁新建的厂房投产。",
])
def test_no_step_is_read(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["石门隧道于6月全线贯通。", "石门隧道6月顺利贯通。", "石门大桥6月成功合龙。"])
def test_what_meets_in_the_middle_is_not_yet_open(text: str) -> None:
    told = [dict(claim.qualifiers)["kind"] for claim in milestones(reading(text, "2023-07-05", Road="石门隧道 石门大桥"))]
    assert told == ["complete"]


def test_next_year_lies_ahead_whatever_year_it_is() -> None:
    assert read("松影大道明年10月通车。") == [("松影大道", "open", "planned", "--10")]
    assert read("松影大道推进有序，年内建成。") == [("松影大道", "complete", "planned", "--12-31")]
    assert read("松影大道去年10月通车。") == [("松影大道", "open", "done", "--10")]


def test_a_day_without_any_year_was() -> None:
    assert read("9月29日听泉公园开园，11月15日松影大道通车。") == [
        ("听泉公园", "open", "done", "--09-29"), ("松影大道", "open", "done", "--11-15"),
    ]
    assert read("听泉公园将于9月29日开园。") == [("听泉公园", "open", "planned", "--09-29")]


def test_a_month_said_in_winter_is_of_the_year_beside_it() -> None:
    assert read("12月28日，松影大道正式通车。", "2023-01-05") == [("松影大道", "open", "done", "2022-12-28")]
    assert read("松影大道预计2月通车。", "2023-12-20") == [("松影大道", "open", "planned", "2024-02")]


def test_a_text_without_a_year_gives_none() -> None:
    assert read("松影大道年底前通车。") == [("松影大道", "open", "planned", "--12-31")]


def test_a_year_of_the_part_dates_what_has_no_date() -> None:
    text = "二、2024年主要任务\n启动星河芯片基地建设，听泉公园9月底前开园。"
    assert read(text) == [("听泉公园", "open", "planned", "2024-09-30"), ("星河芯片基地", "start", "planned", "2024")]


def test_a_dated_claim_stands_for_the_headline_too() -> None:
    assert read("松影大道正式通车\n7月3日，松影大道正式通车。") == [("松影大道", "open", "done", "--07-03")]


def test_evidence_is_the_sentence_with_the_cue() -> None:
    claims = list(milestones(reading("调研松影大道。该项目计划年底前通车。", Road="松影大道")))
    assert [claim.quote for claim in claims] == ["该项目计划年底前通车。"]
    assert claims[0].rule == "milestone of the thing before"


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from([*"，。；：、\n|", "松影大道", "听泉公园", "建成", "通车", "启动", "完成", "将", "已", "9月底前", "2023年", "未", "等5条", "该项目", "（", "）", "集中开工", "其中，"]), max_size=30))
def test_any_mixture_is_read_without_trouble(parts: list[str]) -> None:
    text = "".join(parts)
    for claim in milestones(reading(text, Road="松影大道", Park="听泉公园")):
        assert claim.quote in text
        assert dict(claim.qualifiers)["status"] in ("planned", "done")


def test_a_part_of_two_subjects_begins_once_for_each():
    text = "樾砂文创园、葶街双创园加快土地收储、规划优化等工作，启动项目二期建设，带动用地利用。柞桥产业园一期开工。"
    document, knowledge = Document("t", "t.txt", text, clean(text)), load()
    told = [c.subject.name for c in extract(document, find(document, knowledge), knowledge) if c.relation == "milestone" and c.subject]
    assert sorted(told) == ["柞桥产业园一期", "樾砂文创园二期", "葶街双创园二期"]
