"""The interview as a person pipes it: what it writes, and what it refuses."""

import shutil
from pathlib import Path

import pytest
from tests.cli.interviews import LEVELS, ONE_SETTING, ROOT, by_hand, interview, petit

import scalecheck as sc
from scalecheck.model.answer import Answer

FJORD = ROOT / "examples" / "cuisines-du-fjord" / "project.yaml"


@pytest.fixture(autouse=True)
def _away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, with an empty cache and no word of language."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("SCALECHECK_LANG", "SCALECHECK_RUBRICS", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_22_lines_answer_22_criteria_and_give_what_one_would_write_by_hand() -> None:
    path = petit()
    who = ("--kind", "consensus", "--role", "coordination", "--organization", "Table de quartier")
    done = interview(LEVELS, str(path), "--blank", "--date", "2026-11-23", *who)
    assert done.returncode == 0, done.stderr
    hand = Path("hand.yaml")
    hand.write_text(by_hand(), encoding="utf-8")
    assert sc.load_project(path) == sc.load_project(hand)
    assert path.read_text(encoding="utf-8").startswith(ONE_SETTING)
    assert not Path("petit.answers.yaml").exists()
    assert "petit.yaml" in done.stderr


def test_a_project_that_does_not_exist_is_created() -> None:
    lines = [*LEVELS[:19], "CPE de la rive nord", "1", "2", "3"]
    done = interview(lines, "nouveau.yaml", "--title", "Les Ateliers", "--lang", "en")
    assert done.returncode == 0, done.stderr
    project = sc.load_project("nouveau.yaml")
    assert (project.id, project.title.en) == ("nouveau", "Les Ateliers")
    assert [one.id for one in project.settings or ()] == ["cpe-de-la-rive-nord"]
    assert not sc.has_errors(sc.check("nouveau.yaml"))


@pytest.mark.parametrize(("language", "told"), [("fr", "sans réponse"), ("en", "no answer")])
def test_an_end_before_the_last_question_keeps_a_draft_and_says_how_to_go_on(
    language: str, told: str
) -> None:
    path = petit()
    done = interview(["3", "2-3"], str(path), "--blank", "--lang", language)
    assert done.returncode == 1
    assert told in done.stderr
    assert "scalecheck interview petit.yaml" in done.stderr
    assert path.read_text(encoding="utf-8") == ONE_SETTING
    again = interview(LEVELS[2:], str(path))
    assert again.returncode == 0, again.stderr
    answers = sc.load_project(path).current.answers
    assert answers["ampleur-besoin"] == Answer(level="3")
    assert answers["ancrage-terrain"] == Answer(between=("2", "3"))


def test_leaving_on_purpose_is_no_failure_and_keeps_the_draft() -> None:
    done = interview(["3", "q"], str(petit()), "--blank")
    assert done.returncode == 0
    assert "  ampleur-besoin: 3\n" in Path("petit.answers.yaml").read_text(encoding="utf-8")


def test_a_script_with_a_line_that_is_not_understood_changes_no_project() -> None:
    path = petit()
    done = interview(["3", "sept", *LEVELS[1:]], str(path), "--blank")
    assert done.returncode == 3
    assert "ligne 2" in done.stderr
    assert path.read_text(encoding="utf-8") == ONE_SETTING


def test_without_a_setting_the_single_questions_are_all_there_is() -> None:
    done = interview(LEVELS[:19], "seul.yaml")
    assert done.returncode == 0, done.stderr
    more = interview(LEVELS, "autre.yaml")
    assert more.returncode == 3
    assert "20, 21" in more.stderr
    assert not Path("autre.yaml").exists()


def test_nothing_said_writes_nothing() -> None:
    done = interview([], "rien.yaml")
    assert done.returncode == 1
    assert not [path for path in Path().iterdir() if path.name != "cache"]


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["petit.yaml", "--date", "hier"], 2, "hier"),
        (["petit.yaml", "--rubric", "is-echele"], 2, "is-echelle"),
        (["petit.yaml", "--kind", "moi"], 2, "moi"),
        ([str(ROOT / "rubrics" / "trl.yaml")], 3, "trl.yaml"),
        (["nulle-part/p.yaml"], 2, "nulle-part"),
    ],
)
def test_what_cannot_be_done_is_told_without_a_traceback(
    options: list[str], code: int, told: str
) -> None:
    petit()
    done = interview(["3"], *options)
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_draft_of_another_rubric_is_never_taken_for_this_one() -> None:
    interview(["3"], "nouveau.yaml")
    done = interview(["3"], "nouveau.yaml", "--rubric", "trl")
    assert done.returncode == 3
    assert "is-echelle" in done.stderr


def test_a_draft_that_was_changed_by_hand_is_checked() -> None:
    interview(["3"], "nouveau.yaml")
    draft = Path("nouveau.answers.yaml")
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace("ampleur-besoin: 3", "ampleur-besoin: 17"), encoding="utf-8")
    done = interview(["3"], "nouveau.yaml")
    assert done.returncode == 3
    assert "nouveau.answers.yaml" in done.stderr
    assert "17" in done.stderr


def test_a_draft_that_stands_in_the_project_already_is_taken_away() -> None:
    path = petit()
    interview(LEVELS[:21], str(path), "--blank", "--date", "2026-11-23")
    draft = Path("petit.answers.yaml")
    kept = draft.read_text(encoding="utf-8")
    interview(LEVELS[21:], str(path))
    last = kept.replace("capacite: 0}", "capacite: 0, usage: 1}")
    draft.write_text(last, encoding="utf-8")
    assert last != kept
    done = interview(["q"], str(path))
    assert not draft.exists()
    assert len(sc.load_project(path).assessments) == 2, done.stderr
    draft.write_text(last, encoding="utf-8")
    again = interview(LEVELS, str(path), "--blank")
    assert again.returncode == 0, again.stderr
    assert len(sc.load_project(path).assessments) == 3


def test_a_reassessment_opens_with_the_last_answers_and_adds_to_the_file() -> None:
    path = Path(shutil.copy(FJORD, "fjord.yaml"))
    before = path.read_text(encoding="utf-8")
    done = interview(["", "4", "", *[":r"] * 2], str(path), "--date", "2027-05-01")
    assert done.returncode == 1
    assert "Dernière réponse" in done.stdout
    ended = interview([">", ""], str(path))
    assert ended.returncode == 0, ended.stderr
    found = sc.load_project(path).current
    assert (found.date, found.answers["ancrage-terrain"].level) == ("2027-05-01", "4")
    assert path.read_text(encoding="utf-8").startswith(before)
