"""A page of several articles is parted where one ends and the next begins, and nowhere else."""

from itertools import pairwise

import pytest

from graphbuild.ingest.articles import articles
from graphbuild.ingest.dates import day_in, number
from graphbuild.ingest.documents import documents
from graphbuild.ingest.press import press
from graphbuild.ingest.source import About, Page, Source
from graphbuild.ingest.writers import writers
from graphbuild.model import Document

PAGE = """

云岭区领导调研项目建设 以大提速 推动大发展

本报讯 7月31日上午,云岭区委书记柳闻莺调研青禾产业园。她要求将项目摆在突

出位置,倒排工期。

记者 鲁小燕
通讯员 木青青

区领导督导防汛工作

本报讯 8月1日,区长沈望舒督导防汛。

记者 鲁小燕 通讯员 侯冠

云岭区召开 上半年经济会议

本报讯 8月2日下午,云岭区召开会议。会议指出,成绩来之不易。

(记者 鲁小燕 通讯员 郑楚)
"""


def read(text: str, name: str = "a.txt", **about: str) -> list[Document]:
    return documents(Source(name, about=About(**about)), Page(text), "0" * 64)


def test_each_article_has_its_headline_dateline_and_writers() -> None:
    found = read(PAGE, title="整版")
    assert [d.title for d in found] == ["云岭区领导调研项目建设 以大提速 推动大发展", "区领导督导防汛工作", "云岭区召开 上半年经济会议"]
    assert [str(d.dateline) for d in found] == ["--07-31", "--08-01", "--08-02"]
    assert [d.writers for d in found] == [("鲁小燕", "木青青"), ("鲁小燕", "侯冠"), ("鲁小燕", "郑楚")]
    assert "摆在突出位置，倒排工期。" in found[0].view.text
    assert all(d.text == PAGE for d in found)


def test_the_articles_cover_the_page_without_overlap() -> None:
    ranges = articles(PAGE, press())
    assert ranges[0][0] == 0 and ranges[-1][1] == len(PAGE)
    assert all(left[1] == right[0] for left, right in pairwise(ranges))


def test_web_reports_are_parted_at_the_lines_that_date_them() -> None:
    report = "# {}\n\n发布时间：2023-04-{}　来源：云岭融媒\n\n区长沈望舒到青禾产业园调研，要求加快进度。他强调，要抓落实。\n\n"
    found = read(report.format("区长调研", 29) + report.format("街道：开展活动", 28) + "上一篇：没有了\n")
    assert [d.title for d in found] == ["区长调研", "街道：开展活动"]
    assert [str(d.published) for d in found] == ["2023-04-29", "2023-04-28"]
    assert found[0].publisher == "云岭融媒"


def test_bylines_alone_part_two_articles() -> None:
    one = "区长调研\n\n8月1日，区长沈望舒到青禾产业园调研，要求加快进度。\n\n记者 鲁小燕\n\n"
    assert len(read(one + one.replace("调研", "督导"))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "标题\n\n导语说了一件事。记者 鲁小燕 文/图\n\n上半年 成绩不错\n\n今年以来，全区加快发展。\n\n下一步 抓好工作\n\n要求落实。\n",
        "标题\n\n正文说了一件事。\n\n小标题\n\n正文又说了一件事。\n\n小标题二\n\n正文。\n",
        "●要点\n8月1日消息：（记者 鲁小燕）目前供应充足。\n又讯（记者 侯冠）面对抢购，区里表示充足。\n",
        "标题\n\n发布时间：2023-04-29\n\n本 报 讯　4月28日，区长沈望舒调研。\n\n编辑：侯冠\n",
        "标题\n\n区长调研。\n\n图为调研现场。记者 侯冠 摄\n\n小标题\n\n区长强调，要抓落实。\n\n记者 鲁小燕\n",
    ],
)
def test_a_single_article_stays_whole(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("view", "names"),
    [
        ("正文。\n（记者 林一诺 通讯员 孟达）", ("林一诺", "孟达")),
        ("本报讯（记者蓝天 通讯员李木子）机器轰鸣。", ("蓝天", "李木子")),
        ("做贡献。记者 张改花 文/图", ("张改花",)),
        ("记者 张改花 通讯员 郭佳/文 杨坤/图", ("张改花", "郭佳", "杨坤")),
        ("正文。\n（文/图 秦朗）", ("秦朗",)),
        ("正文。\n（廖川）", ("廖川",)),
        ("本报某地讯（通讯员黄思明刘福恒）近年来，创新。", ("黄思明", "刘福恒")),
        ("记者从区生态环境局获悉，空气改善。", ()),
        ("记者采访时，书记正在较真。", ()),
        ("区委书记柳闻莺（女）出席。", ()),
        ("正文。\n（云岭融媒）", ()),
    ],
)
def test_writers_are_read_from_bylines_only(view: str, names: tuple[str, ...]) -> None:
    assert writers(view, press()) == names


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023年11月7日下午", "2023-11-07"), ("7月31日", "--07-31"), ("六月二十一日下午", "--06-21"),
        ("二〇二三年十月十日", "2023-10-10"), ("5月17日至18日", "--05-18"), ("6月30日-7月2日", "--07-02"),
        ("2023-04-29 来源", "2023-04-29"), ("2023.4.9", "2023-04-09"), ("2月30日", ""), ("今年3月", ""),
    ],
)
def test_dates_are_as_precise_as_they_are_written(text: str, date: str) -> None:
    assert str(day_in(text)) == date


def test_numbers_in_characters() -> None:
    assert [number(n) for n in ("7", "十", "十二", "二十", "二十一", "二〇二三")] == [7, 10, 12, 20, 21, 2023]


def test_a_notice_is_dated_by_its_last_line_and_a_report_by_its_subtitle() -> None:
    assert str(read("关于成立专班的通知\n\n各单位：\n\n现予成立。\n\n云岭区政府办\n2023年3月22日\n")[0].published) == "2023-03-22"
    report = read("政府工作报告（摘要）\n\n——2024年1月18日在云岭区人代会上\n\n各位代表：\n\n现在报告工作，请审议。\n")[0]
    assert (report.title, str(report.dateline)) == ("政府工作报告（摘要）", "2024-01-18")
    assert str(read("（2003年2月16日 柳闻莺）\n各位代表，现在报告工作，请审议。\n")[0].dateline) == "2003-02-16"


@pytest.mark.parametrize(
    ("top", "said"),
    [
        ("政府工作报告\n\n——2012年1月12日在云岭市人民代表大会上", "2012-01-12"),
        ("政府工作报告\n\n――2012年1月12日在云岭市人民代表大会上", "2012-01-12"),
        ("云岭市2005年政府工作报告", "2005"),
        ("政府工作报告\n\n各位代表：\n\n一、2004年工作回顾", "2004"),
        ("云岭市2018年政府工作报告", "2019-03-21"),  # of the year before
        ("纪念2008年抗震", "2019-03-21"),  # no report
        ("政府工作报告", "2019-03-21"),
        ("云岭新闻\n\n2月28日，大桥通车", "2019-02-28"),
        ("云岭新闻\n\n2012年2月28日，大桥通车", "2019-03-21"),  # told of, not the day on which it is said
    ],
)
def test_a_report_put_into_an_archive_speaks_on_its_own_day(top: str, said: str) -> None:
    opening = "" if top.endswith("通车") else "\n\n现在报告工作"
    document = read(f"{top}{opening}，请审议。\n\n发布时间：2019-03-21\n")[0]
    assert (str(document.said), str(document.published)) == (said, "2019-03-21")
