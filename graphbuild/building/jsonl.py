"""Rows of values in, JSON out, one row a line: what people read stays readable."""

import json
from collections.abc import Iterable, Mapping


def lines(rows: Iterable[Mapping[str, object]]) -> str:
    return "".join(dump(row) + "\n" for row in rows)


def dump(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
