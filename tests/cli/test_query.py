"""`graphbuild query`: texts, files, standard input and named questions; the standard formats; what is wrong and what is missing is said."""

import csv
import io
import json

import pytest
from click.testing import CliRunner
from rdflib import Graph
from rdflib.query import Result

from graphbuild.cli import cli
from graphbuild.graph.embedded import STORE, embed
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import questions
from tests.query.small_graph import TURTLE

LABELS = "SELECT ?x ?l ?none { ?x a gb:Official ; skos:prefLabel ?l } ORDER BY ?x"
OK, FAILED = 0, 1


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "graph.ttl").write_text(TURTLE, "utf-8")
    embed(tmp_path / "output" / "graph.ttl", tmp_path / "output" / STORE)
    return tmp_path


def run(*arguments, **more):
    return CliRunner().invoke(cli, ["query", *map(str, arguments)], **more)


def test_without_a_query_the_questions_are_listed(here):
    ended = run()
    assert ended.exit_code == OK
    for name, question in questions(home("ontology")).items():
        assert f"{name}  {question.titles['zh']}  {question.titles['en']}" in ended.stdout


def test_a_table_is_aligned_and_its_iris_are_short(here):
    ended = run(LABELS)
    lines = ended.stdout.splitlines()
    assert ended.exit_code == OK and lines[0].startswith("x ") and set(lines[1]) == {"-", " "}
    assert lines[2] == "official:何静.云岭县    何静"


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_another_reader_reads_the_standard_formats(here, form):
    ended = run(LABELS, f"--{form}")
    if form == "tsv":
        rows = [line.split("\t") for line in ended.stdout.splitlines()]
        assert rows[0] == ["?x", "?l", "?none"]
        assert rows[1] == ["<https://w3id.org/graphbuild/id/official/何静.云岭县>", '"何静"@zh', ""] and len(rows) == 4
        return
    read = Result.parse(io.BytesIO(ended.stdout_bytes), format=form)
    assert [str(variable) for variable in read.vars] == ["x", "l", "none"] and len(list(read)) == 3
    assert {str(row[1]) for row in read} == {"何静", "苏明远"}


def test_csv_has_the_line_ends_and_quotes_of_its_standard(here):
    ended = run('SELECT ("a,\\"b\\"\\nc" AS ?x) (1 AS ?y) {}', "--csv")
    assert ended.stdout_bytes == b'x,y\r\n"a,""b""\nc",1\r\n'
    assert list(csv.reader(io.StringIO(ended.stdout, newline=""))) == [["x", "y"], ['a,"b"\nc', "1"]]


def test_a_truth_in_every_form(here):
    assert run("ASK { ?x a gb:Park }").stdout == "yes\n" and run("ASK { ?x a gb:Road }").stdout == "no\n"
    assert json.loads(run("ASK {}", "--json").stdout) == {"head": {}, "boolean": True}
    assert Result.parse(io.BytesIO(run("ASK {}", "--xml").stdout_bytes), format="xml").askAnswer is True


@pytest.mark.parametrize(("form", "name"), [("ttl", "turtle"), ("json", "json-ld")])
def test_triples_are_read_back(here, form, name):
    ended = run("DESCRIBE $who", "-p", "who", "苏明远", f"--{form}")
    assert len(Graph().parse(data=ended.stdout, format=name)) == 3
    assert run("DESCRIBE $who", "-p", "who", "苏明远", f"--{form}").stdout == ended.stdout


def test_rows_are_no_turtle_and_triples_no_rows(here):
    assert "CONSTRUCT or DESCRIBE" in run(LABELS, "--ttl").stderr
    assert "--ttl or --json" in run("DESCRIBE official:苏明远.云岭县", "--xml").stderr


def test_a_file_and_standard_input(here):
    (here / "mine.rq").write_text("# a remark: mine\nSELECT ?l { $who skos:prefLabel ?l }", "utf-8")
    assert "苏明远" in run("mine.rq", "-p", "who", "苏明远").stdout
    assert "何静" in run("-", input=LABELS).stdout


def test_a_named_question_takes_names_aliases_and_iris(here):
    for name in ("青竹湖公园", "“青竹湖 公园”", "park:青竹湖公园.云岭县", "<https://w3id.org/graphbuild/id/park/青竹湖公园.云岭县>"):
        ended = run("who-inspects", "-p", "thing", name)
        assert ended.exit_code == OK and "苏明远" in ended.stdout, ended.stderr
    assert "何静" in run("names-of", "-p", "thing", "何县长").stdout


def test_a_value_is_given_in_one_word_or_in_two(here):
    two = run("names-of", "-p", "thing", "何县长").stdout
    assert run("names-of", "-p", "thing=何县长").stdout == run("-p", "thing=何县长", "names-of").stdout == two
    assert "甲=乙" in run("names-of", "-p", "thing=甲=乙").stderr


def test_an_answer_to_read_brings_its_sentence(here):
    ended = run("who-inspects", "-p", "thing", "青竹湖公园", "--nl")
    assert "- 苏明远 · 2023-05-06\n  “苏明远到 青竹湖公园调研” (one.txt:8-20, 2023-05-06)\n" in ended.stdout


def test_a_preferred_name_goes_before_an_alias_and_two_bearers_are_listed(here):
    assert "project:竹湖.云岭县" in run("DESCRIBE $x", "-p", "x", "竹湖").stdout
    ended = run("names-of", "-p", "thing", "何静")
    assert ended.exit_code == FAILED
    assert "何静@云岭县 (Official); 何静@清源县 (Official)" in ended.stderr


@pytest.mark.parametrize(("arguments", "said"), [
    (["who-inspects"], "wants to know thing"),
    (["who-inspects", "-p", "thing", "青竹"], "near names: 青竹湖公园"),
    (["who-inspects", "-p", "thin", "x"], "it has: thing"),
    (["who-inspect"], "did you mean who-inspects"),
    (["due-before", "-p", "by", "soon"], "2021-06-30"),
    (["SELCT * {}"], "line 1, column 1: SELCT is no word of SPARQL: did you mean SELECT?"),
    (["SELECT *\n{ ?x gbb:a ?y }"], "line 2, column 6: the prefix gbb: is unknown: did you mean gb:a?"),
    (["SELECT * {\n ?x a gb:Ofical }"], "line 2, column 7: gb:Ofical is no term of its vocabulary: did you mean gb:Official"),
    (["SELECT * { ?x skos:prefLable ?y }"], "did you mean skos:prefLabel"),
    (["SELECT * { ?x ?y ?z"], "line 1, column 10: this { is never closed: add }"),
    (["SELECT ?x ?x { ?x ?y ?z }"], "Duplicated variable name"),
    (["SELECT * { ?x a gb:Park . 'a }"], "line 1, column 27: nothing in SPARQL begins with"),
    (["SELECT * { ?x 检查 ?z }"], "column 15: nothing in SPARQL begins with '检': put text between quotation marks, a variable where a thing is meant"),
    (["ASK { ?x ?y ?z } ?q"], "line 1, column "),
    (["{}"], "line 1, column 2"),
    ([""], "the query is empty"),
    (["INSERT DATA { <a:b> <a:c> 1 }"], "INSERT belongs to updates"),
    (["ASK { SERVICE <http://127.0.0.1:1/> {} }", "--untrusted"], "SERVICE is refused"),
    (["none.rq"], "no question is called none.rq"),
])  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(here, arguments, said):
    ended = run(*arguments)
    assert ended.exit_code == FAILED and said in ended.stderr and ended.stderr.count("\n") == 1, ended.stderr


def test_what_is_cut_is_said(here):
    ended = run(LABELS, "--limit", 2, "--json")
    assert ended.exit_code == OK and "cut after 2 rows" in ended.stderr
    assert "cut after 2 rows" in json.loads(ended.stdout)["notice"]
    endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o FILTER(CONCAT(STR(?a), STR(?o)) = 'x') }"
    ended = run(endless, "--timeout", 0.3)
    assert ended.exit_code == FAILED and "time ran out after 0.3 seconds" in ended.stderr


def test_another_graph_without_a_store(here):
    (here / "other.ttl").write_text(TURTLE, "utf-8")
    assert run(LABELS, "--graph", "other.ttl").stdout == run(LABELS).stdout == run(LABELS, "--untrusted").stdout


@pytest.mark.parametrize("form", ["--table", "--csv", "--tsv", "--json", "--nl"])
def test_a_relation_is_named_in_every_form_as_the_ontology_calls_it(here, form):
    told = run("low-confidence", "-p", "limit", "0.95", form).stdout
    assert "调研" in told.replace("到\n青竹湖公园调研", "").replace("苏明远到 青竹湖公园调研", "")
