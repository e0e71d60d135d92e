"""The rules about projects: what they hold to, beyond the two cases that each one shows."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.lint.cases import BASE
from tests.lint.mutations import put, walk, write

from scalecheck.lint.check import Job, check_bytes
from scalecheck.lint.choice import Choice
from scalecheck.lint.finder import Finder
from scalecheck.lint.rules.projects.level_without_setting_voice import find_first_level
from scalecheck.model.base import Plain
from scalecheck.model.nodes import Nodes
from scalecheck.source.document import parse
from scalecheck.source.shelf import Shelf

ROOT = Path(__file__).parents[2]
SHELF = Shelf((ROOT / "rubrics", BASE), "test", False)
FINDER = Finder(SHELF)
JOB = Job(FINDER, Choice(("projects",)))
EXAMPLES = sorted(ROOT.glob("examples/*/project.yaml"))
HEAD = """\
format: scalecheck/project@1
id: essai
title: Un essai
assessments:
"""


def check(text):
    return check_bytes(Path("project.yaml"), text.encode(), JOB).diagnostics


def told(text, code):
    return [d for d in check(text) if d.code == code]


def assessment(date, answers, kind="self", more=""):
    head = f"date: {date}, kind: {kind}, rubric: is-echelle"
    return f"  - {{{head}, answers: {{{answers}}}{more}}}\n"


def test_the_levels_that_rest_on_settings_are_read_in_the_rubric():
    found = {}
    for name in ("is-echelle", "screening", "trl"):
        rubric = FINDER.find(name, Path("x"))
        position = find_first_level(Nodes(rubric))
        found[name] = None if position is None else rubric.levels[position].value
    assert found == {"is-echelle": "5", "screening": "4", "trl": None}


def test_only_the_current_assessment_is_held_to_its_evidence():
    past, today = assessment("2025-01-10", "voie: 3"), assessment("2026-01-10", "voie: 1")
    assert told(HEAD + past, "claimed-without-evidence")
    assert not told(HEAD + past + today, "claimed-without-evidence")


def test_a_panel_voice_is_no_step_back():
    past, voice = assessment("2025-01-10", "voie: 1"), assessment("2025-06-10", "voie: 3", "panel")
    today = assessment("2026-01-10", "voie: 1")
    assert not told(HEAD + past + voice + today, "regression-without-reason")


@pytest.mark.parametrize("answer", ["unknown", "{between: [1, 2]}", "{level: 1, note: Un départ}"])
def test_what_is_open_or_explained_is_no_unexplained_drop(answer):
    past, today = assessment("2025-01-10", "voie: 2"), assessment("2026-01-10", f"voie: {answer}")
    assert not told(HEAD + past + today, "regression-without-reason")


def test_a_record_of_the_month_of_the_assessment_does_not_count_and_is_told_once():
    record = "evidence: {a: {title: Un avis, date: 2026-01, grade: verified}}\n"
    cited = "voie: {level: 2, evidence: [a]}, plan: {level: 2, evidence: [a]}"
    (found,) = told(HEAD + assessment("2026-01-10", cited) + record, "future-date")
    assert dict(found.facts) == {"record": "a", "date": "2026-01", "assessed": "2026-01-10"}
    assert len(found.related) == 1


def test_an_agreement_in_force_does_not_age():
    record = (
        "evidence: {a: {title: Une entente, kind: agreement, date: 2019-01, grade: verified}}\n"
    )
    text = HEAD + assessment("2026-01-10", "voie: {level: 2, evidence: [a]}") + record
    assert not told(text, "stale-evidence")


def test_a_phase_is_compared_with_the_one_before_it():
    plans = ", plans: [{id: a, answers: {voie: 3}}, {id: b, answers: {voie: 2}}]"
    (found,) = told(HEAD + assessment("2026-01-10", "voie: 1", more=plans), "plan-lowers-level")
    assert dict(found.facts)["phase"] == "b"


def test_personal_data_is_found_in_a_refused_file_and_never_repeated():
    text = HEAD + assessment("2026-01-10", "voie: 9") + 'summary: "Écrire à a.b@example.org"\n'
    (found,) = told(text, "personal-data")
    assert dict(found.facts) == {"found": "email"}


def test_a_rubric_that_is_not_there_silences_what_needs_it():
    text = HEAD + assessment("2026-01-10", "voie: 3").replace("is-echelle", "absente")
    assert {d.code for d in check(text)} == {"rubric-not-found"}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(EXAMPLES), st.data())
def test_no_rule_fails_on_a_project_with_one_part_changed(file, data):
    document = parse(file.read_bytes(), "f").data
    paths = [path for path, _ in walk(document) if path]
    path = data.draw(st.sampled_from(paths))
    new = data.draw(st.sampled_from([Plain("9"), Plain("x"), (), {}, Plain("2031-01"), "Un texte"]))
    check(write(put(document, path, new)))


def test_what_was_refused_is_not_said_to_be_missing():
    record = "evidence: {a: {title: Un avis, date: 2026-01-05, grade: verified}}\n"
    answer = "voie: {level: 2, evidence: {a: b}}"
    text = HEAD + assessment("2026-01-10", answer) + record
    assert not told(text, "claimed-without-evidence")
