"""When a post begins, ends or is past: in the words of appointments, removals and reports."""

import pytest

from graphbuild.claims.tenures import tenures
from graphbuild.knowledge import load
from tests.claims.marked import reading

KNOWLEDGE = load()


def told(marked: str) -> list[tuple[str, str, str, str]]:
    claims = tenures(reading(marked, KNOWLEDGE))
    return [(c.subject.name, dict(c.qualifiers)["title"], dict(c.qualifiers)["event"], dict(c.qualifiers).get("on", "")) for c in claims]


MAN, OTHER = "〔丁一山:Official〕", "〔许建国:Official〕"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (f"会议决定任命{MAN}为〔区长:Post〕。", [("丁一山", "区长", "begin", "")]),
        (f"免去{MAN}的〔区长:Post〕职务，任命{OTHER}为〔区长:Post〕。", [("丁一山", "区长", "end", ""), ("许建国", "区长", "begin", "")]),
        (f"2021年3月5日，{MAN}当选〔区长:Post〕。", [("丁一山", "区长", "begin", "2021-03-05")]),
        (f"2021年3月，{MAN}不再担任〔区委书记:Post〕。", [("丁一山", "区委书记", "end", "2021-03")]),
        (f"接受{MAN}辞去〔副区长:Post〕职务的请求。", [("丁一山", "副区长", "end", "")]),
        (f"{MAN}同志卸任〔区长:Post〕后离开。", [("丁一山", "区长", "end", "")]),
        (f"{MAN}提出辞呈，会议免去其〔区长:Post〕职务。", [("丁一山", "区长", "end", "")]),
        (f"时任〔区委书记:Post〕{MAN}出席。", [("丁一山", "区委书记", "past", "")]),
        (f"由原〔区长:Post〕{MAN}介绍。", [("丁一山", "区长", "past", "")]),
        (f"{MAN}（原〔区长:Post〕）发言。", [("丁一山", "区长", "past", "")]),
        (f"任命：\n{MAN}为〔副区长:Post〕；\n{OTHER}为〔局长:Post〕。", [("丁一山", "副区长", "begin", ""), ("许建国", "局长", "begin", "")]),
        (f"任命{MAN}为〔副区长:Post〕、〔局长:Post〕。", [("丁一山", "副区长", "begin", ""), ("丁一山", "局长", "begin", "")]),
        (f"〔区委书记:Post〕{MAN}调研。", []),
        (f"〔平原区:District〕〔区长:Post〕{MAN}调研。", []),  # 原 is inside a name
        (f"会议听取了任命工作汇报。{MAN}是〔区长:Post〕。", []),
        (f"{MAN}要求辞去等待心态，〔区长:Post〕作了发言。", []),
    ],
)
def test_beginnings_and_ends(marked, expected):
    assert told(marked) == expected


def test_the_evidence_holds_the_word_that_says_it():
    (claim,) = tenures(reading(f"会议免去{MAN}的〔区长:Post〕职务。", KNOWLEDGE))
    assert claim.quote == "免去丁一山的区长"
