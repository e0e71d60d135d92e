"""Every idea of the workshop is served, every name in `coverage.yaml` exists, the page is fresh."""

import importlib.util
import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin

import pages
import pytest
import yaml
from typer.main import get_command

from scalecheck.cli.app import build
from scalecheck.model.instance import Instance
from scalecheck.model.marks import Declared
from scalecheck.model.names import SETTING_ATTRIBUTES
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.report.view.build import View
from scalecheck.source.shelf import Shelf

_spec = importlib.util.spec_from_file_location(
    "make_coverage", pages.TOP / "docs" / "make_coverage.py"
)
assert _spec
assert _spec.loader
make_coverage = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_coverage)

SOURCE = make_coverage.read()
IDEAS = SOURCE["ideas"]
SHELF = Shelf((pages.TOP / "rubrics",), "", cache=False)


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return SHELF.find("is-echelle").rubric


def names(kind: str) -> Iterator[tuple[str, str]]:
    for idea in IDEAS:
        for name in idea.get(kind, ()):
            yield idea["id"], name


def test_the_ideas_are_s01_to_s36_in_order() -> None:
    assert [idea["id"] for idea in IDEAS] == [f"S{number:02d}" for number in range(1, 37)]


def test_every_idea_is_told_in_both_languages_in_one_sentence() -> None:
    for idea in IDEAS:
        for language in ("fr", "en"):
            assert idea["idea"][language].strip()
            assert idea["how"][language].endswith(".")
            assert ". " not in idea["how"][language]


def test_every_idea_is_served_today_by_something() -> None:
    served = [i["id"] for i in IDEAS if i.get("criteria") or i.get("fields") or i.get("rubric")]
    assert served == [idea["id"] for idea in IDEAS]


def test_every_criterion_named_is_in_the_rubric(rubric: Rubric) -> None:
    known = {criterion.id for criterion in rubric.criteria}
    assert [pair for pair in names("criteria") if pair[1] not in known] == []


def test_every_criterion_of_the_rubric_serves_an_idea(rubric: Rubric) -> None:
    named = {name for _, name in names("criteria")}
    assert [c.id for c in rubric.criteria if c.id not in named] == []


def test_the_ideas_that_a_criterion_claims_are_told() -> None:
    raw = yaml.safe_load((pages.TOP / "rubrics/is-echelle.yaml").read_text(encoding="utf-8"))
    claimed = {
        (idea, criterion["id"])
        for dimension in raw["dimensions"]
        for criterion in dimension["criteria"]
        for idea in criterion.get("x-seed", ())
    }
    assert claimed
    assert sorted(claimed - set(names("criteria"))) == []


def test_every_part_of_the_rubric_named_is_there(rubric: Rubric) -> None:
    lost = [pair for pair in names("rubric") if not has_part(rubric, pair[1])]
    assert lost == []


def has_part(rubric: Rubric, name: str) -> bool:
    family, _, wanted = name.partition("/")
    if family == "vocabularies":
        return (
            bool(getattr(SHELF.vocabularies(), wanted, ())) and wanted in Vocabularies.model_fields
        )
    if family == "rubrics":
        return wanted in dict(SHELF.list())
    found = [getattr(thing, "id", None) or thing.value for thing in getattr(rubric, family, ())]
    return wanted in found


def test_every_field_named_is_in_the_descriptor() -> None:
    lost = [pair for pair in names("fields") if not has_field(Project, pair[1].split("."))]
    assert lost == []


def has_field(model: type[Declared], path: list[str]) -> bool:
    first, *rest = path
    for name, field in model.model_fields.items():
        if first in (name, field.alias):
            inner = next(iter(models_in(field.annotation)), None)
            return not rest or (inner is not None and has_field(inner, rest))
    return model is Instance and not rest and first in SETTING_ATTRIBUTES


def models_in(annotation: Any) -> Iterator[type[Declared]]:
    if isinstance(annotation, type) and issubclass(annotation, Declared):
        yield annotation
    elif get_origin(annotation) in (Union, types.UnionType) or get_args(annotation):
        for part in get_args(annotation):
            yield from models_in(part)


def test_every_section_named_is_in_the_report() -> None:
    assert [pair for pair in names("report") if pair[1] not in View._fields] == []


def test_what_is_planned_is_described_and_nothing_else() -> None:
    assert {name for _, name in names("planned")} == set(SOURCE["planned"])


def test_the_page_is_what_its_source_gives() -> None:
    assert pages.read("docs/coverage.md") == make_coverage.generate(SOURCE)


def test_commands_exist() -> None:
    def exists(name: str) -> bool:
        here = get_command(build())
        for part in name.split():
            here = getattr(here, "commands", {}).get(part)
        return here is not None

    assert not [name for _, name in names("commands") if not exists(name)]
