"""News of firms and contracts: what a firm builds, what its notice says by 公司 or 我司, who signs and who sees it signed."""

import pytest

from tests.claims.test_news_forms import told

BRIDGE = "云溪大桥全长5公里。"
NOTICE = "甲川科技：公司拟在河阳县高新区投资云溪智能制造项目\n"


@pytest.mark.parametrize(("text", "want"), [
    (BRIDGE + "施工单位甲川建设有限公司项目经理陈大勇介绍，大桥年底通车。", {("云溪大桥", "甲川建设有限公司")}),
    (BRIDGE + "甲川建设有限公司项目经理陈大勇介绍，大桥年底通车。", set()),
    ("云溪大桥由甲川建设有限公司及其附属公司出资建设。", {("云溪大桥", "甲川建设有限公司")}),
    ("云溪水库是河阳市重点工程，位于河阳县。\n工程开工后，施工单位甲川水电公司组建了团队。", {("云溪水库", "甲川水电公司")}),
    ("云溪水库是河阳市重点工程，位于河阳县。\n据了解，施工单位甲川水电公司组建了团队。", set()),
    ("云溪区大力招商，与甲川集团签订战略合作协议，共同建设云溪智慧物流园。", {("云溪智慧物流园", "甲川集团")}),
    ("云溪区大力招商，与甲川集团签订战略合作协议，云溪智慧物流园开工。", set()),
])
def test_who_builds(text, want):
    assert told(text, "developedBy") == want


@pytest.mark.parametrize(("text", "relation", "want"), [
    (NOTICE, "developedBy", {("云溪智能制造项目", "甲川科技")}),
    (NOTICE + "同意公司与河阳县人民政府签订投资协议。", "signedWith", set()),
    (NOTICE + "公司与河阳县人民政府签订投资协议。", "signedWith", {("甲川科技", "河阳县人民政府")}),
    (NOTICE + "公司全资子公司乙川机械有限公司负责实施。", "partOf", {("乙川机械有限公司", "甲川科技")}),
    ("您好！经核实，您反映的道路为我司组织建设的云溪路改造工程。\n河阳市甲川土地发展有限公司\n2025年5月29日", "developedBy",
     {("云溪路改造工程", "河阳市甲川土地发展有限公司")}),
    ("甲川科技是一家老企业。公司全资子公司乙川机械有限公司负责实施。", "partOf", set()),
])
def test_a_notice_of_a_firm(text, relation, want):
    assert told(text, relation) == want


@pytest.mark.parametrize(("text", "want"), [
    ("甲川集团作为此次活动的民企主角，与河阳市人民政府签署2000亿元战略合作框架协议。", {("甲川集团", "河阳市人民政府")}),
    ("云溪区大力招商，与甲川集团签订战略合作协议，共同建设云溪智慧物流园。", {("云溪区", "甲川集团")}),
    ("甲川集团、乙湖电子公司、云溪区人民政府三方共同签署合作协议。",
     {("甲川集团", "乙湖电子公司"), ("甲川集团", "云溪区人民政府"), ("乙湖电子公司", "云溪区人民政府")}),
    ("天气晴好。与甲川集团签订战略合作协议很重要。", set()),
])
def test_who_signs(text, want):
    assert told(text, "signedWith") == want


def test_those_who_see_it_signed_take_part():
    text = ("9月28日，河阳市战略合作框架协议签约仪式在河阳市隆重举行。市委书记王大明、市长李明见证签约，"
            "甲川集团董事长张勇、副市长刘刚代表双方签约。市民赵大海见证了城市变化。")
    assert {who for who, _ in told(text, "attends")} == {"王大明", "李明", "张勇", "刘刚"}


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县第三届文化旅游节在云溪镇开幕。", {("河阳县第三届文化旅游节", "云溪镇")}),
    ("在河阳县召开全市农业工作会议。", {("全市农业工作会议", "河阳县")}),
    ("李明传达全市农业工作会议精神，在河阳县召开动员会。", set()),
])
def test_where_a_meeting_is_held(text, want):
    assert told(text, "locatedIn") == want


@pytest.mark.parametrize(("text", "want"), [
    ("云溪城乡供水工程今年开工。云溪城乡供水一期工程完成。", {("云溪城乡供水一期工程", "云溪城乡供水工程")}),
    ("云溪城乡供水改造工程今年开工。云溪城乡供水一期工程完成。", set()),
    ("云溪森林公园好。云溪森林公园先行启动区建成。", {("云溪森林公园先行启动区", "云溪森林公园")}),
    ("中国铁路河阳局集团河南铁路建设指挥部副指挥长李明介绍，工程进展顺利。", {("中国铁路河阳局集团河南铁路建设指挥部", "中国铁路河阳局集团")}),
    ("甲川集团第一分公司承建云溪大桥。", {("甲川集团第一分公司", "甲川集团")}),
    ("甲川集团股份有限公司承建云溪大桥。", set()),
    ("甲川能源集团开会。甲川能源集团公司承建云溪大桥。", set()),
    ("云溪文旅提升项目位于河阳县，“一核”即云溪生态园。", {("云溪生态园", "云溪文旅提升项目")}),
])
def test_parts_and_branches(text, want):
    assert told(text, "partOf") == want


@pytest.mark.parametrize(("text", "want"), [
    ("河阳合作社与山东金银花龙头企业合作。", set()),
    ("河阳县与云溪县、广东省开展合作。", {("河阳县", "云溪县"), ("河阳县", "广东省")}),
    ("河阳县与甲川大学、乙湖大学等高校合作。", {("河阳县", "甲川大学"), ("河阳县", "乙湖大学")}),
])
def test_the_firms_of_a_province_are_not_the_province(text, want):
    assert told(text, "cooperatesWith") == want
