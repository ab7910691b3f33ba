"""A request with a question in plain words in, its page out: the answer in a sentence, a table, and the words of the texts."""

from graphbuild.errors import Unanswerable
from graphbuild.graph.namespaces import OA
from graphbuild.query import sentences
from graphbuild.query.ask import LONGEST
from graphbuild.query.replies import Reply
from graphbuild.serve.asking import SHOWN, Cell, Table
from graphbuild.serve.evidence import Sentence
from graphbuild.serve.http import Request, Response
from graphbuild.serve.rendering import page
from graphbuild.serve.world import World


def show(world: World, request: Request) -> Response:
    """Without a question the form alone."""
    text = request.value("q").strip()[:LONGEST]
    reply, trouble = put(world, text) if text else (None, "")
    table = tabled(world, reply) if reply and reply.table else None
    said = [one for row in reply.quotes if (one := quoted(world, row))] if reply else []
    status = 400 if trouble else 200
    return page(world, request, "ask.html", status=status, text=text, reply=reply, table=table, said=said, trouble=trouble)


def put(world: World, text: str) -> tuple[Reply | None, str]:
    try:
        return world.interpreter.reply(text), ""
    except Unanswerable as trouble:
        return None, str(trouble)


def tabled(world: World, reply: Reply) -> Table:
    """A cell that is the name of one thing leads to it."""
    rows = tuple(tuple(Cell(text, world.catalog.alone.get(text, "")) for text in row) for row in reply.table[:SHOWN])
    return Table(reply.columns, rows, ((),) * len(rows), len(reply.table), "", None, False)


def quoted(world: World, row: sentences.Sentence) -> Sentence | None:
    """The sentence in its document; the graph may name none."""
    document = world.reader.at(f"{row.file}:{row.start}-{row.end}")
    where = {str(OA.start): (str(row.start),), str(OA.end): (str(row.end),), str(OA.exact): (row.quote,)}
    return world.reader.sentence(document, where, called(world, row.subject), called(world, row.object)) if document else None


def called(world: World, name: str) -> tuple[str, ...]:
    """All that the thing of this name is called, where one alone is."""
    entry = world.catalog.entries.get(world.catalog.alone.get(name, ""))
    return (entry.name, *entry.names) if entry else (name,)
