"""Every regular expression of the package, with where it is made: the literal ones and those built from the knowledge.

`python -m tests.fuzz.patterns` prints them as JSON. Modules are imported and the examples of all wordings read in a fresh
process in which whatever asks for a pattern is noted.
"""

import contextlib
import importlib
import json
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APART = ("__main__", "query.child")  # programs, which do their work when they are imported


def patterns() -> list[tuple[str, int, str]]:
    """Pattern, flags, file:line."""
    ran = subprocess.run([sys.executable, "-m", "tests.fuzz.patterns"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [(pattern, flags, where) for pattern, flags, where in json.loads(ran.stdout)]


def noted() -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    compile_ = re._compile

    def compile_and_note(pattern, flags):
        made = compile_(pattern, flags)
        frame = sys._getframe(1)
        while "graphbuild" not in frame.f_code.co_filename and Path(frame.f_code.co_filename).parent.name == "re" and frame.f_back:
            frame = frame.f_back
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(ROOT / "graphbuild") and isinstance(made.pattern, str):
            found.setdefault((made.pattern, made.flags), f"{file.relative_to(ROOT)}:{frame.f_lineno}")
        return made

    re._compile = compile_and_note
    import graphbuild

    for module in pkgutil.walk_packages(graphbuild.__path__, "graphbuild."):
        if not module.name.endswith(APART):
            with contextlib.suppress(ModuleNotFoundError):  # of an extra that nothing here needs
                importlib.import_module(module.name)
    use()
    return found


def use() -> None:
    """Reads and asks enough that what is compiled at a first use is compiled."""
    from graphbuild import pipeline
    from graphbuild.cli.known import known
    from graphbuild.graph import validate

    knowledge = known()
    validate(pipeline.read([str(ROOT / "seeds")], knowledge).graph)


if __name__ == "__main__":
    print(json.dumps([[pattern, flags, where] for (pattern, flags), where in sorted(noted().items())], ensure_ascii=False))
