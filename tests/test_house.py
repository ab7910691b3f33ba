"""The rules of the house, as tests: what stands where, and what must never stand in code."""

import ast
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from graphbuild.knowledge import load

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted((ROOT / "graphbuild").rglob("*.py"))
TOP = {
    "pyproject.toml", "graphbuild", "ontology", "seeds", "output", "tests",
    "README.md", "README.zh-CN.md", "LICENSE", "CHANGELOG.md", "Makefile", "SECURITY.md", "supply",
}  # fmt: skip
NATIONAL = {"areas.tsv", "streets.tsv"}  # every place of the country: knowledge, not memory
GRAMMAR = "一二三四五六七八九十百千万亿零〇两第个年月日号季度周时点上下半初末底前后今明去本当同全东南西北中省市区县旗州镇乡"
HAN = re.compile(rf"(?![{GRAMMAR}])[一-鿿]")  # numerals, dates, directions and levels are closed grammar, not words
MOST_HAN = 40  # a pattern of closed grammar is shorter; a word list is longer
# Words for a kind of thing, which a text may use as a short name and a gold then gives as an alias.
GENERIC = {"首开区", "主温室", "新校区", "体育馆", "海洋馆", "核心展示区", "高新区", "绕城高速"}
LONGEST_FILE, LONGEST_LINE = 300, 130
each_module = pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


def test_the_top_level_holds_what_it_should():
    top = {name.partition("/")[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} == TOP


@each_module
def test_a_module_opens_with_a_sentence(path):
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert docstring and docstring.split("\n")[0].endswith((".", "?", ":")) or "├" in str(docstring)


@each_module
def test_a_file_holds_one_idea(path):
    lines = path.read_text("utf-8").split("\n")
    assert len(lines) <= LONGEST_FILE
    assert max(map(len, lines)) <= LONGEST_LINE


@each_module
def test_only_the_command_line_prints_and_exits(path):
    if path.parent.name == "cli":
        return
    tree = ast.parse(path.read_text("utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not {"print", "exit", "quit", "sys.exit", "logging.basicConfig", "click.echo"} & called


@each_module
def test_no_word_list_in_code(path):
    if path.name == "dates.py":  # one pattern holds the whole closed grammar of dates
        return
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    words = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    long = [node.value for node in words if id(node) not in documentation and len(HAN.findall(node.value)) > MOST_HAN]
    assert not long
    lists = [node for node in ast.walk(tree) if isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict)]
    assert not [node.lineno for node in lists if han_words(node) > MOST_HAN]


def han_words(node: ast.AST) -> int:
    """Chinese characters in the strings directly inside a display."""
    return sum(
        len(HAN.findall(child.value))
        for child in ast.iter_child_nodes(node)
        if isinstance(child, ast.Constant) and isinstance(child.value, str)
    )


@pytest.mark.parametrize("path", sorted((ROOT / "ontology" / "lexicon").glob("*.tsv")), ids=lambda path: path.name)
def test_a_list_says_where_it_comes_from(path):
    header = "".join(line for line in path.open(encoding="utf-8") if line.startswith("#")).lower()
    assert all(word in header for word in ("source", "licence", "as of"))


def test_every_list_can_be_read():
    assert all(load().rows(name) is not None for name in load().tables)


def gold_names() -> set[str]:
    """Names of single things in the gold: whoever knows them beforehand has not read."""
    files = sorted((ROOT / "tests" / "gold").rglob("*.json"))
    entities = [e for file in files for e in json.loads(file.read_text("utf-8"))["entities"]]
    single = [e for e in entities if e["types"][0] not in ("District", "Organization", "Event")]
    return {name for e in single for name in (e["name"], *e.get("aliases", [])) if len(name) >= 3} - GENERIC


def test_no_name_is_memorised():
    names = gold_names()
    assert len(names) > 100
    known = [p for room in ("graphbuild", "ontology") for p in sorted((ROOT / room).rglob("*")) if p.is_file()]
    texts = {p: p.read_text("utf-8") for p in known if p.suffix in {".py", ".toml", ".tsv", ".ttl", ".rq", ".js"}}
    hits = [f"{p.name}: {name}" for p, text in texts.items() if p.name not in NATIONAL for name in names if name in text]
    assert not hits


def test_no_place_of_work_is_named():
    """The project speaks of itself alone; no path of one machine stands in it."""
    foreign = re.compile(r"(?<![\w.])/(work|home|root|Users)/\w")
    texts = [p for p in CODE if foreign.search(p.read_text("utf-8"))]
    assert not texts


def test_every_room_has_its_tests():
    rooms = {path.parent.name for path in CODE if path.name == "__init__.py"} - {"graphbuild"}
    assert {room for room in rooms if not list((ROOT / "tests" / room).glob("test_*.py"))} == set()


def test_every_dependency_has_its_reason_in_both_readmes():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    names = [re.match(r"[\w-]+", line).group() for line in wanted]
    for readme in ("README.md", "README.zh-CN.md"):
        text = (ROOT / readme).read_text("utf-8")
        assert [name for name in names if name not in text] == []
