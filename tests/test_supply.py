"""What the project is made of is locked, hashed, listed and licensed."""

import json

from tests import supply


def test_everything_wanted_is_locked_with_its_hash():
    assert supply.unlocked() == [], "run make lock"


def test_the_bill_of_materials_and_the_licences_are_those_of_the_lock():
    bill = json.loads((supply.ROOT / "supply" / "sbom.cdx.json").read_text("utf-8"))
    listed = {supply.name(part["name"]): part["version"] for part in bill["components"]}
    rows = [line.split("\t") for line in supply.LICENCES.read_text("utf-8").splitlines()[2:]]
    locked = supply.lock()
    assert bill["bomFormat"] == "CycloneDX" and {row[0]: set(row[1].split()) for row in rows} == locked
    assert [name for name, version in listed.items() if name in locked and version not in locked[name]] == []
    assert len(listed.keys() & locked.keys()) > len(locked) - 12  # but for what other systems alone need


def test_no_licence_forbids_to_give_it_on():
    rows = [line.split("\t") for line in supply.LICENCES.read_text("utf-8").splitlines()[2:]]
    assert not [row for row in rows if "AGPL" in row[2] or "Proprietary" in row[2]]
