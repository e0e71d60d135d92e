"""The folder that answers go to: projects found however they are spelled, nothing lost."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.forms.test_collecting import EXAMPLES, FJORD, MARK, RUBRIC, drop, sheet_for

import scalecheck as sc
from scalecheck.api.homes import Homes, find_projects
from scalecheck.errors import CannotWrite, UnknownName
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.diagnostic import problem
from scalecheck.model.instance import ContextSetting, Instance
from scalecheck.model.join_sheet import join_sheet
from scalecheck.model.language import Language
from scalecheck.model.open_sheet import open_blank
from scalecheck.model.project import Evidence
from scalecheck.model.snapshot import Context
from scalecheck.model.text import Text
from scalecheck.source.grid import Grid

TEXT = FJORD.read_text(encoding="utf-8")
QUESTION = next(c.id for c in RUBRIC.criteria if c.computed is None)


def new_sheet(**facts: object) -> AnswerSheet:
    sheet = open_blank(RUBRIC, MARK, Language.FR).sheet
    said = {"date": "2030-01-15", "project": "neuf", "answers": {QUESTION: Answer(level="2")}}
    return sheet.model_copy(update={**said, **facts})


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "fiches"
    folder.mkdir()
    return folder


def told(found: sc.Imported) -> tuple[object, ...]:
    codes = [(one.code, one.path) for one in found.diagnostics]
    return found.fate, found.project, codes, found.kept, found.renamed


@pytest.mark.parametrize(
    "spelled",
    [
        TEXT.replace("id: ", '"id": ', 1),
        TEXT.replace("format: ", "'format': ", 1),
        TEXT.replace("id: ", "id : ", 1),
        TEXT.replace("id: ", "id: &moi ", 1),
        TEXT.replace("id: ", "id: >-\n  ", 1),
        TEXT.replace("\n", "\n  ").join(("  ", "\n")),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        f"\ufeff{TEXT}",
        f"--- # tête\n{TEXT}...\n# après\n",
    ],
)
@pytest.mark.parametrize("name", ["project.yaml", "Projet.YML"])
def test_a_project_is_found_however_it_is_spelled(spelled: str, name: str, into: Path) -> None:
    before = spelled.encode()
    (into / name).write_bytes(before)
    (one,) = sc.import_forms([drop(into, "r.json", sheet_for(FJORD))], into)
    assert (one.fate, one.diagnostics) == ("added", ())
    assert [path.name for path in into.glob("*") if path.suffix != ".json"] == [name]
    there = iter((into / name).read_bytes())
    assert all(byte in there for byte in before)


def test_a_project_in_braces_is_refused_rather_than_made_again(into: Path) -> None:
    (into / "p.yaml").write_text(json.dumps({"format": "scalecheck/project@1", "id": "neuf"}))
    (one,) = sc.import_forms([drop(into, "r.json", new_sheet())], into)
    assert one.fate == "refused"
    assert [path.name for path in into.glob("*.yaml")] == ["p.yaml"]


def test_what_is_hidden_is_no_project(into: Path) -> None:
    for name in (".history/project.yaml", ".project.yaml", "sous/project.yaml"):
        (into / name).parent.mkdir(exist_ok=True)
        (into / name).write_text(TEXT, encoding="utf-8")
    assert list(find_projects(into).values()) == [[into / "sous" / "project.yaml"]]


def records(title: str) -> dict[str, Evidence]:
    return {"p1": Evidence(title=Text(fr=title), grade="declared")}


BATCHES = {
    "a new project": [new_sheet(), new_sheet(date="2030-02-01"), new_sheet()],
    "two records of one name": [
        sheet_for(FJORD, evidence={**sheet_for(FJORD).evidence, **records("un")}),
        sheet_for(FJORD, date="2031-01-15", evidence=records("deux"), answers=new_sheet().answers),
    ],
    "a name that is taken": [new_sheet(project="pris"), sheet_for(FJORD)],
    "through a link": [new_sheet(project="lien")],
}


@pytest.mark.parametrize("batch", BATCHES)
def test_a_dry_run_says_what_the_real_one_does(batch: str, into: Path) -> None:
    (into / "project.yaml").write_text(TEXT, encoding="utf-8")
    (into / "pris.yaml").write_text("format: autre\n")
    (into.parent / "ailleurs").write_text(TEXT.replace("cuisines-du-fjord", "lien"))
    (into / "p.yaml").symlink_to(into.parent / "ailleurs")
    forms = [drop(into, f"{n}.json", sheet) for n, sheet in enumerate(BATCHES[batch])]
    before = {path: path.read_bytes() for path in into.iterdir()}
    said = [told(one) for one in sc.import_forms([*forms, forms[0]], into, dry_run=True)]
    assert {path: path.read_bytes() for path in into.iterdir()} == before
    assert [told(one) for one in sc.import_forms([*forms, forms[0]], into)] == said


def test_a_form_corrected_after_a_refusal_is_taken(into: Path) -> None:
    wrong = new_sheet(answers={QUESTION: Answer(level="77")})
    forms = [drop(into, "a.json", wrong), drop(into, "b.json", new_sheet())]
    assert [one.fate for one in sc.import_forms(forms, into)] == ["refused", "created"]


def test_what_changed_since_it_was_read_is_not_written_over(into: Path) -> None:
    path = into / "project.yaml"
    path.write_text(TEXT, encoding="utf-8")
    homes = Homes(into)
    home = homes.open(path)
    path.write_text(f"{TEXT}# ajouté à la main\n", encoding="utf-8")
    with pytest.raises(CannotWrite):
        homes.replace(path, home, TEXT)
    assert path.read_text(encoding="utf-8").endswith("# ajouté à la main\n")


def test_two_runs_at_once_lose_nothing(into: Path) -> None:
    batches = [
        [drop(into, f"{run}{n}.json", new_sheet(date=f"203{run}-01-0{n}")) for n in range(1, 5)]
        for run in (1, 2)
    ]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda forms: list(sc.import_forms(forms, into)), batches))
    fates = sorted(one.fate for run in found for one in run)
    assert fates == ["added"] * 7 + ["created"]
    assert len(sc.load_project(into / "neuf.yaml").assessments) == 8


@pytest.mark.parametrize("title", ["???", "مرحبا", "—"])
def test_a_title_that_makes_no_name_makes_no_project(title: str, into: Path) -> None:
    sheet = new_sheet(project=None, title=Text(fr=title))
    (one,) = sc.import_forms([drop(into, "r.json", sheet)], into)
    assert [found.code for found in one.diagnostics] == ["form-without-project"]


def test_a_long_title_makes_a_name_of_a_size_that_is_accepted(into: Path) -> None:
    sheet = new_sheet(project=None, title=Text(fr="Été " * 60))
    (one,) = sc.import_forms([drop(into, "r.json", sheet)], into)
    assert len(sc.load_project(one.project).id) <= 80


def test_the_name_of_a_project_said_otherwise_is_named(into: Path) -> None:
    (into / "project.yaml").write_text(TEXT, encoding="utf-8")
    sheet = sheet_for(FJORD, title=Text(fr="Autre"), organization=Text(fr="Autre"))
    (one,) = sc.import_forms([drop(into, "r.json", sheet)], into)
    assert one.kept == ("title", "organization")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_an_untouched_sheet_says_nothing_otherwise(path: Path) -> None:
    assert join_sheet(sheet_for(path), sc.load_project(path)).kept == ()


def test_a_fact_of_a_member_that_has_no_context_is_named_when_it_is_kept() -> None:
    was, now = (Instance(id="a", attributes={"x": (value,)}) for value in ("un", "deux"))
    project = sc.load_project(FJORD).model_copy(update={"groups": {"equipes": (was,)}})
    joined = join_sheet(sheet_for(FJORD, groups={"equipes": (now,)}), project)
    assert (joined.kept, joined.groups) == (("a",), {})


def unknown_facts() -> list[AnswerSheet]:
    sheet = sheet_for(FJORD)
    first, second, *others = sheet.settings or ()
    changed = second.model_copy(update={"attributes": {**second.attributes, "status": ("zzz",)}})
    stated = Context(settings=(ContextSetting(id=second.id, attributes={"status": ("zzz",)}),))
    return [
        sheet.model_copy(update=told)
        for told in (
            {"settings": (first, changed, *others)},
            {"attributes": {"visee": ("zzz",)}},
            {"settings": None, "context": stated},
            {"attributes": {}, "context": Context(attributes={"visee": ("zzz",)})},
        )
    ]


@pytest.mark.parametrize("case", range(4))
def test_a_fact_that_the_closed_lists_lack_is_refused_where_it_stands(
    case: int, into: Path
) -> None:
    (into / "project.yaml").write_text(TEXT, encoding="utf-8")
    form = drop(into, "r.json", unknown_facts()[case])
    (one,) = sc.import_forms([form], into)
    (found,) = one.diagnostics
    assert found.code == "unknown-value"
    assert found.span is not None
    line = form.read_text(encoding="utf-8").splitlines()[found.span.line - 1]
    assert line[found.span.column - 1 :].startswith('"zzz"')
    assert (into / "project.yaml").read_text(encoding="utf-8") == TEXT


def test_a_rubric_that_is_named_and_cannot_be_had_is_said_at_once(into: Path) -> None:
    with pytest.raises(UnknownName):
        list(sc.import_forms([drop(into, "r.json", new_sheet())], into, rubric="nulle-part"))


@pytest.mark.parametrize("broken", [b"format: scalecheck/rubric@1\nid: is-echelle\n", None])
def test_a_rubric_that_cannot_be_used_refuses_its_forms_and_no_other(
    broken: bytes | None, into: Path
) -> None:
    folder = into.parent / "grilles"
    folder.mkdir()
    text = Path("rubrics/is-echelle.yaml").read_bytes() + b"\n# autre\n"
    (folder / "is-echelle.yaml").write_bytes(broken or text)
    forms = [drop(into, "a.json", new_sheet()), into / "absent.json"]
    found = list(sc.import_forms(forms, into, folders=[folder]))
    assert [one.fate for one in found] == ["refused", "refused"]
    assert found[0].diagnostics[0].code == "form-no-rubric"
    assert found[1].diagnostics[0].code == "no-such-file"


def test_a_page_that_is_no_form_is_not_taken_for_one(into: Path) -> None:
    page = into / "rapport.html"
    page.write_text("<!DOCTYPE html><html><p>Rapport</p></html>")
    (one,) = sc.import_forms([page], into)
    assert [found.code for found in one.diagnostics] == ["form-not-ours"]


def test_answers_given_already_are_refused_at_their_date(into: Path) -> None:
    form = drop(into, "a.json", new_sheet())
    _, again = sc.import_forms([form, form], into)
    (found,) = again.diagnostics
    assert found.span is not None
    line = form.read_text(encoding="utf-8").splitlines()[found.span.line - 1]
    assert '"2030-01-15"' in line


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ({("date",): "4:s_date", ("title",): "4:s_title"}, "4"),
        ({("date",): "Projet!C4", ("title",): "Projet!C5"}, ""),
        ({("answers",): "Projet!C4"}, "Projet!C4"),
        ({}, ""),
    ],
)
def test_what_stands_in_no_cell_of_a_table_is_said_of_its_line(
    cells: dict[tuple[str, ...], str], wanted: str
) -> None:
    found = Grid("export.csv", {}, cells).diagnose(problem("form-no-answer", ("answers",)))
    assert found.cell == wanted
