"""Nothing in, 80 invented texts of four districts and five years out, with which thing each name truly means.

Planted: homonyms in every district (a road, a park, an official, a firm, a town), renames told in one text, short forms,
parts that are not the whole, letters misread by a machine, yearly meetings, a villager who bears an official's name,
bodies and leaders of the city above, registered firms that build in several of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from graphbuild.model import Claim, Document, Mention, PartialDate
from graphbuild.text.clean import clean

YEARS = (2019, 2020, 2021, 2022, 2023)
PER_YEAR = 4
CITIES = {"青岚区": "河州市", "松陵区": "河州市", "云屏区": "安岭市", "临溪县": "安岭市"}
ROOTS = {
    "青岚区": ("云溪", "梅坞", "松涛湖", "华辰", "苇塘", "周启明", "郑海洋"),
    "松陵区": ("云溪", "枫桥", "镜月湖", "鸿业", "柳荫", "沈国栋", "钱晓雷"),
    "云屏区": ("石门", "梅坞", "松涛湖", "华辰", "芦花", "陈伟东", "高文博"),
    "临溪县": ("锦屏", "竹山", "望云湖", "泰和", "荷香", "吴立群", "汤建民"),
}
MISREAD = {"周启明": "周启朋", "沈国栋": "忱国栋", "陈伟东": "阵伟东", "吴立群": "昊立群"}


@dataclass
class Text:
    """A text under way: words, the names in them, and what is said of whom."""

    id: str
    place: str
    year: int
    month: int
    words: str = ""
    mentions: list[Mention] = field(default_factory=list)
    truth: list[str] = field(default_factory=list)
    said: list[tuple[str, Mention, Mention, tuple[tuple[str, str], ...]]] = field(default_factory=list)

    def say(self, words: str) -> None:
        self.words += words

    def name(self, name: str, kinds: str, thing: str, names: tuple[str, ...] = ()) -> Mention:
        found = Mention(len(self.words), len(self.words) + len(name), tuple(kinds.split("+")), name, "made", names)
        self.words += name
        self.mentions.append(found)
        self.truth.append(thing)
        return found

    def post(self, title: str) -> None:
        self.mentions.append(Mention(len(self.words), len(self.words) + len(title), ("Post",), title, "made"))
        self.truth.append("")
        self.words += title

    def document(self) -> Document:
        view = clean(self.words)
        assert view.text == self.words, view.text
        date = PartialDate(self.year, self.month, 10)
        return Document(self.id, f"{self.id}.txt", self.words, view, sha256=self.id, place=self.place, published=date)


def texts() -> Iterator[Text]:
    random = Random(4)
    for n, district in enumerate(CITIES):
        for year in YEARS:
            for number in range(PER_YEAR):
                text = Text(f"{n}{year}{number}", CITIES[district] + district, year, 2 + 2 * number)
                write(text, district, number, random)
                yield text


def write(text: Text, district: str, number: int, random: Random) -> None:
    opening(text, district)
    sites(text, district, number, random)
    builders(text, district, number, random)
    if number == 0:
        meeting(text, district)
    if number == 1:
        rename(text, district)
    if number == 2:
        homonyms(text, district)
    if number == 3:
        city(text, district)
    text.say("全区上下抓紧落实。" if district[-1] == "区" else "全县上下抓紧落实。")


def opening(text: Text, district: str) -> None:
    """The secretary changes in 2021; once a year the name is misread."""
    first, second = ROOTS[district][5:]
    name = first if text.year < 2021 else second
    shown = MISREAD.get(name, name) if text.id.endswith("3") else name
    text.name(district, "District", district, (CITIES[district] + district,))
    text.say("消息，")
    body = text.name(f"{district}委", "Organization", f"{district}委")
    text.post("书记")
    person = text.name(shown, "Official", f"{district} {name}")
    title = (("organization", f"{district}委"), ("title", f"{district[-1]}委书记"))
    text.said.append(("holds", person, body, title))
    text.say("一行前往察看。")


def sites(text: Text, district: str, number: int, random: Random) -> None:
    zone, avenue, park = ROOTS[district][:3]
    forms = (f"{zone}文化创意园", f"{zone}文创园", f"{zone}文化创意园项目", f"{zone}文化创意园区", f"{district}{zone}文化创意园")
    text.name(random.choice(forms), "Zone+Project", f"{district} {zone}园")
    text.say("加快建设，")
    text.name(random.choice((f"{zone}文化创意园二期", f"{zone}文创园二期")), "Zone+Project", f"{district} {zone}园二期")
    text.say("同步推进，")
    text.name(random.choice(("中山路", f"{avenue}路")), "Road", "", ())
    text.truth[-1] = f"{district} {text.mentions[-1].name}"
    text.say("和")
    text.name(f"{avenue}东路", "Road", f"{district} {avenue}东路")
    text.say("通车，")
    old = text.year < 2021
    name = f"{ROOTS[district][4]}湿地公园" if old else random.choice((f"{park}公园", f"{district}{park}公园"))
    text.name(name, "Park", f"{district} {park}公园")
    text.say("开放，")
    text.name("人民公园", "Park", f"{district} 人民公园")
    text.say("提升改造，")
    text.name(f"{avenue}河", "WaterBody", f"{district} {avenue}河")
    text.say("治理与")
    text.name(f"{avenue}河片区", "Zone", f"{district} {avenue}河片区")
    text.say("开发并举。")


def builders(text: Text, district: str, number: int, random: Random) -> None:
    """A misread name shares its builder with the right one."""
    zone, _, _, firm = ROOTS[district][:4]
    name = f"{zone}图书艺术申心" if number == 2 else f"{zone}图书艺术中心"
    hall = text.name(name, "Facility", f"{district} 艺术中心")
    text.say("由")
    forms = (f"{firm}建设集团有限公司", f"{firm}建设集团", f"{firm}建设")
    company = text.name(random.choice(forms), "Company", f"firm {firm}")
    text.said.append(("developedBy", hall, company, ()))
    text.say("承建，")
    text.name("城投公司", "Company", f"{district} 城投")
    text.say("出资，")
    text.name(random.choice(("淮江第三建筑工程有限公司", "淮江三建")), "Company", "firm 淮江三建")
    text.say("监理。")


def meeting(text: Text, district: str) -> None:
    level = district[-1]
    text.name(f"全{level}经济工作会议", "Event", f"{district} {text.year} 经济工作会议")
    text.say("召开，")
    office = f"{district}应急管理局" if text.year % 2 else f"{district}应急局"
    text.name(office, "Organization", f"{district}应急局")
    text.say("发言。")
    body = f"{district}人民政府" if text.year % 2 else f"{district}政府"
    text.name(body, "Organization", f"{district}政府")
    text.say("部署。")


def rename(text: Text, district: str) -> None:
    park, old = ROOTS[district][2], ROOTS[district][4]
    if text.year == 2021:
        text.name(f"{old}湿地公园", "Park", f"{district} {park}公园")
        text.say("更名为")
        text.name(f"{park}公园", "Park", f"{district} {park}公园")
        text.say("。")
    text.name("城关镇", "District", f"{district} 城关镇")
    text.say("群众叫好。")


def homonyms(text: Text, district: str) -> None:
    text.post("副区长")
    text.name("李强", "Official", f"{district} 李强")
    text.say("主持。")
    text.name(f"{district}第一中学" if text.year % 2 else f"{district}一中", "Organization+Facility", f"{district}一中")
    text.say("开学，")
    text.post("村民")
    text.name("王伟", "Person", f"{district} 村民王伟")
    text.say("说好。")
    if district == "青岚区":
        text.post("副局长")
        text.name("王伟东", "Official", f"{district} 王伟东")
        text.say("陪同。")


def city(text: Text, district: str) -> None:
    """The city's committee and its secretary are one in both districts."""
    city = CITIES[district]
    body = text.name(f"{city}委", "Organization", f"{city}委")
    text.post("书记")
    person = text.name("赵明", "Official", f"{city} 赵明")
    text.said.append(("holds", person, body, (("organization", f"{city}委"), ("title", "市委书记"))))
    text.say("要求，")
    text.name("市委", "Organization", f"{city}委")
    text.say("决定办好")
    text.name(f"{city}中央商务区", "Zone", f"{city} 中央商务区")
    text.say("。")
    if district in ("青岚区", "云屏区"):
        text.post("副书记")
        text.name("王伟", "Official", f"{district} 王伟")
        text.say("陪同。")


def claims(text: Text, document: Document) -> list[Claim]:
    return [Claim(relation, a, b, document, 0, len(text.words), "made", 1.0, told) for relation, a, b, told in text.said]
