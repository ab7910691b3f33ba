"""`graphbuild push`: a graph and a server's URL in, the same graph on that server out."""

from pathlib import Path
from urllib.parse import urlsplit

import click

from graphbuild.cli.common import OUTPUT, progress
from graphbuild.export import Access, Server, beside
from graphbuild.export import push as send
from graphbuild.graph.namespaces import BASE
from graphbuild.graph.turtle import FORBIDDEN

GRAPH = f"{BASE}graph"


@click.command("push", epilog="Example:  graphbuild push http://127.0.0.1:8890/sparql-graph-crud-auth --user dba")
@click.argument("url")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option("--graph", default=GRAPH, show_default=True, help="The named graph to replace.")
@click.option("--parameter", default="graph", show_default=True, help="What the server calls that name, e.g. graph-uri.")
@click.option("--query-url", help="Where the server answers queries  [beside URL, as its kind of server has it]")
@click.option("--user", default="", envvar="GRAPHBUILD_USER", help="Who may write there.")
@click.option("--password", default="", envvar="GRAPHBUILD_PASSWORD", help="Better kept in GRAPHBUILD_PASSWORD; else asked for.")
@click.option("--auth", type=click.Choice(["basic", "digest"]), help="Answer in this way alone  [as the server asks]")
@click.option("--chunk", default=10_000, show_default=True, type=click.IntRange(1), help="Triples in one request.")
@OUTPUT
def push(
    url: str, file: Path | None, graph: str, parameter: str, query_url: str | None,
    user: str, password: str, auth: str | None, chunk: int, output: Path,
) -> None:  # fmt: skip
    """Replace a graph of another SPARQL server by ours, and count it there; after a break the same command goes on.

    URL is the server's endpoint of the Graph Store Protocol.
    """
    if strange := [address for address in filter(None, (url, query_url)) if not is_plain(address)]:
        raise click.UsageError(f"{strange[0]} is no http address, or holds a name: give --user apart")
    if FORBIDDEN.search(graph) or ":" not in graph:
        raise click.UsageError(f"{graph} is no IRI for a graph")
    if user and not password:
        password = click.prompt("password", hide_input=True, err=True)
    server = Server(url, query_url or beside(url), parameter, Access(user, password, auth or ""))
    pushed = send(file or output / "graph.ttl", server, graph, chunk, progress)
    again = f", {pushed.resumed} of them sent before" if pushed.resumed else ""
    click.echo(f"{url}: <{graph}> holds {pushed.triples} triples, sent in {pushed.chunks} pieces{again}")


def is_plain(address: str) -> bool:
    """An http address of a host and a port, without a name and a password, which would stand in lists of processes."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return False
