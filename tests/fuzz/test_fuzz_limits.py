"""What unfolds, nests or never ends costs so much time and memory and no more; a full disk costs the build, not the old output."""

import multiprocessing
import os
import resource
import signal
import sys
import zipfile
from io import BytesIO

import docx
import pytest
from click.testing import CliRunner

from graphbuild import ingest, pipeline
from graphbuild.cli import cli
from graphbuild.errors import UnreadableSource
from graphbuild.ingest import Page, Source
from graphbuild.ingest.apart import apart
from graphbuild.ingest.articles import LONGEST, parts
from tests.fuzz.readers import KNOWN

TEXT = "5月6日，云岭县委书记苏明远到松涛湖公园调研。\n"


def refusal(name: str, data: bytes, folder) -> str:
    (folder / name).write_bytes(data)
    with pytest.raises(UnreadableSource) as trouble:
        ingest.read(folder / name)
    assert name in str(trouble.value) and trouble.value.remedy
    return str(trouble.value)


def word(document: bytes, *more: tuple[str, bytes]) -> bytes:
    whole, out = BytesIO(), BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, document if part == "word/document.xml" else old.read(part))
        for name, data in more:
            new.writestr(name, data)
    return out.getvalue()


def test_a_zip_bomb_is_not_unfolded(tmp_path):
    assert "unfolds" in refusal("a.docx", word(b"<a/>", *((f"x{n}", bytes(8 * 2**20)) for n in range(40))), tmp_path)
    assert "unfolds" in refusal("b.docx", word(b" " * (41 * 2**20)), tmp_path)


def test_a_million_brackets_and_list_marks_are_read():
    for sign in ("（", "- ", "《", "[", "一、"):
        text = sign * (200_000 // len(sign))
        assert ingest.read(Source("x.txt", data=text.encode()))[0].view is not None


def test_a_text_without_end_is_read_in_parts():
    text = (TEXT * 20_000).replace("\n", "")
    places = list(parts(text, 0, len(text)))
    assert all(end - start <= LONGEST for start, end in places) and len(places) > 1
    assert "".join(text[start:end] for start, end in places) == text
    assert all(text[end - 1] == "。" for _, end in places)
    assert list(parts("区" * (LONGEST * 2 + 5), 0, LONGEST * 2 + 5))[-1] == (2 * LONGEST, 2 * LONGEST + 5)


def test_more_text_than_any_report_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(ingest, "MOST", 1_000)
    assert "characters" in refusal("a.txt", TEXT.encode() * 100, tmp_path)
    monkeypatch.setattr("graphbuild.ingest.source.LARGEST", 2**20)
    assert "larger than 1 MB" in refusal("b.txt", b"a" * (2**20 + 1), tmp_path)
    with pytest.raises(UnreadableSource, match="larger than 1 MB"):
        Source("-", data=b"a" * (2**20 + 1)).load()


def hang(data: bytes, name: str) -> Page:
    while True:
        pass


def eat(data: bytes, name: str) -> Page:
    return Page("".join(chr(20_000 + n % 5_000) * 2**20 for n in range(4_000)))


def crash(data: bytes, name: str) -> Page:
    os.kill(os.getpid(), signal.SIGKILL)
    return Page("")


def test_a_reader_that_hangs_eats_or_crashes_costs_its_file_alone(monkeypatch):
    limits = sys.modules[apart.__module__]
    monkeypatch.setattr(limits, "MEMORY", 64 * 2**20)
    for reader, seconds, says in ((hang, 1, "seconds to read"), (eat, 60, "MB to read"), (crash, 60, "to read")):
        monkeypatch.setattr(limits, "SECONDS", seconds)  # a part of a large process takes a second to set up
        with pytest.raises(UnreadableSource, match=f"x.pdf takes more than .*{says}"):
            apart(reader, b"", "x.pdf")
    assert apart(lambda data, name: Page(data.decode()), b"a", "x.pdf") == Page("a")


def on_a_disk_with_room_for(size: int, *words: str) -> tuple[int, str]:
    """What the command line says where no file may grow larger than `size`."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)

    def run() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        ran = CliRunner().invoke(cli, words)
        fault = ran.exception if not isinstance(ran.exception, SystemExit) else None
        there.send((ran.exit_code, f"{ran.output}{fault or ''}"))

    child = context.Process(target=run)
    child.start()
    assert here.poll(240), "it hangs"
    child.join()
    return here.recv()


@pytest.mark.parametrize("size", [0, 100, 3_000, 20_000])
def test_a_full_disk_is_named_and_the_old_output_stays(tmp_path, size):
    texts, output = tmp_path / "texts", tmp_path / "output"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, "utf-8")
    pipeline.build([str(texts)], output, KNOWN, jobs=1)
    before = {path.relative_to(output): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()}
    (texts / "b.txt").write_text(TEXT.replace("松涛湖", "白鹭湖") * 3, "utf-8")
    code, said = on_a_disk_with_room_for(size, "build", str(texts), "-o", str(output), "--jobs", "1")
    assert code == 1 and said.startswith("graphbuild: ") and "space" in said, said
    assert {path.relative_to(output): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir() if "building" in path.name] == []
