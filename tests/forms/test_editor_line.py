"""The line that lets an editor help: told in every file to start from, never in force by itself."""

import re
from pathlib import Path

import pytest

from scalecheck.forms.scaffold import new_project, new_rubric
from scalecheck.model.language import Language
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load

RUBRICS = Path(__file__).parents[2] / "rubrics"
# What yaml-language-server reads, from any comment of a document.
IN_FORCE = re.compile(r"(?m)^#\s+yaml-language-server\s*:.*$")

each_language = pytest.mark.parametrize("language", Language)


def sheet(language):
    screening = load(RUBRICS / "screening.yaml", kind_named("rubric")).value
    return new_project(screening, language, "tri", "2026-11-23")


@each_language
def test_no_new_file_points_to_a_schema_that_is_not_there_yet(language):
    for text in (new_rubric(language, "a-toi"), sheet(language)):
        assert "yaml-language-server" in text
        assert IN_FORCE.search(text) is None


@each_language
def test_a_new_project_needs_one_sign_less(language):
    lines = [line[1:] for line in sheet(language).split("\n") if line.startswith("##")]
    assert lines == ["# yaml-language-server: $schema=project.schema.json"]
    assert IN_FORCE.match(lines[0])


@each_language
@pytest.mark.parametrize("kind", ["rubric", "project"])
def test_the_command_and_the_line_name_the_same_file(kind, language):
    text = new_rubric(language, "a-toi") if kind == "rubric" else sheet(language)
    told = " ".join(re.sub(r"(?m)^ *# *", "", text).split())
    assert f"`scalecheck rubrics schema {kind} -o {kind}.schema.json`" in told
    assert f"yaml-language-server: $schema={kind}.schema.json" in told
