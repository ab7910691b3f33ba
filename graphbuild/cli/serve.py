"""`graphbuild serve`: an output folder in, an explorer and a SPARQL endpoint out, until it is ended."""

import logging
from importlib.resources import files
from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT
from graphbuild.query.worker import Limits
from graphbuild.serve import Application, Front, bind, listen

LOCAL = ("localhost", "127.0.0.1", "::1")
PAGES = 2  # threads beyond those that wait for queries
USUAL = Limits()
NGINX = files("graphbuild.serve").joinpath("nginx.conf").read_text("utf-8")
BEHIND = f"""\b
Behind nginx, with a password (htpasswd -c /etc/nginx/graphbuild.users NAME):
  graphbuild serve --allow-host graph.example.org
and in /etc/nginx/conf.d/graphbuild.conf:
\b
{NGINX}
Example:  graphbuild serve -o output --port 8010"""


@click.command("serve", epilog=BEHIND)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; another lets others in.")
@click.option("--port", type=click.IntRange(0, 65535), default=8010, show_default=True, help="0 takes a free one.")
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="A name that it also answers to, as behind nginx.")
@click.option("--workers", type=click.IntRange(1, 256), default=4, show_default=True, help="Queries answered at the same time.")
@click.option("--rows", type=click.IntRange(1), default=USUAL.rows, show_default=True, help="The most rows of one answer.")
@click.option("--timeout", type=click.FloatRange(0.1), default=USUAL.seconds, show_default=True, help="Seconds a query may take.")
@click.option("--memory", type=click.IntRange(16), default=USUAL.memory // 2**20, show_default=True, help="MB a query may take.")
@click.option("--graph", type=click.Path(exists=True, path_type=Path), help="Another output folder, or Turtle, TriG, N-Quads.")
@OUTPUT
def serve(
    host: str, port: int, names: tuple[str, ...], workers: int, rows: int, timeout: float, memory: int,
    graph: Path | None, output: Path,
) -> None:  # fmt: skip
    """Serve the graph: pages to explore at /, SPARQL 1.1 at /sparql, files at /data/. It only reads.

    It answers this machine alone and has no password: to let others in, put nginx before it.
    """
    logging.basicConfig(format="graphbuild: %(message)s")
    bound = bind(host, port)
    hosts = frozenset({*LOCAL, host, *names})
    given = graph or output, workers, Limits(rows, timeout, memory * 2**20), frozenset(map(str.lower, hosts))
    lines = 2 * workers + PAGES
    front = Front(given, lines)
    try:
        front.open()
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"http://{shown}:{bound.getsockname()[1]}/")
        listen(Application(front.respond), bound)
    finally:
        front.close()
