"""The lock in, what a package index knows against its versions out: `python -m tests.audit`.

Exit codes: 0 nothing is known, 1 something is, 2 the index did not tell of every package. AUDIT_INDEX names another index
than PyPI that has its JSON interface (INDEX/NAME/VERSION/json, else INDEX/NAME/json where it tells of the same version). Nothing but names and versions of the lock is sent.
"""

import http.client
import json
import os
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Any, NamedTuple

from tests.supply import lock

INDEX = "https://pypi.org/pypi"
FIRST, AT_ONCE, SECONDS, LARGEST = 8, 8, 10, 2**25
MISSING = "it answers 404"
REMEDY = "ask again where one is reached that tells: AUDIT_INDEX=https://… make audit"


class Told(NamedTuple):
    """What the index says of one version: its vulnerabilities, or why it says nothing."""

    package: str
    version: str
    known: tuple[str, ...] = ()
    silent: str = ""


def ask(index: str, package: str, version: str) -> Told:
    try:
        told = page(index, f"{package}/{version}") or page(index, package)
        if not told:
            return Told(package, version, silent=MISSING)
        if told["info"].get("version", version) != version:
            return Told(package, version, silent="it tells of another version only")
        return Told(package, version, tuple(said(each) for each in told["vulnerabilities"] if not each.get("withdrawn")))
    except urllib.error.HTTPError as trouble:
        trouble.close()
        return Told(package, version, silent=f"it answers {trouble.code}")
    except (OSError, http.client.HTTPException) as trouble:
        return Told(package, version, silent=f"it cannot be reached ({getattr(trouble, 'reason', None) or trouble or 'no answer'})")
    except (ValueError, KeyError, TypeError, AttributeError):
        return Told(package, version, silent="its answer is not that of PyPI's JSON interface")


def page(index: str, name: str) -> Any:
    """Nothing where there is none: copies of PyPI may hold the page of each package alone, which tells of its newest version."""
    try:
        with urllib.request.urlopen(f"{index.rstrip('/')}/{name}/json", timeout=SECONDS) as answer:
            return json.loads(answer.read(LARGEST))
    except urllib.error.HTTPError as trouble:
        if trouble.code != HTTPStatus.NOT_FOUND:
            raise
        trouble.close()
        return None


def said(found: dict[str, object]) -> str:
    mended = found.get("fixed_in")
    return f"{found['id']}, mended in {', '.join(map(str, mended)) if isinstance(mended, list) and mended else 'no version yet'}"


def asked(index: str, versions: list[tuple[str, str]]) -> list[Told]:
    """A few first: an index that tells of none of them would not tell of the others, and nobody waits for it."""
    with ThreadPoolExecutor(AT_ONCE) as several:
        told = list(several.map(lambda each: ask(index, *each), versions[:FIRST]))
        if all(each.silent for each in told):
            return told
        return told + list(several.map(lambda each: ask(index, *each), versions[FIRST:]))


def audit(index: str) -> int:
    versions = [(package, version) for package, held in sorted(lock().items()) for version in sorted(held)]
    told = asked(index, versions)
    bad, silent = [each for each in told if each.known], [each for each in told if each.silent]
    for each in bad:
        print("\n".join(f"{each.package} {each.version}: {known}" for known in each.known))
    print(f"{len(versions)} versions locked, {len(told) - len(silent)} told of by {index}, {sum(len(each.known) for each in bad)} known vulnerabilities")
    if len(silent) == len(told):
        print(f"no audit: {index} tells nothing of {len(told)} asked first, {silent[0].silent}; {REMEDY}")
    elif silent:
        names = ", ".join(f"{each.package} {each.version}" for each in silent)
        print(f"not told of ({'; '.join(sorted({each.silent for each in silent}))}): {names}; {REMEDY}")
    return 1 if bad else 2 if silent else 0


if __name__ == "__main__":
    sys.exit(audit(os.environ.get("AUDIT_INDEX") or INDEX))
