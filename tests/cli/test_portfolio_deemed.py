"""`--deem-supported`: levels count as given where a table says nothing of evidence, only there."""

import pytest
from tests.cli.projects import named, rows_of, write
from tests.portfolio.samples import Folder

from scalecheck.cli.app import run


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_deeming_says_where_it_changes_nothing(tmp_path, folder, capsys, language):
    plain = write(tmp_path / "plain.csv", "id,ampleur,ancrage\na,3,1\n")
    graded = write(tmp_path / "graded.csv", "id,ampleur,ampleur.grade,ancrage\nb,3,declared,1\n")
    words = ["--rubric", str(folder.rubric), "--lang", language, "--deem-supported", "--strict"]
    out = tmp_path / "out.csv"
    assert run(["portfolio", "score", str(plain), str(graded), *words, "-o", str(out)]) == 0
    said = capsys.readouterr().err
    assert "[table-says-evidence]" in said
    assert str(graded) in said
    assert "--deem-supported" in said
    assert [row["level.official"] for row in rows_of(out)] == ["2", "1"]
    assert run(["portfolio", "score", str(plain), *words, "-o", str(out), "--force"]) == 0
    assert "says-evidence" not in capsys.readouterr().err


def test_deeming_says_once_that_it_changes_nothing_for_descriptors(tmp_path, capsys):
    for name in ("a", "b"):
        write(tmp_path / "p" / f"{name}.yaml", named(name))
    found = []
    for more in ([], ["--deem-supported", "--strict"]):
        out = tmp_path / f"out{len(more)}.csv"
        words = ["--rubric", "is-echelle", "-o", str(out), "--lang", "en", *more]
        assert run(["portfolio", "score", str(tmp_path / "p"), *words]) == 0
        found.append(out.read_bytes())
    assert found[0] == found[1]
    assert capsys.readouterr().err.count("[descriptors-say-evidence]") == 1
