"""Who has an item of a list in hand: by labels beside, below or above it, in brackets, one paragraph or many lines."""

import pytest
from test_news_forms import told

TOP = "河阳县2016年民生实事\n2016年3月1日\n现将河阳县今年的民生实事公布如下。\n"


def duties(text):
    return {f"{subject.removeprefix('河阳')} {thing}" for subject, thing in told(TOP + text + "\n", "oversees")}


@pytest.mark.parametrize(("text", "want"), [
    ("1.建设东山公园、西山公园，新建南山广场。\n责任部门：城建局、农业局 配合部门：水利局\n2.新增300个停车位。\n责任单位：县交警大队",
     {f"{body} {thing}" for body in ("城建局", "农业局") for thing in ("东山公园", "西山公园", "南山广场")}),
    ("1.建成河阳县残疾人综合服务中心并投入使用。\n责任单位:区残联\n完成时限：12月底前", {"区残联 河阳县残疾人综合服务中心"}),
    ("7.建设滨河公园。\n年底前建成开放。\n牵头单位：县林业局\n责任领导：李大海\n协办单位：县财政局", {"县林业局 滨河公园", "李大海 滨河公园"}),
    ("1.建设滨河公园。\n责任单位：县林业局\n各单位要抓好落实。\n责任人：李大海", {"县林业局 滨河公园"}),
])
def test_a_line_of_labels_belongs_to_the_number_above(text, want):
    assert duties(text) == want


def test_items_of_one_paragraph_do_not_mix():
    text = ("1.人民路改造。 责任单位:县住建局 2.新增300个停车位。 责任单位:县交警大队 3.新辟公交线路10条。 牵头领导:王仁山 责任单位:县交通局 "
            "配合单位:县公安局 4.建设滨河公园。 牵头领导:李大海 责任单位:县林业局 项目责任人:王小海")
    assert duties(text) == {"县住建局 人民路", "李大海 滨河公园", "县林业局 滨河公园", "王小海 滨河公园"}


@pytest.mark.parametrize(("text", "want"), [
    ("2.建设县医院医疗综合楼，加快推进县中医院迁建项目建设。（责任单位：县卫健局）", {"县卫健局 县医院医疗综合楼", "县卫健局 县中医院迁建项目"}),
    ("2.城北水厂、城南水厂建设。（责任单位：县水务局、县城投公司）",
     {f"{body} {thing}" for body in ("县水务局", "县城投公司") for thing in ("城北水厂", "城南水厂")}),
    ("谋划推进医疗综合体项目。（牵头单位：县卫健局；责任单位：滨江新区管委会）", set()),
    ("2.推进滨江医疗综合体项目。（牵头单位：县卫健局；责任单位：滨江新区管委会）", {"县卫健局 滨江医疗综合体", "滨江新区管委会 滨江医疗综合体"}),
    ("二、新建南关小学。（县教育局负责）", {"县教育局 南关小学"}),
    ("2.改造中山路（东至人民路，西至解放路）。（县住建局牵头，县财政局配合）", {"县住建局 中山路"}),
    ("建设滨河公园（责任单位：县林业局）、清水河大桥（责任单位：县交通局）。", {"县林业局 滨河公园", "县交通局 清水河大桥"}),
    ("2.在人民路、解放路新建公厕5座。（责任单位：县城管局）", set()),
    ("2.对人民广场、解放广场周边实施环境整治。（责任单位：县城管局）", set()),
    ("2.依托滨江产业园发展电商。（县商务局负责）", set()),
])
def test_a_bracket_is_about_all_things_of_its_item(text, want):
    assert duties(text) == want


def test_a_heading_names_who_has_its_items_in_hand():
    text = ("（一）交通项目（责任单位：县交通运输局；配合单位：县财政局）\n1.滨河路改造工程。\n2.清水河大桥工程。\n责任单位：县公路局\n"
            "（二）教育项目\n牵头单位：县教育局\n1.新建南关小学。\n（三）其他\n1.建设滨河公园。")
    assert duties(text) == {"县交通运输局 滨河路改造工程", "县公路局 清水河大桥", "县教育局 南关小学"}


KEYS = ("项目名称：清水河治理工程", "建设单位：河阳水利研究院", "建设地点：河阳县滨江镇", "公示时间：2016年3月1日", "责任单位：河阳县水务局", "项目名称：滨河公园",
        "建设单位：河阳园林研究院")


@pytest.mark.parametrize("lines", [KEYS, [f"{n}.{line}" for n, line in enumerate(KEYS, 1)], [f"{line}\n" for line in KEYS]])
def test_labels_of_a_page_are_of_the_thing_that_it_names(lines):
    text = "河阳县项目公示\n" + "\n".join(lines)
    assert told(text, "developedBy") == {("清水河治理工程", "河阳水利研究院"), ("滨河公园", "河阳园林研究院")}
    assert told(text, "oversees") == {("河阳县水务局", "清水河治理工程")}
    assert ("清水河治理工程", "滨江镇") in told(text, "locatedIn")


ASKS = "3月5日，河阳县县长王军调研城市建设。王军强调，"


@pytest.mark.parametrize(("text", "want"), [
    (f"{ASKS}作为牵头单位，县住建局要抓好滨江路改造工程。", {"县住建局 滨江路改造工程"}),
    (f"{ASKS}县城投集团要加快推进滨江路改造工程。", {"县城投集团 滨江路改造工程"}),
    (f"{ASKS}县城市管理局要主动作为，全力做好滨江路提升工程。", {"县城市管理局 滨江路提升工程"}),
    (f"{ASKS}各部门要加快推进滨江路改造工程，县财政局要做好滨江路改造工程资金保障。", set()),
    (f"{ASKS}县财政局要全力支持，各部门要加快推进滨江路改造工程。", set()),
    ("3月5日，河阳县县长王军到包挂的大泉水库、小泉水库调研。", {"王军 大泉水库", "王军 小泉水库"}),
    ("甲水河河长为副县长王军；沙河河长为副县长李大海；丙丁河河长为县委常委赵明远。", {"王军 甲水河", "李大海 沙河", "赵明远 丙丁河"}),
])
def test_a_charge_in_prose(text, want):
    assert duties(text) == want
