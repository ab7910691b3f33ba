"""Paths in, an output folder out: the whole flow on one page."""

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

from graphbuild import ingest
from graphbuild.building.crew import Crew
from graphbuild.building.drawing import Drawing
from graphbuild.building.joined import write_turtle
from graphbuild.building.jsonl import dump
from graphbuild.building.memory import at_work, memory_of
from graphbuild.building.offers import Offers
from graphbuild.building.output import Output, files
from graphbuild.building.page import drawn, large, noted
from graphbuild.building.rounds import state_all
from graphbuild.building.site import Site
from graphbuild.building.stored import write_store
from graphbuild.building.texts import write_texts
from graphbuild.building.turn import Waits, turn
from graphbuild.building.whole import Whole, whole
from graphbuild.errors import BrokenKnowledge, several
from graphbuild.export import replaced
from graphbuild.export.aside import Aside
from graphbuild.graph.embedded import MARK, STORE, TURTLE
from graphbuild.graph.namespaces import BASE
from graphbuild.ingest.built import OURS
from graphbuild.ingest.sources import is_file, is_folder
from graphbuild.knowledge import Knowledge, home
from graphbuild.knowledge.decisions import FILE as DECISIONS
from graphbuild.knowledge.decisions import read_decisions
from graphbuild.model import Issue
from graphbuild.reading import Card, Place, read_document, read_source, read_sources
from graphbuild.reading.pool import worth
from graphbuild.wide import Spread, spread
from graphbuild.wide.engine import Engine
from graphbuild.wide.on_dask import OnDask
from graphbuild.workers import seldom

PARTED = ("parts", "texts", "report.json")
ENGINES = ("pool", "dask")
MANY = 1_000  # claims whose page takes longer to draw than a process to begin
__all__ = ["ENGINES", "OURS", "build", "build_parts", "memory_of", "read", "read_document"]

Progress = Callable[[str, int, int], None]


def quiet(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def patient(process: int) -> None:
    """Nobody is told for whom a build waits."""


def build(
    paths: Iterable[str], output: Path, knowledge: Knowledge, base: str = BASE, progress: Progress = quiet,
    jobs: int = 0, fresh: bool = False, waits: Waits = patient,
) -> Output:
    """Reads the paths and replaces the output folder; where nothing could be read the old output stays.

    `jobs` processes work, as many as there are cores where it is 0; what was done is remembered beside the output.
    """
    paths, jobs = list(paths), jobs or len(os.sched_getaffinity(0))
    judged, sources = read_decisions(beside(paths)), [called(source) for source in ingest.collect(paths)]
    with turn(output, waits), at_work(output, fresh) as (memory, spill), seldom():
        site = Site(knowledge, judged, base, memory, spill)
        jobs = jobs if worth(sources) else 1
        drawn = Drawing(site)
        with Aside(drawn.draw, drawn.prepare, early=jobs > 1) as drawing:
            told, offers = partial(progress, "read"), Offers(site)
            places, unread = gather(read_sources(sources, knowledge, jobs, memory, told, offers.prepare))
            if not places:
                return Output(places, unread)
            with Crew(site, jobs) as crew:
                built = Output(places, unread, stated=state_all(places, crew, progress, drawing.hint, offers))
            progress("write", 0, 1)
            with replaced(output, OURS) as folder:
                built = write(built, site, output, folder, drawing)
        memory.forget()
    progress("done", 1, 1)
    return built


def build_parts(
    paths: Iterable[str], output: Path, knowledge: Knowledge, base: str = BASE, progress: Progress = quiet, jobs: int = 0,
    engine: str = "pool", scheduler: str = "", waits: Waits = patient,
) -> Spread:
    """The same statements as partitioned N-Quads, on the engine named; no process ever holds all of anything."""
    paths, jobs = list(paths), jobs or len(os.sched_getaffinity(0))
    judged, sources = read_decisions(beside(paths)), [called(source) for source in ingest.collect(paths)]
    with turn(output, waits), at_work(output) as (memory, spill), ExitStack() as stack:
        site = Site(knowledge, judged, base, memory, spill)
        carrier: Engine
        carrier = stack.enter_context(OnDask(site, scheduler)) if engine == "dask" else stack.enter_context(Crew(site, jobs))
        folder = spill / "output"
        folder.mkdir()
        made = spread(sources, carrier, output, folder, progress)
        if made.counts["documents"]:
            (folder / "report.json").write_text(dump(dict(sorted(made.counts.items())), indent=2) + "\n", "utf-8")
            with replaced(output, {*OURS, *PARTED}) as new:
                for name in PARTED:
                    shutil.move(folder / name, new / name)  # what is remembered may lie on another disk
    progress("done", 1, 1)
    return made


def read(paths: Iterable[str], knowledge: Knowledge, base: str = BASE) -> Whole:
    """The graph of few paths, in memory."""
    paths = list(paths)
    told = [read_source(called(source), knowledge) for source in ingest.collect(paths)]
    said = {one.document.id: one for each in told for one in each.articles}
    unread = [each.trouble for each in told if each.trouble]
    ordered = sorted(said.values(), key=lambda one: (one.document.source, one.document.id))
    return whole(ordered, unread, knowledge, read_decisions(beside(paths)), base)


def beside(paths: Iterable[str]) -> list[Path]:
    """The decisions.tsv of every folder that is read."""
    folders = (Path(path) if is_folder(Path(path)) else Path(path).parent for path in paths if path != "-")
    files = [folder / DECISIONS for folder in folders if os.path.lexists(folder / DECISIONS)]
    if lost := [file for file in files if not is_file(file)]:
        remedy = "what people judged would be lost: mend or remove it"
        raise several([BrokenKnowledge(f"{file} is there and is no file", remedy) for file in lost])
    return files


def gather(read: Iterable[tuple[str, Sequence[Card], Issue | None]]) -> tuple[list[Place], list[Issue]]:
    """Every document once, in an order that does not depend on the order of the paths."""
    places: dict[str, Place] = {}
    issues = []
    for note, cards, trouble in read:
        places |= {card.document.id: Place(note, n, card) for n, card in enumerate(cards)}
        issues += [trouble] if trouble else []
    return sorted(places.values(), key=lambda place: (place.card.document.source, place.card.document.id)), issues


def called(source: ingest.Source) -> ingest.Source:
    """The seeds that come along bear the same names in a checkout and wherever the package is installed."""
    seeds = home("seeds")
    path = Path(os.path.realpath(source.path)) if source.path else None
    if path is None or not path.is_relative_to(seeds):
        return source
    return replace(source, name=path.relative_to(seeds.parent).as_posix())


def write(built: Output, site: Site, old: Path, folder: Path, drawing: Aside) -> Output:
    """A packed page needs the sheaves alone, and is drawn while the Turtle is written; another needs the Turtle."""
    (folder / "texts").mkdir()
    turtle, sheaves = folder / TURTLE, built.stated.sheaves
    called = [sheaf.path.name for sheaf in sheaves]
    packed = large(sheaves)
    if packed:
        drawing.tell(called, folder)
    triples, differs = write_turtle(sheaves, site, turtle, old)
    built = replace(built, triples=triples, path=old / TURTLE)
    if not packed:
        drawing.tell(called, folder, worth=built.told("claims") > MANY)
    write_store(sheaves, site, turtle, differs)
    write_texts(site, built.places, old / "texts", folder / "texts")
    for name, text in files(built):  # reads the issues too, while the notes that hold them are there
        (folder / name).write_text(text, "utf-8", newline="")
    drawing.end()
    site.memory.met.update(map(noted, sheaves) if packed else [drawn(site, (folder / STORE / MARK).read_text("ascii"))])
    return built
