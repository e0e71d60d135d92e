"""Damaged tables: none crashes, none changes another project's result, each damage is named."""

import pytest
from tests.portfolio.samples import as_csv
from tests.portfolio.tables.damage import EVERYBODY, every_damage

import scalecheck as sc

DAMAGES = tuple(every_damage())


def test_there_are_two_hundred_of_them():
    assert len(DAMAGES) >= 200
    assert len({one.label for one in DAMAGES}) == len(DAMAGES)


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    from tests.portfolio.samples import Folder

    return Folder(tmp_path_factory.mktemp("clean")).score("t.csv", as_csv()).values


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.label)
def test_a_damage_is_named_and_costs_no_other_project(folder, clean, damage):
    found = folder.score(damage.file, damage.make())
    assert damage.named <= found.codes | found.noted
    assert found.values == {name: clean[name] for name in EVERYBODY - damage.lost}
    if damage.lost:
        assert found.errors
    if damage.lost and damage.lost < EVERYBODY:
        assert all(found.places), found.errors


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.label)
def test_a_report_leaves_out_the_same_projects(folder, damage):
    path = folder.path / damage.file
    path.write_bytes(damage.make())
    found = sc.read_portfolio([path], sc.PortfolioOptions(rubric=str(folder.rubric)))
    assert {one.id for one in found.members} == EVERYBODY - damage.lost
    told = {one.problem.code for one in found.refused}
    assert damage.named <= told if damage.lost else not told
