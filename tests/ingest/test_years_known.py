"""Where a document's year comes from when its text does not say it: the list, the name, the address, the title, or nowhere."""

import pytest

from graphbuild import ingest
from graphbuild.ingest.dates import day_of_name, day_of_url, year_of_title

TEXT = "区长调研产业园\n\n本报讯 7月31日上午，云岭区区长柳闻莺调研青禾产业园。\n"


def only(folder, name, text=TEXT):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    (document,) = ingest.read(path)
    return document


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("http://news.example.cn/2023-08/01/content_12.htm", "2023-08-01"),
        ("https://www.example.gov.cn/xw/202308/t20230801_99123.html", "2023-08-01"),
        ("https://www.example.gov.cn/2023/08/01/1234.html", "2023-08-01"),
        ("https://www.example.gov.cn/20230801/a.html", "2023-08-01"),
        ("https://www.example.gov.cn/2023/0801/a.html", "2023-08-01"),
        ("https://www.example.gov.cn/2023/8/1/a.html", "2023-08-01"),
        ("https://www.example.gov.cn/202308/a.html", "2023-08"),
        ("https://www.example.gov.cn/2023/a.html", "2023"),
        ("https://www.example.gov.cn/art/123456789/20231345.html", ""),
        ("https://2019.example.gov.cn/a.html", ""),
    ],
)
def test_an_address_may_hold_a_date(url, date):
    assert str(day_of_url(url)) == date


@pytest.mark.parametrize(
    ("name", "date"),
    [("2021_报告", "2021"), ("云岭区2021年工作报告", "2021"), ("报告 2021", "2021"), ("2021-03-05 报告", "2021-03-05"),
     ("0012021", ""), ("c2021x", ""), ("第3号", ""), ("ea8b58012019", "")],
)  # fmt: skip
def test_a_name_may_hold_a_year(name, date):
    assert str(day_of_name(name)) == date


@pytest.mark.parametrize(
    ("title", "year"),
    [("云岭区2021年政府工作报告", "2021"), ("关于2020年计划执行情况与2021年计划草案的报告", "2021"), ("区长调研", ""),
     ("云岭区2035年远景目标", ""), ("到2025年建成新城", ""),
     ("河阳县动工建设水库 计划2015年竣工", ""), ("河阳县2015年重点项目计划", "2015")],
)  # fmt: skip
def test_a_title_may_name_the_year(title, year):
    assert str(year_of_title(title)) == year


def test_the_address_is_asked_after_the_name(tmp_path):
    head = "---\ntitle: 区长调研\nurl: http://news.example.cn/2022-08/01/c_1.htm\n---\n"
    assert str(only(tmp_path, "a.md", head + TEXT).said) == "2022-07-31"
    assert str(only(tmp_path, "2023_a.md", head + TEXT).said) == "2023-07-31"


def test_an_address_in_the_text_or_a_folder_dates_it(tmp_path):
    assert str(only(tmp_path, "a.txt", TEXT + "\n原文：https://e.example.cn/2021/0801/1.html\n").said) == "2021-07-31"
    assert str(only(tmp_path, "site/2020/08/01/a.txt").said) == "2020-07-31"


def test_a_page_names_its_own_address(tmp_path):
    page = f'<html><head><link rel="canonical" href="http://e.cn/2019/08/01/a.html"></head><body><p>{TEXT}</p></body></html>'
    assert str(only(tmp_path, "a.html", page).said) == "2019-07-31"


def test_the_list_goes_before_all_and_may_give_an_address(tmp_path):
    listed = '[[source]]\nfile = "2023_a.txt"\npublished = "2018"\nreason = "x"\n\n[[source]]\nfile = "b.txt"\nurl = "http://e.cn/2017-08/01/x"\n'
    (tmp_path / "sources.toml").write_text(listed, "utf-8")
    (tmp_path / "2023_a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT + "又讯。", "utf-8")
    documents = [document for source in ingest.collect([tmp_path]) for document in ingest.read(source)]
    assert [str(document.said) for document in documents] == ["2018-07-31", "2017-07-31"]


def test_a_document_without_a_year_says_so(tmp_path):
    document = only(tmp_path, "a.txt")
    (issue,) = ingest.undated([document])
    assert (issue.severity, issue.rule, issue.where) == ("warning", "no year", document.source)
    assert str(document.said) == "--07-31" and ingest.undated([only(tmp_path, "2023_b.txt")]) == []


def test_a_page_out_of_order_is_dated_by_the_line_that_opens_with_a_day(tmp_path):
    text = "云岭区全会解读\n\n上半年 各项工作亮点纷呈。全区发展水平提高。\n\n8月28日，云岭区召开全体会议。会议作了部署。\n"
    assert str(only(tmp_path, "2019_a.txt", text).said) == "2019-08-28"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("樾樱一中\n2021-05-08\n樾樱一中9月1日正式开学。学校已建成。\n", "2021-05-08"),  # a day to come dates no report
        ("樾樱一中\n2021-05-08\n5月6日上午，樾樱一中开工。学校占地30亩。\n", "2021-05-06"),
        ("樾樱园\n2021-05-08\n樾樱园已于2月28日完工，3月5日开放。占地30亩。\n", "2021-05-08"),  # nor does one of what is told
        ("樾樱桥\n2021-01-04\n12月30日，樾樱桥正式通车。全长2公里。\n", "2020-12-30"),  # of the year before
        ("樾樱桥\n2021-05-08\n2018年3月5日动工的樾樱桥正式通车。全长2公里。\n", "2021-05-08"),
        ("樾樱桥\n樾樱桥计划于9月1日通车。全长2公里。\n（2021-05-08）\n", "2021-05-08"),
    ],
)
def test_a_report_opens_with_a_day_before_its_publication(tmp_path, text, said):
    assert str(only(tmp_path, "a.txt", text).said) == said
