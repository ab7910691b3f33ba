"""ontology/queries/*.rq in, named questions out.

A question is a SPARQL query; `head` comments say what it asks, in both languages, and what it wants to be told:

    # title.zh: 谁检查过某物？
    # title.en: Who inspects a thing?
    # description.zh: …
    # description.en: …
    # param: thing | thing | 事物 | the thing asked about
    # param: until | date | 截止日期 | the last day | 2030-12-31
    SELECT ?who WHERE { ?who gb:inspects $thing }

`param` gives name, kind (one of KINDS), what it is in Chinese and in English, and perhaps a default; a parameter without one
must be given. In the query a parameter is the variable of its name, by custom written `$thing`; wherever it stands, the value
is put in its place. The file's stem is the question's name. Prefixes of the graph need no declaration.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge.tables import read_text

FOLDER = "queries"
KINDS = ("thing", "person", "place", "date", "text", "number")
WORDS = ("title.zh", "title.en", "description.zh", "description.en")
LINE = re.compile(r"#\s*([a-z.]+):\s*(.*?)\s*")
NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that a question wants to be told; `default` is None where it must be given."""

    name: str
    kind: str
    zh: str
    en: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """`titles` and `descriptions` by language; `text` is the whole file, comments and all."""

    name: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    text: str


@cache
def questions(folder: Path) -> Mapping[str, Question]:
    """Every question of an ontology folder, by name, in order."""
    return {path.stem: read_question(path) for path in sorted((folder / FOLDER).glob("*.rq"))}


def read_question(path: Path, *, strict: bool = True) -> Question:
    """A file of anyone's needs no titles: what it does not say is left empty."""
    said: dict[str, str] = {}
    parameters = []
    for number, key, value in head(path):
        if key == "param":
            parameters.append(read_parameter(f"{path}:{number}", value))
        elif key in WORDS and key not in said:
            said[key] = value
        elif strict:
            remedy = f"write one each of {', '.join(WORDS)}, and param"
            raise BrokenKnowledge(f"{path}:{number}: {key!r} is unknown or said twice", remedy)
    if strict and (gaps := [word for word in WORDS if not said.get(word)]):
        raise BrokenKnowledge(f"{path} does not say its {', '.join(gaps)}", "add the # lines")
    return Question(path.stem, both(said, "title"), both(said, "description"), tuple(parameters), read_text(path))


def both(said: Mapping[str, str], word: str) -> dict[str, str]:
    return {language: said[f"{word}.{language}"] for language in ("zh", "en") if f"{word}.{language}" in said}


def head(path: Path) -> Iterator[tuple[int, str, str]]:
    """The `# key: value` lines before the query; other comments are left alone."""
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            return
        if found := LINE.fullmatch(line):
            yield number, found[1], found[2]


def read_parameter(where: str, value: str) -> Parameter:
    fields = [field.strip() for field in value.split("|")]
    if len(fields) not in (4, 5) or not NAME.fullmatch(fields[0]) or fields[1] not in KINDS or not all(fields[:4]):
        raise BrokenKnowledge(f"{where}: {value!r} is no parameter", f"write name | {', '.join(KINDS)} | zh | en")
    return Parameter(*fields)
