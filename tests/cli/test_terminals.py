"""`review`, `ask` and `promises` on a real terminal: what people type, how they leave, what narrow and hostile do to it."""

import json

import pytest
from rdflib import RDF, XSD, Graph, Literal

from graphbuild.graph import serialize
from tests.cli.terminals import END, INTERRUPT, Terminal
from tests.export.strange import WORDS
from tests.view.invented_graph import GB, ID, document, edge, ground, thing

HOSTILE = [word for word in WORDS if any(sign in word for sign in "\x1b\x9b\x7f\r\u202e\u2066\x0b\u2028")]
ASKED, DAY = "quit (s, d, n, q) [n]: ", "2024-05-06"
PAIR = {"left_place": "青岚区", "right_place": "青岚区", "verdict": "doubtful", "score": 0.45, "features": {"same_letters": 0.45}, "value": 3}


@pytest.fixture
def output(tmp_path):
    """Doubtful pairs of hostile names, of texts in a folder that has such a name too."""
    folder, texts = tmp_path / "out", tmp_path / "texts\x1b[2J"
    folder.mkdir()
    texts.mkdir()
    rows = [{"left": f"甲{n}{word}园", "right": f"乙{n}{word}园", "sources": [str(texts / "a.txt")], **PAIR} for n, word in enumerate(HOSTILE)]
    (folder / "identity.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return folder


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    """Somebody inspects projects of hostile names, each of which is promised."""
    made, folder = Graph(), tmp_path_factory.mktemp("graph")
    thing(made, "o", "Official", "柳闻莺")
    for n, word in enumerate(HOSTILE):
        name, step, promise = f"名{n}{word}尾", ID[f"milestone/{n}"], ID[f"promise/{n}"]
        source = document(made, f"d{n}", f"题{name}", DAY)
        thing(made, f"p{n}", "Project", name)
        edge(made, str(n), "o", "inspects", f"p{n}", f"柳闻莺调研{name}", source, DAY)
        ground(made, step, f"step{n}", f"{name}将于2024年底前建成", source, DAY)
        for subject, relation, object in (
            (step, RDF.type, GB.Milestone), (step, GB.thing, ID[f"p{n}"]), (step, GB.kind, GB.Complete), (step, GB.status, GB.Planned),
            (promise, RDF.type, GB.Promise), (promise, GB.promises, step), (promise, GB.due, Literal("2024-12-31", datatype=XSD.date)),
        ):  # fmt: skip
            made.add((subject, relation, object))
    (folder / "graph.ttl").write_text(serialize(made), "utf-8", newline="")
    return folder


def review(output, **more):
    return Terminal("review", "--ask", "--who", "w", "-o", output, **more)


def judged(output):
    (file,) = [*output.parent.glob("texts*/decisions.tsv")] or [None]
    return [line.split("\t") for line in file.read_text("utf-8").split("\n")[2:] if line] if file else []


def test_answers_are_typed_mistyped_and_mended(output):
    with review(output) as terminal:
        at = terminal.wait(ASKED)
        terminal.type("perhaps\n")
        at = terminal.wait(ASKED, at)
        terminal.type("s\n")
        at = terminal.wait("why: ", at)
        terminal.type("one plaxe\x7f\x7fce\n")
        at = terminal.wait(ASKED, at)
        terminal.type("\n")
        at = terminal.wait(ASKED, at)
        terminal.type("q\n")
        assert terminal.end() == 0
        assert "'perhaps' is not one of" in terminal.text and set(terminal.powers) <= {"\x08"}  # the terminal's own echo of what is taken back
    (row,) = judged(output)
    assert row[0] == "same" and row[3:] == ["w", "one place"]


@pytest.mark.parametrize("key", [INTERRUPT, END])
def test_who_leaves_keeps_what_was_judged_and_no_half_row(output, key):
    with review(output) as terminal:
        at = terminal.wait(ASKED)
        terminal.type("d\n")
        at = terminal.wait("why: ", at)
        terminal.type("two\n")
        at = terminal.wait(ASKED, at)
        terminal.type("s\n")
        terminal.wait("why: ", at)
        terminal.type(key)
        assert terminal.end(key) == 1 and terminal.text.rstrip().endswith("Aborted!") and "Traceback" not in terminal.text
    assert [row[0] for row in judged(output)] == ["different"]
    assert [path.name for path in output.parent.rglob(".*")] == []


def test_a_terminal_eight_letters_wide_asks_the_same(output):
    with review(output, columns=8, COLUMNS="8") as terminal:
        terminal.wait(ASKED)
        terminal.type("q\n")
        assert terminal.end() == 0 and not terminal.powers and "甲" in terminal.text


@pytest.mark.parametrize("words", [("ask", "柳闻莺去哪里调研过？"), ("promises", "--as-of", "2025-06-01")])
def test_no_name_in_an_answer_moves_the_cursor(graph, words):
    with Terminal(*words, "-o", graph, columns=20) as terminal:
        assert terminal.end() == 0, terminal.text
        assert not terminal.powers and "Traceback" not in terminal.text and "\\x1b[31m红" in terminal.text


@pytest.mark.parametrize("words", [("ask", "谁是\x1b[2J县长？"), ("promises", "--thing", "\x1b]0;x\x07"), ("conflicts", "\x1b[2J"), ("ask", "--graph", "\x9b2J", "x"), ("\x1b[2J",)])
def test_no_word_of_the_command_line_moves_the_cursor_when_it_is_refused(graph, words):
    """What a star makes of a folder's names may be hostile too."""
    with Terminal(*words, *(("-o", graph) if words[0] in ("ask", "promises") else ())) as terminal:
        assert terminal.end() in (1, 2)
        assert not terminal.powers and "Traceback" not in terminal.text


@pytest.mark.parametrize("words", [("ask", "柳闻莺去哪里调研过？"), ("promises",)])
@pytest.mark.parametrize("late", [False, True])
def test_ctrl_c_tells_no_story_of_the_program(graph, words, late):
    """Neither at work nor after the last word, while Python ends."""
    with Terminal(*words, "-o", graph) as terminal:
        if late:
            terminal.wait("柳闻莺" if words[0] == "ask" else "due 2024-12-31")
        else:
            terminal.loaded("pyoxigraph")
        terminal.type(INTERRUPT)
        terminal.end()
        assert "Traceback" not in terminal.text and "KeyboardInterrupt" not in terminal.text and not terminal.powers


def test_ctrl_d_answers_nothing_that_was_not_asked(graph):
    with Terminal("ask", "柳闻莺去哪里调研过？", "-o", graph) as terminal:
        terminal.type(END)
        assert terminal.end() == 0 and "柳闻莺" in terminal.text
