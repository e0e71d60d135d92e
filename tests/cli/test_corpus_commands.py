"""Bad files through the commands: the right exit code, and never a traceback."""

from pathlib import Path

import pytest

from scalecheck.cli.app import run

FOLDER = Path(__file__).parent.parent / "corpus"
CORPUS = sorted(FOLDER.glob("*.yaml"))
BESIDE = ("--rubrics", str(FOLDER / "with"))


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_a_bad_file_fails_check_with_1_and_assess_with_3(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(file), *BESIDE, "--lang", "fr"]) == 1
    assert run(["assess", str(file), *BESIDE, "--lang", "en"]) == 3
    shown = capsys.readouterr()
    assert "Traceback" not in shown.out + shown.err
    assert file.name in shown.out
    assert file.name in shown.err
