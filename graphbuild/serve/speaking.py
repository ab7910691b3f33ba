"""A request in, the language to answer in out, and what pages and terms are called in it."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from graphbuild.resolve.standing import STANDINGS
from graphbuild.serve.http import Request
from graphbuild.view import words as views
from graphbuild.view.words import LANGUAGES, inverses, words

COOKIE = "lang"


@cache
def phrases(language: str) -> Mapping[str, str]:
    """Our own; what a promise has become is called as in reports."""
    told = json.loads(files(__package__).joinpath("words.json").read_text("utf-8"))
    reports = views.phrases(language, "reports/words.json")
    return {key: both[language] for key, both in told.items()} | {name: reports[name] for name in STANDINGS}


def language(request: Request) -> str:
    """What was chosen, else what the browser likes better, else Chinese."""
    for chosen in (request.value("lang"), request.cookie(COOKIE)):
        if chosen in LANGUAGES:
            return chosen
    liked = [part.strip()[:2].lower() for part in request.header("accept-language").split(",")]
    return next((tongue for tongue in liked if tongue in LANGUAGES), "zh")


def term(name: str, language: str) -> str:
    """What the ontology calls it; words of other vocabularies are called here."""
    return words(language).get(name) or phrases(language).get(f"term.{name}", name)


def heading(key: str, language: str) -> str:
    """What a group is called; read from the other end, `~inspects` is `inspectedBy`."""
    say = phrases(language)
    if f"group.{key}" in say:
        return say[f"group.{key}"]
    name = key.removeprefix("~")
    if name == key:
        return term(name, language)
    other = inverses().get(name)
    return term(other, language) if other else say["backwards"].format(term(name, language))
