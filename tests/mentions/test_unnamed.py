"""What is called so is named; all of a kind, sayings, directions and what a place is to become are not."""

import pytest

from tests.claims.test_news_forms import named


@pytest.mark.parametrize(("text", "kind", "want"), [
    ("区长王明调研中山路小学、南京路幼儿园建设情况。", "District", set()),
    ("区长王明调研朝阳小学。", "District", set()),
    ("朝阳区区长王明调研朝阳小学。", "District", {"朝阳区", "朝阳"}),
    ("全区坚持工业强市、产业兴市，副市长周宗出席。", "District", set()),
    ("红旗街道、河镇堡街道积极推进。", "District", {"红旗街道", "河镇", "堡街道"}),  # no list knows the last as one
    ("学习党的十九大和十九届二中、三中、四中全会精神。", "Organization", set()),
    ("河阳县第二中学、三中开学。", "Organization", {"河阳县第二中学", "三中"}),
    ("各县市人大常委会参加。", "Organization", set()),
    ("全市构建西北物流货运中心，打造大花园。", "Facility", set()),
    ("河阳物流货运中心开工。", "Facility", {"河阳物流货运中心"}),
    ("新楼是集大型购物中心、精品商业步行街于一体的综合体。", "Facility", set()),
    ("区长察看了杜家等旧村改造项目。", "Project", set()),
    ("区长深入易家路周边棚改项目现场，了解情况。", "Project", {"易家路周边棚改项目"}),
    ("区长深入易家路周边棚改项目现场，了解情况。", "Road", set()),
    ("滨河路两侧重点项目开工。", "Road", {"滨河路"}),
    ("甲川河流域安源段雨污分流项目启动。", "Project", {"甲川河流域安源段雨污分流项目"}),
    ("地处明湖新区核心区域。", "Zone", {"明湖新区"}),
    ("北片振兴路建成通车。", "Road", {"振兴路"}),
    ("甲省规划八纵八横高铁、米字形高铁。", "Road", set()),
    ("设青龙产业园主会场，另设百正物流园分会场。", "Facility", set()),
    ("今年还有怀化万达广场开业。", "Facility", {"怀化万达广场"}),
    ("河阳团结小区北区完成改造。", "Facility", {"河阳团结小区北区"}),
    ("石桥镇开展对口帮扶调研并举行爱心捐款仪式。", "Event", set()),
    ("会议隆重召开全县脱贫攻坚总结表彰大会。", "Event", {"全县脱贫攻坚总结表彰大会"}),
    ("河阳市鲁山小学教育集团文源校区开学。", "Company", set()),
    ("各乡镇党委书记及河阳县云鹰集团参加。", "Company", {"河阳县云鹰集团"}),
    ("考察东西部扶贫协作项目天河实验学校。", "Organization", {"天河实验学校"}),
    ("怀化赢川储能科技有限公司投产。", "Company", {"怀化赢川储能科技有限公司"}),
    ("河阳新区与甲川公司签约。项目分两期建设，一期计划投资1.8亿元。", "Zone", {"河阳新区"}),
    ("大理州2020年一季度重大项目集中开工仪式举行。", "District", {"大理州"}),
    ("河阳市体育中心及配套设施、东山公园建设完成。", "Project", {"河阳市体育中心及配套设施", "东山公园"}),
    ("县长王明到清水河巡河。", "WaterBody", {"清水河"}),
    ("清水河县县长王明到清水河巡河。", "WaterBody", set()),
    ("县长王明赴潜江考察。", "District", {"潜江"}),
    ("新疆日报网讯 县长王明调研。", "Organization", set()),
    ("全县干部职工订阅河阳日报。", "Organization", {"河阳日报"}),
])
def test_what_is_a_name(text, kind, want):
    assert named(text, kind) == want
