"""A template and what it tells in, a page out: nothing in it runs but our own script, nothing comes from elsewhere."""

from functools import cache
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from graphbuild.serve.http import Request, Response
from graphbuild.serve.speaking import COOKIE, heading, language, phrases, term
from graphbuild.serve.world import World
from graphbuild.view.index import local
from graphbuild.view.style import style
from graphbuild.view.words import LANGUAGES

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{more}; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
TYPE = "text/html; charset=utf-8"


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("graphbuild.serve", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(local=local, class_colour=colour, query=address)
    return made


def ready() -> None:
    """Every template is made into a program before the first visitor would wait for it."""
    for name in environment().list_templates():
        environment().get_template(name)


def page(world: World, request: Request, template: str, /, status: int = 200, loose: bool = False, **told: Any) -> Response:
    """`loose` lets a bundled program set styles; scripts stay our own files everywhere."""
    speaks = language(request)
    text = environment().get_template(template).render(
        say=phrases(speaks), language=speaks, world=world, request=request, link=world.link, call=world.catalog.call,
        term=lambda name: term(name, speaks), heading=lambda key: heading(key, speaks), other=other(request, speaks), **told,
    )  # fmt: skip
    policy = POLICY.format(more=" 'unsafe-inline'" if loose else "")
    headers = {"Content-Security-Policy": policy, "Vary": "Accept-Language, Cookie"}
    if request.value("lang") in LANGUAGES:
        headers["Set-Cookie"] = f"{COOKIE}={speaks}; Path=/; SameSite=Strict; HttpOnly; Max-Age=31536000"
    return Response(text.encode("utf-8", "replace"), TYPE, status, headers)


def other(request: Request, speaks: str) -> tuple[str, str]:
    """The other language, and the address of this page in it."""
    tongue = next(each for each in LANGUAGES if each != speaks)
    return tongue, address(request.path, dict(request.pairs) | {"lang": tongue})


def address(path: str, fields: dict[str, str] | None = None, **more: object) -> str:
    told = {name: str(value) for name, value in {**(fields or {}), **more}.items() if value not in ("", None)}
    return f"{path}?{urlencode(told)}" if told else path


def colour(kinds: tuple[str, ...]) -> str:
    return style().of(style().kind(kinds))[0]
