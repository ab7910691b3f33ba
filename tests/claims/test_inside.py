"""What names tell of each other: parts of things, things in areas; and what they do not tell."""

import pytest

from graphbuild.claims.inside import inside
from graphbuild.claims.reading import Reading
from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.model import Document, Mention
from graphbuild.reading.read import read_source
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def said(text: str, **kinds: str) -> set[tuple[str, str, str]]:
    view = clean(text)
    mentions = sorted(
        (Mention(at, at + len(name), (kind,), name, "test") for name, kind in kinds.items() for at in places(view.text, name)),
        key=lambda m: m.start,
    )
    reading = Reading(Document("t", "t.txt", text, view), mentions, KNOWLEDGE)
    return {(c.subject.name, c.relation, c.object.name) for c in inside(reading)}


def places(text: str, name: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(name, at)]


def test_a_phase_is_part_of_its_whole():
    told = said("云溪园开工。云溪园二期封顶。", 云溪园="Zone", 云溪园二期="Zone")
    assert ("云溪园二期", "partOf", "云溪园") in told


def test_a_named_branch_of_a_hospital_is_part_of_it():
    told = said("河阳医院南湖院区开工。", 河阳医院="Organization", 河阳医院南湖院区="Facility")
    assert told == set()  # a body alone may be the one that builds it
    told = said("河阳医院南湖院区开工，河阳医院好。", 河阳医院="Facility", 河阳医院南湖院区="Facility")
    assert told == {("河阳医院南湖院区", "partOf", "河阳医院")}


def test_a_quarter_named_after_a_park_is_not_in_it():
    assert said("云溪文创园开工。云溪文创园片区提速。", 云溪文创园="Zone", 云溪文创园片区="Zone") == set()
    assert said("云溪文创园、云溪文创园区。", 云溪文创园="Zone", 云溪文创园区="Zone") == set()


def test_a_part_is_told_from_any_form_of_the_name_of_its_whole():
    told = said("松州市。松州月湖文化区（MCD）提速，月湖文化区北部片区板块开工。", 松州市="District", 松州="District", 松州月湖文化区="Zone", 月湖文化区北部片区板块="Zone")
    assert ("月湖文化区北部片区板块", "partOf", "松州月湖文化区") in told
    told = said("月湖文化区（MCD）好，月湖文化区（MCD）北区新。", **{"月湖文化区": "Zone", "月湖文化区（MCD）北区": "Zone"})
    assert told == {("月湖文化区（MCD）北区", "partOf", "月湖文化区")}
    assert said("松州大学扩招，大学城北区开工。", 松州="District", 松州大学="Organization", 大学城北区="Zone") == set()


def test_a_school_is_part_of_its_university_but_no_department_of_its_committee():
    assert ("河州大学农学院", "partOf", "河州大学") in said("河州大学、河州大学农学院。", 河州大学="Organization", 河州大学农学院="Organization")
    assert said("青岚区委、青岚区委办公室。", 青岚区委="Organization", 青岚区委办公室="Organization") == set()


def test_a_site_lies_in_the_area_that_its_name_begins_with():
    assert said("柳林镇。柳林镇敬老院。", 柳林镇="District", 柳林镇敬老院="Facility") == {("柳林镇敬老院", "locatedIn", "柳林镇")}
    assert said("柳林镇。柳林镇政府。", 柳林镇="District", 柳林镇政府="Organization") == set()


def test_areas_in_a_row_lie_in_each_other():
    told = said("清河县柳林镇王家村。", 清河县="District", 柳林镇="District", 王家村="District")
    assert told == {("柳林镇", "locatedIn", "清河县"), ("王家村", "locatedIn", "柳林镇")}


def test_the_sites_after_a_zone_as_heading_lie_in_it():
    text = "北湖片区，力争年底前松涛谷、翠谷馆开工。松涛谷和北湖片区相邻，云门楼不在其中。"
    told = said(text, 北湖片区="Zone", 松涛谷="Facility", 翠谷馆="Facility", 云门楼="Facility")
    assert told == {("松涛谷", "locatedIn", "北湖片区"), ("翠谷馆", "locatedIn", "北湖片区")}


def test_a_quarter_that_opens_its_paragraph_heads_what_opens_its_sentences():
    text = "北湖片区板块，松涛园加快收储，启动松涛园二期建设，与云门线对接。翠谷街区做好修缮。要学习远山园。"
    names = {"北湖片区板块": "Zone", "松涛园": "Zone", "松涛园二期": "Project", "云门线": "Road", "翠谷街区": "Zone", "远山园": "Zone"}
    told = {(one, whole) for one, relation, whole in said(text, **names) if relation == "locatedIn"}
    assert told == {("松涛园", "北湖片区板块"), ("翠谷街区", "北湖片区板块")}


def test_the_core_of_a_quarter_is_in_it():
    told = said("北湖片区。年底前北湖核心片区松涛馆开工。", 北湖片区="Zone", 北湖核心片区松涛馆="Project")
    assert ("北湖核心片区松涛馆", "locatedIn", "北湖片区") in told


def test_a_county_text_speaks_of_its_own_towns():
    text = "全县会议召开。清河县柳林镇、石桥镇参加，外省东山县南岭镇观摩。清河县。"
    told = said(text, 清河县="District", 柳林镇="District", 石桥镇="District", 东山县="District", 南岭镇="District")
    assert ("石桥镇", "locatedIn", "清河县") in told
    assert ("南岭镇", "locatedIn", "清河县") not in told


def test_a_city_whose_name_ends_like_a_town_is_none_of_the_county():
    told = said("清河县推进与新乡、景德镇、柳林镇的合作。清河县。", 清河县="District", 新乡="District", 景德镇="District", 柳林镇="District")
    assert {one for one, relation, _ in told if relation == "locatedIn"} == {"柳林镇"}


def test_a_section_named_by_its_ends_is_one_of_the_way_that_its_paragraph_begins_with():
    text = "云岭大道是南北通道。今年实施的石门至松岭段全长9公里。\n松岭至月湖段开工。\n石门村大会召开，云岭大道旁的柳林至河口段通车。"
    told = said(text, 云岭大道="Road", 石门至松岭段="Road", 松岭至月湖段="Road", 柳林至河口段="Road")
    assert told == {("石门至松岭段", "partOf", "云岭大道")}


def test_a_section_and_a_tunnel_are_parts_of_works_too():
    text = "云岭公路北延工程按一级公路设计。今年石门至松岭段完工。云岭公路北延工程月湖隧道贯通。"
    told = said(text, 云岭公路北延工程="Project", 石门至松岭段="Road", 云岭公路北延工程月湖隧道="Road")
    assert told == {("石门至松岭段", "partOf", "云岭公路北延工程"), ("云岭公路北延工程月湖隧道", "partOf", "云岭公路北延工程")}


def test_the_zone_of_the_own_county_lies_in_it():
    text = "全县会议召开。清河县发力。清河高新区提速，高新区扩容，东山高新区观摩，清河新区别名。清河县。"
    told = said(text, 清河县="District", 清河高新区="Zone", 高新区="Zone", 东山高新区="Zone")
    assert {one for one, relation, _ in told if relation == "locatedIn"} == {"清河高新区", "高新区"}


def test_the_end_of_a_section_is_not_its_whole():
    assert said("60省道至月湖段开工，60省道绕行。", **{"60省道": "Road", "60省道至月湖段": "Road"}) == set()


def test_a_tunnel_is_part_of_its_way():
    told = said("云岭快速路北延，云岭快速路北延石门隧道。", 云岭快速路北延="Road", 云岭快速路北延石门隧道="Road")
    assert told == {("云岭快速路北延石门隧道", "partOf", "云岭快速路北延")}


def test_what_is_named_behind_its_works_is_part_of_it():
    text = "云溪引水工程月河桥开工，云溪市月湖镇好。"
    mentions = [
        Mention(0, 9, ("Road",), "月河桥", "test"),
        Mention(0, 6, ("Project",), "云溪引水工程", "test"),
        Mention(12, 18, ("District",), "月湖镇", "test"),
    ]
    told = {(c.subject.name, c.relation, c.object.name) for c in inside(Reading(Document("t", "t.txt", text, clean(text)), mentions, KNOWLEDGE))}
    assert told == {("月河桥", "partOf", "云溪引水工程")}


def test_what_is_named_after_its_city_lies_in_the_quarter_that_opens_its_paragraph():
    told = said("松州市。月湖片区，松州纺织博物馆要建成。", 松州="District", 月湖片区="Zone", 松州纺织博物馆="Facility")
    assert ("松州纺织博物馆", "locatedIn", "月湖片区") in told


def test_a_zone_named_within_a_zone_is_part_of_it_and_one_that_stands_alone_only_lies_there():
    told = said("云溪新城开工。云溪新城柳浪片区封顶。", 云溪新城="Zone", 云溪新城柳浪片区="Zone")
    assert ("云溪新城柳浪片区", "partOf", "云溪新城") in told
    told = said("云溪新城开工。云溪新城柳浪产业园封顶。柳浪产业园招商。", 云溪新城="Zone", 云溪新城柳浪产业园="Zone", 柳浪产业园="Zone")
    assert ("云溪新城柳浪产业园", "locatedIn", "云溪新城") in told


@pytest.mark.parametrize(("text", "want"), [
    ("迎风街道位于河阳市城区北部，辖东门、西门、南关3个社区。", {("东门", "迎风街道"), ("西门", "迎风街道"), ("南关", "迎风街道")}),
    ("柳林镇地处河阳县西部，下辖红旗村、青山村、王家庄村等12个行政村。",
     {("红旗村", "柳林镇"), ("青山村", "柳林镇"), ("王家庄村", "柳林镇"), ("柳林镇", "河阳县")}),
    ("迎风街道辖11个社区（东门社区、南关社区等）。东起虞河。", {("东门社区", "迎风街道"), ("南关社区", "迎风街道")}),
    ("柳林镇派出所辖区有红旗村、青山村。", set()),
    ("柳林镇由河阳县管辖，石桥镇派出所成立。", {("柳林镇", "河阳县"), ("石桥镇", "河阳县")}),
])
def test_what_an_area_governs_lies_in_it(text, want):
    said = read_source(Source("概况", data=text.encode()), KNOWLEDGE).articles
    told = [c for one in said for c in one.claims if c.relation == "locatedIn" and c.subject.kind == c.object.kind == "District"]
    assert {(c.subject.name, c.object.name) for c in told} == want
