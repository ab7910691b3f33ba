"""The lock in, what it is made of out: `python -m tests.supply licences | locked`; tests/audit.py asks for vulnerabilities.

licences  writes supply/licences.tsv: each package, its version and its licence, as the installed package says
locked    names what pyproject.toml asks for and the lock does not hold
"""

import re
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK, LICENCES = ROOT / "supply" / "requirements.lock", ROOT / "supply" / "licences.tsv"
PACKAGE = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)
LOOSE = {"train"}  # what the shipped model is made with, on the maker's machine; nothing that is read, built or tested needs it
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def name(written: str) -> str:
    return re.sub(r"[-_.]+", "-", written).lower()


def lock() -> dict[str, set[str]]:
    """Each package with its versions: one version of Python may need another than the next."""
    found: dict[str, set[str]] = {}
    for package, version in PACKAGE.findall(LOCK.read_text("utf-8")):
        found.setdefault(name(package), set()).add(version)
    return found


def wanted() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *(line for extra in extras.keys() - LOOSE for line in extras[extra])]
    return {name(re.match(r"[\w.-]+", line).group()) for line in lines} - {project["name"]}


def unlocked() -> list[str]:
    """Packages that are wanted and not locked, and locked ones without a hash."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", LOCK.read_text("utf-8"))
    bare = [entry.split("==")[0] for entry in entries if PACKAGE.match(entry) and not HASH.search(entry)]
    return sorted({*(wanted() - lock().keys()), *bare})


def licence(package: Distribution) -> str:
    """Its SPDX expression, else what it classifies itself as, else the field's first line."""
    told = package.metadata
    kinds = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License ::")]
    field = (told.get("License") or "").strip().split("\n")[0][:80]
    return told.get("License-Expression") or "; ".join(kinds) or field or "not said"


def licences() -> int:
    rows = []
    for package, versions in sorted(lock().items()):
        version = " ".join(sorted(versions))
        try:
            rows.append((package, version, licence(distribution(package))))
        except PackageNotFoundError:  # locked for another system
            rows.append((package, version, "not installed here"))
    head = "# What the locked packages say of their licences. Made by `make licences`.\npackage\tversion\tlicence\n"
    LICENCES.write_text(head + "".join("\t".join(row) + "\n" for row in rows), "utf-8")
    print(f"{LICENCES.relative_to(ROOT)}: {len(rows)} packages")
    return 0


def locked() -> int:
    missing = unlocked()
    print(f"not in the lock or without a hash: {', '.join(missing)}; run make lock" if missing else "all is locked")
    return bool(missing)


if __name__ == "__main__":
    todo = {"licences": licences, "locked": locked}
    sys.exit(todo[sys.argv[1]]())
