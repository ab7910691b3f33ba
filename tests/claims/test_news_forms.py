"""Forms in which news of any place tells who has to do with what, read as a whole: names, posts, visits, works, contracts."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()


def articles(text):
    return read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles


def told(text, relation):
    claims = [claim for one in articles(text) for claim in one.claims if claim.relation == relation]
    return {(c.subject.name if c.subject else "", c.object.name if c.object else "") for c in claims}


def posts(text):
    claims = [claim for one in articles(text) for claim in one.claims if claim.relation == "holds"]
    return {(c.subject.name, dict(c.qualifiers)["title"], c.object.name if c.object else "") for c in claims}


def steps(text):
    claims = [claim for one in articles(text) for claim in one.claims if claim.relation == "milestone"]
    return {(c.subject.name, *(dict(c.qualifiers).get(key, "") for key in ("kind", "status", "date"))) for c in claims}


def named(text, kind):
    return {mention.name for one in articles(text) for mention in one.found if kind in mention.kinds}


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县县长李明任组长，副县长王刚任副组长。", {"李明", "王刚"}),
    ("区长李谦率河阳区党政代表团考察学习。", {"李谦"}),
    ("河阳区区委常委、组织部长应尧刚等参加。", {"应尧刚"}),
    ("省税务局局长包东红带领调研组到河阳县调研。", {"包东红"}),
    ("县长李明在副县长王军的陪同下考察甲川水泥厂。", {"李明", "王军"}),
    ("县长李明到云溪区考察。熊晋喜、王斌、欧阳新华分别参加。", {"李明", "熊晋喜", "王斌", "欧阳新华"}),
    ("省委书记王大明到河阳县调研。张前锋一行来到河北泽宏科技有限公司。", {"王大明", "张前锋"}),
    ("县长李明主持。张前锋强调，要加快建设。张前锋要求，要抓好落实。会议强调，要学习。", {"李明", "张前锋"}),
])
def test_officials(text, want):
    assert named(text, "Official") == want


@pytest.mark.parametrize(("text", "want"), [
    ("县财政局党组书记、局长李大伟参加。", {("李大伟", "党组书记", "县财政局"), ("李大伟", "局长", "县财政局")}),
    ("泰安高新区党工委书记、管委会主任宋鸿鹏参加。",
     {("宋鸿鹏", "党工委书记", "泰安高新区党工委"), ("宋鸿鹏", "管委会主任", "泰安高新区")}),
    ("省商务厅党组成员、副厅长李强参加。", {("李强", "党组成员", "省商务厅"), ("李强", "副厅长", "省商务厅")}),
    ("通江县公安局长王强参加。", {("王强", "县公安局长", "通江县公安局")}),
    ("市政协刘悦伦主席、市委常委王世彤同志、市政协李瑾副主席参加。",
     {("刘悦伦", "主席", "市政协"), ("王世彤", "市委常委", "市委"), ("李瑾", "副主席", "市政协")}),
    ("河阳区委副书记、政府区长董大实参加。", {("董大实", "区委副书记", "河阳区委"), ("董大实", "政府区长", "河阳区")}),
    ("区委常委刘国梁，董事长李林辉出席。河阳区发展良好。", {("刘国梁", "区委常委", "河阳区委"), ("李林辉", "董事长", "")}),
    ("河阳县人大常委会任命潘洁容为县审计局局长，朱清东为县财政局副局长。",
     {("潘洁容", "局长", "河阳县审计局"), ("朱清东", "副局长", "河阳县财政局")}),
    ("免去汤志远的县审计局副局长职务，林剑英的县财政局副局长职务；季巧云的县水利局局长职务。",
     {("汤志远", "副局长", "县审计局"), ("林剑英", "副局长", "县财政局"), ("季巧云", "局长", "县水利局")}),
    ("会议决定接受龚举海同志辞去河阳县人民政府县长职务的请求。", {("龚举海", "县人民政府县长", "河阳县人民政府")}),
])
def test_posts(text, want):
    assert posts(text) == want


def test_guests_hold_no_office_here():
    text = "咸宁市政府考察团一行来我市考察。市委副书记、市长黄剑雄，市政协主席侯中文陪同。"
    assert not [body for _, _, body in posts(text) if "咸宁" in body]


@pytest.mark.parametrize(("text", "want"), [
    ("县长李明在清水润锦生物科技有限公司和远山卡博特化学有限公司，详细了解企业生产情况。", {"清水润锦生物科技有限公司", "远山卡博特化学有限公司"}),
    ("县长李明先后来到中天钢铁、甲川水泥厂、龙军米业等企业调研。", {"甲川水泥厂", "龙军米业"}),
    ("县长李明实地查看了新港村的超级大棚。", {"新港村"}),
    ("县长李明考察静海区投资环境。", {"静海区"}),
    ("县长李明检查昆明枢纽建设项目（菊花村）。", {"昆明枢纽建设项目"}),
    ("县长李明调研县政协工作。", set()),
])
def test_sites_of_visits(text, want):
    assert {site for _, site in told(text, "inspects")} == want


def test_escorts_are_with_the_leader_and_visit_nothing_themselves():
    text = "县长李明在县水务局局长王莹、副局长张希等同志的陪同下对太平河开展巡河。"
    assert told(text, "inspects") == {("李明", "太平河")}
    assert told(text, "accompanies") == {("王莹", "李明"), ("张希", "李明")}


@pytest.mark.parametrize("text", [
    "李明同志负责县政府常务工作，分管县财政局、县发改局，联系县税务局。",
    "副县长李明：负责财税工作。分管县财政局、县发改局。联系县税务局。",
    "副县长李明\n负责财税工作。\n分管县财政局（县金融办）、县发改局。\n联系县税务局。",
])
def test_shared_out_work(text):
    assert told(text, "oversees") - {("李明", "县金融办")} == {("李明", f"县{body}局") for body in ("财政", "发改", "税务")}


def test_sessions_bear_their_body_and_others_are_only_spoken_of():
    text = (
        "10月12日，甘谷县第十八届人大常委会召开第二十一次会议，县人大常委会主任杨帆主持会议。"
        "会议听取了关于召开县十八届人大六次会议的决定（草案）。副县长李强列席会议。"
    )
    session = "甘谷县第十八届人大常委会第二十一次会议"
    assert told(text, "chairs") == {("杨帆", session)} and told(text, "attends") == {("李强", session)}
    text = "县委常委会召开会议，传达学习省委十二届三次全会精神，县委书记王强主持会议，县长李军参加会议。"
    assert not told(text, "chairs") and not told(text, "attends")


@pytest.mark.parametrize("text", [
    "清水县与蓝天集团董事长李四海签署合作协议。",
    "清水县与蓝天集团举行座谈会，双方现场签署《战略合作框架协议》。",
    "清水县与投资1.8亿元的蓝天集团签约。",
])
def test_contracts(text):
    assert told(text, "signedWith") == {("清水县", "蓝天集团")}


def test_a_ceremony_is_named_after_those_who_sign():
    text = "清水县人民政府与远山建设集团有限公司合作框架协议签约仪式举行。"
    assert told(text, "signedWith") == {("清水县人民政府", "远山建设集团有限公司")}


def test_who_builds():
    assert told("清水县远山新材料有限公司投资建设280万米塑料管材生产项目。", "developedBy") == {
        ("280万米塑料管材生产项目", "清水县远山新材料有限公司")}
    assert ("松影区第二十四小学", "松影区教育局") in told("松影区教育局计划新建松影区第二十四小学项目。", "developedBy")


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县赤水河二桥正在建设。据悉，春节前该项目将完成桥面铺装施工，预计2026年上半年正式建成通车。",
     {("赤水河二桥", "complete", "planned", "2026-06-30"), ("赤水河二桥", "open", "planned", "2026-06-30")}),
    ("蓝天集团年产10万吨面粉项目在清水县经济开发区开工建设。", {("蓝天集团年产10万吨面粉项目", "start", "done", "")}),
    ("3月10日，清水县14个重点项目集中开工。当天集中开工的清水县体育馆项目、某某场、某某厂及青松水库工程等14个重点项目，总投资25亿元。",
     {("清水县体育馆项目", "start", "done", "--03-10"), ("青松水库工程", "start", "done", "--03-10")}),
    ("实施河阳县第四小学扩建项目，于2021年6月30日前完成。", {("河阳县第四小学扩建项目", "complete", "planned", "2021-06-30")}),
    ("松影区教育局计划新建松影区第二十四小学项目。该项目位于城北，总投资1亿元。\n该项目已于2020年5月开工。",
     {("松影区第二十四小学", "start", "done", "2020-05")}),
    ("山东朗进科技股份有限公司“空气源热泵烤烟系统研发及产业化项目”在玉溪红塔工业园区正式投产。",
     {("空气源热泵烤烟系统研发及产业化项目", "open", "done", "")}),
])
def test_steps_of_works(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县选址在长春村小山下组。", {"河阳县", "长春村"}),
    ("河阳县华丰镇的清洁储能项目开工。", {"河阳县", "华丰镇"}),
    ("推进浙江乡村振兴。", {"浙江"}),
    ("市政府副市长、公安局长戴志刚参加。", set()),
    ("县长李明检查却集河两河村垮塌点。", {"两河村"}),
    ("五里铺镇A9无动力污水处理工程开工。", {"五里铺镇"}),
    ("濂溪区姑塘镇蛤蟆石码头开工。", {"濂溪区", "姑塘镇"}),
])
def test_areas(text, want):
    assert named(text, "District") == want


@pytest.mark.parametrize(("text", "kind", "want"), [
    ("县长李明巡查湘江观音滩段。", "WaterBody", {"湘江观音滩段", "湘江"}),
    ("道县文体公园南临烟草屋路。", "Road", {"烟草屋路"}),
    ("胶东临空经济示范区加快建设。", "Zone", {"胶东临空经济示范区"}),
    ("赤水河二桥西起合江县九支镇。", "Road", {"赤水河二桥"}),
    ("通江县第四小学（含附属幼儿园）扩建项目开工。", "Project", {"通江县第四小学（含附属幼儿园）扩建项目"}),
])
def test_ends_of_names(text, kind, want):
    assert named(text, kind) == want


def test_hosts_of_a_delegation_visit_nothing():
    text = (
        "库伦旗政府代表团到密云区对接工作。密云区委书记余卫国，区长马新明参加有关对接工作。"
        "库伦旗政府代表团首先到北京康辰药业股份有限公司，实地考察企业生产情况。"
    )
    assert not told(text, "inspects")
