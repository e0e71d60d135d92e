"""What the pages on formats show is valid, and what the formats know is on the pages."""

from pathlib import Path
from typing import Any, get_args

import pages
import pytest

import scalecheck
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.call import Call, Gate
from scalecheck.model.check_call import find_call_misfits
from scalecheck.model.check_fit import find_misfits
from scalecheck.model.check_project import find_project_problems
from scalecheck.model.criterion import Criterion
from scalecheck.model.join_sheet import join_sheet
from scalecheck.model.measures import Measure
from scalecheck.model.policies import Policy
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import RULE_WORDS
from scalecheck.model.snapshot import Snapshot
from scalecheck.model.upgrade import MappedAnswer, RubricEdition, Upgrade
from scalecheck.scoring.rubric_tests import run_tests
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import examine

PAGES = ("docs/fr/format.md", "docs/en/format.md")
FIELDS_OF = (
    *(Rubric, Criterion, Project, Snapshot, Call, Gate),
    *(Upgrade, RubricEdition, MappedAnswer, AnswerSheet),
)
OPERATORS = sorted(
    get_args(kind.model_fields["op"].annotation)[0] for kind in get_args(get_args(Measure)[0])
)


def load(kind: str, text: str) -> Any:
    value, found = examine(parse(text.encode(), kind), kind_named(kind))
    assert not found, "\n".join(str(d) for d in found)
    return value


def texts(page: str, mark: str) -> list[str]:
    return [block.text for block in pages.blocks(page) if block.mark == f"check: {mark}"]


def rubric_of(page: str) -> Rubric:
    (text,) = texts(page, "rubric")
    return load("rubric", text)


@pytest.mark.parametrize("page", PAGES)
def test_the_rubric_of_a_page_is_valid(page: str) -> None:
    assert rubric_of(page).id


@pytest.mark.parametrize("page", PAGES)
def test_each_part_of_a_rubric_is_valid_in_the_rubric_of_its_page(page: str) -> None:
    (whole,) = texts(page, "rubric")
    parts = texts(page, "rubric-part")
    assert len(parts) >= 2
    for part in parts:
        load("rubric", pages.with_part(whole, part))


@pytest.mark.parametrize("page", PAGES)
def test_the_project_of_a_page_fits_its_rubric(page: str) -> None:
    (text,) = texts(page, "project")
    assert find_misfits(rubric_of(page), load("project", text)) == ()


@pytest.mark.parametrize("page", PAGES)
def test_the_rubric_test_of_a_page_passes(page: str) -> None:
    (text,) = texts(page, "rubric-test")
    rubric, test = rubric_of(page), load("rubric-test", text)
    assert all(result.passed for result in run_tests(rubric, test))


@pytest.mark.parametrize("page", PAGES)
def test_the_call_of_a_page_fits_its_rubric(page: str) -> None:
    (text,) = texts(page, "call")
    assert find_call_misfits(rubric_of(page), load("call", text)) == ()


@pytest.mark.parametrize("page", PAGES)
def test_the_waiver_of_a_page_sets_aside_what_it_names(page: str) -> None:
    (whole,) = texts(page, "rubric")
    (part,) = texts(page, "waived requirement-repeated")
    contents = {"rubric.yaml": pages.with_part(whole, part).encode()}
    (checked,) = scalecheck.check_paths([], contents=contents)
    assert [found.code for found in checked.waived] == ["requirement-repeated"]
    assert "unused-waiver" not in {found.code for found in checked.diagnostics}


@pytest.mark.parametrize("page", PAGES)
def test_the_answer_sheet_of_a_page_answers_the_rubric_of_its_page(page: str) -> None:
    (text,), (project,) = texts(page, "answers"), texts(page, "project")
    sheet = load("answers", text)
    joined = join_sheet(sheet, load("project", project))
    assert find_misfits(rubric_of(page), joined.project) == ()
    assert find_project_problems(joined.project) == ()


def write_editions(page: str, folder: Path) -> tuple[Path, Upgrade]:
    """Write both editions that the table of a page speaks of, and the table beside them."""
    (old,), (text,) = texts(page, "rubric"), texts(page, "upgrade")
    table: Upgrade = load("upgrade", text)
    new = old.replace(f"version: {table.from_.version}", f"version: {table.to.version}")
    for gone, asked in zip(table.drop, table.ask, strict=True):
        new = new.replace(f"id: {gone}\n", f"id: {asked}\n")
    (folder / str(table.from_.file)).write_text(old, encoding="utf-8")
    (folder / f"{table.to.rubric}.yaml").write_text(new, encoding="utf-8")
    file = folder / "next.upgrade.yaml"
    file.write_text(text, encoding="utf-8")
    return file, table


@pytest.mark.parametrize("page", PAGES)
def test_the_upgrade_table_of_a_page_fits_both_editions(page: str, tmp_path: Path) -> None:
    file, _ = write_editions(page, tmp_path)
    (checked,) = scalecheck.check_paths([file])
    assert checked.diagnostics == ()


@pytest.mark.parametrize("page", PAGES)
def test_the_upgrade_table_of_a_page_adds_to_the_history_of_its_project(
    page: str, tmp_path: Path
) -> None:
    file, table = write_editions(page, tmp_path)
    (text,) = texts(page, "project")
    project = tmp_path / "project.yaml"
    project.write_text(text, encoding="utf-8")
    upgraded = scalecheck.upgrade_project(project, file)
    assert upgraded.text.startswith(text)
    assert upgraded.misfits == ()
    assert {q.criterion for q in upgraded.questions if q.fate == "asked"} == set(table.ask)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_every_rule_word(page: str) -> None:
    text = pages.read(page)
    assert [word for word in sorted(RULE_WORDS) if word not in text] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_and_shows_every_operator(page: str) -> None:
    text = pages.read(page)
    shown = "".join(texts(page, "rubric-part"))
    assert [op for op in OPERATORS if f"`{op}`" not in text] == []
    assert [op for op in OPERATORS if f"op: {op}," not in shown] == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("model", FIELDS_OF)
def test_a_page_names_every_field(page: str, model: Any) -> None:
    text = pages.read(page)
    fields = [field.alias or name for name, field in model.model_fields.items()]
    assert [name for name in fields if name not in text] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_explains_every_policy(page: str) -> None:
    text = pages.read(page)
    assert [policy for policy in Policy if f"`{policy.value}`" not in text] == []
