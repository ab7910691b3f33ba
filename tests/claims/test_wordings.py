"""Every example in relations.toml holds: what must be found is found, and of that relation nothing else."""

import pytest

from graphbuild.knowledge import load
from tests.claims.marked import said

KNOWLEDGE = load()
TABLES = {name: table for name, table in KNOWLEDGE.relations.items() if isinstance(table, dict)}
EXAMPLES = [(name, example) for name, table in TABLES.items() for example in table.get("examples", ())]


@pytest.mark.parametrize(("relation", "example"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else value["text"][:20])
def test_an_example(relation: str, example: dict):
    told = {line.replace(f" {relation} ", " ") for line in said(example["text"], KNOWLEDGE, relation)}
    assert told == set(example["says"])


@pytest.mark.parametrize("relation", TABLES)
def test_a_relation_has_examples_that_must_and_that_must_not_match(relation: str):
    says = [bool(example["says"]) for name, example in EXAMPLES if name == relation]
    assert True in says
    assert False in says


@pytest.mark.parametrize("relation", TABLES)
def test_every_list_of_cues_is_there(relation: str):
    table = TABLES[relation]
    for key in [*table["lists"], *table.get("residue", ())]:
        assert table[key], f"{relation}.{key} is empty"
