"""Two areas of one name: the one that a text is of, and the one that it puts another city in front of."""

from tests.resolve.alike import one, who

OWN = [("朝阳区", "District"), ("长春市", "District"), ("朝阳区", "District")]


def codes(identity, document):
    found = identity.things.nodes.of
    return sorted({identity.things.entities[identity.things.means[n.key]].code for (d, *_), n in found.items() if d == document})


def test_a_text_may_name_both():
    told = who(("北京市朝阳区", "朝阳区与长春市朝阳区签约。", OWN))
    assert codes(told, "a") == ["110105", "220100", "220104"]


def test_the_own_city_in_front_changes_nothing():
    told = who(("北京市朝阳区", "北京市朝阳区召开会议。", [("北京市", "District"), ("朝阳区", "District")]))
    assert codes(told, "a") == ["110000", "110105"]


def test_the_same_office_of_two_namesakes_makes_no_one_person():
    names = [("朝阳区委", "Organization"), ("李强", "Official")]
    told = who(
        ("北京市朝阳区", "朝阳区委书记李强讲话。", names), ("吉林省长春市朝阳区", "朝阳区委书记李强讲话。", names),
        claims=(("a", "holds", "李强", "朝阳区委"), ("b", "holds", "李强", "朝阳区委")),
    )  # fmt: skip
    assert len([e for e in told.things.entities.values() if "李强" in e.names]) == 2


def test_a_renamed_area_keeps_its_bodies_apart_from_those_of_its_city():
    """偃师市 became a district of 洛阳市 in 2021: 市委 in its texts was its own committee before, and is the city's since."""
    told = who(
        ("河南省洛阳市偃师市", "市委要求抓紧。", [("市委", "Organization")]),
        ("河南省洛阳市偃师区", "市委要求抓紧。", [("市委", "Organization")]),
        ("河南省洛阳市偃师区", "偃师市和偃师区。", [("偃师市", "District"), ("偃师区", "District")]),
    )
    assert one(told, "偃师市委") and one(told, "洛阳市委") and not one(told, "偃师市委", "洛阳市委")
    assert one(told, "偃师市", "偃师区")
