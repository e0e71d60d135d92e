"""The wide table: its columns, what a cell may hold, and the one project that a row is."""

import pytest
from tests.scoring.builders import level, rubric, scale
from tests.scoring.generator import make

from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.projects import project_of
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.layout import Part, layout_of
from scalecheck.scoring.assess import assess

GRID = """
scales:
  - id: n
    levels: [{value: 0}, {value: 1, id: essai}, {value: 5/2, evidence: documented}]
evidence: {grades: [declared, documented], max_age: 12 months}
attributes: [{id: volet, values: [a, b]}]
groups:
  - id: milieux
    of: settings
    attributes: [{id: role, values: [trial, integrator]}]
    criteria: [usage]
dimensions:
  - id: d
    title: D
    criteria:
      - {id: besoin, title: B, scale: n, not_applicable: allowed}
      - {id: usage, title: U, scale: n}
      - id: adoption
        title: A
        scale: n
        computed: {1: {in: milieux, where: {role: integrator}, at_least: 1, meet: {usage: 1}}}
levels: [{value: 1, requires: {besoin: 1}}, {value: 2, requires: {adoption: 1, besoin: 2.5}}]
"""


def grid():
    return rubric(GRID)


def one(grade=None, **cells):
    """The assessment of one row."""
    names = [name.replace("__", ".") for name in cells]
    binding = Binding(grid(), names)
    reader = QuestionReader(grid(), deemed=False, as_of="2026-10-15")
    return assess(grid(), project_of(binding, reader, tuple(cells.values())))


def test_every_column_that_is_written_is_read():
    for seed in range(30):
        layout = layout_of(make(seed).read()[0])
        columns = list(layout.columns({}, tuple(Part)[2:7]))
        assert [layout.read(column.name) for column in columns] == columns
        assert len({column.name for column in columns}) == len(columns)


@pytest.mark.parametrize(
    "name",
    ["", "autre", "adoption", "usage", "besoin.", "besoin.note", "milieux", "milieux/0/usage",
     "milieux/01/usage", "milieux/1", "milieux/1/", "milieux/1/besoin", "milieux/9999/usage",
     "milieux/x/usage", "milieux//usage", "autres/1/usage", "milieux/²/usage"],
)  # fmt: skip
def test_a_column_that_the_rubric_does_not_know_is_left_alone(name):
    assert layout_of(grid()).read(name) is None


def test_columns_say_what_they_are():
    layout = layout_of(grid())
    assert layout.read("besoin").part is Part.LEVEL
    assert layout.read("besoin.grade").part is Part.GRADE
    assert layout.read("volet").part is Part.ATTRIBUTE
    assert layout.read("milieux/instances").part is Part.INSTANCES
    assert layout.read("milieux/2/count").part is Part.ALIKE
    found = layout.read("milieux/2/usage.dated")
    assert (found.subject, found.group, found.instance) == ("usage", "milieux", 2)


@pytest.mark.parametrize(
    ("cell", "claimed"),
    [("1", (1, 1)), ("essai", (1, 1)), (1, (1, 1)), (2.5, (2, 2)), ("2.5", (2, 2)),
     ("5/2", (2, 2)), ("essai..2.5", (1, 2)), ("0..0", (0, 0))],
)  # fmt: skip
def test_a_level_is_named_by_its_value_or_its_id(cell, claimed):
    (fact, *_) = one(besoin=cell).facts.values()
    assert tuple(fact.claimed) == claimed


def test_silence_is_not_one_thing():
    cells = {"unknown": "unknown", "?": "unknown", None: "not-assessed", "": "not-assessed"}
    for cell, status in cells.items():
        (fact, *_) = one(besoin=cell).facts.values()
        assert fact.status == status
    (fact, *_) = one(besoin="n/a", besoin__reason="trop petit").facts.values()
    assert fact.status == "not-applicable"
    (fact, *_) = one(besoin="n/a").facts.values()
    assert (fact.status, fact.flag) == ("not-assessed", "reason-missing")


def test_evidence_supports_a_level_while_it_is_fresh():
    def counted(**cells):
        (fact, *_) = one(besoin="2.5", **cells).facts.values()
        return fact.counted.low

    assert counted() == 1
    assert counted(besoin__grade="declared") == 1
    assert counted(besoin__grade="documented") == 2
    assert counted(besoin__grade="documented", besoin__dated="2024-01") == 1
    assert counted(besoin__grade="documented", besoin__dated="2027-01") == 1
    assert counted(besoin__grade="documented", besoin__count=0) == 1


def test_instances_are_listed_by_their_number_or_by_their_cells():
    def listed(**cells):
        return one(**{name.replace("_", "/"): cell for name, cell in cells.items()}).instances

    assert listed(milieux_1_usage=None) == {"milieux": None}
    assert listed(milieux_instances=0, milieux_1_usage=None) == {"milieux": ()}
    assert listed(milieux_1_usage=None, milieux_2_usage="1") == {"milieux": ("1", "2")}
    assert listed(milieux_instances=1, milieux_1_usage="1") == {"milieux": ("1",)}


def test_a_scale_without_ids_reads_its_values():
    odd = rubric(criteria="a", scales=[scale(values=range(2))], levels=[level(1, {"a": 1})])
    assert layout_of(odd).read("a") is not None
