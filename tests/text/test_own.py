"""Which area a text calls its own: what 区委 and 全县 mean in it."""

import pytest

from graphbuild.model import Document, Mention
from graphbuild.text.clean import clean
from graphbuild.text.own import own_place


def own(text: str, *names: str, place: str = "", bodies: tuple[str, ...] = ()) -> str:
    """Names of areas in their order, each where it next stands."""
    found, done = [], 0
    for name in names:
        done = text.index(name, done)
        found.append(Mention(done, done + len(name), ("District",), name, "test"))
        done += len(name)
    found += [Mention(0, len(body), ("Organization",), body, "test") for body in bodies]
    return own_place(Document("a", "a.txt", text, clean(text), place=place), found)


@pytest.mark.parametrize(
    ("text", "names", "place", "wanted"),
    [
        ("青岚区与松陵区结对，全区动员。", ("青岚区", "松陵区"), "", "青岚区"),
        ("河州市青岚区推进治理，市委要求抓紧。", ("河州市", "青岚区"), "", "青岚区"),
        ("河州市青岚区推进治理，河州市委要求抓紧。", ("河州市", "青岚区", "河州市"), "", "河州市"),
        ("深夜，青岚区副区长带着区应急局到工地。", ("青岚区",), "", "青岚区"),
        ("青岚区书记率队赴松陵区考察。", ("青岚区", "松陵区"), "", "青岚区"),
        ("云溪村的路通了。", ("云溪村",), "", ""),
        ("我县召开会议，客人来自河州市。", ("河州市",), "", ""),
        ("客人来自松陵区。", ("松陵区",), "河州市青岚区", "青岚区"),
        ("松陵区的客人到松陵区教育局，代区长与副区长参加，区委支持。", ("松陵区", "松陵区"), "河州市青岚区", "青岚区"),
        ("市委要求抓紧，市政府部署，客人来自松陵区。", ("松陵区",), "河州市青岚区", "河州市"),
        ("区委要求抓紧，市政府部署，市人大支持。", (), "河州市青岚区", "青岚区"),
        ("全县动员，青岚县、松陵县参加。", ("青岚县", "松陵县"), "河州市", "青岚县"),
        ("各地动态。", (), "", ""),
    ],
)
def test_the_own_area(text, names, place, wanted):
    assert own(text, *names, place=place) == wanted


def test_its_bodies_name_it_too():
    assert own("澜台区委召开全会。", bodies=("澜台区委",)) == "澜台区"
    assert own("中共澜台区委召开全会。", bodies=("中共澜台区委",)) == "澜台区"
    assert own("某大学委员会召开会议。", bodies=("某大学委员会",)) == ""


@pytest.mark.parametrize("city", ["河州", "新乡", "石溪"])
def test_a_short_name_counts_for_the_full_one_that_the_text_has(city):
    text = f"{city}市人大开会。全市动员。{city}建成枢纽，{city}开放，{city}提质。石台市通车，石台市治水。"
    assert own(text, city, city, city, city, "石台市", "石台市") == f"{city}市"


def test_a_body_of_a_county_makes_it_no_city():
    assert own("全县动员，青岚县县委、青岚县县长部署。", "青岚县", "青岚县") == "青岚县"
