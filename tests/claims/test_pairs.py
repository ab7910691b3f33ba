"""Persons each with a post of their own: pairs of name and title, lists over lines, letters to deputies, units of a corps."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()


def articles(text):
    return read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles


def posts(text):
    claims = [claim for one in articles(text) for claim in one.claims if claim.relation == "holds"]
    return {(c.subject.name, dict(c.qualifiers)["title"], c.object.name if c.object else "") for c in claims}


def held(text):
    return {(person, title) for person, title, _ in posts(text)}


def told(text, relation):
    claims = [claim for one in articles(text) for claim in one.claims if claim.relation == relation]
    return {(c.subject.name, c.object.name) for c in claims}


def named(text, kind):
    return {mention.name for one in articles(text) for mention in one.found if kind in mention.kinds}


@pytest.mark.parametrize(("text", "want"), [
    ("会议选举陆明全为县人大常委会主任、涂丽清为县长，廖永华为法院院长、吴玉强为检察院检察长。",
     {("陆明全", "县人大常委会主任"), ("涂丽清", "县长"), ("廖永华", "法院院长"), ("吴玉强", "检察院检察长")}),
    ("会议选举李明、王芳为河阳县副县长。", {("李明", "副县长"), ("王芳", "副县长")}),
    ("陆明星局长、鲁建国副局长出席会议。", {("陆明星", "局长"), ("鲁建国", "副局长")}),
    ("李明县长、王芳副县长、赵强主任参加会议。", {("李明", "县长"), ("王芳", "副县长"), ("赵强", "主任")}),
    ("王建国书记、李明县长一行到河阳水厂调研。", {("王建国", "书记"), ("李明", "县长")}),
    ("局长李明、副局长王芳出席会议。", {("李明", "局长"), ("王芳", "副局长")}),
    ("主持人：市政府新闻办副主任张强", {("张强", "副主任")}),
    ("县人大法制委员会副主任委员王芳参加会议。", {("王芳", "副主任委员")}),
])
def test_each_has_a_title_of_their_own(text, want):
    assert held(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("河阳市委书记李明来我市考察。", {"李明"}),
    ("胡建华市长来津调研。", {"胡建华"}),
    ("除许晴是2015年任河阳县委书记外，其他人都是新任。", {"许晴"}),
    ("王芳从云溪区区长任河阳县委书记。", {"王芳"}),
    ("陆明星局长从云溪公园建设情况切入，介绍了工作。", {"陆明星"}),
    ("任志强副县长参加会议。", {"任志强"}),
    ("由副县长任志强任组长。", {"任志强"}),
    ("副局长李点芳及云溪镇党委书记张继革参加会议。", {"李点芳", "张继革"}),
    ("副主席张怡、教文卫体主任王美珍、提案委主任李强参加会议。", {"张怡", "王美珍", "李强"}),
    ("县领导李明、王小镇、张强书记参加会议。", {"李明", "王小镇", "张强"}),
    ("李明一肩挑党政主官长达一年。", set()),
])
def test_who_is_an_official(text, want):
    assert named(text, "Official") == want


@pytest.mark.parametrize(("text", "want"), [
    ("李志方代表：\n你提出的建议收悉。", {("李志方", "代表")}),
    ("尊敬的陈磊、孔繁河、张天云委员：\n你们的提案收悉。", {("陈磊", "委员"), ("孔繁河", "委员"), ("张天云", "委员")}),
    ("李明 、王芳等5位代表：\n你们的建议收悉。", {("李明", "代表"), ("王芳", "代表")}),
    ("民进市委会、李强委员：\n你们的提案收悉。", {("李强", "委员")}),
    ("苗森等代表：\n你们的建议收悉。", {("苗森", "代表")}),
    ("各位代表：\n现在我作工作报告。", set()),
    ("群众代表：我们很高兴。", set()),
])
def test_to_whom_it_is_written(text, want):
    assert held(text) == want


def test_lists_go_on_behind_a_remark_and_over_lines():
    text = "副主席：李秉德 王世翠（女） 李 森\n曹振远 范玉仁 赵建国\n张强富\n【概况】\n河阳市位于北部。"
    want = {"李秉德", "王世翠", "李森", "曹振远", "范玉仁", "赵建国", "张强富"}
    assert held(text) == {(name, "副主席") for name in want}
    assert named("市长：李 明\n副市长：王秉德 赵 森\n生态环境 优美宜居", "Official") == {"李明", "王秉德", "赵森"}


def test_duties_are_those_of_the_leader_named_last():
    text = "市长李明：主持市政府全面工作，分管市审计局。副市长王芳：负责城乡建设，分管市住建局、市交通运输局，联系市残联。"
    want = {("李明", "市审计局"), ("王芳", "市住建局"), ("王芳", "市交通运输局"), ("王芳", "市残联")}
    assert told(text, "oversees") == want


@pytest.mark.parametrize(("text", "want"), [
    ("八师政委李明、副师长王芳来到一二八团调研。", {("李明", "政委", "八师"), ("王芳", "副师长", "八师")}),
    ("兵团第八师师长葛志辉主持会议。", {("葛志辉", "师长", "第八师")}),
    ("县里开展一师一优课，老师长期坚持。", set()),
])
def test_units_of_the_corps(text, want):
    assert posts(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("公开资料显示，李明出生于1970年5月，曾任云溪区副区长、区长，2015年当选河阳市长。",
     {("李明", "副区长"), ("李明", "区长"), ("李明", "市长")}),
    ("拟任河阳市委书记的朱瑞华为现任市长。他先后任松风市委常委、宣传部部长、副市长，2011年提名为河阳市长候选人。",
     {("朱瑞华", "市长"), ("朱瑞华", "市委常委"), ("朱瑞华", "宣传部部长"), ("朱瑞华", "副市长")}),
    ("时任河阳区区长的李文飙被任命为区委书记。", {("李文飙", "区长"), ("李文飙", "区委书记")}),
    ("区长王强，出生于1969年6月，是江苏人。此前是河阳区党工委委员、管委会副主任。再之前，则担任过市政府副秘书长。",
     {("王强", "区长"), ("王强", "党工委委员"), ("王强", "管委会副主任"), ("王强", "市政府副秘书长")}),
    ("县长李明说，此前是他负责的项目，曾任务繁重。", {("李明", "县长")}),
    ("县长李明到河阳水厂调研。此前是副县长王芳负责。", {("李明", "县长"), ("王芳", "副县长")}),
    ("县长李明讲话。曾任县委书记的人很多。", {("李明", "县长")}),
    ("拟提名为河阳市长候选人的蔡艳参加会议。", set()),
])
def test_lives_in_prose(text, want):
    assert held(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("市人大主任：张玉田\n副主任：关永贵 岳彩荣\n市政协主席：孙作舟\n副主席：李秉德",
     {("张玉田", "市人大主任", "市人大"), ("关永贵", "副主任", "市人大"), ("岳彩荣", "副主任", "市人大"),
      ("孙作舟", "市政协主席", "市政协"), ("李秉德", "副主席", "市政协")}),
    ("北京市支援合作办党组成员、副主任姚忠阳参加。",
     {("姚忠阳", "党组成员", "北京市支援合作办"), ("姚忠阳", "副主任", "北京市支援合作办")}),
    ("李明从河阳县委书记调任为云溪区委书记。", {("李明", "区委书记", "云溪区委")}),
    ("李明任河阳市财政局党组书记、局长。", {("李明", "党组书记", "河阳市财政局"), ("李明", "局长", "河阳市财政局")}),
    ("组长：县长李明\n副组长：王芳\n他从基层任起。", {("李明", "组长", ""), ("李明", "县长", ""), ("王芳", "副组长", "")}),
])
def test_bodies_of_posts(text, want):
    assert posts(text) == want


def test_a_standing_committee_is_no_meeting():
    text = "免去王强河阳省人民代表大会常务委员会法制工作委员会主任职务。河阳省人大常委会第三次会议召开。"
    assert "河阳省人民代表大会常务委员会法制工作委员会" in named(text, "Organization")
    assert not any(name.endswith("委员会") for name in named(text, "Event"))


def test_duties_right_behind_a_title():
    assert told("赵强副县长分管县住建局，协管县城投公司。", "oversees") == {("赵强", "县住建局"), ("赵强", "县城投公司")}
    assert told("县住建局局长分管县城投公司。", "oversees") == set()
