"""Meetings of set phrases are none of the text's; whose task something is is not what it is about."""

import pytest

from tests.claims.test_news_forms import named, told


@pytest.mark.parametrize(("text", "want"), [
    ("会议要求，认真落实市委经济工作会议、市委“新春第一会”精神。", set()),
    ("会议指出，要贯彻落实市委农村工作会议部署要求。", set()),
    ("县长李明参加了全市安全生产会议。会议传达学习了全市安全生产会议精神。", {"全市安全生产会议"}),
    ("县长李明出席县委经济工作会议，要求认真落实。", {"县委经济工作会议"}),
    ("以李明为组长的省三次重大经贸活动第一督察组到河阳市检查。", set()),
    ("河阳县人民政府召开第五十七次常务会议，县长李明主持会议。", {"河阳县人民政府第五十七次常务会议"}),
    ("县委十五届三次全会召开，县长李明参加会议。", {"县委十五届三次全会"}),
])
def test_meetings_that_are_only_spoken_of(text, want):
    assert named(text, "Event") == want


def test_whose_charge_one_item_is_is_not_what_the_next_is_about():
    text = "有10个签约项目，现由市项目建设服务中心负责推进；有4个签约项目，现由市商务局负责推进。"
    assert not told(text, "oversees")
    text = "石桥物流园项目加快建设，由市项目建设服务中心负责推进。"
    assert told(text, "oversees") == {("市项目建设服务中心", "石桥物流园")}
