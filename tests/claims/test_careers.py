"""What a curriculum vitae says: which posts somebody held, and from when to when."""

import pytest

from graphbuild import pipeline
from graphbuild.claims import extract
from graphbuild.claims.careers import careers
from graphbuild.knowledge import load
from graphbuild.mentions import find
from graphbuild.model import Document
from graphbuild.text.clean import clean
from tests.claims.marked import reading

KNOWLEDGE = load()
MAN, OTHER = "〔丁一山:Official〕", "〔许建国:Official〕"
TEXT = """丁一山简历

丁一山，男，汉族，1971年3月生，中共党员，1993年7月参加工作。现任葶山市副市长。
1993.07--1999.04 葶山市水利局规划处干部
1999.04--2003.10 葶山市水利局规划处副处长、处长
2003.10--2008.01 葶山市水利局副局长（2004.09--2007.06 某大学研究生学习，任班长）
2008.01--2012.03 葶山市水利局局长、党组书记
2012.03--2016.11 柞桥县委副书记，县长
2016.11-- 葶山市人民政府副市长、党组成员
"""


def told(marked):
    claims = careers(reading(marked, KNOWLEDGE))
    return [(c.subject.name, dict(c.qualifiers)["title"], dict(c.qualifiers)["event"], dict(c.qualifiers)["on"]) for c in claims]


@pytest.mark.parametrize(
    "days",
    ["2008.01--2012.03 ", "2008.01—2012.03 ", "2008年1月至2012年3月，", "2008年1月－2012年3月：", "2008.1-2012.3 ", "2008年01月—2012年03月 "],
)
def test_the_days_are_read_however_they_are_written(days):
    text = f"{MAN}简历\n{days}〔葶山市水利局:Organization〕〔局长:Post〕\n2012.03--2016.11 〔县长:Post〕"
    assert told(text)[:2] == [("丁一山", "局长", "begin", "2008-01"), ("丁一山", "局长", "end", "2012-03")]


def test_what_goes_on_has_no_end_and_years_alone_are_years():
    text = f"{MAN}简历\n2008—2012 〔局长:Post〕\n2012年至今 〔县长:Post〕"
    assert told(text) == [] or told(text)[-1] == ("丁一山", "县长", "begin", "2012")


def test_an_office_that_several_lines_tell_ends_with_the_last():
    text = f"{MAN}简历\n2008.01--2012.03 〔副局长:Post〕\n2012.03--2016.11 〔副局长:Post〕、〔局长:Post〕"
    ends = [row for row in told(text) if row[2] == "end"]
    assert ends == [("丁一山", "副局长", "end", "2016-11"), ("丁一山", "局长", "end", "2016-11")]


def test_each_line_is_of_whose_heading_stands_last():
    text = (
        f"{MAN}，男，汉族。\n2008.01--2012.03 〔局长:Post〕\n2012.03--2016.11 〔县长:Post〕\n"
        f"{OTHER}，女，汉族。\n2009.01--2010.03 〔处长:Post〕\n2010.03--2016.11 〔市长:Post〕"
    )
    assert {(who, title) for who, title, *_ in told(text)} == {("丁一山", "局长"), ("丁一山", "县长"), ("许建国", "处长"), ("许建国", "市长")}


@pytest.mark.parametrize(
    "text",
    [
        f"{MAN}出席。\n2008.01--2012.03 〔局长:Post〕",  # one line is no career
        "2008.01--2012.03 〔局长:Post〕\n2012.03--2016.11 〔县长:Post〕",  # nobody's
        f"{MAN}出席。\n2019年至2022年，全县投资增长，〔县长:Post〕作报告。\n2020年建成公园。",
    ],
)
def test_other_lines_with_years_are_none(text):
    assert told(text) == []


def read(text):
    document = Document("t", "t.txt", text, clean(text))
    return extract(document, find(document, KNOWLEDGE), KNOWLEDGE)


def test_a_whole_one_is_read():
    rows = {(dict(c.qualifiers).get("organization", ""), dict(c.qualifiers)["title"]) for c in read(TEXT) if c.rule.startswith("career")}
    assert {
        ("葶山市水利局规划处", "副处长"), ("葶山市水利局", "副局长"), ("葶山市水利局", "局长"), ("葶山市水利局", "党组书记"),
    } <= rows  # fmt: skip
    assert "班长" not in {title for _, title in rows}


def test_its_quote_is_its_line(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    graph = pipeline.read([str(tmp_path / "a.txt")], KNOWLEDGE).graph
    turtle = graph.serialize(format="turtle")
    assert "2008.01--2012.03 葶山市水利局局长、党组书记" in turtle and '"2008-01"' in turtle


def test_the_year_of_a_birth_is_not_that_of_the_text():
    begun = [dict(c.qualifiers).get("on", "") for c in read("11月30日，会议决定任命丁一山为葶山市副市长。\n" + TEXT) if c.rule == "tenure: begin"]
    assert begun and not any(day.startswith(("1971", "1993")) for day in begun)
