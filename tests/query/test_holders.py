"""Who held an office on a day, in what order its holders came, and two at one time as a doubt."""

from pathlib import Path

import pytest

from graphbuild import pipeline
from graphbuild.errors import Unanswerable
from graphbuild.graph import build, validate
from graphbuild.graph.documents import text_path
from graphbuild.graph.namespaces import GB
from graphbuild.knowledge import load
from graphbuild.model import Claim, Document, Entity, Fact, Mention, PartialDate
from graphbuild.query.holders import holders
from graphbuild.resolve import clashes, held
from graphbuild.text.clean import clean

KNOWLEDGE = load()
AREA = Entity("district/云岭区.990102", ("District",), "云岭区", ("云岭区",), "990102")
BODIES = (AREA, Entity("organization/云岭区委.云岭区", ("Organization",), "云岭区委", ("云岭区委", "区委")),
          Entity("organization/云岭区人民政府.云岭区", ("Organization",), "云岭区人民政府", ("云岭区人民政府",)))


def said(rows, folder: Path):
    """(day, person, title, body, event, on) as facts, a graph and its texts."""
    facts, documents, people = [], [], {}
    for n, (day, person, title, body, *more) in enumerate(rows):
        event, on = (*more, "", "")[:2]
        text = f"{title}{person}。"
        document = Document(f"d{n}", f"{n}.txt", text, clean(text), f"{n:064x}", published=PartialDate.parse(day))
        documents.append(document)
        told = {"title": title, "organization": body, "event": event, "on": on}
        claim = Claim("holds", Mention(0, 1, ("Official",), person, "t"), None, document, 0, len(text) - 1, "t", 0.9,
                      tuple(sorted((k, v) for k, v in told.items() if v)))
        object = next((e.id for e in BODIES if e.name == body), None)
        facts.append(Fact("holds", f"official/{person}", object, claim.qualifiers, (claim,)))
        people[person] = Entity(f"official/{person}", ("Official",), person, (person,))
    entities = [*BODIES, *people.values()]
    facts = held(entities, facts, KNOWLEDGE)
    (folder / "texts").mkdir(exist_ok=True)
    for document in documents:
        (folder / text_path(document)).write_text(document.text, "utf-8", newline="")
    return build(entities, facts, documents), folder / "texts", list(clashes(facts, entities))


ROWS = [
    ("2019-08-31", "丁一山", "区委书记", "云岭区委"),
    ("2021-05-01", "丁一山", "区委书记", "云岭区委"),
    ("2023-07-29", "许二水", "区委书记", "云岭区"),  # the area is given where the body is meant
    ("2020-01-05", "周三石", "区长", "云岭区人民政府"),
    ("2020-06-05", "周三石", "区长", "云岭区"),
]


def on(folder, day, office="区委书记", rows=ROWS):
    graph, texts, _ = said(rows, folder)
    return [(row.person, row.known) for row in holders(graph, texts, office, "", day)]


@pytest.mark.parametrize("office", ["云岭区区长", "云岭区长", "云岭区人民政府区长", "云岭区政府区长", "区政府区长", "区长"])
def test_an_office_is_found_however_its_body_is_written(tmp_path, office):
    assert on(tmp_path, "2020-03-01", office, [*ROWS, ("2020-03-01", "吴五峰", "副区长", "云岭区")]) == [("周三石", "held")]


def test_holders_come_in_the_order_of_their_days(tmp_path):
    graph, texts, issues = said(ROWS, tmp_path)
    rows = holders(graph, texts, "云岭区委书记")
    assert [(row.person, row.first, row.last) for row in rows] == [
        ("丁一山", "2019-08-31", "2021-05-01"), ("许二水", "2023-07-29", "2023-07-29"),
    ]  # fmt: skip
    assert issues == [] and validate(graph) == []
    (later,) = graph.subjects(GB.succeeds)
    assert str(graph.value(later, GB.firstStated)) == "2023-07-29"


def test_the_head_of_an_area_is_one_office_under_area_and_government(tmp_path):
    graph, texts, _ = said(ROWS, tmp_path)
    (row,) = holders(graph, texts, "区长", "云岭区")
    assert (row.office, row.first, row.last) == ("云岭区区长", "2020-01-05", "2020-06-05")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-03-03", [("丁一山", "held")]),
        ("2022-01-01", [("丁一山", "last known before"), ("许二水", "first known after")]),
        ("2018-01-01", [("丁一山", "first known after")]),
        ("2024-01-01", [("许二水", "last known before")]),
    ],
)
def test_who_held_it_on_a_day(tmp_path, day, expected):
    assert on(tmp_path, day) == expected


def test_appointment_and_removal_bound_a_term(tmp_path):
    rows = [
        ("2020-03-05", "丁一山", "区长", "云岭区", "begin", "2020-03-05"),
        ("2021-06-01", "丁一山", "区长", "云岭区", "end", "2021-06-01"),
        ("2021-06-01", "许二水", "区长", "云岭区", "begin", "2021-06-01"),
        ("2022-01-01", "许二水", "区长", "云岭区"),
        ("2022-01-01", "丁一山", "原区长", "云岭区"),
    ]
    assert on(tmp_path, "2020-12-12", "区长", rows) == [("丁一山", "held")]
    assert on(tmp_path, "2021-12-12", "区长", rows) == [("许二水", "held")]
    graph, texts, issues = said(rows, tmp_path)
    first, second = holders(graph, texts, "区长")
    assert (first.person, first.begin, first.end, first.last) == ("丁一山", "2020-03-05", "2021-06-01", "2020-03-05")
    assert (second.begin, second.end) == ("2021-06-01", "") and issues == []


def test_two_holders_at_one_time_are_a_doubt_and_no_merge(tmp_path):
    graph, texts, issues = said([*ROWS, ("2020-05-05", "许二水", "区委书记", "云岭区委")], tmp_path)
    (issue,) = issues
    assert issue.rule == "two holders" and "丁一山" in issue.message and "许二水" in issue.message
    assert len(holders(graph, texts, "区委书记")) == 2


@pytest.mark.parametrize("title", ["区委副书记", "副区长", "区委常委"])
def test_a_shared_office_has_many_holders(tmp_path, title):
    rows = [("2020-01-01", "丁一山", title, "云岭区委"), ("2020-01-01", "许二水", title, "云岭区委")]
    assert said(rows, tmp_path)[2] == []


def test_the_same_title_in_two_districts_is_two_offices(tmp_path):
    texts = {
        "2020-03-05_a.txt": "本报讯 3月5日，中原区委书记丁一山调研。中原区召开会议。",
        "2020-03-06_b.txt": "本报讯 3月6日，二七区委书记许建国调研。二七区召开会议。",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    built = pipeline.read([str(tmp_path)], KNOWLEDGE)
    assert len(set(built.graph.subjects(GB.single))) == 2
    assert not [issue for issue in built.issues if issue.rule == "two holders"]


def test_an_office_that_no_text_names_is_said_so(tmp_path):
    graph, texts, _ = said(ROWS, tmp_path)
    with pytest.raises(Unanswerable, match="no text names a holder"):
        holders(graph, texts, "县长")


def posts_at_one_time(folder, *texts):
    for n, text in enumerate(texts):
        (folder / f"2021-05-0{n + 1}_{n}.txt").write_text(f"云岭县新闻\n本报讯 5月{n + 1}日，{text}\n", "utf-8")
    built = pipeline.read([str(folder)], KNOWLEDGE)
    return [issue for issue in built.issues if issue.rule == "two posts"]


def test_two_posts_at_one_time_that_no_text_joins_may_be_of_two_persons(tmp_path):
    told = posts_at_one_time(
        tmp_path, "云岭县委书记苏明远到青竹湖产业园调研。", "云岭县实验小学校长苏明远接受采访。", "云岭县委书记苏明远主持会议。"
    )
    assert [issue.remedy.rpartition(": ")[2] for issue in told] == ["different 苏明远@2021-05-01_0 苏明远@2021-05-02_1"]
    assert "云岭县委书记" in told[0].message and "云岭县实验小学校长" in told[0].message


def test_what_one_breath_gives_a_person_is_his(tmp_path):
    text = "云岭县委书记、云岭县委党校校长苏明远到青竹湖产业园调研。"
    assert posts_at_one_time(tmp_path, text, text) == []


def test_the_remedy_makes_two_persons(tmp_path):
    rows = "judgement\tleft\tright\twho\twhy\ndifferent\t苏明远@2021-05-01_0\t苏明远@2021-05-02_1\tw\ttwo\ndifferent\t苏明远@2021-05-03_2\t苏明远@2021-05-02_1\tw\ttwo\n"
    (tmp_path / "decisions.tsv").write_text(rows, "utf-8")
    assert not posts_at_one_time(
        tmp_path, "云岭县委书记苏明远到青竹湖产业园调研。", "云岭县实验小学校长苏明远接受采访。", "云岭县委书记苏明远主持会议。"
    )
