"""The pages' own programs and styles in, biome's verdict on them out: `python tests/view/lint.py`, a part of `make check`."""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from graphbuild.view.page import programs  # noqa: E402 - run as a file, the checkout comes first

BIOME = Path(sys.executable).parent / "biome"
PARTS = ROOT / "graphbuild" / "view" / "web"


def apart():
    """Every script and style of the package, but for the parts of the page and for what others made smaller."""
    found = sorted(path for path in (ROOT / "graphbuild").rglob("*") if path.suffix in (".js", ".css"))
    return [path for path in found if ".min." not in path.name and (path.parent, path.suffix) != (PARTS, ".js")]


def lint(paths):
    command = [BIOME, "lint", f"--config-path={HERE}", "--error-on-warnings", *paths]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def verdict(program):
    """The page's parts are one program: only there can be told which name nobody declared and which nobody uses."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "program.js"
        whole.write_text(program, "utf-8")
        return lint([whole, *apart()])


if __name__ == "__main__":
    if not BIOME.is_file():
        print("biome has no wheel for this machine: scripts and styles were not linted")
        sys.exit(0)
    told = verdict(programs())
    print(told.stdout + told.stderr, end="")
    sys.exit(told.returncode)
