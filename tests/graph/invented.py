"""Invented entities, facts and documents for the tests of the graph."""

from graphbuild.model import Claim, Document, Entity, Fact, Mention, PartialDate
from graphbuild.text.clean import clean

TEXT = (
    "云岭区新闻\n3月5日，云岭区委书记丁一山到云岭公园调研，区长许二水陪同。\n随后来到星河大厦。"
    "云岭公园由云岭建设有限公司建设，计划12月底前开园。\n云岭区生产总值252.80亿元，增长8.1%。\n云岭区与海角县签约。"
)


def document(text: str = TEXT, id: str = "d1", **more: object) -> Document:
    told = {"title": "云岭区新闻", "published": PartialDate(2021, 3, 6), "publisher": "云岭日报", "sha256": "ab" * 32}
    return Document(id, "seeds/a.txt", text, clean(text), **{**told, **more})  # type: ignore[arg-type]


ENTITIES = (
    Entity("official/丁一山", ("Official",), "丁一山", ("丁书记",)),
    Entity("official/许二水", ("Official",), "许二水", ()),
    Entity("park/云岭公园", ("Park", "Project"), "云岭公园", ("云岭公园项目",)),
    Entity("facility/星河大厦", ("Facility",), "星河大厦", ()),
    Entity("company/云岭建设有限公司", ("Company",), "云岭建设有限公司", ("云岭建设",)),
    Entity("organization/云岭区委", ("Organization",), "云岭区委", ("区委",)),
    Entity("event/云岭区推进会", ("Event",), "云岭区推进会", ()),
    Entity("district/云岭区", ("District",), "云岭区", ("全区",), "990102"),
    Entity("district/海角县", ("District",), "海角县", (), "990125"),
    Entity("district/天涯市", ("District",), "天涯市", (), "990100", inferred=True),
)


def mention(name: str, kind: str) -> Mention:
    return Mention(0, len(name), (kind,), name, "test")


def claim(document: Document, relation: str, words: str, rule: str = "frame", confidence: float = 0.9) -> Claim:
    start = document.view.text.index(clean(words).text)
    place = start, start + len(clean(words).text)
    return Claim(relation, mention("甲", "Official"), None, document, *place, rule, confidence)


def fact(relation: str, subject: str, object: str | None, words: str, document: Document, **told: str) -> Fact:
    return Fact(relation, subject, object, tuple(sorted(told.items())), (claim(document, relation, words),))


def facts(document: Document) -> tuple[Fact, ...]:
    visit = "云岭区委书记丁一山到云岭公园调研，区长许二水陪同"
    opening = "云岭公园由云岭建设有限公司建设，计划12月底前开园"
    output = "云岭区生产总值252.80亿元，增长8.1%"
    one, two, park = "official/丁一山", "official/许二水", "park/云岭公园"
    district, county = "district/云岭区", "district/海角县"
    return (
        fact("inspects", one, park, visit, document),
        fact("inspects", one, "facility/星河大厦", "随后来到星河大厦", document),
        fact("accompanies", two, one, visit, document),
        fact("developedBy", park, "company/云岭建设有限公司", opening, document),
        fact("oversees", "company/云岭建设有限公司", park, opening, document),
        fact("locatedIn", district, "district/天涯市", "云岭区新闻", document),
        fact("locatedIn", park, district, "云岭公园由", document),
        fact("partOf", "facility/星河大厦", park, "随后来到星河大厦", document),
        fact("chairs", one, "event/云岭区推进会", visit, document),
        fact("attends", two, "event/云岭区推进会", visit, document),
        fact("signedWith", district, county, "云岭区与海角县签约", document),
        fact("cooperatesWith", district, county, "云岭区与海角县签约", document),
        fact("holds", one, "organization/云岭区委", visit, document, title="区委书记"),
        fact("holds", two, None, visit, document, title="区长"),
        fact("milestone", park, None, opening, document, kind="open", status="planned", date="--12-31"),
        fact("milestone", park, None, opening, document, kind="start", status="done", date="2021-02"),
        fact("measure", district, None, output, document, indicator="生产总值", value="252.80", unit="亿元", change="8.1",
             period="2021-Q1"),
    )
