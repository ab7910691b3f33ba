"""The table by which two names are judged: what each feature weighs; the best of the names, with support, against the rest."""

from collections.abc import Callable
from typing import TypeAlias

from graphbuild.resolve.circumstances import (
    other_area,
    other_area_in_front,
    other_class,
    other_code,
    other_day,
    other_role,
    parts,
    same_city,
    same_post,
    shared_neighbours,
    side_by_side,
    told_by_its_city,
)
from graphbuild.resolve.likeness import (
    area_in_front,
    body_of_a_zone,
    firm_form,
    first_letters_of_its_ends,
    front_left_off,
    letters_left_out,
    letters_look_alike,
    level_left_out,
    one_in_the_country,
    said_to_be,
    same_letters,
    shared_tail,
    site_in_front,
    usual_words,
)
from graphbuild.resolve.nodes import Node

Feature: TypeAlias = Callable[[Node, Node], float]
Table: TypeAlias = tuple[tuple[float, Feature], ...]

NAMES: Table = (
    (1.0, same_letters), (1.0, said_to_be), (1.0, one_in_the_country), (0.95, usual_words), (0.95, area_in_front),
    (0.9, shared_tail), (0.9, level_left_out), (0.85, firm_form), (0.8, letters_left_out),
    (0.75, first_letters_of_its_ends), (0.75, front_left_off), (0.75, site_in_front),
    (0.75, body_of_a_zone), (0.45, letters_look_alike),
)  # fmt: skip
SUPPORT: Table = ((0.5, same_post), (0.3, shared_neighbours), (0.15, same_city))
AGAINST: Table = (
    (-1.0, parts), (-1.0, other_class), (-1.0, other_area_in_front), (-1.0, other_role), (-1.0, other_day),
    (-1.0, told_by_its_city), (-1.0, other_code),
    (-0.7, other_area), (-0.6, side_by_side),
)  # fmt: skip
TABLE = (*NAMES, *SUPPORT, *AGAINST)
