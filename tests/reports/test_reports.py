"""Dossiers and differences: every line leads to numbered sentences, promises meet what became of them."""

import io
import json
import re
from dataclasses import dataclass

import docx
import pytest
from rdflib import SKOS, XSD, Literal

from graphbuild.knowledge import home
from graphbuild.query.saying import teller
from graphbuild.resolve.standing import STANDINGS
from graphbuild.view import Look, Stories
from graphbuild.view.changes import compare
from graphbuild.view.changes_told import rows, text
from graphbuild.view.charts import Figure, chart
from graphbuild.view.citing import tail
from graphbuild.view.dossier import dossier
from graphbuild.view.reports import html, markdown, template, word
from graphbuild.view.words import phrases, words
from tests.view.invented_graph import EVIL, GB, ID, RARE, document, edge, hostile, note, small, thing


@pytest.fixture(scope="module")
def stories():
    return Stories(hostile())


def about(stories, key):
    return dossier(stories, str(ID[key]))


def test_a_dossier_tells_what_it_is_and_who_has_to_do_with_it(stories):
    told = about(stories, "zone/park")
    assert (told.name, told.kinds, told.names) == (RARE, "片区", ("竹园",))
    assert {row.cells[:2] for row in told.ties.rows} >= {
        ("被调研", "苏明远"),
        ("位于", "云岭县"),
        ("包含", "云岭博物馆"),
    }
    assert about(stories, "official/su").posts.rows[0].cells == ("县委书记", "云岭县委", "2022-05-06")


def test_every_number_points_at_a_sentence_that_was_read(stories):
    told = about(stories, "zone/park")
    numbers = [source.number for source in told.sources]
    assert numbers == list(range(1, len(numbers) + 1))
    used = {n for block in (told.ties, told.timeline, told.promises) for row in block.rows for n in row.cites}
    assert used == set(numbers)
    assert any(text == RARE and end for source in told.sources for text, end in source.pieces)


@dataclass(frozen=True)
class Promised:
    """What a ledger says, here made up."""

    thing: str = "云岭博物馆"
    step: str = "complete, open"
    due: str = "2023-06-30"
    status: str = "late"
    by: str = "云岭县"
    place: str = "云岭县"
    said: str = "2022-05-06"
    file: str = f"texts/a.txt:3-{3 + len('云岭博物馆计划2023年6月开放')}"
    answered: str = "2023-07-08"
    answer_file: str = f"texts/b.txt:3-{3 + len('云岭博物馆7月8日开放')}"


def test_a_promise_stands_with_what_became_of_it(stories):
    ledger = [Promised(), Promised(thing="远方桥", by="", place="他县", status="kept", file="", answer_file="")]
    told = dossier(stories, str(ID["project/museum"]), "zh", ledger)
    [row] = told.promises.rows
    assert row.cells == ("云岭博物馆", "完工、投用", "2023-06-30", "2022-05-06", "逾期或推迟（见2023-07-08的文本）")
    assert row.state == "late" and len(row.cites) == 2
    assert len(dossier(stories, str(ID["district/county"]), "zh", ledger).promises.rows) == 1  # it promised
    figure = [Promised(thing="云岭县", step="新增就业 5000 人", by="", place="", file="", answer_file="")]
    assert not dossier(stories, str(ID["zone/park"]), "zh", figure).promises.rows  # where it lies is not what it is
    assert not dossier(stories, str(ID["official/su"]), "zh", figure).promises.rows
    assert dossier(stories, str(ID["official/su"]), "zh", [Promised(thing=RARE)]).promises.rows  # inspected
    assert not dossier(stories, str(ID["company/evil"]), "zh", ledger).promises.rows


@pytest.mark.parametrize("language", ["zh", "en"])
def test_answers_and_reports_call_what_became_of_a_promise_the_same(language):
    tell, say = teller(home("ontology"), language), phrases(language, "reports/words.json")
    assert [tell.standing(name) for name in STANDINGS] == [say[name] for name in STANDINGS]


@pytest.mark.parametrize(("before", "start", "told"), [
    ("会议并讲话，县委副书记、代县长", 90, "…会议并讲话，县委副书记、代县长"), ("结束了。县委副书记", 90, "县委副书记"),
    ("县委副书记", 5, "县委副书记"), ("题目\n　　县委", 90, "县委"), ("", 90, ""),
])  # fmt: skip
def test_words_before_a_quotation_begin_a_sentence_or_say_that_more_went_before(before, start, told):
    assert tail(before, start) == told


@pytest.fixture(scope="module")
def at_odds():
    """A step that two texts put on two days, and a figure that is told twice."""
    graph = small()
    third = document(graph, "d", "云岭县年报", "2023-09-01")
    planned = {"thing": ID["project/museum"], "kind": GB.Open, "status": GB.Planned, "date": Literal("2024-03", datatype=XSD.gYearMonth)}
    note(graph, "late", "Milestone", "云岭博物馆计划2024年3月开放", third, "2023-09-01", **planned)
    told = {"area": ID["district/county"], "indicator": ID["indicator/gdp"], "value": Literal("131.5", datatype=XSD.decimal)}
    note(graph, "less", "Measure", "地区生产总值131.5亿元", third, "2023-09-01", **told, unit=Literal("亿元", "zh"), period=Literal("2022"))
    for one, other in (("late", "5"), ("less", "71")):
        graph.add((ID[f"note/{one}"], GB.differsFrom, ID[f"note/{other}"]))
        graph.add((ID[f"note/{other}"], GB.differsFrom, ID[f"note/{one}"]))
    return Stories(graph)


def test_what_texts_tell_differently_stands_side_by_side_with_both_sentences(at_odds):
    [row] = about(at_odds, "project/museum").differing.rows
    sides = "2023-06：“云岭博物馆计划2023年6月开放”", "2022-05-06", "2024-03：“云岭博物馆计划2024年3月开放”", "2023-09-01"
    assert row.cells == ("云岭博物馆 计划 投用", *sides) and len(row.cites) == 2
    [row] = dossier(at_odds, str(ID["district/county"]), "en").differing.rows
    assert row.cells[0].endswith("地区生产总值 2022") and row.cells[1].startswith("133.0 亿元: “") and row.cells[3].startswith("131.5 亿元: “")
    assert not about(at_odds, "zone/park").differing.rows


def test_every_form_of_a_dossier_tells_the_differences(at_odds, stories):
    look = Look(str(ID["project/museum"]), 1)
    paper = docx.Document(io.BytesIO(word(at_odds, look)))
    assert "说法不一" in {p.text for p in paper.paragraphs}
    for write in (lambda *given: html(*given, alive=False), markdown):
        assert "说法不一" in write(at_odds, look) and "“云岭博物馆计划2024年3月开放”" in write(at_odds, look)
        assert "Where texts differ" in write(at_odds, Look(look.focus, 1, language="en")) and "说法不一" not in write(stories, look)


def test_figures_of_several_years_are_a_chart(stories):
    [block] = about(stories, "district/county").figures
    assert block.heading == "地区生产总值（亿元）" and [row.cells[:2] for row in block.rows] == [
        ("2021", "120.5"),
        ("2022", "133"),
    ]
    assert block.chart.count("<rect") == 2
    assert chart("x", "", [Figure("2021", "1", "", False)]) == ""
    assert "&lt;b&gt;" in chart("<b>", "", [Figure("<i>", "1", "", True), Figure("", "x", "", False)])


def test_the_page_is_whole_and_its_numbers_lead_somewhere(stories):
    text = html(stories, Look(str(ID["company/evil"]), 2))
    outside = re.sub(r'srcdoc="[^"]*"', "", text)
    assert EVIL not in outside and "<script" not in outside and "<img" not in outside
    links = set(re.findall(r'href="#(s\d+)"', outside))
    assert links and links <= set(re.findall(r'id="(s\d+)"', outside))
    small_page = html(stories, Look(str(ID["company/evil"]), 2), alive=False)
    assert "<iframe" not in small_page and "script-src &#39;none&#39;" in small_page and len(small_page) < 60_000


def test_markdown_holds_no_markup_of_others(stories):
    text = markdown(stories, Look(str(ID["company/evil"]), 1))
    assert text.startswith("# \\</script\\>") and "```mermaid" in text
    assert not re.search(r"(?<!\\)<(?!a id=|/a>)", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    assert "| 关系 | 事物 |" in markdown(stories, Look(str(ID["zone/park"]), 1))


def test_word_has_headings_tables_and_numbered_sources(stories, tmp_path):
    paper = docx.Document(io.BytesIO(word(stories, Look(str(ID["project/museum"]), 2), None, [Promised()])))
    headings = [p.text for p in paper.paragraphs if p.style.name.startswith(("Heading", "Title"))]
    assert headings[0] == "云岭博物馆" and {"谁与它有关", "承诺与结果", "时间线", "出处"} <= set(headings)
    assert paper.tables and any("[1]" in p.text for p in paper.paragraphs)
    own = tmp_path / "own.docx"
    docx.Document().save(own)
    assert word(stories, Look(str(ID["company/evil"]), 1), own)


def test_a_template_of_ones_own_takes_the_place_of_ours(stories, tmp_path):
    own = tmp_path / "own.md"
    own.write_text("{{ dossier.name }}: {{ dossier.sources | length }}", "utf-8")
    assert re.fullmatch(r".+: \d+\n", markdown(stories, Look(str(ID["zone/park"])), own))
    own.write_text(template("html").replace("say.ties", "say.ties"), "utf-8")
    look = Look(str(ID["zone/park"]), 1)
    assert html(stories, look, own, alive=False) == html(stories, look, alive=False)


def test_english_dossiers(stories):
    told = dossier(stories, str(ID["zone/park"]), "en")
    assert told.kinds == "zone" and "statements from" in told.summary


def newer():
    graph = small()
    graph.remove((ID["claim/2"], None, None))
    graph.remove((ID["official/he"], GB.accompanies, None))
    graph.remove((ID["project/museum"], SKOS.prefLabel, None))
    graph.add((ID["project/museum"], SKOS.prefLabel, Literal("云岭新馆", "zh")))
    thing(graph, "company/new", "Company", "启明公司")
    source = document(graph, "n", "新的报道", "2024-01-02")
    edge(graph, "n", "zone/park", "developedBy", "company/new", "启明公司建设竹园", source, "2024-01-02")
    edge(graph, "m", "official/su", "inspects", "zone/park", "苏明远再到竹园", source, "2024-01-02")
    return graph


def test_a_newer_build_says_what_is_new_gone_and_changed():
    told = text(compare(small(), newer()), words("zh")).split("\n")
    assert "+ 启明公司（企业）" in told and "~ 云岭新馆（项目） ← 云岭博物馆" in told
    assert told[told.index(f"+ {RARE} 建设方为 启明公司") + 1] == "     “启明公司建设竹园” 新的报道 · 2024-01-02"
    assert "- 何静 陪同 苏明远" in told
    assert told[told.index(f"~ 苏明远 调研 {RARE}") + 1 :][:1] == ["   + “苏明远再到竹园” 新的报道 · 2024-01-02"]


def test_differences_for_programs_and_none_where_nothing_differs():
    found = json.loads(json.dumps(rows(compare(small(), newer()), words("en"))))
    assert {row["state"] for row in found["things"]} == {"new", "changed"}
    assert {row["state"] for row in found["statements"]} == {"new", "gone", "changed"}
    assert text(compare(small(), small()), words("zh")) == ""
