"""The ledger: kept, done, late, missed, repeated, silent, not yet due; by thing and step, never by words; on any day."""

from random import Random

import pytest

from tests.query.told import Told, facts, ledger

PLAN = Told("a", "2019-08-20", "青禾园", "open", "planned", "2019-12-31")
NEWEST = Told("z", "2022-01-01", "石桥", "start", "done", "2021-05")


def standing(folder, *rows, **asked):
    return {(row.thing, row.step, row.due): row.status for row in ledger([*rows, NEWEST], folder, **asked)}


def of_plan(folder, *rows, **asked):
    return standing(folder, PLAN, *rows, **asked)["青禾园", "open", "2019-12-31"]


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ((), "silent"),
        ([Told("b", "2020-02-01", "青禾园", "open", "done", "2019-12-20")], "kept"),
        ([Told("b", "2020-02-01", "青禾园", "open", "done", "2019")], "kept"),
        ([Told("b", "2019-11-01", "青禾园", "open", "done")], "kept"),
        ([Told("b", "2020-02-01", "青禾园", "open", "done")], "done"),  # in time or not: no text says so
        ([Told("b", "2020-12-31", "青禾园", "open", "done", "2020")], "late"),
        ([Told("b", "2020-09-01", "青禾园", "open", "done", "2020-08-30")], "late"),
        ([Told("b", "2020-02-01", "青禾园", "open", "planned", "2020-10-31")], "repeated"),
        ([Told("b", "2020-02-01", "青禾园", "open", "planned")], "late"),  # after its day, still planned
        ([Told("b", "2021-02-01", "青禾园", "start", "planned", "2021")], "late"),  # an earlier step is planned anew
        ([Told("b", "2019-09-01", "青禾园", "start", "planned", "2019-10-31")], "silent"),  # it is on its way
        ([Told("b", "2020-02-01", "青禾园", "start", "done", "2019-10-01")], "silent"),  # begun is not opened
        ([Told("b", "2020-02-01", "青禾园二期", "open", "done", "2019-12-20")], "silent"),  # another thing
        ([Told("a", "2019-08-20", "青禾园", "open", "done", "2019-07-01")], "silent"),  # the same text cannot answer
        ([Told("0", "2018-01-01", "青禾园", "open", "done", "2017")], "silent"),  # said before it was promised
        (
            [
                Told("b", "2020-02-01", "青禾园", "open", "planned", "2020-10-31"),
                Told("c", "2021-02-01", "青禾园", "open", "done"),
            ],
            "late",  # done at last, but a text after its day still planned it
        ),
    ],
)
def test_what_becomes_of_a_promise(tmp_path, answers, status):
    assert of_plan(tmp_path, *answers) == status


@pytest.mark.parametrize(("day", "status"), [("2019-12-01", "kept"), ("2021-12-01", "done")])
def test_a_further_step_answers_an_earlier_one(tmp_path, day, status):
    plan = Told("a", "2019-08-20", "青禾园", "start", "planned", "2019-12-31")
    done = Told("b", "2022-01-01", "青禾园", "complete", "done", day)
    assert standing(tmp_path, plan, done)["青禾园", "start", "2019-12-31"] == status


@pytest.mark.parametrize(("told", "status"), [("2020", "done"), ("2020-06", "kept"), ("2020-07", "late")])
def test_a_vague_day_is_in_time_only_where_all_of_it_is(tmp_path, told, status):
    plan = Told("a", "2019-08-20", "青禾园", "open", "planned", "2020-06-30")
    done = Told("b", "2021-02-01", "青禾园", "open", "done", told)
    assert standing(tmp_path, plan, done)["青禾园", "open", "2020-06-30"] == status


def test_a_headline_without_a_day_does_not_hide_the_day_below_it(tmp_path):
    plan = Told("a", "2023-03-01", "青禾园", "start", "planned", "2023-05-31")
    headline = Told("b", "2023-06-02", "青禾园", "start", "done", words="青禾园正式开工。")
    dated = Told("b", "2023-06-02", "青禾园", "start", "done", "2023-06-01")
    (row,) = [row for row in ledger([plan, headline, dated], tmp_path) if row.thing == "青禾园"]
    assert (row.status, row.answer, row.answer_says) == ("late", dated.sentence, "2023-06-01")
    heard = Told("c", "2023-05-20", "青禾园", "start", "done")
    assert standing(tmp_path, plan, headline, dated, heard)["青禾园", "start", "2023-05-31"] == "kept"


def test_an_opening_after_the_day_shows_a_late_completion(tmp_path):
    plan = Told("a", "2019-08-20", "青禾园", "complete", "planned", "2019-12-31")
    done = Told("b", "2021-01-01", "青禾园", "open", "done", "2020-12-01")
    assert standing(tmp_path, plan, done)["青禾园", "complete", "2019-12-31"] == "late"


@pytest.mark.parametrize(
    ("day", "status"),
    [("2019-08-20", "not yet due"), ("2019-12-31", "not yet due"), ("2020-01-01", "silent"), ("2020-03-01", "repeated"),
     ("2021-12-31", "late")],
)  # fmt: skip
def test_the_day_is_an_argument_and_later_texts_are_not_heard(tmp_path, day, status):
    later = [
        Told("b", "2020-02-01", "青禾园", "open", "planned", "2020-10-31"),
        Told("c", "2021-02-01", "青禾园", "open", "done", "2020-11-05"),
    ]
    assert of_plan(tmp_path, *later, day=day) == status


def test_what_was_promised_later_is_not_in_the_ledger_yet(tmp_path):
    assert ledger([PLAN, NEWEST], tmp_path, day="2019-08-19") == []


def test_a_promise_without_a_day_is_never_overdue_but_may_be_put_off(tmp_path):
    plan = Told("a", "2020-06-30", "青禾园", "open", "planned")
    assert standing(tmp_path, plan, day="2020-06-30") == {("青禾园", "open", ""): "not yet due"}
    assert standing(tmp_path, plan)["青禾园", "open", ""] == "silent"
    again = Told("b", "2021-03-01", "青禾园", "open", "planned", "2021-12-31")
    assert standing(tmp_path, plan, again)["青禾园", "open", ""] == "repeated"
    restated = Told("b", "2021-03-01", "青禾园", "open", "planned")
    assert standing(tmp_path, plan, restated)["青禾园", "open", ""] == "repeated"
    begun = Told("b", "2021-03-01", "青禾园", "start", "planned", "2021")
    assert standing(tmp_path, plan, begun)["青禾园", "open", ""] == "late"


def test_a_part_is_not_the_whole_but_whoever_builds_it_has_begun_the_whole(tmp_path):
    start, opening = (Told("a", "2019-08-20", "青禾园", kind, "planned", "2019-12-31") for kind in ("start", "open"))
    part = Told("b", "2020-02-01", "青禾园首开处", "open", "done", "2019-12-01")
    told = standing(tmp_path, start, opening, part, parts=[("青禾园首开处", "青禾园")])
    assert told["青禾园", "start", "2019-12-31"] == "kept"
    assert told["青禾园", "open", "2019-12-31"] == "silent"


def test_asking_for_a_thing_gives_its_parts_too(tmp_path):
    part = Told("a", "2019-08-20", "青禾园首开处", "open", "planned", "2019-10-31")
    rows = ledger([PLAN, part, NEWEST], tmp_path, [("青禾园首开处", "青禾园")], thing="青禾园")
    assert [(row.thing, row.part_of) for row in rows] == [("青禾园", ""), ("青禾园首开处", "青禾园")]
    assert ledger([PLAN, part, NEWEST], tmp_path, thing="石桥") == []


def test_a_place_has_its_promises(tmp_path):
    assert len(ledger([PLAN, NEWEST], tmp_path, place="云岭区")) == 1


@pytest.mark.parametrize(
    ("said", "figure", "status"),
    [("2022-01-10", "19000 人", "kept"), ("2022-01-10", "17000 人", "missed"), ("2022-01-10", "1.9 万人", "kept"),
     ("2022-01-10", "1.7 万人", "missed"), ("2022-01-10", "30 家", "silent")],
)  # fmt: skip
def test_a_target_is_answered_by_the_figure_of_its_period(tmp_path, said, figure, status):
    plan = Told("a", "2021-02-01", "云岭区", "新增就业", "planned", "2021", "18600 人")
    done = Told("b", said, "云岭区", "新增就业", "done", "2021", figure)
    (row,) = ledger([plan, done], tmp_path)
    assert (row.step, row.due, row.status) == ("新增就业 18600 人", "2021-12-31", status)
    other = Told("b", said, "云岭区", "新增就业", "done", "2020", figure)
    assert [row.status for row in ledger([plan, other], tmp_path)] == ["silent"]


def test_an_indicator_is_one_under_any_of_its_names(tmp_path):
    plan = Told("a", "2021-02-01", "云岭区", "社零总额", "planned", "2021", "100 亿元")
    done = Told("b", "2022-01-10", "云岭区", "社会消费品零售总额", "done", "2021", "101.2 亿元")
    assert [(row.step, row.status) for row in ledger([plan, done], tmp_path)] == [("社零总额 100 亿元", "kept")]


def test_a_figure_of_a_period_that_was_over_is_no_promise(tmp_path):
    assert ledger([Told("a", "2021-08-01", "云岭区", "生产总值", "planned", "2021-H1", "200 亿元")], tmp_path) == []


def test_both_sentences_stand_in_the_row(tmp_path):
    done = Told("b", "2020-09-01", "青禾园", "open", "done", "2020-08-30")
    (row,) = ledger([PLAN, done], tmp_path)
    assert (row.sentence, row.said, row.answer, row.answered) == (PLAN.sentence, "2019-08-20", done.sentence, "2020-09-01")
    assert (row.by, row.place, row.answer_says) == ("云岭区", "云岭区", "2020-08-30")


def test_two_steps_in_one_breath_are_one_row(tmp_path):
    words = "青禾园年底前建成开放。"
    plans = [Told("a", "2019-08-20", "青禾园", kind, "planned", "2019-12-31", words=words) for kind in ("complete", "open")]
    (row,) = ledger([*plans, NEWEST], tmp_path)
    assert (row.step, row.status) == ("complete, open", "silent")


def test_the_order_of_the_facts_makes_no_difference(tmp_path):
    rows = [PLAN, NEWEST, *(Told(d, f"202{n}-02-01", "青禾园", "open", "planned", f"202{n}-12-31") for n, d in enumerate("bcd"))]
    first = ledger(rows, tmp_path)
    for seed in range(5):
        assert ledger(Random(seed).sample(rows, len(rows)), tmp_path) == first
    assert len(facts(rows)[0]) == len(rows)


@pytest.mark.parametrize(("figure", "status"), [("41 微克", "kept"), ("45 微克", "kept"), ("47 微克", "missed")])
def test_a_figure_not_to_be_exceeded_is_kept_by_less(tmp_path, figure, status):
    plan = Told("a", "2021-01-20", "云岭区", "PM2.5浓度", "planned", "2021", "≤45 微克")
    done = Told("b", "2022-01-20", "云岭区", "PM2.5浓度", "done", "2021", figure)
    rows = ledger([plan, done], tmp_path)
    assert [(row.step, row.status) for row in rows] == [("PM2.5浓度 ≤45 微克", status)]
