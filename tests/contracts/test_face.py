"""The public face: what it names, what it costs, and that type checkers see the same."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import scalecheck

STUB = Path(scalecheck.__file__).with_name("__init__.pyi")


def test_the_public_names_are_sorted_and_importable() -> None:
    assert list(scalecheck.__all__) == sorted(scalecheck.__all__)
    for name in scalecheck.__all__:
        assert getattr(scalecheck, name) is not None


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(STUB.read_text(encoding="utf-8"))
    imports = (node for node in tree.body if isinstance(node, ast.ImportFrom))
    stubbed = {alias.asname for node in imports for alias in node.names}
    assert stubbed == set(scalecheck.__all__)


@pytest.mark.parametrize("name", [n for n in scalecheck.__all__ if n != "__version__"])
def test_every_public_name_is_documented(name: str) -> None:
    assert inspect.getdoc(getattr(scalecheck, name))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing-such"):
        getattr(scalecheck, "nothing-such")


def _loaded_by(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_the_package_is_light() -> None:
    heavy = {"typer", "pydantic", "yaml", "rich", "jinja2"}
    assert not heavy & _loaded_by("import scalecheck")


def test_version_answers_before_typer_is_imported() -> None:
    code = (
        "import sys; sys.argv = ['scalecheck', '--version']\n"
        "import scalecheck.__main__ as door\ndoor.main()"
    )
    assert not {"typer", "pydantic"} & _loaded_by(code)


def test_help_needs_no_model() -> None:
    code = (
        "import sys\nfrom scalecheck.cli.app import run\n"
        "import io, contextlib\n"
        "with contextlib.redirect_stdout(io.StringIO()): run(['--help'])"
    )
    assert not {"rich", "yaml", "jinja2"} & _loaded_by(code)


def test_an_assessment_in_json_needs_no_layout() -> None:
    code = (
        "import io, contextlib\nimport scalecheck as sc\n"
        "run = sc.assess_files('examples/cuisines-du-fjord/project.yaml')\n"
        "sc.render(run.assessment, 'json', provenance=run.provenance)"
    )
    assert not {"rich", "jinja2", "typer"} & _loaded_by(code)


def test_a_sound_project_is_assessed_without_pydantic() -> None:
    code = (
        "import io, contextlib\nfrom scalecheck.cli.app import run\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    run(['assess', 'examples/cuisines-du-fjord/project.yaml', '--no-cache'])"
    )
    assert not {"pydantic", "pydantic_core", "jinja2"} & _loaded_by(code)
