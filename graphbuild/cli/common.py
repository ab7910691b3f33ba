"""What every command shares: options, the way trouble is said, the progress bar."""

import os
import sys
import time
import tomllib
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from graphbuild.cli.hunger import SAID, starved
from graphbuild.cli.terminal import inert, tame
from graphbuild.errors import BrokenKnowledge, GraphbuildError
from graphbuild.model import Issue

FAILED, GATE = 1, 3  # 0 is success, 2 is click's own code for wrong usage
CONFIG = "graphbuild.toml"
WIDTH = 24
EXTRAS = {
    "dask": ("distributed",), "serve": ("uvicorn", "httptools"), "documents": ("docx", "pypdf", "selectolax"),
    "pictures": ("resvg_py",),
}  # fmt: skip
HERE = {"ignore_unknown_options": False, "help_option_names": ["-h", "--help"], "max_content_width": 100}
OUTPUT = click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=Path("output"), show_default=True,
    envvar="GRAPHBUILD_OUTPUT", help="The folder that a build writes.",
)  # fmt: skip


class Commands(click.Group):
    """Commands that are loaded when they are called: nobody waits for what another one needs.

    Troubles that the user can mend end in one sentence and a code, never in a traceback.
    """

    def __init__(self, *arguments: Any, where: Mapping[str, str], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.where = where

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(self.where)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.where:
            return None
        module, _, command = self.where[name].rpartition(".")
        try:
            found: click.Command = getattr(import_module(f"{__package__}.{module}"), command)
        except ModuleNotFoundError as trouble:
            return lacking(name, trouble.name or "")
        return found

    def invoke(self, context: click.Context) -> object:
        context.color = True  # else what is written to a file would lose what looks like a colour
        tame()
        try:
            standing()
            return super().invoke(context)
        except GraphbuildError as trouble:
            say(": ".join(SAID) if starved(trouble) else str(trouble))
        except click.ClickException as trouble:  # click repeats what was typed, or came out of a folder's names by a star
            vars(trouble)["message"] = inert(trouble.message)
            raise
        except UnicodeEncodeError as trouble:
            strange = ascii(trouble.object[trouble.start : trouble.end])
            say(f"{strange} cannot be written in {trouble.encoding}: give names and paths in UTF-8, or set PYTHONUTF8=1")
        except BrokenPipeError:  # the reader at the other end has seen enough; click knows what to do
            raise
        except Exception as trouble:
            if not (isinstance(trouble, OSError) or starved(trouble)):
                raise
            say(placed(trouble))
        raise click.exceptions.Exit(FAILED)


def placed(trouble: Exception) -> str:
    if starved(trouble) or not isinstance(trouble, OSError):
        return ": ".join(SAID)
    where = trouble.filename or "standard output or a file"
    why = trouble.strerror or (trouble.args[0] if trouble.args else trouble)  # as text it would be "[Errno None] None"
    return f"{where}: {why}: check the path, its rights and the space left"


def standing() -> None:
    """Whoever stands in a folder that was removed is told so, before anything else is not found."""
    try:
        Path.cwd()
    except FileNotFoundError as trouble:
        raise GraphbuildError("the folder where this was called is not there any more", "go into one that is") from trouble


def lacking(name: str, module: str) -> click.Command:
    """What stands for a command whose library is not installed; a module of ours that is missing is a fault."""
    extra = next((extra for extra, modules in EXTRAS.items() if module.partition(".")[0] in modules), None)
    if extra is None:
        raise ModuleNotFoundError(f"No module named {module!r}", name=module)
    remedy = f"pip install 'graphbuild[{extra}]'"

    def refuse(**_: object) -> None:
        raise GraphbuildError(f"{name} needs {module}", remedy)

    anything = {"ignore_unknown_options": True, "allow_extra_args": True}
    return click.Command(name, context_settings=anything, callback=refuse, short_help=f"Needs {module}: {remedy}")


def settings(config: Path | None) -> dict[str, object]:
    """What graphbuild.toml says for every command; without --config it may be missing."""
    path = config or Path(CONFIG)
    if config is None and not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as trouble:
        raise BrokenKnowledge(f"{path}: {trouble}", 'write lines such as output = "output"') from trouble


def report(context: click.Context, issues: Sequence[Issue], sound: str) -> None:
    """Issues are data: one a line; any of them closes the gate."""
    for issue in issues:
        click.echo("\t".join(filter(None, (issue.severity, issue.rule, issue.where, issue.message, issue.remedy))))
    if not issues:
        click.echo(sound)
    context.exit(GATE if issues else 0)


class Told:
    """A bar on a terminal, with how many a second and how long it still takes; nothing elsewhere."""

    def __init__(self) -> None:
        self.stage, self.since = "", 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not (sys.stderr and sys.stderr.isatty()):
            return
        if stage != self.stage:
            self.stage, self.since = stage, time.monotonic()
        filled = WIDTH * done // max(total, 1)
        passed = pace(done, total, time.monotonic() - self.since)
        click.echo(f"\r{stage:8s}[{'#' * filled:{WIDTH}s}] {done}/{total} {passed:24s}", err=True, nl=stage == "done")


def progress(stage: str, done: int, total: int) -> None:
    """The bar alone."""
    Told()(stage, done, total)


def pace(done: int, total: int, seconds: float) -> str:
    """12.5/s, 0:35 left."""
    if not done or seconds <= 0:
        return ""
    left = round((total - done) * seconds / done)
    return f"{done / seconds:.1f}/s, {left // 60}:{left % 60:02d} left"


def say(message: str) -> None:
    """Trouble goes to standard error, in red where somebody sees it and NO_COLOR does not ask."""
    message = inert(f"graphbuild: {message}")
    context = click.get_current_context(silent=True)
    if context:
        context.color = None  # click looks whether anybody sees it
    click.echo(message if "NO_COLOR" in os.environ else click.style(message, fg="red"), err=True)
    if context:
        context.color = True
