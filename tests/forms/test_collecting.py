"""Answers that come back into project files: appended as text, comments kept, nothing lost."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.forms.sheets import sheets

import scalecheck as sc
from scalecheck.forms.sheet_json import write_sheet
from scalecheck.lint.life.fingerprint import meaning_fingerprint
from scalecheck.model.answer_sheet import AnswerSheet, cited_in
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.open_sheet import open_blank, open_for
from scalecheck.model.project import Evidence
from scalecheck.model.snapshot import Assessor
from scalecheck.model.text import Text

RUBRIC = sc.load_rubric("is-echelle")
MARK = meaning_fingerprint(RUBRIC)
EXAMPLES = sorted(Path("examples").glob("*/project.yaml"))
FJORD = Path("examples/cuisines-du-fjord/project.yaml")


def sheet_for(path: Path, **facts: object) -> AnswerSheet:
    project = sc.load_project(path)
    rubric = sc.load_rubric(project.current.rubric)
    opened = open_for(project, rubric, meaning_fingerprint(rubric), Language.FR)
    return opened.sheet.model_copy(update={"date": "2030-01-15", **facts})


def drop(folder: Path, name: str, sheet: AnswerSheet) -> Path:
    path = folder / name
    path.write_text(write_sheet(sheet), encoding="utf-8")
    return path


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_a_reassessment_is_appended_and_nothing_else_changes(path: Path, tmp_path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    (tmp_path / "project.yaml").write_text(before, encoding="utf-8")
    form = drop(tmp_path, "retour.json", sheet_for(path))
    (one,) = sc.import_forms([form], tmp_path)
    assert one.diagnostics == ()
    assert one.fate == "added"
    after = (tmp_path / "project.yaml").read_text(encoding="utf-8")
    assert set(before.splitlines()) <= set(after.splitlines())
    old, new = sc.load_project(path), sc.load_project(tmp_path / "project.yaml")
    assert new.assessments[: len(old.assessments)] == old.assessments
    assert new.model_copy(update={"assessments": old.assessments}) == old


def test_a_reassessment_untouched_gives_the_same_level(tmp_path: Path) -> None:
    path = tmp_path / "project.yaml"
    path.write_bytes(FJORD.read_bytes())
    list(sc.import_forms([drop(tmp_path, "r.json", sheet_for(FJORD))], tmp_path))
    before, after = sc.load_project(FJORD), sc.load_project(path)
    was = sc.assess(RUBRIC, before, as_of="2030-01-15", vocabularies=sc.load_vocabularies())
    now = sc.assess(RUBRIC, after, vocabularies=sc.load_vocabularies())
    assert (now.headline.low, now.headline.high) == (was.headline.low, was.headline.high)


def test_a_new_setting_a_new_record_and_a_fact_that_changed(tmp_path: Path) -> None:
    path = tmp_path / "project.yaml"
    path.write_bytes(FJORD.read_bytes())
    sheet = sheet_for(FJORD)
    first, *others = sheet.settings or ()
    changed = first.model_copy(
        update={"attributes": {**first.attributes, "status": ("withdrawn",)}}
    )
    new = Instance(
        id="ecole-neuve", title=Text(fr="École « Neuve »"), attributes={"role": ("trial",)}
    )
    record = Evidence(title=Text(fr="=cmd()"), grade="documented")
    sheet = sheet.model_copy(
        update={
            "settings": (changed, *others, new),
            "evidence": {**sheet.evidence, "p1": record},
        }
    )
    (one,) = sc.import_forms([drop(tmp_path, "r.json", sheet)], tmp_path)
    assert one.diagnostics == ()
    project = sc.load_project(path)
    assert (project.settings or ())[-1] == new
    assert project.evidence["p1"] == record
    (stated,) = project.current.context.settings or ()
    assert (stated.id, stated.attributes) == (first.id, {"status": ("withdrawn",)})
    assert set(one.unconfirmed) == set(cited_in(sheet))
    assert len(one.unconfirmed) > 3


def test_a_record_that_no_longer_holds_is_cited_no_more(tmp_path: Path) -> None:
    path = tmp_path / "project.yaml"
    path.write_bytes(FJORD.read_bytes())
    sheet = sheet_for(FJORD)
    gone = next(
        name for name in sheet.evidence if f"{name}" in write_sheet(sheet).split("answers")[-1]
    )
    sheet = sheet.model_copy(update={"still_valid": {gone: False}})
    list(sc.import_forms([drop(tmp_path, "r.json", sheet)], tmp_path))
    project = sc.load_project(path)
    assert gone in project.evidence
    assert gone not in repr(project.current.answers)


def test_a_new_record_whose_name_is_taken_gets_another(tmp_path: Path) -> None:
    path = tmp_path / "project.yaml"
    path.write_bytes(FJORD.read_bytes())
    sheet = sheet_for(FJORD)
    taken = next(iter(sheet.evidence))
    other = Evidence(title=Text(fr="Tout autre chose"), grade="declared")
    sheet = sheet.model_copy(update={"evidence": {**sheet.evidence, taken: other}})
    (one,) = sc.import_forms([drop(tmp_path, "r.json", sheet)], tmp_path)
    assert one.renamed == (f"{taken}-2",)
    assert sc.load_project(path).evidence[f"{taken}-2"] == other


@given(data=st.data())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_new_project_holds_what_the_sheet_held(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("into")
    sheet = data.draw(sheets(RUBRIC)).model_copy(
        update={"fingerprint": MARK, "project": "projet-neuf"}
    )
    (one,) = sc.import_forms([drop(folder, "r.json", sheet)], folder)
    if one.fate == "refused":
        assert {d.code for d in one.diagnostics} == {"form-no-answer"}
        return
    project = sc.load_project(folder / "projet-neuf.yaml")
    assert project.current.answers == sheet.answers
    assert project.current.note == sheet.note
    assert project.evidence == sheet.evidence
    assert project.settings == sheet.settings


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"date": None}, "form-without-date"),
        ({"project": None, "title": None}, "form-without-project"),
        ({"answers": {}}, "form-no-answer"),
        ({"rubric": "inconnue"}, "form-no-rubric"),
        ({"fingerprint": "1" * 64}, "form-other-edition"),
        ({"rubric": "trl"}, "form-other-edition"),
    ],
)
def test_a_sheet_that_cannot_be_taken_is_refused_by_name(
    change: dict[str, object], code: str, tmp_path: Path
) -> None:
    sheet = sheet_for(FJORD, **change)
    (one,) = sc.import_forms([drop(tmp_path, "r.json", sheet)], tmp_path)
    assert one.fate == "refused"
    assert [found.code for found in one.diagnostics] == [code]
    assert list(tmp_path.glob("*.yaml")) == []


def test_a_level_that_the_scale_lacks_is_refused_where_it_stands(tmp_path: Path) -> None:
    text = write_sheet(open_blank(RUBRIC, MARK, Language.FR).sheet)
    name = next(c.id for c in RUBRIC.criteria if c.computed is None)
    text = (
        text.rstrip("\n}")
        + f',\n  "project": "neuf", "date": "2030-01-01",\n  "answers": {{"{name}": "77"}}}}'
    )
    form = tmp_path / "r.json"
    form.write_text(text, encoding="utf-8")
    (one,) = sc.import_forms([form], tmp_path)
    (found,) = one.diagnostics
    assert found.code == "unknown-level"
    assert found.span is not None
    assert text.splitlines()[found.span.line - 1][found.span.column - 1 :].startswith('"77"')


def test_the_same_answers_twice_are_refused_by_the_name_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_bytes(FJORD.read_bytes())
    forms = [drop(tmp_path, name, sheet_for(FJORD)) for name in ("a.json", "b.json")]
    first, second = sc.import_forms(forms, tmp_path)
    assert (first.fate, second.fate) == ("added", "refused")
    assert dict(second.diagnostics[0].facts) == {"first": str(forms[0])}
    (again,) = sc.import_forms(forms[:1], tmp_path)
    assert [found.code for found in again.diagnostics] == ["form-already-there"]


def test_several_voices_of_a_committee_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "project.yaml"
    path.write_bytes(FJORD.read_bytes())
    voices = [
        drop(
            tmp_path,
            f"{n}.json",
            sheet_for(FJORD, kind="panel", assessor=Assessor(role=f"Voix {n}")),
        )
        for n in range(3)
    ]
    found = list(sc.import_forms(voices, tmp_path))
    assert [one.fate for one in found] == ["added"] * 3
    assert len(sc.load_project(path).assessments) == len(sc.load_project(FJORD).assessments) + 3


def test_two_files_of_one_project_are_refused(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_bytes(FJORD.read_bytes())
    (one,) = sc.import_forms([drop(tmp_path, "r.json", sheet_for(FJORD))], tmp_path)
    assert [found.code for found in one.diagnostics] == ["form-two-homes"]


def test_a_layout_that_text_cannot_extend_is_refused_with_the_text_to_paste(tmp_path: Path) -> None:
    text = FJORD.read_text(encoding="utf-8").replace("assessments:\n", "x-old: &a\n").rstrip()
    (tmp_path / "project.yaml").write_text(f"{text}\nassessments: *a\n", encoding="utf-8")
    before = (tmp_path / "project.yaml").read_bytes()
    (one,) = sc.import_forms([drop(tmp_path, "r.json", sheet_for(FJORD))], tmp_path)
    (found,) = one.diagnostics
    assert found.code == "form-paste"
    assert "date: 2030-01-15" in dict(found.facts)["text"]
    assert (tmp_path / "project.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("page.html", b"<!DOCTYPE html><i>scalecheck/answers@1</i>", "form-page-not-answers"),
        ("photo.jpg", b"\xff\xd8\xff\xe0", "form-not-ours"),
        ("vide.json", b"", "form-not-ours"),
        ("projet.yaml", FJORD.read_bytes(), "form-not-ours"),
    ],
)
def test_what_is_no_form_is_refused_by_name(
    name: str, content: bytes, code: str, tmp_path: Path
) -> None:
    into = tmp_path / "fiches"
    into.mkdir()
    (tmp_path / name).write_bytes(content)
    (one,) = sc.import_forms([tmp_path / name], into)
    assert [found.code for found in one.diagnostics] == [code]


def test_a_form_that_does_not_exist_is_refused_and_the_others_are_taken(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_bytes(FJORD.read_bytes())
    good = drop(tmp_path, "r.json", sheet_for(FJORD))
    found = list(sc.import_forms([tmp_path / "absent.xlsx", good], tmp_path))
    assert [one.fate for one in found] == ["refused", "added"]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    form = drop(tmp_path, "r.json", sheet_for(FJORD))
    (one,) = sc.import_forms([form], tmp_path, dry_run=True)
    assert one.fate == "created"
    assert list(tmp_path.glob("*.yaml")) == []
