"""Every format gives its text, every kind of trouble a message with a remedy."""

from pathlib import Path

import pytest
from formats import encrypted, pdf, word

from graphbuild import ingest
from graphbuild.errors import UnreadableSource
from graphbuild.model import Document

TEXT = "本报讯 7月31日上午，云岭区区长柳闻莺调研青禾产业园。\r\n要求年底前完工。\n"


def only(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    (document,) = ingest.read(folder / name)
    return document


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.TXT"])
def test_the_text_as_read_keeps_every_character(tmp_path: Path, name: str) -> None:
    document = only(tmp_path, name, TEXT.encode())
    assert document.text == TEXT
    assert document.view.text.startswith("本报讯 7月31日上午，云岭区区长")


def test_a_byte_order_mark_is_not_text(tmp_path: Path) -> None:
    assert only(tmp_path, "a.txt", TEXT.encode("utf-8-sig")).text == TEXT


def test_a_head_between_dashes_is_read_and_not_part_of_the_article(tmp_path: Path) -> None:
    document = only(tmp_path, "a.md", f"---\ntitle: 区长调研\ndate: 2023-08-01\n---\n\n{TEXT}".encode())
    assert (document.title, str(document.published)) == ("区长调研", "2023-08-01")
    assert document.view.text.startswith("本报讯")


def test_html_keeps_blocks_and_tables_and_drops_menus_and_scripts(tmp_path: Path) -> None:
    page = (
        "<html><head><meta charset='gb2312'><title>站</title><meta name='PubDate' content='2023-08-01 09:00'>"
        "<meta name='ContentSource' content='云岭日报'><style>p{}</style></head><body><nav>首页</nav><script>var a=1</script>"
        "<h1>区长调研</h1><p>区长<b>柳闻莺</b>到<br>青禾产业园。</p><table><tr><th>项目</th><td>单位</td></tr></table></body></html>"
    )
    document = only(tmp_path, "a.html", page.encode("gb18030"))
    assert document.text == "区长调研\n区长柳闻莺到\n青禾产业园。\n| 项目 | 单位 |"
    assert (str(document.published), document.publisher) == ("2023-08-01", "云岭日报")


def test_pdf_lines_become_text(tmp_path: Path) -> None:
    assert only(tmp_path, "a.pdf", pdf(["云岭区召开会议", "部署防汛工作。"])).text.split() == ["云岭区召开会议", "部署防汛工作。"]


def test_docx_keeps_the_order_of_paragraphs_and_tables(tmp_path: Path) -> None:
    data = word(["一览表", "如下："], [["项目", "责任 单位"], ["青禾产业园", "区住建局"]], "以上。")
    assert only(tmp_path, "a.docx", data).text == "一览表\n如下：\n| 项目 | 责任 单位 |\n| 青禾产业园 | 区住建局 |\n以上。"


def test_a_pdf_that_only_forbids_editing_is_read(tmp_path: Path) -> None:
    assert "防汛" in only(tmp_path, "a.pdf", encrypted(pdf(["部署防汛"]), "")).text


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n", "is empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "a.txt"),
        ("a.txt", b"abc\0\0def\0", "a.txt"),
        ("a.txt", bytes(range(1, 9)) * 9, "binary"),
        ("a.pdf", encrypted(pdf(["部署"]), "geheim"), "encrypted PDF"),
        ("a.pdf", pdf([]), "PDF without text"),
        ("a.pdf", b"%PDF-1.4 broken", "broken PDF"),
        ("a.docx", b"PK\x03\x04 broken", "broken .docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0rest", "encrypted or an old .doc"),
        ("a.docx", word([], [[""]], ""), "no text"),
        ("a.html", b"<html><script>1</script></html>", "page without text"),
        ("a.doc", b"x", "unknown suffix"),
        ("a", b"x", "unknown suffix"),
    ],
    ids=lambda given: f"{len(given)} bytes" if isinstance(given, bytes) else given,  # what a zip holds changes with the clock
)
def test_what_cannot_be_read_says_so_with_a_remedy(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableSource) as trouble:
        ingest.read(tmp_path / name)
    assert says in trouble.value.message and str(tmp_path / name) in trouble.value.message
    assert trouble.value.remedy


def test_a_missing_file_is_a_source_that_cannot_be_read(tmp_path: Path) -> None:
    (source,) = ingest.collect([tmp_path / "none.txt"])
    with pytest.raises(UnreadableSource, match="does not exist"):
        ingest.read(source)


def test_the_identity_of_a_document_does_not_depend_on_its_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    here, there = only(tmp_path, "a.txt", TEXT.encode()), only(tmp_path / "b", "a.txt", TEXT.encode())
    assert here.id == there.id and len(here.id) == 12 and here.source != there.source
    assert here.id != only(tmp_path, "other.txt", TEXT.encode()).id


@pytest.mark.parametrize(
    ("name", "published"),
    [("2023-07-31_a.txt", "2023-07-31"), ("20230731.txt", "2023-07-31"), ("报告2023年7月.txt", "2023-07"),
     ("000_20ba1201358dd.txt", ""), ("20231345.txt", ""), ("123420230731.txt", "")],
)
def test_a_file_name_may_date_its_text(tmp_path: Path, name: str, published: str) -> None:
    assert str(only(tmp_path, name, TEXT.encode()).published) == published


@pytest.mark.parametrize(("head", "title", "day"), [
    ("云岭区召开推进会\n2023-03-02   来源：云岭发布", "云岭区召开推进会", "2023-03-02"),
    ("青禾公园开工\n云岭区人民政府网站 2023年6月2日", "青禾公园开工", "2023-06-02"),
    ("青禾公园开工\n2023-06-02 10:22  来源：云岭发布 作者：李强", "青禾公园开工", "2023-06-02"),
    ("云岭区政府工作报告\n2023年6月2日，云岭区举行大会", "云岭区政府工作报告", "2023-06-02"),
])
def test_the_stamp_below_a_headline_is_no_part_of_it(tmp_path: Path, head: str, title: str, day: str) -> None:
    document = only(tmp_path, "a.txt", f"{head}\n\n{TEXT}".encode())
    assert (document.title.split(" ")[0], str(document.published)) == (title, day)
    assert "来源" not in document.title
    assert "网站" not in document.title
