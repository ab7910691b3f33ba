"""A file of blocks with some of them exchanged: what sorting them all anew would write, whatever they begin with."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.graph.splicing import order, splice, standing

HEADS = b"@prefix a: <x> .\n"
SUBJECTS = st.builds(
    lambda kind, name: f"{kind}:{name}", st.sampled_from(["post", "posts", "p", "claim", "<https"]),
    st.text(st.sampled_from("aab01.~中郑區é"), min_size=1, max_size=4),
)
BODIES = st.lists(st.sampled_from(["a x:A", "a x:AA", 'l "中"', "b 1"]), min_size=1, max_size=3).map(" ;\n    ".join)
ROWS = st.builds(lambda subject, body: f"{subject} {body} .".encode(), SUBJECTS, BODIES)


def written(rows):
    return HEADS + b"".join(b"\n%b\n" % row for row in sorted(rows, key=order))


@settings(deadline=None)
@given(st.sets(ROWS, max_size=40), st.sets(ROWS, max_size=12), st.randoms(use_true_random=False))
def test_blocks_go_and_come_where_they_belong(rows, come, random):
    gone = set(random.sample(sorted(rows), random.randint(0, len(rows))))
    come -= rows
    with tempfile.TemporaryDirectory() as place:
        old, new = Path(place) / "old", Path(place) / "new"
        old.write_bytes(written(rows))
        assert splice(old, new, HEADS, gone, come) is bool(rows)
        if rows:
            assert new.read_bytes() == written(rows - gone | come)


@settings(deadline=None)
@given(st.sets(ROWS, min_size=1, max_size=40), ROWS)
def test_a_file_that_lacks_what_goes_or_holds_what_comes_is_told_of(rows, row):
    with tempfile.TemporaryDirectory() as place:
        old, new = Path(place) / "old", Path(place) / "new"
        old.write_bytes(written(rows))
        assert splice(old, new, HEADS, [row], []) is (row in rows)
        assert splice(old, new, HEADS, [], [row]) is (row not in rows)


@settings(deadline=None)
@given(st.sets(ROWS, min_size=1, max_size=40))
def test_all_blocks_of_a_subject_are_found(rows):
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "old").write_bytes(written(rows))
        subjects = {row[: row.find(b" ")] for row in rows}
        for wanted in subjects:
            found = [row for row in sorted(rows, key=order) if row.startswith(wanted + b" ")]
            assert standing(Path(place) / "old", [wanted]) == found
