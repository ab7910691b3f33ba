"""Persons by their titles: who is one, where the name ends, and what is none."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.knowledge import load
from graphbuild.mentions.people import people
from graphbuild.mentions.tight import Tight
from graphbuild.model import Document, Mention
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def found(text: str, *writers: str) -> list[Mention]:
    return people(Document("d", "d", text, clean(text), writers=writers), KNOWLEDGE)


def persons(text: str, *writers: str) -> dict[str, str]:
    return {m.name: m.kind for m in found(text, *writers) if m.kind in ("Official", "Person")}


OFFICIALS = {
    "chain": ("甲溪区委副书记、区长周砚秋主持会议。", ["周砚秋"]),
    "right edge": ("县委书记任大鹏出席会议并讲话。", ["任大鹏"]),
    "two characters": ("县长李晓强调，要抓好落实。李晓指出，时间很紧。", ["李晓"]),
    "list under a title": ("副区长陶望舒、庄启明、郦文和骆一鸣参加。", ["陶望舒", "庄启明", "郦文", "骆一鸣"]),
    "leaders": ("区领导钱思齐、方晓、冯子墨出席活动。", ["钱思齐", "方晓", "冯子墨"]),
    "and others": ("州领导刘建民、陈忆秋、瓦标龙等。", ["刘建民", "陈忆秋", "瓦标龙"]),
    "told of": ("罗长青简历\n罗长青，男，汉族，大学学历。现任甲溪县副县长。", ["罗长青"]),
    "rank": ("二级调研员孟庆和参加调研。", ["孟庆和"]),
    "former": ("原副县长贺知远同志发言。", ["贺知远"]),
    "acting": ("代县长华长安表示，要加快建设。", ["华长安"]),
    "congress": ("县人大常委会主任马致远、县政协主席温如玉列席。", ["马致远", "温如玉"]),
    "courts": ("县人民法院院长苏文轩、县人民检察院检察长裴长风参加。", ["苏文轩", "裴长风"]),
    "street and village": ("河东街道党工委书记黎小川，河东村党支部书记石大柱陪同。", ["黎小川", "石大柱"]),
    "school": ("甲溪县第一中学校长顾念慈说，孩子们很高兴。", ["顾念慈"]),
    "role": ("县级河长秦观澜巡河。", ["秦观澜"]),
    "roles in a list": ("组长：区委书记云飞扬；副组长：副区长江上清。", ["云飞扬", "江上清"]),
    "spaces inside": ("常务副区长穆  青参加会议。", ["穆青"]),
    "set out": ("甲溪区人民政府区长  崔  浩", ["崔浩"]),
    "dotted": ("宣传部长艾尼瓦尔·买买提出席。艾尼瓦尔·买买提说", ["艾尼瓦尔·买买提"]),
    "dotted before a title": ("买买提·吐尔洪书记陪同。", ["买买提·吐尔洪"]),
    "transcribed": ("副旗长格日勒其木陪同调研。", ["格日勒其木"]),
    "compound family name": ("县长欧阳询之带队。", ["欧阳询之"]),
    "brackets": ("严守正（区委常委、副区长）牵头负责。", ["严守正"]),
    "nation in brackets": ("副县长吴银铃（侗族）、龙再天主持。", ["吴银铃", "龙再天"]),
    "row": ("| 霍思远 | 副区长 |", ["霍思远"]),
    "column": ("|序号|责任领导|项目\n|1|周砚秋|南山公园\n|2|方晓、陶望舒|北山路", ["周砚秋", "方晓", "陶望舒"]),
    "heading": ("成员：周砚秋、方晓、陶望舒", ["周砚秋", "方晓", "陶望舒"]),
    "a family name that no list has": ("商务局局长鬯芳莉来我县调研。鬯芳莉先后查看两处。", ["鬯芳莉"]),
    "holds": ("段晓宇任副区长。", ["段晓宇"]),
    "named": ("会议决定任命丁一航为副区长。", ["丁一航"]),
    "summed up": ("周砚秋、方晓、陶望舒等县领导参加。", ["周砚秋", "方晓", "陶望舒"]),
    "four bodies": ("6月9日，周砚秋、方晓等在家的县四套班子领导出席活动。", ["周砚秋", "方晓"]),
    "alone in its line": ("政府工作报告\n甲溪市市长 应勇\n各位代表：", ["应勇"]),
    "dotted, alone in its line": ("第五次会议上\n市长  牙合甫·排都拉\n各位代表：", ["牙合甫·排都拉"]),
    "leads a party": ("自治区政协副主席周砚率调研组到柳林县开展专题调研。", ["周砚"]),
    "counted": ("调研中，周砚秋和方晓两位副市长表示，要加快建设。", ["周砚秋", "方晓"]),
    "party visit": ("市委书记刘畅一行先后来到河东村。", ["刘畅"]),
}


@pytest.mark.parametrize("case", OFFICIALS)
def test_officials_are_found_with_their_whole_name(case: str) -> None:
    text, names = OFFICIALS[case]
    assert persons(text) == dict.fromkeys(names, "Official")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("远山科技有限公司董事长白景行、总经理蓝若冰参加签约。", ["白景行", "蓝若冰"]),
        ("远山集团党委书记沈一石介绍。", ["沈一石"]),
        ("村民王大山高兴地说，路修好了。", ["王大山"]),
        ("68岁的退休教师于淑芬笑着说。", ["于淑芬"]),
        ("农业大学郝文静教授等一行到访。", ["郝文静"]),
    ],
)
def test_others_are_persons(text: str, names: list[str]) -> None:
    assert persons(text) == dict.fromkeys(names, "Person")


@pytest.mark.parametrize(
    "text",
    [
        "本报讯（记者 赵一鸣 通讯员 孙小月）今天天气很好。",
        "文/图 赵一鸣",
        "习近平总书记作出重要指示。",
        "以习近平同志为核心的党中央。",
        "雷锋同志是榜样。",
        "建设交通、水利等有关部门领导参加。",
        "文化、体育等市领导关心的项目。",
        "区委书记高度重视，副区长亲自部署。",
        "市长热线开通，区长办公会研究。",
        "各镇党委书记要带头抓。",
        "主任医师坐诊，委员会成立。",
        "全市长期坚持，优化产业布局长远谋划。",
        "市场主体活力增强，企业主体责任落实。",
        "务工人员子女入学，妇女儿童权益保障。",
        "自贸试验区长沙片区挂牌。",
        "市中医院长江新区院区开工。",
        "市领导班子成员。区级领导包联重点项目一览表。",
        "经区人大代表票决，今年重点办好十件事。",
        "成员单位：区财政局、区住建局。",
        "县乡村振兴局负责人参加。",
        "金杜松律师事务所成立。",
        "群众急难愁盼问题得到解决。",
        "甲溪水务公司负责人孟家沟水库项目现场查看。",
        "“5”代表狮屿组团，人人代表唐山形象。",
        "建立县处级干部廉政档案，推行领导干部任前公示，精减领导职数。",
        "主要领导率队赴沪招商，人大代表票决实事项目。",
        "推进公务人员资格互认，工程师资格互认。",
        "深化“博士沈阳行”活动，邀请院士全职引进。",
        "办理事项入格，应急指挥云平台上线。",
        "深切缅怀，省长来泉调研时强调。",
        "完善百名河长治百河制度，实现清江河长治久清。",
        "古城位于甲溪县长堎镇。",
    ],
)
def test_no_person_is_found(text: str) -> None:
    assert persons(text) == {}


def test_a_writer_is_no_person_of_the_text_unless_it_tells_of_him() -> None:
    assert persons("（记者赵一鸣）区长周砚秋到场。赵一鸣摄") == {"周砚秋": "Official"}
    assert persons("副区长赵一鸣到场。", "赵一鸣") == {"赵一鸣": "Official"}


def test_a_name_comes_again_alone_and_with_a_title() -> None:
    text = "区委书记周砚秋调研。周砚秋指出，要快。周书记还看望了群众。"
    told = [(m.name, text[m.start : m.end]) for m in found(text) if m.kind == "Official"]
    assert told == [("周砚秋", "周砚秋"), ("周砚秋", "周砚秋"), ("周砚秋", "周书记")]


def test_a_name_that_is_a_word_is_one_only_beside_what_persons_do() -> None:
    text = "中心主任光明表示，光明城市建设要快。"
    assert [(m.start, m.end) for m in found(text) if m.kind == "Official"] == [(4, 6)]


def test_two_of_one_name_are_an_official_and_a_resident() -> None:
    told = [(m.name, m.kind) for m in found("副区长韩立军来到河东村，村民韩立军说，路修好了。") if m.name == "韩立军"]
    assert told == [("韩立军", "Official"), ("韩立军", "Person")]


def test_bodies_inside_titles() -> None:
    text = "区委书记周砚秋、市公安局长岳鹏飞、县政府副秘书长安若素、党工委委员方晓"
    assert [m.name for m in found(text) if m.kind == "Organization"] == ["区委", "市公安局", "县政府"]


def test_posts_keep_their_wording_and_their_body() -> None:
    told = [(m.name, m.of) for m in found("甲溪区委宣传部副部长李默言，太原市长王一鸣") if m.kind == "Post"]
    assert told == [("区委宣传部副部长", "区委宣传部"), ("市长", "")]


@given(st.lists(st.sampled_from([*"区长委书记李晓峰副、，。 　\n|（）·一ab1", "区委书记", "村民"]), max_size=60))
@settings(max_examples=60, deadline=None)
def test_mentions_lie_in_the_view_and_persons_do_not_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    view = clean(text).text
    those = [m for m in found(text) if m.kind in ("Official", "Person")]
    assert all(0 <= m.start < m.end <= len(view) for m in those)
    names = [m for m in those if m.rule != "family name and title"]
    assert all(a.end <= b.start for a, b in pairwise(names))


@given(st.text(alphabet="甲乙 \t丙", max_size=30))
def test_tight_text_leads_back(spaced: str) -> None:
    tight = Tight(spaced)
    assert tight.text == "".join(spaced.split())
    assert all(spaced[tight.back(n)] == character for n, character in enumerate(tight.text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青少年学生夯基育苗，各族群众凝心聚魂。", set()),
        ("村民自建，自建项目完成投资2亿元。", set()),
        ("干部践行新理念。", set()),
        ("学生张小雨说，大家高兴。", {"张小雨"}),
        ("村民巴音吉日嘎拉说，大家高兴。", {"巴音吉日嘎拉"}),
    ],
)
def test_behind_anybody_a_name_has_a_known_family(text, names):
    document = Document("d", "t.txt", text, clean(text))
    assert {m.name for m in people(document, KNOWLEDGE) if m.kind in ("Person", "Official")} == names


def test_a_listed_area_is_nobody_behind_a_word_that_may_be_a_title():
    assert persons("高阳县人民政府县长 闫向阳\n现在，我代表高阳县人民政府作报告。") == {"闫向阳": "Official"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("院士常年驻点。教师关爱行动启动，教师周转宿舍开工。", []),
        ("院士双创平台启用，好人闽都出发。", []),
        ("教师王芳介绍，院士闻喜民出席，劳动模范买买提·卡迪尔发言。", ["王芳", "闻喜民", "买买提·卡迪尔"]),
    ],
)
def test_what_is_done_to_teachers_is_nobody(text: str, names: list[str]) -> None:
    assert list(persons(text)) == names
