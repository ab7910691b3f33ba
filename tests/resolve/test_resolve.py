"""From mentions and claims to entities and facts: one thing once, homonyms apart, reading order without effect."""

from dataclasses import replace
from random import Random

from graphbuild.knowledge import load
from graphbuild.model import Claim, Document, Mention
from graphbuild.resolve import resolve
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def document(text: str, id: str = "a") -> Document:
    return Document(id, f"{id}.txt", text, clean(text), sha256=id * 8)


def mention(text: str, name: str, *kinds: str) -> Mention:
    start = text.index(name)
    return Mention(start, start + len(name), kinds, name, "test")


def texts():
    one = "中原区委书记李某甲调研松涛湖公园。中原区公布，望江路通车。全区欢庆。"
    two = "二七区委书记李某甲调研望江路。二七区会议。全区欢庆。"
    found = {}
    for id, text, area in (("a", one, "中原区"), ("b", two, "二七区")):
        found[id] = [
            mention(text, area, "District"),
            mention(text, "李某甲", "Official"),
            mention(text, "望江路", "Road"),
        ]
    claims = [
        Claim("inspects", found[id][1], found[id][2], document(text, id), 0, len(text), "test", 0.9)
        for id, text in (("a", one), ("b", two))
    ]
    return [document(one, "a"), document(two, "b")], found, claims


def test_homonyms_in_two_districts_stay_apart():
    entities, facts, _ = resolve(*texts(), KNOWLEDGE)
    assert [e.name for e in entities].count("望江路") == 2
    assert [e.name for e in entities].count("李某甲") == 2
    assert len(facts) == 2


def test_areas_have_codes_and_parents_that_no_text_names():
    entities, _, _ = resolve(*texts(), KNOWLEDGE)
    by_name = {e.name: e for e in entities}
    assert by_name["中原区"].code == "410102"
    assert by_name["郑州市"].inferred and by_name["中原区"].parent == by_name["郑州市"].id
    assert by_name["郑州市"].parent == by_name["河南省"].id


def test_reading_order_has_no_effect():
    documents, found, claims = texts()
    first = resolve(documents, found, claims, KNOWLEDGE)
    for seed in range(5):
        order = Random(seed)
        shuffled = [order.sample(rows, len(rows)) for rows in (documents, claims)]
        mixed = {key: order.sample(found[key], len(found[key])) for key in order.sample(list(found), len(found))}
        assert resolve(shuffled[0], mixed, shuffled[1], KNOWLEDGE) == first


def test_a_claim_whose_end_is_no_thing_is_an_issue():
    documents, found, claims = texts()
    stranger = replace(claims[0], object=Mention(0, 2, ("Road",), "无名路", "test"))
    _, facts, issues = resolve(documents, found, [stranger], KNOWLEDGE)
    assert facts == [] and [i.rule for i in issues if i.rule != "doubtful identity"] == ["lost end"]


def test_two_claims_that_say_the_same_are_one_fact():
    documents, found, claims = texts()
    _, facts, _ = resolve(documents, found, [claims[0], replace(claims[0], rule="other")], KNOWLEDGE)
    assert len(facts) == 1 and len(facts[0].claims) == 2


def test_a_short_name_is_an_area_only_where_the_area_above_is_named():
    from graphbuild.resolve.areas import locate

    assert locate("东湖", frozenset(), KNOWLEDGE) is None
    assert locate("东湖", frozenset(("南昌",)), KNOWLEDGE).code == "360102"
    assert locate("西安", frozenset(), KNOWLEDGE).level == "city"


def test_every_area_lies_in_a_province_even_a_city_without_counties():
    from graphbuild.knowledge.areas import above, areas

    known = areas(KNOWLEDGE)
    assert {(above(area, KNOWLEDGE) or [area])[-1].level for area in known.values()} == {"province"}
    assert known["441900"].level == "city"  # it stands in the list twice: as a city, and as its own county


def test_an_area_has_one_entity_whichever_of_its_names_a_text_uses_and_in_whatever_order():
    one = "中原区委书记调研。中原区公布，全区欢庆。"
    two = "二七区会议在郑州召开。全区欢庆，郑州也欢庆。"
    found = {
        "a": [mention(one, "中原区", "District")],
        "b": [mention(two, "二七区", "District"), mention(two, "郑州", "District")],
    }
    documents = [document(one, "a"), document(two, "b")]
    for order in (documents, documents[::-1]):
        entities, _, _ = resolve(order, found, [], KNOWLEDGE)
        codes = [e.code for e in entities if e.code]
        assert len(codes) == len(set(codes))
        city = next(e for e in entities if e.code == "410100")
        assert city.name == "郑州" and not city.inferred and city.parent
        assert {e.parent for e in entities if e.name in ("中原区", "二七区")} == {city.id}


def test_a_figure_is_of_an_area_and_a_step_of_a_concern_whatever_one_text_took_them_for():
    text = "中原区公布，市财政支出增长5%。松涛湖公园建成。"
    area, till, park = (mention(text, *of) for of in (("中原区", "District"), ("市财政", "Organization"), ("松涛湖公园", "Park")))
    event = mention(text, "公布", "Event")
    said = [
        Claim(relation, one, None, document(text), 0, len(text), "test", 0.9, (("status", "done"),))
        for relation in ("measure", "milestone") for one in (area, till, park, event)
    ]  # fmt: skip
    entities, facts, issues = resolve([document(text)], {"a": [area, till, park, event]}, said, KNOWLEDGE)
    names = {entity.id: entity.name for entity in entities}
    kept = {(fact.relation, names[fact.subject]) for fact in facts}
    assert kept == {("measure", "中原区"), ("milestone", "中原区"), ("milestone", "松涛湖公园"), ("milestone", "市财政")}
    assert [issue.rule for issue in issues].count("unfit ends") == 4


def test_no_area_of_the_list_lies_where_the_list_has_it_not():
    text = "杭州的西湖区和宁波、余姚在会上发言，贵阳位于竹林村，竹林村在西湖区，西湖区的灵隐街道也来了。"
    names = ("杭州", "西湖区", "宁波", "余姚", "贵阳", "竹林村", "灵隐街道")
    area = {name: mention(text, name, "District") for name in names}
    pairs = {"西湖区": "杭州", "余姚": "宁波", "竹林村": "西湖区", "灵隐街道": "西湖区", "杭州": "宁波", "贵阳": "竹林村", "宁波": "余姚"}
    said = [Claim("locatedIn", area[a], area[b], document(text), 0, len(text), "test", 0.9, ()) for a, b in pairs.items()]
    entities, facts, issues = resolve([document(text)], {"a": list(area.values())}, said, KNOWLEDGE)
    called = {entity.id: entity.name for entity in entities}
    assert {(called[f.subject], called[f.object]) for f in facts} == set(list(pairs.items())[:4])
    assert [issue.rule for issue in issues].count("area elsewhere") == 3


def test_a_county_may_have_been_another_citys_of_its_province():
    text = "寿县在六安，寿县在宁波。"
    county, old, far = (mention(text, name, "District") for name in ("寿县", "六安", "宁波"))
    said = [Claim("locatedIn", county, city, document(text), 0, len(text), "test", 0.9, ()) for city in (old, far)]
    entities, facts, _ = resolve([document(text)], {"a": [county, old, far]}, said, KNOWLEDGE)
    assert [next(e.name for e in entities if e.id == fact.object) for fact in facts] == ["六安"]


def test_a_city_and_the_county_of_its_name_are_two_and_the_short_name_is_the_citys():
    text = "湖南省长沙市推进建设。长沙加快发展，长沙县跟进，长沙争先。全市动员，市委部署，市政府落实。"
    at = [text.index("长沙加"), text.index("长沙争")]
    found = [mention(text, name, "District") for name in ("湖南省", "长沙市", "长沙县")]
    found += [Mention(n, n + 2, ("District",), "长沙", "test") for n in at]
    entities, _, _ = resolve([document(text)], {"a": found}, [], KNOWLEDGE)
    named = {e.name: set(e.names) for e in entities}
    assert "长沙" in named["长沙市"] and named["长沙县"] == {"长沙县"}
