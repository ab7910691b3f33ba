"""What texts say of identity beside the names: renames, lists, shared head words, posts, builders, days, callings."""

from tests.resolve.alike import count, one, who

GREEN, PINE = "河州市青岚区", "河州市松陵区"


def test_a_rename_that_a_text_tells_joins_and_the_new_name_is_the_label():
    told = who(
        (GREEN, "苇塘湿地公园更名为松涛湖公园。", [("苇塘湿地公园", "Park"), ("松涛湖公园", "Park")]),
        (GREEN, "苇塘湿地公园开工。", [("苇塘湿地公园", "Park")]),
    )
    (entity,) = [e for e in told.things.entities.values() if "Park" in e.kinds]
    assert entity.name == "松涛湖公园" and "苇塘湿地公园" in entity.names


def test_a_zone_is_called_without_what_says_only_that_it_is_one():
    told = who(
        (GREEN, "苇塘核心片区开工。", [("苇塘核心片区", "Zone")]),
        (GREEN, "苇塘片区板块提速。", [("苇塘片区板块", "Zone")]),
        (GREEN, "苇塘片区起步。", [("苇塘片区", "Zone")]),
    )
    (entity,) = [e for e in told.things.entities.values() if "苇塘片区" in e.names]
    assert entity.name == "苇塘片区" and len(entity.names) == 3


def test_a_name_in_a_bracket_joins_another_text_that_uses_it_alone():
    told = who(
        (GREEN, "松涛湖公园（原名苇塘游园）开放。", [("松涛湖公园", "Park")]),
        (GREEN, "苇塘游园开工。", [("苇塘游园", "Park")]),
        (GREEN, "青岚中央活力区（CAZ）起步。", [("青岚中央活力区", "Zone")]),
        (GREEN, "CAZ提速。", [("CAZ", "Zone")]),
    )
    assert one(told, "松涛湖公园", "苇塘游园") and one(told, "青岚中央活力区", "CAZ")


def test_a_list_shares_its_last_word():
    told = who(
        (GREEN, "柳庄、白寨遗址公园开放。", [("柳庄", "Park"), ("白寨遗址公园", "Park")]),
        (GREEN, "柳庄遗址公园开工。", [("柳庄遗址公园", "Park")]),
    )
    assert one(told, "柳庄", "柳庄遗址公园") and not one(told, "柳庄", "白寨遗址公园")


def test_what_a_list_names_side_by_side_is_two():
    told = who((GREEN, "云溪文化创意园、云溪文创产业园开工。", [("云溪文化创意园", "Zone"), ("云溪文创产业园", "Zone")]))
    assert not one(told, "云溪文化创意园", "云溪文创产业园")


def test_misread_letters_join_only_with_support():
    texts = [
        (GREEN, f"{name}由华辰建设承建。", [(name, "Facility"), ("华辰建设", "Company")])
        for name in ("云溪图书中心", "云溪图书申心")
    ]
    claims = [(id, "developedBy", name, "华辰建设") for id, name in (("a", "云溪图书中心"), ("b", "云溪图书申心"))]
    assert not one(who(*texts), "云溪图书中心", "云溪图书申心")
    assert one(who(*texts, claims=tuple(claims)), "云溪图书中心", "云溪图书申心")


def test_a_body_and_its_place_stay_two():
    told = who((GREEN, "青岚区与青岚区政府、青岚区委。", [("青岚区", "District"), ("青岚区政府", "Organization"), ("青岚区委", "Organization")]))
    assert len(told.things.entities) == 3


def test_the_citys_committee_is_one_in_both_districts_and_the_districts_own_are_two():
    told = who(
        (GREEN, "市委要求区委落实。", [("市委", "Organization"), ("区委", "Organization")]),
        (PINE, "河州市委要求区委落实。", [("河州市委", "Organization"), ("区委", "Organization")]),
    )
    assert count(told, "市委") == 1 and count(told, "区委") == 2


def test_a_firm_of_the_country_is_one_and_a_districts_own_firm_is_its_own():
    texts = [
        (place, "淮江第三建筑工程有限公司、城投公司、城市建设集团有限公司。",
         [("淮江第三建筑工程有限公司", "Company"), ("城投公司", "Company"), ("城市建设集团有限公司", "Company")])
        for place in (GREEN, PINE)
    ]  # fmt: skip
    told = who(*texts)
    assert [count(told, n) for n in ("淮江第三建筑工程有限公司", "城投公司", "城市建设集团有限公司")] == [1, 2, 2]


def test_an_official_and_a_villager_of_one_name_are_two():
    told = who(
        (GREEN, "副区长王伟主持。", [("副区长", "Post"), ("王伟", "Official")]),
        (GREEN, "村民王伟说好。", [("村民", "Post"), ("王伟", "Person")]),
    )
    assert count(told, "王伟") == 2


def test_a_yearly_meeting_is_one_a_year_and_a_counted_one_is_one():
    texts = [(GREEN, f"{name}召开。", [(name, "Event")]) for name in ("经济工作会议", "经济工作会议", "八届三次全会", "八届三次全会")]
    told = who(*texts, dates={"a": "2020-01-05", "b": "2021-01-06", "c": "2020-01-05", "d": "2021-01-06"})
    assert count(told, "经济工作会议") == 2 and count(told, "八届三次全会") == 1


def test_a_phase_is_part_of_the_whole_that_another_text_names():
    told = who((GREEN, "云溪文创园二期开工。", [("云溪文创园二期", "Project")]), (GREEN, "云溪文化创意园开放。", [("云溪文化创意园", "Zone")]))
    (part,) = told.parts
    assert (part.relation, part.subject.name) == ("partOf", "云溪文创园二期")
    assert told.things.of("a", part.object).name == "云溪文化创意园"


def test_texts_of_districts_that_share_their_name_stay_apart():
    texts = [(place, "人民公园开放。全区欢庆。", [("人民公园", "Park")]) for place in ("南京市鼓楼区", "徐州市鼓楼区", "鼓楼区", "鼓楼区")]
    assert count(who(*texts), "人民公园") == 4


def test_a_former_name_of_an_area_is_the_area():
    told = who(
        ("洛阳市偃师区", "偃师区发布，全区欢庆。", [("偃师区", "District")]),
        ("洛阳市偃师市", "偃师市发布，全市欢庆。", [("偃师市", "District")]),
    )
    (area,) = [e for e in told.things.entities.values() if e.code == "410307"]
    assert {"偃师区", "偃师市"} <= set(area.names)
    assert area.parent == "district/洛阳市.410300"


def test_a_town_has_its_code_and_lies_in_its_county():
    told = who(("南京市鼓楼区", "鼓楼区湖南路街道。全区欢庆。", [("鼓楼区", "District"), ("湖南路街道", "District")]))
    (town,) = [e for e in told.things.entities.values() if e.name == "湖南路街道"]
    assert town.code.startswith("320106") and town.parent == "district/鼓楼区.320106"


def test_a_short_name_that_two_things_could_bear_is_neithers_and_people_are_asked():
    told = who(
        (GREEN, "云溪文化旅游产业园。", [("云溪文化旅游产业园", "Zone")]),
        (GREEN, "云溪新能源产业园。", [("云溪新能源产业园", "Zone")]),
        (GREEN, "云溪产业园。", [("云溪产业园", "Zone")]),
    )
    assert not one(told, "云溪产业园", "云溪文化旅游产业园") and not one(told, "云溪产业园", "云溪新能源产业园")
    assert [i.rule for i in told.issues] == ["doubtful identity"] * 2


def test_hamlets_of_one_name_in_two_counties_are_two():
    told = who(("云岭区", "启动樾吉寨建设。", [("樾吉寨", "District")]), ("青崖县", "走访樾吉寨。", [("樾吉寨", "District")]))
    assert sorted(e.id for e in told.things.entities.values() if "樾吉寨" in e.names) == ["district/樾吉寨.云岭区", "district/樾吉寨.青崖县"]
