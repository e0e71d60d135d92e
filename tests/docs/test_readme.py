"""The two READMEs promise the same lines, and each line stands alone."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import readme_lines as lines

HERE = Path(__file__).parent
TOP = HERE.parent.parent
READMES = {"en": TOP / "README.md", "fr": TOP / "README.fr.md"}

PROMISES = [(which, shell) for which in lines.WHICH for shell in lines.SHELLS]


def promised(language: str, which: str, shell: str) -> str:
    return lines.find_line(READMES[language], which, shell)


@pytest.mark.parametrize(("which", "shell"), PROMISES)
def test_both_readmes_promise_the_same_line_but_for_its_language(which: str, shell: str) -> None:
    french, english = promised("fr", which, shell), promised("en", which, shell)
    assert french.replace("--lang fr", "--lang en") == english


@pytest.mark.parametrize("language", READMES)
@pytest.mark.parametrize(("which", "shell"), PROMISES)
def test_a_promised_line_is_one_line(language: str, which: str, shell: str) -> None:
    line = promised(language, which, shell)
    assert line == line.strip()
    assert line
    assert "\n" not in line


@pytest.mark.parametrize("language", READMES)
@pytest.mark.parametrize(("which", "shell"), PROMISES)
def test_a_promised_line_makes_its_own_environment_and_touches_no_other(
    language: str, which: str, shell: str
) -> None:
    line = promised(language, which, shell)
    python = ".venv/bin/" if shell == "sh" else ".venv\\Scripts\\"
    assert line.startswith("python3 -m venv .venv && " if shell == "sh" else "py -m venv .venv; ")
    assert "sudo" not in line
    assert "--user" not in line
    steps = [step.strip(" }") for step in re.split(r"&&|; if \(\$\?\) \{", line)]
    assert all(step.startswith(python) for step in steps[1:])
    assert all("-m pip" in step for step in steps if "pip install" in step)


@pytest.mark.parametrize("language", READMES)
@pytest.mark.parametrize("which", lines.WHICH)
def test_a_powershell_line_stops_at_the_first_failure(language: str, which: str) -> None:
    line = promised(language, which, "powershell")
    # Each step is inside the test of the one before: `$?` is read right after it.
    assert line.count(";") == line.count("; if ($?) { ") == line.count("}")
    assert line.endswith(" }" * line.count("}"))
    assert "&&" not in line  # NOTE: Windows PowerShell 5.1 has no `&&`.


@pytest.mark.parametrize("language", READMES)
def test_the_first_line_assesses_an_example_in_the_language_of_the_readme(language: str) -> None:
    for shell in lines.SHELLS:
        line = promised(language, "first", shell)
        assert f"--lang {language}" in line
        example = line.split(" assess ")[1].split()[0].replace("\\", "/")
        assert (TOP / example).is_file()


@pytest.mark.parametrize("language", READMES)
def test_a_readme_names_the_package_that_debian_needs(language: str) -> None:
    assert "`python3-venv`" in READMES[language].read_text(encoding="utf-8")


@pytest.mark.parametrize("language", READMES)
def test_a_readme_holds_a_terminal_excerpt_between_markers(language: str) -> None:
    text = READMES[language].read_text(encoding="utf-8")
    lines.find_block(text, "readme:terminal")


def test_both_readmes_have_the_same_outline() -> None:
    outlines = [
        re.findall(r"^#+", path.read_text(encoding="utf-8"), re.MULTILINE)
        for path in READMES.values()
    ]
    assert outlines[0] == outlines[1]


@pytest.mark.parametrize("which", lines.WHICH)
def test_the_script_prints_the_line_for_ci(which: str) -> None:
    command = [sys.executable, str(HERE / "readme_lines.py"), str(READMES["fr"]), which]
    found = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert found.stdout == promised("fr", which, "sh") + "\n"


def test_the_script_refuses_anything_else() -> None:
    command = [sys.executable, str(HERE / "readme_lines.py"), str(READMES["fr"]), "third"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2
