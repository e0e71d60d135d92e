"""One project read from its own file and from a row of a table: the same strengths and helps."""

from fractions import Fraction

import pytest
from tests.portfolio.balance.builders import NAMES, rubric

import scalecheck as sc
from scalecheck.model.project import Project
from scalecheck.portfolio.cohorts.find import find_cohorts
from scalecheck.portfolio.cohorts.options import CohortOptions
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.engine.rows import RowEngine
from scalecheck.portfolio.generate.descriptors import descriptor_of
from scalecheck.portfolio.generate.make import generate
from scalecheck.portfolio.generate.options import GenerateOptions
from scalecheck.portfolio.generate.rows import header_of, row_of
from scalecheck.portfolio.members import gather, member_of
from scalecheck.portfolio.plan.results import Results
from scalecheck.portfolio.tabled import TabledMembers
from scalecheck.scoring.assess import Options, assess

DAY = "2026-10-15"
EVERY = CohortOptions(least=2, helpers=9)


def of_files(grid, drafts, day=DAY):
    chosen = Options(as_of=day, steps=False, sensitivity=False)
    read = (Project.model_validate(descriptor_of(grid, draft, DAY)) for draft in drafts)
    return [member_of(assess(grid, project, chosen)) for project in read]


def of_rows(grid, rows, day=DAY, *, deemed=False):
    """Members of a table, as they are read where a portfolio is."""
    names = header_of(rows)
    binding, questions = Binding(grid, names), QuestionReader(grid, deemed=deemed, as_of=day)
    engine = RowEngine(grid, binding, tuple(Results), questions)
    maker = TabledMembers(grid, int(day[:4]), questions)
    members = []
    for row in rows:
        values, problem, _ = engine.score([row.get(name, "") for name in names])
        assert problem is None
        members.append(maker.member(row, dict(zip(engine.names, values, strict=True)), "t"))
    return members


def of_table(grid, drafts, day=DAY):
    return of_rows(grid, [row_of(draft) for draft in drafts], day)


def helps(grid, members):
    found = find_cohorts(gather(grid, members), EVERY).cohorts
    return {(one.axis, one.value): one.helps for one in found}


@pytest.mark.parametrize("name", ["is-echelle", "trl", "screening"])
def test_a_project_helps_alike_whether_it_is_a_file_or_a_row(name):
    grid = sc.load_rubric(name)
    options = GenerateOptions(seed=8, projects=40)
    drafts = generate(grid, sc.load_vocabularies(), options).drafts
    files, rows = of_files(grid, drafts), of_table(grid, drafts)
    for one, other in zip(files, rows, strict=True):
        assert other.figures == one.figures, one.id
        assert other.lacks == one.lacks, one.id
    told = helps(grid, files)
    assert helps(grid, rows) == told
    assert sum(map(len, told.values())) > 10 or name == "trl"


def test_evidence_that_has_aged_is_no_strength():
    grid = sc.load_rubric("is-echelle")
    drafts = generate(grid, sc.load_vocabularies(), GenerateOptions(projects=30)).drafts
    late = "2031-10-15"
    files, rows = of_files(grid, drafts, late), of_table(grid, drafts, late)
    assert [one.figures for one in rows] == [one.figures for one in files]
    assert [one.figures for one in rows] != [one.figures for one in of_table(grid, drafts)]


RULES = {
    "twice": {"all_of": [{"preuve": 2}, {"any_of": [{"preuve": 4}, {"modele": 3}]}]},
    "several": {"any_of": [{"preuve": 4, "env": 1}, {"preuve": 3, "modele": 3}]},
    "quota": {"all_of": [{"at_least": 2, "of": {"preuve": 3, "env": 2}}, {"tout": 1}]},
    "answered": {"all_of": [{"answered": ["preuve", "env"]}, {"preuve": 3}]},
    "majority": {
        "majority": {
            "threshold": Fraction(2, 3),
            "profile": dict.fromkeys(NAMES, 3),
            "must": ["env"],
            "veto": {"preuve": 2},
        }
    },
    "should": {"should": {"preuve": 3, "equipe": 2}},
}
CELLS = ["", "?", "0", "1", "2", "3", "4", "1..4"]


def written(rule):
    return [
        {"value": "1", "requires": {"env": "0"}},
        {"value": "2", "requires": _texts(RULES[rule])},
    ]


def _texts(rule):
    if isinstance(rule, dict):
        return {k: v if k in ("threshold", "at_least") else _texts(v) for k, v in rule.items()}
    if isinstance(rule, list):
        return [_texts(one) for one in rule]
    return str(rule)


def project(row):
    def answer(cell):
        low, _, high = cell.partition("..")
        if high:
            return {"between": [low, high]}
        return "unknown" if cell == "?" else {"level": cell}

    answers = {name: answer(row[name]) for name in NAMES if row.get(name)}
    return Project.model_validate(
        {
            "format": "scalecheck/project@1",
            "id": row["id"],
            "title": {"fr": row["id"]},
            "sector": "s",
            "ambition": {"track": "wide"},
            "assessments": [{"date": DAY, "kind": "self", "rubric": "small", "answers": answers}],
        }
    )


def rows_of_every_kind():
    for number in range(60):
        picks = (number, number // 2, number // 5 + 2, number // 7, number * 5 + 1)
        cells = {n: CELLS[at % len(CELLS)] for n, at in zip(NAMES, picks, strict=True)}
        yield {"id": f"p-{number:03}", "sector": "s", "track": "wide", **cells}


@pytest.mark.parametrize("policy", ["bounds", "worst", "best", "skip", "block"])
@pytest.mark.parametrize("rule", RULES)
def test_whatever_a_level_asks_what_is_lacked_is_what_its_proof_says(rule, policy):
    grid = rubric(levels=written(rule), tracks=[{"id": "wide", "title": {"fr": "Large"}}])
    silence = grid.non_answers.model_copy(update={"unknown": policy, "not_assessed": policy})
    grid = grid.model_copy(update={"non_answers": silence})
    rows = list(rows_of_every_kind())
    read = of_rows(grid, rows, deemed=True)
    single = [member_of(assess(grid, project(row), Options(as_of=DAY))) for row in rows]
    for one, other in zip(single, read, strict=True):
        assert other.level.next == one.level.next
        assert (other.figures, other.lacks) == (one.figures, one.lacks), one.id
    assert any(one.lacks for one in read) or rule in ("answered", "should")


def test_a_row_that_lists_settings_without_saying_anything_of_them_is_read_all_the_same():
    grid = sc.load_rubric("is-echelle")
    draft = generate(grid, sc.load_vocabularies(), GenerateOptions(projects=1)).drafts[0]
    row = {**row_of(draft), "milieux/instances": "3"}
    (one,) = of_rows(grid, [{**row, "milieux/3/id": ""}])
    assert one.figures


def test_what_is_not_said_of_a_table_is_not_known_of_its_projects():
    grid = sc.load_rubric("is-echelle")
    member = TabledMembers(grid).member({"id": "a", "ampleur-besoin": "2"}, {}, "t")
    assert (member.figures, member.lacks) == ({}, {})
