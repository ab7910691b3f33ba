"""Pages: names as units, places that lead back to the view, titles read with their persons; on any text in bounded time."""


from hypothesis import given
from hypothesis import strategies as st

from graphbuild.claims import extract
from graphbuild.claims import read as told
from graphbuild.claims.paging import page
from graphbuild.knowledge import load
from graphbuild.model import Document
from graphbuild.text.clean import clean
from tests.claims.marked import claims, reading

KNOWLEDGE = load()
NAMES = st.sampled_from(["〔丁一山:Official〕", "〔云桥路:Road〕", "〔天云公司:Company〕", "〔云岭区:District〕", "〔月湖公园:Park+Zone〕", "〔区财政局:Organization〕"])
WORDS = st.sampled_from([
    "区委书记", "、", "，", "。", "和", "“", "”", "由", "负责", "来到", "在", "现场，", "主持", "签约", "与", "；", "\n", "责任单位：", "位于", "的", "*", " ", "\ue001",
])


@given(st.lists(NAMES | WORDS, max_size=30).map("".join))
def test_places_lead_back(text: str):
    read = reading(text, KNOWLEDGE)
    made = page(read)
    for place, mention in made.marks(0, len(made.text)):
        assert made.back(place) == mention.start
        assert made.at(place) is mention
    for place, character in enumerate(made.text):
        if not made.at(place):
            assert read.text[made.back(place)] == character


@given(st.lists(NAMES | WORDS, max_size=40).map("".join))
def test_a_claim_has_its_ends_among_the_mentions_and_evidence_in_the_text(text: str):
    read = reading(text, KNOWLEDGE)
    said = extract(read.document, read.mentions, KNOWLEDGE)
    for claim in said:
        assert 0 <= claim.start < claim.end <= len(read.text)
        assert claim.subject in read.mentions
        assert claim.object is None or claim.object in read.mentions
        assert claim.quote == read.text[claim.start : claim.end]
    assert said == extract(read.document, read.mentions, KNOWLEDGE)


def test_a_title_is_read_with_its_person():
    made = page(reading("〔云岭区委:Organization〕常委、宣传部长〔丁一山:Official〕同志到会。", KNOWLEDGE))
    assert [mention.name for _, mention in made.marks(0, len(made.text))] == ["丁一山"]
    assert made.text[1:] == "到会。"


def test_bodies_listed_before_a_person_are_not_all_his_title():
    made = page(reading("〔区财政局:Organization〕、〔区审计局:Organization〕局长〔丁一山:Official〕参加。", KNOWLEDGE))
    assert [mention.name for _, mention in made.marks(0, len(made.text))] == ["区财政局", "丁一山"]


def test_hostile_texts_are_read_to_their_end():
    """What grew with the square would end at the limit that every test has; `make scaling` measures how it grows."""
    names = "〔丁一山:Official〕、〔云桥路:Road〕、〔天云公司:Company〕、"
    for text in (names * 2000, "由" * 20000 + "负责", "来到，" * 10000, names * 300 + "由〔天云公司:Company〕承建" * 300, "（" * 5000 + "〔丁一山:Official〕" * 3000):
        assert len(claims(text, KNOWLEDGE)) < len(text)


def test_the_residue_names_the_cue():
    text = "〔丁一山:Official〕与〔云桥产业园:Zone〕之间有座谈，考察另行安排。"
    read = reading(text, KNOWLEDGE)
    _, _, (issue,) = told(read.document, read.mentions, KNOWLEDGE)
    assert (issue.severity, issue.stage, issue.rule) == ("note", "claims", "residue")
    assert issue.message.startswith("考察 announces inspects")
    assert issue.where == "t.txt:0"
    assert issue.remedy


def test_a_clause_that_gave_its_claim_leaves_no_residue():
    read = reading("〔丁一山:Official〕考察〔云桥产业园:Zone〕。", KNOWLEDGE)
    _, said, left = told(read.document, read.mentions, KNOWLEDGE)
    assert said and not left


def test_an_empty_text_says_nothing():
    document = Document("e", "e.txt", "\n", clean("\n"))
    assert told(document, [], KNOWLEDGE) == ([], [], [])
