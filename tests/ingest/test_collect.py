"""Paths, folders and lists become sources: sorted, each once, with what is known about them."""

from pathlib import Path

import pytest

from graphbuild import ingest
from graphbuild.errors import BrokenKnowledge, UnreadableSource
from graphbuild.knowledge import home

LIST = '[[source]]\nfile = "b.txt"\ntitle = "区长调研"\nplace = "云岭区"\npublisher = "云岭日报"\npublished = "2023-07"\nreason = "x"\n'


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        path = tmp_path / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def names(sources: list[ingest.Source]) -> list[str]:
    return [Path(source.name).name for source in sources]


def test_a_folder_is_walked_sorted_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    place = folder(tmp_path, **{"b.txt": "乙", "sub__a.md": "甲", ".hidden.txt": "丙", ".git__c.txt": "丁", "x.json": "{}", "d.doc": "x", "e.mht": "x", "f.csv": "x", "g.png": "x"})
    assert names(ingest.collect([place])) == ["b.txt", "d.doc", "e.mht", "f.csv", "a.md"]


def test_each_file_comes_once_in_whatever_order_it_is_given(tmp_path: Path) -> None:
    place = folder(tmp_path, **{"b.txt": "乙", "a.txt": "甲"})
    paths = [place / "b.txt", place, place / "a.txt"]
    assert ingest.collect(paths) == ingest.collect(paths[::-1])
    assert names(ingest.collect(paths)) == ["a.txt", "b.txt"]


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    (source,) = ingest.collect(["-"], stdin="区长柳闻莺调研。".encode("gbk"))
    (document,) = ingest.read(source)
    assert (document.source, document.text) == ("-", "区长柳闻莺调研。")


def test_sources_toml_says_what_the_text_does_not(tmp_path: Path) -> None:
    place = folder(tmp_path, **{"b.txt": "标题\n\n区长调研了项目，要求加快。", "sources.toml": LIST})
    for given in (place, place / "b.txt", place / "sources.toml"):
        (document,) = ingest.read(ingest.collect([given])[0])
        assert (document.title, document.place, document.publisher) == ("区长调研", "云岭区", "云岭日报")
        assert str(document.published) == "2023-07"


def test_a_list_may_be_given(tmp_path: Path) -> None:
    place = folder(tmp_path, **{"b.txt": "乙", "list.toml": LIST})
    (source,) = ingest.collect([place / "b.txt"], sources=place / "list.toml")
    assert source.about.place == "云岭区"


def test_a_listed_file_that_is_missing_is_named(tmp_path: Path) -> None:
    place = folder(tmp_path, **{"sources.toml": LIST})
    (source,) = ingest.collect([place])
    with pytest.raises(UnreadableSource, match=r"b\.txt does not exist though .*sources\.toml lists it"):
        ingest.read(source)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[source]]\nfile = "a.txt\n', "line 2"),
        ('x = 1\n', "sources.toml:1"),
        ('[[source]]\nfile = "a.txt"\n\n[[source]]\ntitle = "x"\n', "sources.toml:4 names no file"),
        ('[[source]]\nfile = "a.txt"\nplce = "x"\n', "sources.toml:1 has an unknown key plce"),
        ('[[source]]\nfile = "a.txt"\nplace = 1\n', "place is not a text"),
        ('[[source]]\nfile = "a.txt"\npublished = "last year"\n', "no date"),
        ('[[source]]\nfile = "a.txt"\npublished = "2023-02-30"\n', "no date"),
        ('[[source]]\nfile = "a.txt"\n[[source]]\nfile = "a.txt"\n', "a second time"),
    ],
)
def test_a_broken_list_names_file_and_line(tmp_path: Path, text: str, says: str) -> None:
    place = folder(tmp_path, **{"sources.toml": text})
    with pytest.raises(BrokenKnowledge) as trouble:
        ingest.collect([place])
    assert says in trouble.value.message and "sources.toml" in trouble.value.message


@pytest.mark.parametrize(("written", "date"), [("2023", "2023"), ('"2023-07-31"', "2023-07-31"), ("2023-07-31", "2023-07-31")])
def test_dates_in_a_list_may_be_written_in_three_ways(tmp_path: Path, written: str, date: str) -> None:
    place = folder(tmp_path, **{"a.txt": "甲", "sources.toml": f'[[source]]\nfile = "a.txt"\npublished = {written}\n'})
    assert str(ingest.collect([place])[0].about.published) == date


def test_the_seeds_are_nine_documents_with_titles_and_years() -> None:
    documents = [document for source in ingest.collect([home("seeds")]) for document in ingest.read(source)]
    assert [sum(d.source == source for d in documents) for source in sorted({d.source for d in documents})] == [1, 5, 1, 1, 1]
    assert all(d.title and d.place and d.published.year for d in documents)
    five = [d for d in documents if "001_" in d.source]
    assert [str(d.dateline) for d in five] == ["--07-31", "--07-29", "--07-27", "--07-29", "--07-31"]
    assert str(five[0].said) == "2023-07-31"
    assert all(len(d.writers) == 2 and d.writers[0] == five[0].writers[0] for d in five)
    assert len({d.title for d in five}) == len({d.id for d in five}) == 5
