"""Without the libraries of an extra the rest works, and what needs them says how to get them."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from graphbuild.cli.common import EXTRAS

ROOT = Path(__file__).resolve().parents[2]
MODULES = {
    "distributed": "distributed", "pypdf": "pypdf", "python-docx": "docx", "selectolax": "selectolax", "resvg_py": "resvg_py", "httptools": "httptools", "uvicorn": "uvicorn",
}
BARE = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in %r:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
from graphbuild.cli import main
main()
"""
TEXT = "5月6日，云岭县委书记苏明远到松涛湖公园调研。\n"


def bare(*words: str) -> subprocess.CompletedProcess[str]:
    code = BARE % (list(MODULES.values()),)
    return subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, timeout=120, check=False)


def test_every_extra_is_known_to_the_command_line():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    told = {extra: {MODULES[line.partition(">")[0]] for line in extras[extra]} for extra in EXTRAS}
    assert told == {extra: set(modules) for extra, modules in EXTRAS.items()}
    assert extras["all"] == [f"graphbuild[{','.join(sorted(EXTRAS))}]"]


def test_the_core_builds_texts_and_names_what_other_formats_need(tmp_path):
    for name in ("a.txt", "b.html", "c.pdf", "d.docx"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    ran = bare("build", str(tmp_path), "-o", str(tmp_path / "output"))
    assert "Traceback" not in ran.stderr and "1 documents" in ran.stdout, ran.stderr
    assert ran.stderr.count("pip install 'graphbuild[documents]'") == 3


@pytest.mark.parametrize("words", [("serve",), ("serve", "--port", "0")])
def test_a_command_says_which_extra_it_needs(words):
    ran = bare(*words)
    assert ran.returncode == 1 and "Traceback" not in ran.stderr and "pip install 'graphbuild[serve]'" in ran.stderr


def test_help_lists_all_commands():
    ran = bare("--help")
    assert ran.returncode == 0 and "serve" in ran.stdout and "build" in ran.stdout
