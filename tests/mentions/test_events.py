"""Meetings by what is done with them: the name without the day, without whose it is; no name where any meeting is meant."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.events import events

KNOWLEDGE = load()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("3月2日，记者参加了县政府召开的防汛物资供应工作会议，传来消息。", "防汛物资供应工作会议"),
        ("司法局、普法办组织的全国“学法‘七进’惠民生”宣传教育活动“法在身边”专场推进会，在云岭县顺利召开。", "全国“学法‘七进’惠民生”宣传教育活动“法在身边”专场推进会"),
        ("公司在驻地开展“落水事故应急演练暨急救知识讲座”活动。", "落水事故应急演练暨急救知识讲座"),
        ("上午，云岭区2018年第二批社会民生、产业升级、城市更新类项目集中开工活动在新区举行。", "云岭区2018年第二批社会民生、产业升级、城市更新类项目集中开工活动"),
        ("新区举办主题为“安全”的第19期周末大讲堂，百人参加。", "第19期周末大讲堂"),
    ],
)
def test_a_meeting_is_named_without_whose_or_what_it_is(text, name):
    assert name in [mention.name for mention in events(text, KNOWLEDGE)]


@pytest.mark.parametrize("text", ["此次会议在县城召开。", "全县工作会议召开。", "双方就项目合作的签约仪式交换意见。"])
def test_what_any_meeting_is_called_is_no_name(text):
    assert [mention.name for mention in events(text, KNOWLEDGE)] == []
