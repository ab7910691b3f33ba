"""Words typed at a prompt in, commands run out: the only place that prints, exits and reads the environment."""

import atexit
import codecs
import os
import signal
import sys
import threading
from pathlib import Path

import click

from graphbuild import __version__
from graphbuild.cli.common import CONFIG, HERE, Commands, placed, say, settings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # processes share the work; threads within would be in their way

OWN = 0o700
COMMANDS = {
    "ask": "ask.ask_graph",
    "build": "build.build",
    "check": "check.check_knowledge",
    "conflicts": "conflicts.list_conflicts",
    "diff": "diff.diff",
    "eval": "evaluate.evaluate",
    "explain": "explain.explain_thing",
    "export": "export.export",
    "holders": "holders.list_holders",
    "promises": "promises.list_promises",
    "push": "push.push",
    "query": "query.query_graph",
    "report": "report.report",
    "review": "review.review",
    "serve": "serve.serve",
    "validate": "check.validate_graph",
    "view": "view.view",
}


@click.group(cls=Commands, where=COMMANDS, context_settings=HERE, epilog="Example:  graphbuild build texts/ -o output")
@click.version_option(__version__)
@click.option("--config", type=click.Path(dir_okay=False, path_type=Path), envvar="GRAPHBUILD_CONFIG", help=CONFIG)
@click.pass_context
def cli(context: click.Context, config: Path | None) -> None:
    """From Chinese local-government texts to a graph in which every statement leads to its words.

    Options come from the command line, else the environment (GRAPHBUILD_OUTPUT …), else graphbuild.toml.
    """
    context.default_map = dict.fromkeys(COMMANDS, settings(config))


def main() -> None:
    if codecs.lookup(sys.getfilesystemencoding()).name == "ascii" and "utf8" not in sys._xoptions:  # names would be bytes
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - itself again
    open_standard()
    os.umask(os.umask(0) & ~OWN)  # whoever builds may read what he built, and build again
    try:
        try:
            cli(prog_name="graphbuild")
        finally:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # all is said: who interrupts now gets no story of how Python ends
    except SystemExit as end:
        leave(end.code)
        raise
    except OSError as trouble:  # help that found no room
        say(placed(trouble))
        sys.exit(1)
    except KeyboardInterrupt:  # between the last word and that line
        sys.exit(1)


def leave(code: object) -> None:
    """At once where all is said and nothing else runs: taking apart what was held takes half a second after a large build."""
    if threading.active_count() > 1 or not isinstance(code, int | None):
        return
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):  # Python has its own word for what it cannot write
        return
    atexit._run_exitfuncs()
    os._exit(code or 0)


def open_standard() -> None:
    """Where standard streams are closed, the files opened next would stand in their place, and get what is said to them."""
    while (opened := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(opened)
    sys.stdin = sys.stdin or os.fdopen(0)  # whoever reads it finds its end
