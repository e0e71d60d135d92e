"""No rubric is favoured: no id of a shipped one, no weight, no threshold stands in the program."""

import ast
from functools import cache
from pathlib import Path

import pytest

from scalecheck.model.check_names import RESERVED
from scalecheck.model.names import SETTING_ATTRIBUTES
from scalecheck.model.rubric import Rubric
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "scalecheck"
FILES = sorted(SOURCE.rglob("*.py"))
RUBRICS = sorted(p for p in (ROOT / "rubrics").glob("*.yaml") if not p.name.endswith(".test.yaml"))
ENGINE = [p for p in FILES if p.relative_to(SOURCE).parts[0] in ("model", "scoring")]

# Words that are ids in some rubric, and mean something else where the program says them.
GENERIC = frozenset(
    (
        *SETTING_ATTRIBUTES,  # what every setting has: `role`, `type`, `status`…
        *("yes", "no"),  # flags
        "declared",  # the one grade of a rubric that lists none
        "public",  # a confidentiality
        "other",  # a plural form
        "plan",  # what a gate of a call may read: a phase of the plan
        "alike",  # how many alike an instance stands for
        *("local", "scale"),  # a turn of phrase, for a track that ends early or does not
    )
)
HALF = (1, 2)  # what rounding compares with


def ids_in(value):
    """Every id of a model, however deep, except those of nested texts."""
    if isinstance(value, tuple):
        for part in value:
            yield from ids_in(part)
    elif hasattr(type(value), "model_fields"):
        if isinstance(getattr(value, "id", None), str):
            yield value.id
        for name in type(value).model_fields:
            yield from ids_in(getattr(value, name))


@cache
def ids_of(path):
    rubric = load(path, kind_named("rubric")).value
    assert isinstance(rubric, Rubric)
    own = {rubric.id}  # the id of a rubric may be a default of the command line
    return frozenset(ids_in(rubric)) - own - RESERVED - GENERIC


def literals(path):
    """The text literals of a file, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield node


def test_there_is_something_to_look_at():
    assert len(RUBRICS) >= 3
    assert len(ENGINE) > 20
    assert all(len(ids_of(path)) > 10 for path in RUBRICS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_id_of_a_shipped_rubric_is_written_in_the_program(path):
    said = {node.value for node in literals(path) if isinstance(node.value, str)}
    for rubric in RUBRICS:
        assert not said & ids_of(rubric)


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_float_decides_anything(path):
    assert not [node.value for node in literals(path) if isinstance(node.value, float)]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert "float" not in names


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_share_and_no_weight_is_written_in_the_engine(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fraction":
            numbers = [a.value for a in node.args if isinstance(a, ast.Constant)]
            if len(numbers) == len(node.args):
                assert tuple(numbers) in ((0,), (1,), HALF)
