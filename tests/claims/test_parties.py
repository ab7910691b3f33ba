"""Parties that visit: who leads one, who receives it, who goes with it; and what it does on the spot."""

import pytest

from tests.claims.test_news_forms import named, posts, told

LED = "云溪区区长赵刚率考察团到河阳县考察。"


def sites(text, leader):
    return {site for who, site in told(text, "inspects") if who == leader}


@pytest.mark.parametrize("host", [
    "县委副书记、县长李明，副县长王强等县领导与考察团一行就产业发展进行了深入的交流，会后",
    "县长李明、副县长王强与党政代表团座谈，",
    "甲川大学党委书记李明；清水研究院院长王强等分别与代表团一行座谈。随后，",
    "县长李明、副县长王强向考察团介绍了产业情况。",
    "县长李明、副县长王强会见了考察团一行，随后",
])
def test_hosts_speak_with_the_party_and_do_not_go_on_with_it(host):
    text = f"{LED}\n{host}考察团前往石桥物流园参观。"
    assert sites(text, "赵刚") == {"河阳县", "石桥物流园"} and not sites(text, "李明") and not sites(text, "王强")


@pytest.mark.parametrize("text", [
    "县长李明一行与驻村工作队座谈后来到石桥物流园。",
    "县长李明率队与甲川工作组座谈，并来到石桥物流园。",
    "县长李明与考察团一行来到石桥物流园。",
])
def test_who_speaks_with_others_may_be_the_visitor(text):
    assert sites(text, "李明") == {"石桥物流园"}


@pytest.mark.parametrize(("text", "want"), [
    ("以县长李明为组长的调研组到石桥物流园调研。", {"石桥物流园"}),
    ("以副县长李明为团长的考察团一行来到石桥物流园。", {"石桥物流园"}),
    ("县委成立以县长李明为组长的工作专班，深入石桥物流园开展服务。", set()),
])
def test_who_is_the_head_of_a_party_leads_it(text, want):
    assert sites(text, "李明") == want


@pytest.mark.parametrize(("text", "want"), [
    ("甲川光电科技有限公司是高新技术企业，拥有50多项专利，调研组鼓励企业做大做强。", {"甲川光电科技有限公司"}),
    ("石桥物流园一派火热景象，调研组为建设者点赞。", {"石桥物流园"}),
    ("石桥物流园一派火热景象，李明勉励企业加快建设。", {"石桥物流园"}),
    ("调研组来到杏花村了解移民情况。", {"杏花村"}),
    ("甲川光电科技有限公司是高新技术企业。县委高度重视，群众纷纷点赞。", set()),
    ("副县长王强介绍了石桥物流园，李明勉励企业加快建设。", set()),
])
def test_what_the_party_does_where_a_sentence_opens_with_a_site(text, want):
    assert sites(f"县长李明率调研组调研。\n{text}", "李明") == want


@pytest.mark.parametrize(("text", "want"), [
    ("李明考察了甲川集团、清水县下柳村征地拆迁情况。", {"甲川集团", "下柳村"}),
    ("李明来到石桥物流园，在清水县柳林乡杏花村调研了党建情况，在三河镇走访查看了群众生产生活条件。", {"石桥物流园", "杏花村", "三河镇"}),
    ("李明先后到第八师石桥物流园、甲川物流公司考察。", {"石桥物流园", "甲川物流公司"}),
    ("李明在清水县三河镇提出了工作要求。", set()),
])
def test_villages_and_towns_whose_affairs_are_looked_at(text, want):
    got = {site.removeprefix("第八师") for site in sites(f"县长李明调研。{text}", "李明")}
    assert got == want


@pytest.mark.parametrize(("text", "guests"), [
    ("县领导李明、王强、赵刚参加视察活动。视察组先后来到石桥物流园等地。", set()),
    ("县领导李明、王强、赵刚参加。视察组先后来到石桥物流园等地。", {"王强", "赵刚"}),
    ("县委书记李明、县长王强参加视察活动。视察组先后来到石桥物流园等地。", {"王强"}),
])
def test_equals_visit_together(text, guests):
    assert {who for who, _ in told(text, "accompanies")} == guests
    assert {who for who, _ in told(text, "inspects")} == {"李明", "王强", "赵刚"} - guests - ({"赵刚"} if "赵刚" not in text else set())


def test_those_who_take_part_when_others_visit_are_hosts():
    text = "省考察团来我县考察，县领导李明、王强参加视察活动。考察团先后来到石桥物流园等地。"
    assert not told(text, "inspects") and not told(text, "accompanies")


@pytest.mark.parametrize("area", ["石桥区", "清水市石桥区"])
def test_works_of_an_area_are_looked_over(area):
    text = f"市长李明，市政协主席王强等市领导，对{area}重点项目建设情况进行观摩。"
    assert told(text, "inspects") == {("李明", "石桥区"), ("王强", "石桥区")}


def test_a_family_name_with_a_title_is_nobody_new():
    text = "云溪区委书记赵刚带队考察。赵书记一行来到甲川集团，王主席一行首先来到石桥物流园。"
    assert named(text, "Official") == {"赵刚"}


def test_a_city_before_a_university_has_its_own_name():
    text = "县长李明先后到河阳市、清水大学学习考察。"
    assert not {name for name in named(text, "Facility") if "河阳" in name}


@pytest.mark.parametrize(("text", "post"), [
    ("以李明为组长的省住建厅督查组来县检查工作，副县长王强陪同。", ("李明", "组长")),
    ("以副省长李明为组长的省住建厅督查组来县检查工作，副县长王强陪同。", ("李明", "组长")),
    ("坚持以人民为中心，以项目为组长的抓手，副县长王强陪同。", ("王强", "副县长")),
])
def test_who_is_made_the_head_of_a_party_holds_that_post(text, post):
    assert post in {(who, title) for who, title, _ in posts(text)}
    assert named(text, "Official") <= {"李明", "王强"}


@pytest.mark.parametrize(("text", "want"), [
    ("石桥镇党委副书记李明率考察团前往清水县考察。在清水县，县长王强与石桥镇考察团座谈。", set()),
    ("河阳县县长李明带队赴清水市学习考察。活动期间，河阳县县长李明一行来到柳林镇。", set()),
    ("河阳县县长李明到石桥镇调研。石桥镇党委书记王强陪同。", {("石桥镇", "河阳县")}),
])
def test_towns_of_guests_and_hosts_are_not_the_others(text, want):
    assert told(text, "locatedIn") == want
