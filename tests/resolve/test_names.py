"""Which names are forms of one name, and which only look so: two names in two texts of one district."""

import pytest

from tests.resolve.alike import one, who

PLACE = "河州市青岚区"


def same(long, short, kind):
    return one(who((PLACE, f"{long}开工。", [(long, kind)]), (PLACE, f"{short}开工。", [(short, kind)])), long, short)


@pytest.mark.parametrize(
    ("long", "short", "kind"),
    [
        ("云溪文化创意园", "云溪文创园", "Zone"),
        ("云溪文化创意园项目", "云溪文化创意园", "Project"),
        ("淮江第三建筑工程有限公司", "淮江三建", "Company"),
        ("华辰建设集团有限公司", "华辰建设集团", "Company"),
        ("青岚区松涛湖公园", "松涛湖公园", "Park"),
        ("河州市青岚区松涛湖公园", "松涛湖公园", "Park"),
        ("河州市人民检察院", "河州市检察院", "Organization"),
        ("柳林县", "柳林", "District"),
        ("“云溪”文创园", "云溪文创园", "Zone"),
        ("翠谷中央活力区（CAZ）", "翠谷中央活力区", "Zone"),
        ("河州市第一中学", "河州市一中", "Organization"),
        ("区委八届三次全体（扩大）会议", "青岚区委八届三次全会", "Event"),
        ("中共青岚区委", "青岚区委", "Organization"),
        ("青岚区第六届人民代表大会常务委员会第二十六次会议", "区六届人大常委会第二十六次会议", "Event"),
        ("青岚区第六届人民代表大会第三次会议", "青岚区六届人大三次会议", "Event"),
        ("河州市城市建设投资有限公司", "河州城投公司", "Company"),
        ("青岚区文化旅游发展集团有限公司", "区文旅集团", "Company"),
        ("河灯文化旅游节活动", "河灯文化旅游节", "Event"),
        ("青岚区六届人大常委会", "青岚区人大常委会", "Organization"),
        ("百花纺织特色文化街区", "纺织特色文化街区", "Zone"),
        ("梅坞1958双创园二期", "梅坞双创园二期", "Zone"),
        ("梅坞双创园二期", "梅坞双创园2期", "Zone"),
        ("梅坞河、云溪河生态提升工程", "云溪河生态提升工程", "Project"),
        ("地铁二号线", "地铁2号线", "Road"),
        ("地铁十二号线", "地铁12号线", "Road"),
        ("G310国道", "310国道", "Road"),
        ("国道310", "310国道", "Road"),
        ("青岚区城投公司", "区城投公司", "Company"),
        ("青岚区第一中学", "区一中", "Organization"),
        ("青岚区第一中学", "第一中学", "Organization"),
        ("青岚区人力资源和社会保障局", "区人社局", "Organization"),
        ("河州市民政局", "市民政局", "Organization"),
        ("中国建筑第八工程局有限公司", "中建八局", "Company"),
        ("云川—柳尔康高速公路", "云柳高速", "Road"),
        ("云川至柳康高速铁路", "云柳高铁", "Road"),
        ("云柳铁路甲川至乙川段石头寨隧道", "石头寨隧道", "Road"),
        ("云岭铁建集团滇池铁路建设指挥部", "滇池铁路建设指挥部", "Organization"),
    ],
)
def test_forms_of_one_name(long, short, kind):
    assert same(long, short, kind)


@pytest.mark.parametrize(
    ("long", "short", "kind"),
    [
        ("九曲快速路", "九曲路", "Road"),
        ("云柳铁路甲川段", "乙川段", "Road"),
        ("云溪文化创意园二期", "云溪文化创意园", "Zone"),
        ("云溪产业园A区", "云溪产业园B区", "Zone"),
        ("河州市第一中学", "河州市第二中学", "Organization"),
        ("望江东路", "望江路", "Road"),
        ("云川—柳尔康高速公路", "云柳铁路", "Road"),
        ("云川—柳尔康高速公路", "云康高速", "Road"),
        ("云川—柳尔康高速公路", "云山—柳河高速公路", "Road"),
        ("须弥河片区", "须弥河", "Zone"),
        ("华辰建设集团有限公司", "华光建设集团有限公司", "Company"),
        ("柳林县", "柳河县", "District"),
        ("青岚区农委", "青岚区委", "Organization"),
        ("河州市应急局", "青岚区应急局", "Organization"),
        ("卫生监督局", "卫生局", "Organization"),
        ("河州第101中学", "河州第1中学", "Organization"),
        ("淮江第三建筑工程有限公司", "淮江建筑工程有限公司", "Company"),
        ("松涛圆公园", "松涛园公园", "Park"),
        ("地铁二号线", "地铁12号线", "Road"),
        ("310国道", "310省道", "Road"),
        ("312国道", "310国道", "Road"),
        ("河州市第一中学", "青岚区一中", "Organization"),
        ("市城投公司", "区城投公司", "Company"),
        ("河州市场", "市场", "Facility"),
        ("中建八局", "中建九局", "Company"),
    ],
)
def test_names_of_different_things(long, short, kind):
    assert not same(long, short, kind)
