"""Names that no tagger needs to see: stretches of roads, units before their leader, topics of a sentence, hosts of an event."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions import find
from graphbuild.model import Document
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def named(text):
    return {m.name: m.kinds for m in find(Document("t", "t.txt", text, clean(text)), KNOWLEDGE) if m.kind != "Post"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("完成了樾溪路旧城段道路建设，", "樾溪路旧城段", "Road"),
        ("对保菖路县城段进行了亮化。", "保菖路县城段", "Road"),
        ("西起河滨路，东止铜菖路北段，全长2公里。", "铜菖路北段", "Road"),
        ("329国道柞桥段本月开工。", "329国道柞桥段", "Road"),
        ("329国道柞桥段本月开工。", "329国道", "Road"),
        ("禁毒支队支队长李明山陪同。", "禁毒支队", "Organization"),
        ("由葶山县消防救援大队大队长李明山带队。", "葶山县消防救援大队", "Organization"),
        ("刑侦大队副大队长李明山陪同。", "刑侦大队", "Organization"),
        ("。软件设计园，力争新引进十家企业。", "软件设计园", "Zone"),
        ("市长李明山参加了葶山市、柞桥县合作共建工业园区签约仪式。", "葶山市、柞桥县合作共建工业园区签约仪式", "Event"),
        ("市长李明山参加了葶山市、柞桥县合作共建工业园区签约仪式。", "柞桥县", "District"),
        ("由市科技和信息化局牵头。", "市科技和信息化局", "Organization"),
        ("博樾集团30万吨合成氨项目开工。", "博樾集团", "Company"),
        ("国道344、杨樾路即将竣工，", "国道344", "Road"),
        ("国道G312线改造完成，", "国道G312线", "Road"),
        ("经S107省道到达。", "S107省道", "Road"),
        ("葶山县中心医院易地重建项目正在搬迁，", "葶山县中心医院易地重建项目", "Project"),
        ("，农业农村部、省农业厅有关专家到场。", "农业农村部", "Organization"),
        ("其中有3个项目已竣工，分别为：樾能源输电项目、包头广恒2万千瓦光伏项目和爱樾森光热发电项目，", "爱樾森光热发电项目", "Project"),
        ("其中有3个项目已竣工，分别为：樾能源输电项目、包头广恒2万千瓦光伏项目和爱樾森光热发电项目，", "樾能源输电项目", "Project"),
        ("今年建设2个项目：葶溪水厂、葶山供水管网及水厂改造项目。", "葶山供水管网及水厂改造项目", "Project"),
        ("平乐县游客服务中心主体已封顶。", "平乐县游客服务中心", "Facility"),
        ("武宣县金樾乡污水处理站已于9月投运。", "武宣县金樾乡污水处理站", "Facility"),
        ("高铁柞桥西站主体封顶，", "高铁柞桥西站", "Facility"),
        ("城际樾河站、城际葶山站同步开通。", "城际樾河站", "Facility"),
        ("柞风物流园项目总投资8亿元，占地300亩。", "柞风物流园", "Zone"),
        ("8月14日，葶湖大桥项目开工仪式在城南举行。", "葶湖大桥", "Road"),
        ("10月18日，葶樾高速公路项目开工动员大会在武宣县举行。", "葶樾高速公路", "Road"),
        ("轨道交通3号线年底通车。", "轨道交通3号线", "Road"),
        ("人才公寓三期封顶，", "人才公寓三期", "Project"),
        ("高铁樾河站枢纽综合体将于明年开工建设。", "高铁樾河站枢纽综合体", "Facility"),
        ("樾水植物园主温室昨日封顶。", "樾水植物园主温室", "Facility"),
        ("竣工项目两个，分别是环樾电气、北菖光电。", "环樾电气", "Project"),
        ("8月9日，我县举行2020年重大工业项目第二次集中开工竣工活动。", "2020年重大工业项目第二次集中开工竣工活动", "Event"),
        ("胡明山考察了科右前旗、达茂旗。", "科右前旗", "District"),
        ("中国樾游协会自驾游与露营房车分会到场。", "中国樾游协会自驾游与露营房车分会", "Organization"),
        ("包头至树林召高速公路开工。", "包头至树林召高速公路", "Road"),
        ("获国家发改委批复，", "国家发改委", "Organization"),
        ("项目位于葶樾新城总部经济园区，", "葶樾新城", "Zone"),
        ("县医院迁建项目正在搬迁，", "县医院迁建项目", "Project"),
        ("听取了水厂项目情况介绍和菖德根水库项目前期工作汇报。", "菖德根水库", "WaterBody"),
    ],
)
def test_it_is_named(text, name, kind):
    assert kind in named(text).get(name, ())


@pytest.mark.parametrize(
    ("text", "name", "none"),
    [
        ("葶山市公安局党委委员、副局长李明山陪同。", "葶山市公安局", "葶山市公安局党委"),
        ("博樾集团党委书记李明山致辞。", "博樾集团", "博樾集团党委"),
        ("葶山师范大学党委副书记李明山致辞。", "葶山师范大学", "葶山师范大学党委"),
        ("葶山县委副书记、政法委书记李明山出席。", "葶山县委", "政法委"),
        ("葶山新区管理委员会副主任、管委会主任李明山出席。", "李明山", "管委会"),
        ("自治区党委书记李明山出席。", "李明山", "自治区"),
    ],
)
def test_the_party_in_a_body_is_said_by_the_title(text, name, none):
    assert name in named(text)
    assert none not in named(text)


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("各级教育部门和公安部署一致。", "教育部"), ("各级教育部门和公安部署一致。", "公安部"), ("葶山市国资委到场。", "国资委"),
        ("新建一条月产量为120K片8.5代TFT-LCD玻璃基板的生产线，", "8.5代TFT-LCD玻璃"), ("新改建国道107公里。", "国道107"), ("全市棚改安置房开工，", "全市棚改安置房"), ("积极争取罗源湾港区对外开放。", "积极争取罗源湾港区"),
        ("今年实施3项工程，分别是：道路硬化、城市公园和重点项目。", "城市公园"), ("全市重点项目集中开工仪式举行。", "全市重点项目"), ("建成G20峰会场馆。", "G20"), ("按照县委县政府部署，", "县委县"),
        ("在葶山第一座厨余垃圾处理厂里，", "葶山第一座厨余垃圾处理厂"),
        ("全市首座智慧停车场投用，", "智慧停车场"), ("全国最大的厨余垃圾处理项目——葶山处理厂投用。", "厨余垃圾处理项目"),
        ("1992.09--1995.01 葶山县水利局办公室副主任", "1995.01葶山县水利局办公室"),
    ],
)
def test_it_is_none(text, none):
    assert none not in named(text)


def test_a_firm_goes_by_the_front_of_its_name():
    text = "据了解，旭樾子株式会社是百年老企业。旭樾子的平板玻璃居世界首位，旭樾子计划投资220亿日元新建生产线。"
    assert named(text).get("旭樾子", ("Company",)) == ("Company",)


def test_phases_are_of_what_is_told_of_and_not_of_where_it_lies():
    names = named("葶山大学东校区项目位于柞桥新城，分三期建设。一期为教学区，一、二期计划于2021年底前建成；三期为扩容用地，计划于2024年底前建成。")
    assert {"葶山大学东校区一期", "葶山大学东校区二期", "葶山大学东校区三期"} <= names.keys()


def test_a_committee_that_acts_is_a_body():
    assert "葶山县委政法委" in named("葶山县委政法委召开会议。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("常樾隧道以北段大修列入计划，", "常樾隧道以北段"),
        ("向阳路多个标段同时施工。", "向阳路多个标段"),
        ("路段长说，", "路段"),
        ("三支队伍大队长不在。", "三支队"),
        ("产业园区，要加快建设。", "产业园区"),
        ("规划建设市民服务区，加快推进。", "规划建设市民服务区"),
        ("，动工建设火车北站新站房，力争完成投资。", "动工建设火车北站新站房"),
        ("会议强调，重点项目要加快，", "重点项目"),
        ("教育集团发展带动战略", "教育集团"),
        ("推进城乡小学改造工程，各县医院迁建项目，", "乡小学改造工程"),
        ("推进城乡小学改造工程，各县医院迁建项目，", "县医院迁建项目"),
        ("成都至柞川两小时直达。", "成都至柞川"),
    ],
)
def test_it_is_no_name(text, name):
    assert name not in named(text)


def test_a_name_ends_before_who_is_named_next():
    assert "雷樾" in named("县领导韦苜山、雷樾及副县级干部参加。")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("河湾村第一书记葶樾集团董事长李明山讲话。一行人赴葶樾集团调研。", "葶樾集团", "Company"),
        ("董事长李明山讲话。集团下辖贵州李明山生态农业有限公司。", "贵州李明山生态农业有限公司", "Company"),
        ("2017年1月7日，葶山市全域旅游重点项目开工仪式盛大举行。", "葶山市全域旅游重点项目开工仪式", "Event"),
        ("③柞桥镇水渠截污导流工程，④菖义河河道综合整治工程。", "柞桥镇水渠截污导流工程", "Project"),
        ("③柞桥镇水渠截污导流工程，④菖义河河道综合整治工程。", "菖义河河道综合整治工程", "Project"),
        ("来到县委、县政府和县国土资源局调研。", "县国土资源局", "Organization"),
        ("江西南昌樾溪隧道大修5月开工", "樾溪隧道", "Road"),
        ("31.高校合作项目。进一步加强合作。（牵头单位：市委组织部）", "高校合作项目", "Project"),
        ("常务副市长葶良率队考察樾溪集团。", "葶良", "Official"),
        ("开工建设国道518线柞桥至105道班段。", "国道518线", "Road"),
        ("位于本市津南区樾桥工业区，", "津南区樾桥工业区", "Zone"),
        ("葶砂文化创意园片区，葶砂文化创意园项目要加快改制，", "葶砂文化创意园", "Project"),
        ("尽快启动葶吉寨建设，", "葶吉寨", "Project"),
        ("谋划推进好葶三厂项目，", "葶三厂项目", "Project"),
        ("柞桥湿地博物馆在建工地", "柞桥湿地博物馆", "Project"),
    ],
)
def test_edges_and_kinds(text, name, kind):
    assert kind in named(text).get(name, ())


@pytest.mark.parametrize("text", ["31.加强组织领导。全面落实责任。（牵头单位：市委组织部）", "31.高校合作项目。进一步加强合作。"])
def test_a_task_that_is_a_wish_or_nobody_s_is_no_thing(text):
    assert not {name for name, kinds in named(text).items() if "Project" in kinds}


def test_a_person_before_a_school_stays_one():
    assert named("区长李明山学校调研。")["李明山"] == ("Official",)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("维护好枫博园建设施工环境，", "枫博园", "Project"),
        ("建成园博园一座。", "园博园", "Park"),
        ("加快以樾溪、柞湖为主体的“三纵两横四湖”生态水系建设，", "“三纵两横四湖”生态水系", "WaterBody"),
        ("来到樾山引水工程葶溪桥风险点、柞桥村安置房在建工地，", "葶溪桥", "Road"),
        ("来到樾山引水工程葶溪桥风险点、柞桥村安置房在建工地，", "樾山引水工程", "Project"),
        ("葶门供水工程樾湖泵站开工。", "樾湖泵站", "Facility"),
        ("检查樾溪桥隐患点。", "樾溪桥", "Road"),
    ],
)
def test_a_garden_of_a_fair_a_water_by_its_plan_and_a_structure_of_a_works_are_named(text, name, kind):
    assert kind in named(text).get(name, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("樾海博园区建设和博园路改造。", "海博园"),
        ("三年来和博园一起成长，", "和博园"),
        ("秉持人民至上，加快建设幸福美好家园。", "幸福美好家园"),
        ("新建80个智慧社区，建设和谐美丽家园。", "智慧社区"),
        ("新建80个智慧社区，建设和谐美丽家园。", "和谐美丽家园"),
        ("樾山水利工程质量监督站检查了工地。", "樾山水利工程"),
        ("检查樾溪桥隐患点。", "樾溪桥隐患点"),
    ],
)
def test_no_garden_home_or_structure_is_seen_where_none_is_named(text, name):
    assert name not in named(text)


def test_an_estate_that_is_called_a_home_is_one():
    assert {"樾溪家园小区", "柞桥家园一期"} <= named("在樾溪家园小区开展宣传，柞桥家园一期交付。").keys()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("确保樾湖文化区北片区管廊、环廊工程全部完工，", "樾湖文化区北片区管廊、环廊工程", "Project"),
        ("确保樾湖文化区北片区管廊、环廊工程全部完工，", "樾湖文化区北片区", "Zone"),
        ("以樾州科创绿谷、樾州科创绿岸为产业加速器，", "樾州科创绿岸", "Zone"),
        ("上线事项十项，区级新政务服务大厅建成投用。", "区级新政务服务大厅", "Facility"),
        ("上线事项十项，区级新政务服务大厅建成投用。", "区级新政务服务大厅", "Project"),
        ("来到六十二中早期人防工程、樾河桥、柞桥村文化广场等处，", "六十二中早期人防工程", "Project"),
        ("来到樾庄佳苑北院在建工地，", "樾庄佳苑北院", "Facility"),
        ("来到樾庄佳苑北院在建工地，", "樾庄佳苑北院", "Project"),
        ("来到富强路15号院西4楼危旧房屋、", "富强路15号院西4楼", "Facility"),
        ("业态更新，谋划推进好五厂项目，", "五厂项目", "Project"),
        ("加快樾山市公共卫生服务中心和社区卫生服务中心建设，", "樾山市公共卫生服务中心", "Project"),
        ("依托樾城万达、柞桥广场等区域布局街区，", "樾城万达", "Zone"),
        ("推进柞桥产业园二期建设。", "柞桥产业园二期", "Zone"),
    ],
)
def test_works_and_sites_are_told_by_what_stands_beside_them(text, name, kind):
    assert kind in named(text).get(name, ())


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("尽快完成樾溪、葶湖、柞河生态提升工程。", "葶湖", "Project"),
        ("尽快完成樾水河、葶湖、柞河生态提升工程。", "樾水河", "Project"),
        ("来到樾庄佳苑北院调研，", "樾庄佳苑北院", "Project"),
        ("依托樾城万达、柞桥广场等商家布局街区，", "樾城万达", "Zone"),
        ("以樾州科创绿谷、葶州科创公司为产业加速器，", "葶州科创公司", "Zone"),
        ("推进柞桥水厂二期建设。", "柞桥水厂二期", "Zone"),
    ],
)
def test_no_class_is_told_by_what_is_said_of_others(text, name, kind):
    assert kind not in named(text).get(name, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新建各县级文化馆，3个县级文化馆建成投用。", "县级文化馆"),
        ("区级文化馆开展活动。", "区级文化馆"),
        ("樾湖文化区管廊、环廊工程公司成立，", "樾湖文化区管廊、环廊工程"),
        ("推进老旧片区管网改造。", "老旧片区"),
    ],
)
def test_all_of_a_kind_and_firms_are_no_works(text, name):
    assert name not in named(text)


def test_a_part_of_two_subjects_is_one_of_each_and_tells_that_they_are_works():
    found = named("樾砂文创园、葶街双创园加快土地收储、规划优化等工作，启动项目二期建设，带动用地利用。")
    assert {"樾砂文创园二期", "葶街双创园二期"} <= found.keys()
    assert all("Project" in found[name] for name in ("樾砂文创园", "葶街双创园", "葶街双创园二期"))
    found = named("樾砂文创园、葶街双创园加快土地收储。柞桥产业园启动项目二期建设，")
    assert "柞桥产业园二期" in found and "葶街双创园二期" not in found and "樾砂文创园二期" not in found


def test_a_phase_of_works_alone_is_no_zone():
    found = named("樾城老街综合改造二期工程3条道路春节前完工，三期工程4条道路6月底前完工。")
    assert "Zone" not in found["樾城老街综合改造三期工程"]
    assert "Project" not in named("完成富强路等13条道路架空线缆入地；").get("富强路", ())
    assert "Project" in named("完成富强路等13条道路改造；").get("富强路", ())


def test_works_of_a_list_are_works_wherever_they_lie():
    found = named("带队调研樾棉特色历史文化街区、葶湖会展中心、柞街等重点片区项目推进情况。")
    assert "Project" in found["葶湖会展中心"] and "Zone" not in found["葶湖会展中心"]
