"""An area of the list bears its name there, where a text calls it so; what people say and other things are left as they are."""

from graphbuild.model import Entity
from graphbuild.resolve.entities import both, listed

ID = "district/东莞市.441900"


def area(name, *names):
    return Entity(ID, ("District",), name, (name, *names), "441900")


def test_a_longer_misread_form_is_not_its_name():
    assert listed(ID, "441900", {"东莞建市", "东莞市", "东莞"}) == "东莞市"
    assert both(area("东莞建市"), area("东莞市")).name == "东莞市"
    assert both(area("东莞市"), area("东莞建市")).names == ("东莞市", "东莞建市")


def test_a_name_that_no_text_uses_is_not_given():
    assert listed(ID, "441900", {"东莞"}) == ""
    assert both(area("东莞"), area("东莞全市")).name == "东莞全市"


def test_only_areas_of_the_list_have_one():
    assert listed("district/柳河村.中原区", "", {"柳河村"}) == ""
