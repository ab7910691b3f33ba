"""What people judge wins over every rule: same, different (through any chain), the right name, bearers told by place or file."""

from graphbuild.knowledge.decisions import Decisions
from tests.resolve.alike import count, one, who

GREEN, PINE = "河州市青岚区", "河州市松陵区"


def pair(*names: str) -> frozenset[frozenset[str]]:
    return frozenset([frozenset(names)])


def text(place, name, kind="Zone"):
    return place, f"{name}开工。", [(name, kind)]


def test_same_joins_what_no_rule_would():
    texts = text(GREEN, "云溪园"), text(GREEN, "梅坞谷")
    assert not one(who(*texts), "云溪园", "梅坞谷")
    assert one(who(*texts, judged=Decisions(same=pair("云溪园", "梅坞谷"))), "云溪园", "梅坞谷")


def test_different_splits_a_group_and_no_third_joins_it_again():
    texts = [text(GREEN, n) for n in ("云溪文化创意园", "云溪文创园", "云溪文化创意园项目")]
    assert one(who(*texts), "云溪文化创意园", "云溪文创园", "云溪文化创意园项目")
    told = who(*texts, judged=Decisions(different=pair("云溪文化创意园", "云溪文创园")))
    assert not one(told, "云溪文化创意园", "云溪文创园")
    assert count(told, "云溪文化创意园项目") == 1


def test_a_judgement_of_two_names_holds_in_their_own_area_alone():
    texts = text(GREEN, "云溪园"), text(PINE, "云溪园"), text(PINE, "梅坞谷")
    told = who(*texts, judged=Decisions(same=pair("云溪园", "梅坞谷")))
    assert count(told, "云溪园") == 2


def test_bearers_of_one_name_are_told_by_place():
    texts = text(GREEN, "李强", "Official"), text(PINE, "李强", "Official")
    assert count(who(*texts), "李强") == 2
    assert count(who(*texts, judged=Decisions(same=pair("李强@青岚区", "李强@松陵区"))), "李强") == 1


def test_bearers_of_one_name_in_one_area_are_told_by_file():
    texts = text(GREEN, "李强", "Official"), text(GREEN, "李强", "Official")
    assert count(who(*texts), "李强") == 1
    assert count(who(*texts, judged=Decisions(different=pair("李强@a", "李强@b"))), "李强") == 2


def test_a_same_that_could_mean_several_is_an_issue():
    texts = text(GREEN, "云溪园"), text(PINE, "云溪园"), text("河州市临溪县", "梅坞谷")
    told = who(*texts, judged=Decisions(same=pair("云溪园", "梅坞谷")))
    assert [i.rule for i in told.issues] == ["unclear decision"]


def test_the_right_name_is_the_label_and_the_id_stays():
    texts = (text(GREEN, "云溪文创园"),)
    before, after = who(*texts), who(*texts, judged=Decisions(names={"云溪文创园": "云溪文化创意产业园"}))
    (was,), (now,) = (
        [e for e in told.things.entities.values() if "云溪文创园" in e.names] for told in (before, after)
    )
    assert now.name == "云溪文化创意产业园" and now.id == was.id


def test_what_two_areas_name_is_one_thing_of_the_area_that_speaks_of_it_most():
    texts = text(GREEN, "云溪园"), text(PINE, "云溪园"), text(PINE, "云溪园")
    told = who(*texts, judged=Decisions(same=pair("云溪园@青岚区", "云溪园@松陵区")))
    (id,) = (e.id for e in told.things.entities.values() if "云溪园" in e.names)
    assert id.endswith("云溪园." + next(key[0] for key in told.things.means if "松陵区" in key[0]))
