"""Who holds what: chains, lists, titles after a name, and the body that a post belongs to."""

import pytest

from graphbuild.claims.posts import posts
from graphbuild.claims.reading import Reading
from graphbuild.knowledge import load
from graphbuild.mentions.people import people
from graphbuild.model import Document, Mention
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def held(text: str, **named: str) -> list[tuple[str, str, str]]:
    document = Document("d", "d", text, clean(text))
    things = [m for m in people(document, KNOWLEDGE) if m.kind != "Organization"]
    for name, kind in named.items():
        at = document.view.text.find(name)
        while at >= 0:
            things.append(Mention(at, at + len(name), (kind,), name, "told"))
            at = document.view.text.find(name, at + 1)
    reading = Reading(document, sorted(things, key=lambda m: (m.start, -m.end)), KNOWLEDGE)
    return [(c.subject.name, dict(c.qualifiers)["title"], c.object.name if c.object else "") for c in posts(reading)]


def titles(text: str) -> list[tuple[str, str]]:
    return [(person, title) for person, title, _ in held(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("区委副书记、区长周砚秋主持。", [("周砚秋", "区委副书记"), ("周砚秋", "区长")]),
        ("市委常委、副市长，某区委书记周砚秋主持。", [("周砚秋", "市委常委"), ("周砚秋", "副市长"), ("周砚秋", "区委书记")]),
        ("丁一航任副市长，区委书记周砚秋主持。", [("丁一航", "副市长"), ("周砚秋", "区委书记")]),
        ("出席的有各区区长，市委书记周砚秋讲话。", [("周砚秋", "市委书记")]),
        ("副区长方晓、陶望舒参加。", [("方晓", "副区长"), ("陶望舒", "副区长")]),
        ("区领导方晓、陶望舒参加。", [("方晓", "区领导"), ("陶望舒", "区领导")]),
        ("严守正（区委常委、副区长）负责。", [("严守正", "区委常委"), ("严守正", "副区长")]),
        ("| 霍思远 | 副区长 |", [("霍思远", "副区长")]),
        ("段晓宇任副区长。", [("段晓宇", "副区长")]),
        ("会议任命丁一航为副区长。", [("丁一航", "副区长")]),
        ("代区长周砚秋、原区长方晓参加。", [("周砚秋", "代区长"), ("方晓", "原区长")]),
        ("组长：区委书记云飞扬", [("云飞扬", "组长"), ("云飞扬", "区委书记")]),
        ("郝文静教授表示", [("郝文静", "教授")]),
        ("县级河长秦观澜巡河。", [("秦观澜", "河长")]),
    ],
)
def test_posts_that_are_told(text: str, told: list[tuple[str, str]]) -> None:
    assert titles(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "村民王大山说，路修好了。",
        "由方晓任组长的工作专班成立。",
        "区委书记高度重视。",
        "段晓宇同志发言。",
        "会议决定免去丁一航副区长职务。",
    ],
)
def test_what_is_no_post(text: str) -> None:
    assert titles(text) == []


def test_the_head_of_a_district_is_one_person() -> None:
    assert titles("区长周砚秋、方晓会见了客人。") == [("周砚秋", "区长")]


def test_a_title_told_twice_keeps_its_fullest_wording() -> None:
    assert set(titles("县政协主席温如玉讲话。主席温如玉说")) == {("温如玉", "县政协主席")}


def test_the_body_in_the_title_the_chain_and_the_area() -> None:
    text = "甲溪区委副书记、区长周砚秋，区住建局局长方晓，远山科技公司董事长白景行参加。"
    told = held(text, 甲溪区委="Organization", 区住建局="Organization", 远山科技公司="Company", 甲溪区="District")
    assert told == [
        ("周砚秋", "区委副书记", "甲溪区委"),
        ("周砚秋", "区长", "甲溪区"),
        ("方晓", "局长", "区住建局"),
        ("白景行", "董事长", "远山科技公司"),
    ]


@pytest.mark.parametrize("city", ["云州市", "云州"])
def test_the_mayor_of_a_report_is_its_own_citys_however_it_is_called(city: str) -> None:
    """The county of it that is named in full more often has its own."""
    text = f"云州市政府工作报告\n市长 周砚秋\n我市今年推进清江市改革，清江市先行，清江市试点。{city}全市经济平稳，云州发展，云州开放，建设云州。"
    assert held(text, 清江市="District", **{city: "District"}) == [("周砚秋", "市长", city)]


def test_a_bare_title_belongs_to_the_body_named_before_it() -> None:
    text = "区人大常委会党组书记、主任周砚秋带队，副主任方晓参加。"
    assert [body for _, _, body in held(text, 区人大常委会="Organization")] == ["区人大常委会"] * 3


def test_the_evidence_holds_person_and_title() -> None:
    text = "昨日，甲溪区委副书记、区长周砚秋主持会议。"
    document = Document("d", "d", text, clean(text))
    reading = Reading(document, people(document, KNOWLEDGE), KNOWLEDGE)
    assert {claim.quote for claim in posts(reading)} == {"区委副书记、区长周砚秋"}
