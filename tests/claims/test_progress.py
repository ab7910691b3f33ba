"""How news and reports tell of progress: looking back without a heading, by 该工程, at ceremonies, in counted lists."""

import pytest

from graphbuild.claims.milestones import best_dated, milestones
from tests.claims.invented_things import reading

NAMES = {
    "Road": "松影大道 柳浪桥 云台高速 北溪高速云关互通", "Park": "听泉公园", "Project": "星河芯片基地 南岸截污工程 松影大道北延工程",
    "Facility": "青禾体育馆 云杉剧院 第四水厂",
}


def read(text: str, said: str = "") -> list[tuple[str, str, str, str]]:
    claims = best_dated(list(milestones(reading(text, said, District="云溪区", Company="远山置业公司", WaterBody="镜月湖", **NAMES))))
    told = [(c.subject.name, dict(c.qualifiers)) for c in claims]
    return sorted((name, q["kind"], q["status"], q.get("date", "")) for name, q in told)


@pytest.mark.parametrize("behind", ["松影大道改造加快推进。", "重点区块建设步伐加快。", "两条快速路加快建设。", "体系建设有序推进，获评省级示范区。"])
def test_what_goes_on_well_is_not_yet_a_plan(behind: str) -> None:
    text = f"（四）都市建设加快推进。全区被列为试点，城镇化率提高到60%。柳浪桥开工建设，云杉剧院等投入使用。{behind}"
    assert [row[2] for row in read(text)] == ["done", "done"]


@pytest.mark.parametrize("text", ["加快推进旧城改造。推动园区发展。云杉剧院投入使用。", "要把各项工作推进。云杉剧院投入使用。"])
def test_what_is_to_be_pushed_is_a_plan(text: str) -> None:
    assert [row[2] for row in read(text)] == ["planned"]


@pytest.mark.parametrize(("text", "want"), [
    ("据介绍，云台高速是南北主干线，北起甲城，终点接北溪高速云关互通，总投资7亿元，目前该工程已进入招标阶段，计划今年开工建设，2025年建成通车。",
     [("云台高速", "complete", "planned", "2025"), ("云台高速", "open", "planned", "2025"), ("云台高速", "start", "planned", "2023")]),
    ("目前，云台高速长10公里，与松影大道相交，该项目计划年底前通车。", [("云台高速", "open", "planned", "2023-12-31")]),
    ("青禾体育馆占地20亩，服务范围为听泉公园。工程于2022年8月开工。", [("青禾体育馆", "start", "done", "2022-08")]),
    ("青禾体育馆占地20亩，东接听泉公园，项目于2022年8月开工。", [("青禾体育馆", "start", "done", "2022-08")]),
    ("据介绍，听泉公园的管理房设在远山置业公司建设的柳浪桥附近，环境很好。该项目计划年底前通车。", [("柳浪桥", "open", "planned", "2023-12-31")]),
    ("云杉剧院\n该项目由远山置业公司建设，在青禾体育馆西侧建设剧场。2022年9月开工，已完成设计。计划明年10月竣工。",
     [("云杉剧院", "complete", "planned", "2024-10"), ("云杉剧院", "start", "done", "2022-09")]),
    ("云杉剧院项目\n该项目占地20亩，首期6万平方米。首期旁的青禾体育馆很大。计划明年10月竣工。", [("云杉剧院", "complete", "planned", "2024-10")]),
    ("第四水厂已通水，将于今年年底前进行调试运行。", [("第四水厂", "open", "planned", "2023-12-31")]),
])
def test_this_work_is_what_the_sentence_is_about(text: str, want: list[tuple[str, ...]]) -> None:
    assert read(text, "2023-07-05") == want


START = [("南岸截污工程", "start", "done", "2023-07-03"), ("星河芯片基地", "start", "done", "2023-07-03")]


@pytest.mark.parametrize(("text", "want"), [
    ("7月3日，星河芯片基地、南岸截污工程开工仪式在园区举行。", START),
    ("7月3日，区长李某说。星河芯片基地、南岸截污工程2大项目同天分别在各项目地举行开工奠基仪式。", START),
    ("7月3日上午，在星河芯片基地和南岸截污工程开工现场，书记宣布开工。", START),
    ("7月3日，在听泉公园举行开工庆典仪式的星河芯片基地、南岸截污工程总投资3亿元。", START),
    ("李某宣布星河芯片基地开工。\n7月3日，李某出席星河芯片基地、南岸截污工程开工典礼。", START),
    ("7月3日，云溪区重点项目开工奠基仪式在听泉公园举行。星河芯片基地、南岸截污工程等7个外资项目，合计总投资12亿元；青禾体育馆说明会同日召开。", START),
    ("7月3日，松影大道通车仪式举行。", [("松影大道", "open", "done", "2023-07-03")]),
    ("松影大道、柳浪桥、星河芯片基地建设、云杉剧院等在6月竣工项目共11项。",
     [(name, "complete", "done", "2023-06") for name in ("云杉剧院", "星河芯片基地", "松影大道", "柳浪桥")]),
    ("今年，云杉剧院等5个新开工项目已完成投资3亿元。", [("云杉剧院", "start", "done", "2023")]),
    ("松影大道、甲岭快线、甲村至乙村、柳浪桥和一批通村路去年通车。", [("松影大道", "open", "done", "2022"), ("柳浪桥", "open", "done", "2022")]),
    ("建设松影大道、甲岭快线、柳浪桥以及云杉剧院等4个项目。\n开工建设松影大道、甲岭快线、柳浪桥。", [("松影大道", "start", "planned", ""), ("柳浪桥", "start", "planned", "")]),
    ("柳浪桥、甲岭旧街改造（松影大道、北河路）、云杉剧院等在6月竣工项目共3项。", [("云杉剧院", "complete", "done", "2023-06"), ("柳浪桥", "complete", "done", "2023-06")]),
    ("云台高速（松影大道至柳浪桥段）6月通车。", [("云台高速", "open", "done", "2023-06")]),
    ("南岸截污工程今年底也将完成，松影大道6月全部完成。", [("南岸截污工程", "complete", "planned", "2023-12-31"), ("松影大道", "complete", "done", "2023-06")]),
    ("星河芯片基地、南岸截污工程已列入今年计划开工项目。", [("南岸截污工程", "start", "planned", "2023"), ("星河芯片基地", "start", "planned", "2023")]),
    ("松影大道主线、柳浪桥主桥今年10月底前通车。", [("松影大道", "open", "planned", "2023-10-31"), ("柳浪桥", "open", "planned", "2023-10-31")]),
])
def test_rites_and_sorts_begin_what_they_name(text: str, want: list[tuple[str, ...]]) -> None:
    assert read(text, "2023-07-05") == want


@pytest.mark.parametrize("text", [
    "云溪区举行项目集中开工仪式。", "星河芯片基地开工仪式将于8月举行。", "李某在听泉公园举行开工仪式。", "筹备听泉公园开园仪式，计划办好。",
    "松影大道路基已完成，计划6月底完成。", "松影大道和沿线征地拆迁启动。", "松影大道完成投资3亿元。", "松影大道完成开工前准备。",
    "听泉公园旁的厂房开工仪式举行。", "云杉剧院、松影大道周边竣工项目3个。", "7月3日，云溪区重点项目开工仪式举行。李某等7人前往云杉剧院。",
])
def test_rites_of_others_begin_nothing(text: str) -> None:
    assert read(text, "2023-07-05") == []


@pytest.mark.parametrize(("text", "want"), [
    ("该项目是云溪区首批集中开工的重点项目之一，于2022年11月28日开工，并将于今年9月底竣工。",
     [("青禾体育馆", "complete", "planned", "2023-09-30"), ("青禾体育馆", "start", "done", "2022-11-28")]),
])
def test_what_it_is_said_to_be_is_not_what_is_told_of(text: str, want: list[tuple[str, ...]]) -> None:
    assert read(f"青禾体育馆整体造型像一片叶子。\n{text}", "2023-07-05") == want


def test_a_step_of_several_that_are_named_behind_it() -> None:
    found = read("重点工程2座桥梁预计4月底完工，分别是柳浪桥、松影大道。云杉剧院年底开放。", "2023-02-05")
    assert [row for row in found if row[1] == "complete"] == [(name, "complete", "planned", "2023-04-30") for name in ("松影大道", "柳浪桥")]
