"""The clean view reads as the page was meant, and every character of it stands in the text as read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.text.clean import clean, even
from graphbuild.text.even import ODD, evened

SIGNS = "区委书记调研项目，。、：；！？“”\"'（）()|#*->,.: \u3000\n\r\t\u200b\ufeff0１aＡ·•㎡⼀"
LONG = "会议指出，要把项目摆在突出位置，集中资源力量围着项目转。"


@given(st.text(st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=300))
def test_every_character_maps_back(text: str) -> None:
    view = clean(text)
    assert len(view.text) == len(view.origin)
    assert all(a <= b for a, b in pairwise(view.origin))
    for character, place in zip(view.text, view.origin, strict=True):
        raw = text[place]
        assert character in (even(raw), raw, evened(raw)) or character in " \n“”·，：；（）！？"


@given(st.text(st.sampled_from(SIGNS), max_size=60), st.text(st.sampled_from(SIGNS), max_size=60))
def test_a_piece_counts_in_the_whole_text(before: str, piece: str) -> None:
    whole, alone = clean(before + piece, len(before)), clean(piece)
    assert whole.text == alone.text
    assert [place - len(before) for place in whole.origin] == list(alone.origin)


@given(st.lists(st.sampled_from([LONG, "重点工作 1", "- 第一项", "记者 张三", "# 标题", "| a | b |", "　　" + LONG, "全区 上下，"]), max_size=12))
def test_a_clean_text_stays_as_it_is(lines: list[str]) -> None:
    once = clean("\n\n".join(lines)).text
    assert clean(once).text == once


@given(st.characters())
def test_evening_is_one_character_for_one(character: str) -> None:
    assert len(even(character)) == 1 and len(evened(character)) == 1


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("增长８.１％,完成１,０００人;(ＣＣＤ)区", "增长8.1%，完成1,000人；（CCD）区"),
        ("上午8:30,共3,5号楼和1,000人", "上午8:30，共3，5号楼和1,000人"),
        ("见https://a.cn/x?y=1,2:3 。", "见https://a.cn/x?y=1,2:3。"),
        ('打造"三个一",建设"新城"。', "打造“三个一”，建设“新城”。"),
        ("艾力•吐尔", "艾力·吐尔"),
        ("⼀心为民", "一心为民"),
        ("完成**252.8亿元**。", "完成252.8亿元。"),
        ("零\u200b宽\ufeff软\u00ad连", "零宽软连"),
        ("面积30㎡、Ⅲ类、①项", "面积30㎡、Ⅲ类、①项"),
        ("甲区&nbsp;乙区", "甲区 乙区"),
        ("# 一览\r\n\r\n> 引用\r\n* 第一项\r\n- 1 第二项", "一览\n引用\n第一项\n1 第二项"),
        ("| 项目 | 单位 |\n|---|---|\n| 甲园 | 乙局 |", "| 项目 | 单位 |\n|---|---|\n| 甲园 | 乙局 |"),
        ("[区长](https://a.cn/b)调研。", "区长调研。"),
    ],
)
def test_signs_and_markup(raw: str, read: str) -> None:
    assert clean(raw).text == read


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("把开放放在 更加突出的位 置。全区 将更加自觉。", "把开放放在更加突出的位置。全区将更加自觉。"),
        ("全区加快建设 推动高质量发展 谱写新篇", "全区加快建设 推动高质量发展 谱写新篇"),
        ("记者 张三丰　　通讯员 李小四", "记者 张三丰 通讯员 李小四"),
        ("发展。记者 张三丰 文/图", "发展。记者 张三丰 文/图"),
        ("副区长：李  强 王晓明 赵　敏", "副区长：李强 王晓明 赵敏"),
        ("区领导张三丰 李小四 王五六参加，会议强调落实。", "区领导张三丰 李小四 王五六参加，会议强调落实。"),
        ("开展“共建美丽庭院 助力乡村振兴”活动，赢得好评。", "开展“共建美丽庭院 助力乡村振兴”活动，赢得好评。"),
        ("建设“湖滨 生态休闲区”，全区 上下抓落实。", "建设“湖滨生态休闲区”，全区上下抓落实。"),
        ("村民张 大 勇用 60 分换了一袋。", "村民张大勇用60分换了一袋。"),
        ("2021 年1 月26 日召开会议", "2021年1月26日召开会议"),
        ("工作开展。　　本次主要调查。", "工作开展。\n本次主要调查。"),
        ("本报讯 7月31日，区长调研。", "本报讯 7月31日，区长调研。"),
        ("本 报 讯　7月31日，区长调研。", "本报讯 7月31日，区长调研。"),
    ],
)
def test_spaces_stay_only_where_they_part_something(raw: str, read: str) -> None:
    assert clean(raw).text == read


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (f"标题\n\n{LONG}将项目作\n\n为重点,抓好落实。", f"标题\n{LONG}将项目作为重点，抓好落实。"),
        (f"标题\n\n{LONG}围绕“新经济”\n\n“新基建”等领域，抓好落实。", f"标题\n{LONG}围绕“新经济”“新基建”等领域，抓好落实。"),
        (f"{LONG}执行民主制度、\n\n重点工作 4\n\n{LONG}", f"{LONG}执行民主制度、\n重点工作 4\n{LONG}"),
        (f"全区推进项目建设\n\n{LONG}", f"全区推进项目建设\n{LONG}"),
        (f"{LONG}完成以下\n\n- 第一，抓项目。\n- 第二，抓招商。", f"{LONG}完成以下\n第一，抓项目。\n第二，抓招商。"),
        (f"{LONG}抓落实\n\n记者 张三，李四", f"{LONG}抓落实\n记者 张三，李四"),
        (f"{LONG}如下\n\n| 项目，甲 | 乙 |", f"{LONG}如下\n| 项目，甲 | 乙 |"),
        (f"{LONG}抓落实\n　　会议强调，要抓紧。", f"{LONG}抓落实\n会议强调，要抓紧。"),
        ("2021年1月2日，区里召开会议部署重点工作\n2021年3月4日，区里召开大会，部署工作", "2021年1月2日，区里召开会议部署重点工作\n2021年3月4日，区里召开大会，部署工作"),
        ("关于加强《城市更新\n实施方案》的通知", "关于加强《城市更新 实施方案》的通知"),
    ],
)
def test_broken_lines_join_and_headings_do_not(raw: str, read: str) -> None:
    assert clean(raw).text == read


def test_lines_wrapped_at_one_width_become_paragraphs() -> None:
    words = "".join(f"第{n}家单位要把项目建设放在突出位置，集中{n}份资源力量，" for n in "一二三四五六七八") + "确保完成。"
    wrapped = "\n".join(words[n : n + 30] for n in range(0, len(words), 30))
    assert clean("通知\n" + wrapped).text == "通知\n" + words


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("强化片区打造,发挥商圈的 片区打造,发挥商圈的 片区打造,发挥商圈的 作用。全区", "强化片区打造，发挥商圈的作用。全区"),
        ("城市让出行更便捷让出行更便捷。", "城市让出行更便捷。"),
        ("建成甲高新技术产业开发区、乙高新技术产业开发区、乙高铁站。", "建成甲高新技术产业开发区、乙高新技术产业开发区、乙高铁站。"),
        ("一步一步，扎扎实实。", "一步一步，扎扎实实。"),
    ],
)
def test_stutter_goes_and_lists_stay(raw: str, read: str) -> None:
    assert clean(raw).text == read


def test_no_sign_that_is_made_even_is_stepped_over() -> None:
    assert [character for character in map(chr, range(0x10000)) if even(character) != character and not ODD.match(character)] == []


@pytest.mark.parametrize("piece", ["一", "中国", "a", '"', "[", "（", "中 ", "中，文\n", "记者 张三 ", "> ", "- ", "\r\n", "　"])
def test_endless_text_is_cleaned_to_its_end(piece: str) -> None:
    """What grew with the square would end at the limit that every test has; `make scaling` measures how it grows."""
    text = piece * (100_000 // len(piece))
    view = clean(text)
    assert len(view.text) <= len(text)
