"""Chinese text comes back from each encoding that it is kept in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import UnreadableSource
from graphbuild.ingest.encodings import common, decode

SIMPLE = "区委书记带队调研重点项目建设，要求责任单位倒排工期，确保年底前建成投用。\r\n会议强调，要压实责任！"
TRADITIONAL = "市長率隊視察重點工程，要求責任單位加強協調，確保年底前完工啟用。\n會議強調，各單位要落實責任！"
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
LEVEL_ONE = sorted(c for c in common() if "\u4e00" <= c <= "\u9fff" and len(c.encode("gb2312", "ignore")) == 2)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_simplified_text_comes_back(encoding: str) -> None:
    assert decode(SIMPLE.encode(encoding), "x") == SIMPLE


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_traditional_text_comes_back(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "x") == TRADITIONAL


@given(st.text(st.sampled_from([*LEVEL_ONE, *"，。、：；\n 0123456789"]), max_size=200), st.sampled_from(ENCODINGS))
def test_any_common_text_comes_back(more: str, encoding: str) -> None:
    text = SIMPLE + more
    assert decode(text.encode(encoding), "x") == text


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_taken_at_its_word(text: str) -> None:
    assert decode(text.encode(), "x") == text.removeprefix("\ufeff")


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    assert decode("李".encode("big5"), "x", "big5") == "李"
    assert decode(SIMPLE.encode("gbk"), "x", "no-such-encoding") == SIMPLE


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\xd8", b"\x80\x81\xfe\xff\x00", "Übermäßig größere Straße".encode("latin-1")])
def test_what_is_no_chinese_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSource):
        decode(data, "x")
