"""An invented county's worth of entities and facts with the texts that say them, written as an output folder for the tests."""

from pathlib import Path

from graphbuild import graph, resolve
from graphbuild.graph.documents import text_path
from graphbuild.model import Claim, Document, Entity, Fact, Mention, PartialDate
from graphbuild.text.clean import clean

NEWS = (
    "云岭区领导调研重点项目\n3月5日，云岭区委书记丁一山到银杏文创园、云岭公园、北岭大道调研，区长许二水陪同。"
    "副区长韩三江负责银杏文创园、栖霞湖治理工程，区城建局牵头北岭大道拓宽工程。\n"
    "银杏文创园由云岭建设集团有限公司投资建设，位于青崖片区，一期计划2021年6月底前开园。"
    "3月1日，云岭区召开重点项目推进会，丁一山主持会议，许二水讲话，区城建局参加。\n"
)
REPORT = (
    "云岭区政府工作报告\n2021年，云岭区生产总值完成252.8亿元，增长8.1%；2022年生产总值增长7%，新增就业5000人。"
    "云岭公园确保2022年9月底前建成开放，栖霞湖治理工程力争年内完工，北岭大道拓宽工程尽快开工。"
    "银杏广场位于青崖片区。云岭区与海角县结对帮扶，与江东大学开展合作。\n"
)
LATER = (
    "云岭区与长风科技有限公司签约\n5月8日，云岭区人民政府与长风科技有限公司签订战略合作协议。"
    "云岭区委书记赵四海出席签约仪式，区长许二水主持。赵四海到云岭公园察看，云岭公园已建成开放。"
    "银杏文创园一期9月底前开园。\n2022年，云岭区生产总值完成270亿元，增长6.5%。\n北岭大道拓宽工程总投资3.2亿元。\n"
)
COUNTY = "海角县新闻\n4月2日，海角县委书记丁五湖到人民公园调研。海角县生产总值2021年完成90亿元。海角县人民公园2022年底前完工。\n"


def document(id: str, title: str, text: str, day: PartialDate) -> Document:
    return Document(id, f"texts/{id}.txt", text, clean(text), title=title, published=day, sha256=id * 32)


DOCUMENTS = {
    "d1": document("d1", "云岭区领导调研重点项目", NEWS, PartialDate(2021, 3, 6)),
    "d2": document("d2", "云岭区政府工作报告", REPORT, PartialDate(2022, 2, 15)),
    "d3": document("d3", "云岭区与长风科技有限公司签约", LATER, PartialDate(2023, 5, 9)),
    "d4": document("d4", "海角县新闻", COUNTY, PartialDate(2021, 4, 3)),
}
HOMES = dict.fromkeys(DOCUMENTS, "district/云岭区.990102") | {"d4": "district/海角县.990125"}


def entity(id: str, *names: str, kinds: str = "", code: str = "", parent: str = "") -> Entity:
    first, _, name = id.partition("/")
    classes = tuple(kinds.split()) or (first.title(),)
    return Entity(id, classes, names[0] if names else name.partition(".")[0], names or (name.partition(".")[0],), code, False, parent)


ENTITIES = (
    entity("official/丁一山.云岭区"), entity("official/许二水.云岭区"), entity("official/韩三江.云岭区"),
    entity("official/赵四海.云岭区"), entity("official/丁五湖.海角县"),
    entity("district/云岭区.990102", code="990102", parent="district/天涯市.990100"),
    entity("district/海角县.990125", code="990125", parent="district/天涯市.990100"),
    Entity("district/天涯市.990100", ("District",), "天涯市", ("天涯市",), "990100", inferred=True),
    entity("organization/云岭区委.云岭区", "云岭区委"), entity("organization/海角县委.海角县", "海角县委"),
    entity("organization/云岭区人民政府.云岭区", "云岭区人民政府", "云岭区政府"),
    entity("organization/云岭区城建局.云岭区", "云岭区城建局", "区城建局"),
    entity("organization/江东大学.云岭区", "江东大学"),
    entity("company/云岭建设集团有限公司", "云岭建设集团有限公司", "云岭建设集团"),
    entity("company/长风科技有限公司", "长风科技有限公司", "长风科技"),
    entity("zone/银杏文创园.云岭区", "银杏文创园", "银杏文化创意园", kinds="Zone Project"),
    entity("zone/银杏文创园一期.云岭区", "银杏文创园一期", kinds="Zone Project"),
    entity("facility/银杏广场.云岭区", "银杏广场"), entity("zone/青崖片区.云岭区", "青崖片区"),
    entity("park/云岭公园.云岭区", "云岭公园"), entity("park/人民公园.云岭区", "人民公园"),
    entity("park/人民公园.海角县", "人民公园"), entity("road/北岭大道.云岭区", "北岭大道"),
    entity("project/北岭大道拓宽工程.云岭区", "北岭大道拓宽工程"),
    entity("project/栖霞湖治理工程.云岭区", "栖霞湖治理工程"),
    entity("event/重点项目推进会.云岭区", "重点项目推进会"), entity("event/签约仪式.云岭区", "签约仪式"),
)  # fmt: skip
VISIT = "云岭区委书记丁一山到银杏文创园、云岭公园、北岭大道调研，区长许二水陪同"
DUTY = "副区长韩三江负责银杏文创园、栖霞湖治理工程"
BUREAU = "区城建局牵头北岭大道拓宽工程"
BUILT = "银杏文创园由云岭建设集团有限公司投资建设，位于青崖片区，一期计划2021年6月底前开园"
MEETING = "云岭区召开重点项目推进会，丁一山主持会议，许二水讲话，区城建局参加"
SIGNED = "云岭区人民政府与长风科技有限公司签订战略合作协议"
CEREMONY = "云岭区委书记赵四海出席签约仪式，区长许二水主持"
GROWTH = "2021年，云岭区生产总值完成252.8亿元，增长8.1%"
AIMS = "2022年生产总值增长7%，新增就业5000人"
TASKS = "云岭公园确保2022年9月底前建成开放，栖霞湖治理工程力争年内完工，北岭大道拓宽工程尽快开工"
# subject, relation, object, document, quotation, and what else it says
SAID = (
    ("official/丁一山.云岭区 inspects zone/银杏文创园.云岭区", "d1", VISIT),
    ("official/丁一山.云岭区 inspects park/云岭公园.云岭区", "d1", VISIT),
    ("official/丁一山.云岭区 inspects road/北岭大道.云岭区", "d1", VISIT),
    ("official/许二水.云岭区 accompanies official/丁一山.云岭区", "d1", VISIT),
    ("official/赵四海.云岭区 inspects park/云岭公园.云岭区", "d3", "赵四海到云岭公园察看"),
    ("official/丁五湖.海角县 inspects park/人民公园.海角县", "d4", "海角县委书记丁五湖到人民公园调研"),
    ("official/韩三江.云岭区 oversees zone/银杏文创园.云岭区", "d1", DUTY),
    ("official/韩三江.云岭区 oversees project/栖霞湖治理工程.云岭区", "d1", DUTY),
    ("organization/云岭区城建局.云岭区 oversees project/北岭大道拓宽工程.云岭区", "d1", BUREAU),
    ("zone/银杏文创园.云岭区 developedBy company/云岭建设集团有限公司", "d1", BUILT),
    ("zone/银杏文创园.云岭区 locatedIn zone/青崖片区.云岭区", "d1", BUILT),
    ("facility/银杏广场.云岭区 locatedIn zone/青崖片区.云岭区", "d2", "银杏广场位于青崖片区"),
    ("zone/银杏文创园一期.云岭区 partOf zone/银杏文创园.云岭区", "d1", BUILT),
    ("official/丁一山.云岭区 chairs event/重点项目推进会.云岭区", "d1", MEETING),
    ("official/许二水.云岭区 attends event/重点项目推进会.云岭区", "d1", MEETING),
    ("organization/云岭区城建局.云岭区 attends event/重点项目推进会.云岭区", "d1", MEETING),
    ("official/许二水.云岭区 chairs event/签约仪式.云岭区", "d3", CEREMONY),
    ("official/赵四海.云岭区 attends event/签约仪式.云岭区", "d3", CEREMONY),
    ("organization/云岭区人民政府.云岭区 signedWith company/长风科技有限公司", "d3", SIGNED),
    ("district/云岭区.990102 cooperatesWith district/海角县.990125", "d2", "云岭区与海角县结对帮扶"),
    ("district/云岭区.990102 cooperatesWith organization/江东大学.云岭区", "d2", "云岭区与海角县结对帮扶，与江东大学开展合作"),
    ("official/丁一山.云岭区 holds organization/云岭区委.云岭区", "d1", "云岭区委书记丁一山", "title=区委书记"),
    ("official/许二水.云岭区 holds district/云岭区.990102", "d1", "区长许二水", "title=区长"),
    ("official/许二水.云岭区 holds district/云岭区.990102", "d3", "区长许二水", "title=区长"),
    ("official/韩三江.云岭区 holds district/云岭区.990102", "d1", "副区长韩三江", "title=副区长"),
    ("official/赵四海.云岭区 holds organization/云岭区委.云岭区", "d3", "云岭区委书记赵四海", "title=区委书记"),
    ("official/丁五湖.海角县 holds organization/海角县委.海角县", "d4", "海角县委书记丁五湖", "title=县委书记"),
    ("zone/银杏文创园一期.云岭区 milestone", "d1", BUILT, "kind=open status=planned date=2021-06-30"),
    ("zone/银杏文创园一期.云岭区 milestone", "d3", "银杏文创园一期9月底前开园", "kind=open status=planned date=2023-09-30"),
    ("park/云岭公园.云岭区 milestone", "d2", TASKS, "kind=open status=planned date=2022-09-30"),
    ("park/云岭公园.云岭区 milestone", "d3", "云岭公园已建成开放", "kind=open status=done"),
    ("project/栖霞湖治理工程.云岭区 milestone", "d2", TASKS, "kind=complete status=planned date=2022-12-31"),
    ("project/北岭大道拓宽工程.云岭区 milestone", "d2", TASKS, "kind=start status=planned"),
    ("park/人民公园.海角县 milestone", "d4", "海角县人民公园2022年底前完工", "kind=complete status=planned date=2022-12-31"),
    ("project/北岭大道拓宽工程.云岭区 investment", "d3", "北岭大道拓宽工程总投资3.2亿元", "value=3.2 unit=亿元"),
    ("district/云岭区.990102 measure", "d2", GROWTH, "indicator=生产总值 value=252.8 unit=亿元 change=8.1 period=2021 status=done"),
    ("district/云岭区.990102 measure", "d2", AIMS, "indicator=生产总值 change=7 period=2022 status=planned"),
    ("district/云岭区.990102 measure", "d2", AIMS, "indicator=新增就业 value=5000 unit=人 period=2022 status=planned"),
    ("district/云岭区.990102 measure", "d3", "2022年，云岭区生产总值完成270亿元，增长6.5%",
     "indicator=生产总值 value=270 unit=亿元 change=6.5 period=2022 status=done"),
    ("district/海角县.990125 measure", "d4", "海角县生产总值2021年完成90亿元",
     "indicator=生产总值 value=90 unit=亿元 period=2021 status=done"),
)  # fmt: skip


def fact(edge: str, where: str, words: str, told: str = "") -> Fact:
    subject, relation, object = (*edge.split(), None)[:3]
    qualifiers = tuple(sorted(tuple(pair.split("=")) for pair in told.split()))
    text = DOCUMENTS[where].view.text
    start = text.index(clean(words).text)
    who = Mention(0, 1, ("Official",), "甲", "test")
    claim = Claim(relation, who, None, DOCUMENTS[where], start, start + len(clean(words).text), "frame", 0.9, qualifiers)
    return Fact(relation, subject, object, qualifiers, (claim,))


def write(folder: Path) -> Path:
    """graph.ttl and the texts, as a build leaves them."""
    facts = [fact(*row) for row in SAID]
    ledger = resolve.promises(facts, lambda claim: (HOMES[claim.document.id],) * 2)
    built = graph.build(ENTITIES, facts, tuple(DOCUMENTS.values()), promises=ledger, differing=resolve.differing(facts))
    (folder / "texts").mkdir(parents=True)
    (folder / "graph.ttl").write_text(graph.serialize(built), "utf-8")
    for each in DOCUMENTS.values():
        (folder / text_path(each)).write_text(each.text, "utf-8", newline="")
    return folder
