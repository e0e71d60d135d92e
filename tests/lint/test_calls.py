"""The rules about calls: which gates can stand together, and what they cannot fail on."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lint.cases import BASE
from tests.lint.mutations import put, walk, write

from scalecheck.lint.check import Job, check_bytes
from scalecheck.lint.choice import Choice
from scalecheck.lint.finder import Finder
from scalecheck.lint.gates import may_meet
from scalecheck.lint.subject import Subject
from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Severity
from scalecheck.model.rules import Case
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import examine_closely
from scalecheck.source.shelf import Shelf

TEXT = (BASE / "call.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shelf")
    (folder / "base.yaml").write_text((BASE / "rubric.yaml").read_text(encoding="utf-8"))
    return Job(Finder(Shelf((folder,), "test", False)), Choice(("calls",)))


def gates_of(*gates):
    lines = (f"  - {{id: g{n}, wording: Oui, {gate}}}\n" for n, gate in enumerate(gates))
    head = TEXT[: TEXT.index("gates:")].replace("languages: [fr, en]", "languages: [fr]")
    return f"{head}gates:\n{''.join(lines)}"


def rules_on(text, job):
    """What the rules about calls say of a call, whoever asks them."""
    from scalecheck.lint.rules.calls import CALLS

    document = parse(text.encode(), "call.yaml")
    seen = examine_closely(document, kind_named("call"))
    value = seen.left.value if seen.left else None
    if value is None:
        return []
    subject = Subject(document, value, job.finder, is_sound=True)
    return [(r.code, f.severity or r.severity, f) for r in CALLS for f in r.find(subject)]


def contradictions(job, *gates):
    return [s for code, s, _ in rules_on(gates_of(*gates), job) if code == "contradictory-gates"]


FLOOR = "severity: fail, require: {niveau: 2}"
CEILING = "severity: fail, at_most: {level: 1}"


def test_a_ceiling_under_a_floor_closes_the_call(job):
    assert contradictions(job, FLOOR, CEILING) == [Severity.ERROR]


def test_under_conditions_that_may_hold_together_it_is_a_warning(job):
    assert contradictions(job, f"{FLOOR}, when: {{volet: suite}}", CEILING) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("floor", "ceiling"),
    [
        (f"{FLOOR}, when: {{volet: suite}}", f"{CEILING}, when: {{volet: demarrage}}"),
        (f"{FLOOR}, plan: last", CEILING),
        (FLOOR.replace("fail", "warning"), CEILING),
        (FLOOR, CEILING.replace("level: 1", "level: 2")),
        (FLOOR.replace("niveau", "ampleur"), CEILING),
    ],
)
def test_gates_that_never_stand_together_do_not_contradict_each_other(floor, ceiling, job):
    assert contradictions(job, floor, ceiling) == []


def test_the_weaker_of_two_like_gates_is_the_one_repeated(job):
    one, two = "severity: fail, require: {ampleur: 2}", "severity: fail, require: {ampleur: 1}"
    found = [f for code, _, f in rules_on(gates_of(one, two), job) if code == "repeated-gate"]
    assert [dict(f.facts)["gate"] for f in found] == ["g1"]


values = st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True).map(tuple)
cases = st.dictionaries(st.sampled_from("xy"), values, min_size=1).map(Case)
conditions = st.lists(cases, max_size=3).map(tuple)


def holds(condition, facts):
    return not condition or any(
        all(facts[name] in wanted for name, wanted in case.root.items()) for case in condition
    )


@given(conditions, conditions)
def test_two_conditions_may_meet_when_some_project_fulfils_both(one, other):
    projects = ({"x": x, "y": y} for x, y in product("abc", repeat=2))
    assert may_meet(one, other) == any(holds(one, p) and holds(other, p) for p in projects)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_rule_fails_on_a_call_with_one_part_changed(job, data):
    document = parse(TEXT.encode(), "f").data
    path = data.draw(st.sampled_from([path for path, _ in walk(document) if path]))
    new = data.draw(st.sampled_from([Plain("9"), Plain("x"), (), {}, "Un texte"]))
    text = write(put(document, path, new))
    rules_on(text, job)
    check_bytes(Path("call.yaml"), text.encode(), job)
