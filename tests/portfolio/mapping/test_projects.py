"""Descriptors: the engine of rows gives what the engine of one project gives."""

from pathlib import Path

import pytest

import scalecheck
from scalecheck.model.project import Project
from scalecheck.portfolio.engine.single import columns_of
from scalecheck.portfolio.generate.descriptors import descriptor_of
from scalecheck.portfolio.generate.make import generate
from scalecheck.portfolio.generate.options import GenerateOptions
from scalecheck.portfolio.mapping.projects import ProjectEngine
from scalecheck.portfolio.plan.results import Results
from scalecheck.scoring.assess import Options, assess

EXAMPLES = sorted(Path("examples").glob("*/project.yaml"))
LISTS = scalecheck.load_vocabularies()
EVERY = tuple(Results)


def alone(rubric, project, as_of=None):
    return columns_of(assess(rubric, project, Options(as_of=as_of, vocabularies=LISTS)), EVERY)


@pytest.mark.parametrize("as_of", [None, "2027-06-30"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_example_gives_the_same_columns(path, as_of):
    project = scalecheck.load_project(path)
    rubric = scalecheck.load_rubric(project.current.rubric)
    wanted = alone(rubric, project, as_of)
    found = ProjectEngine(rubric, LISTS, EVERY, as_of).score(project)
    assert dict(zip(wanted, found[0], strict=True)) == wanted


def test_generated_descriptors_give_the_same_columns():
    rubric = scalecheck.load_rubric("is-echelle")
    made = generate(rubric, LISTS, GenerateOptions(seed=11, projects=25))
    engine = ProjectEngine(rubric, LISTS, EVERY)
    for draft in made.drafts:
        data = descriptor_of(rubric, draft, "2026-10-15")
        project = Project.model_validate(data, context={"language": draft.language.value})
        wanted = alone(rubric, project)
        assert dict(zip(wanted, engine.score(project)[0], strict=True)) == wanted, draft.id
