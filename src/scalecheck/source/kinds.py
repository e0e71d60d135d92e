"""The kinds of document: what each is made of, how it is checked, and how it is told apart."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from scalecheck.model.base import Frozen, describe
from scalecheck.model.check_project import find_project_problems
from scalecheck.model.diagnostic import Problem, problem
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.source.document import Document


class HasData(Protocol):
    """Anything that was read as plain data."""

    @property
    def data(self) -> Any:
        """What was read."""


class Kind(NamedTuple):
    """A kind of document: its `format`, its model, and what its model cannot see."""

    format: str
    find_model: Callable[[], type[Frozen]]
    check: Callable[[Any], Iterable[Problem]]
    is_form: bool = False  # its scalars are all read as written without quotes

    @property
    def name(self) -> str:
        """Its short name: `rubric`, `project`, `rubric-test`, `vocabularies`, `call`."""
        return self.format.removeprefix("scalecheck/").partition("@")[0]

    @property
    def model(self) -> type[Frozen]:
        """The model, imported when it is first asked for."""
        return self.find_model()


def find_nothing(_: Any) -> tuple[Problem, ...]:
    """Find no problem: what a check does that has nothing to add."""
    return ()


# A rubric that was kept, and a file that is sound, need none of what is imported below.


def _check_rubric(rubric: Rubric) -> tuple[Problem, ...]:
    from scalecheck.model.check_rubric import find_problems

    return find_problems(rubric)


def _test_model() -> type[Frozen]:
    from scalecheck.model.rubric_test import RubricTest

    return RubricTest


def _check_test(test: Any) -> tuple[Problem, ...]:
    from scalecheck.model.check_tests import find_test_problems

    return find_test_problems(test)


def _call_model() -> type[Frozen]:
    from scalecheck.model.call import Call

    return Call


def _check_call(call: Any) -> tuple[Problem, ...]:
    from scalecheck.model.check_call import find_call_problems

    return find_call_problems(call)


def _upgrade_model() -> type[Frozen]:
    from scalecheck.model.upgrade import Upgrade

    return Upgrade


def _check_upgrade(upgrade: Any) -> tuple[Problem, ...]:
    from scalecheck.model.check_upgrade import find_upgrade_problems

    return find_upgrade_problems(upgrade)


def _sheet_model() -> type[Frozen]:
    from scalecheck.model.answer_sheet import AnswerSheet

    return AnswerSheet


def _check_sheet(sheet: Any) -> tuple[Problem, ...]:
    from scalecheck.model.check_sheet import find_sheet_problems

    return find_sheet_problems(sheet)


def _mapping_model() -> type[Frozen]:
    from scalecheck.model.mapping import TableMapping

    return TableMapping


def _check_mapping(mapping: Any) -> tuple[Problem, ...]:
    from scalecheck.model.mapping import find_mapping_problems

    return find_mapping_problems(mapping)


KINDS: tuple[Kind, ...] = (
    Kind("scalecheck/rubric@1", lambda: Rubric, _check_rubric),
    Kind("scalecheck/project@1", lambda: Project, find_project_problems),
    Kind("scalecheck/rubric-test@1", _test_model, _check_test),
    Kind("scalecheck/vocabularies@1", lambda: Vocabularies, find_nothing),
    Kind("scalecheck/call@1", _call_model, _check_call),
    Kind("scalecheck/upgrade@1", _upgrade_model, _check_upgrade),
    Kind("scalecheck/answers@1", _sheet_model, _check_sheet, is_form=True),
    Kind("scalecheck/mapping@1", _mapping_model, _check_mapping),
)


def is_meant(document: HasData, kind: Kind) -> bool:
    """Tell whether a document without a known `format` is plainly of a kind all the same."""
    data = document.data
    if not isinstance(data, Mapping):
        return False
    found = data.get("format")
    if found is None:
        own = sum(key in kind.model.model_fields for key in data)
        return own >= 3 and own * 2 > len(data)
    from difflib import get_close_matches

    formats = [k.format for k in KINDS]
    if not isinstance(found, str) or found in formats or _is_newer(found, kind):
        return False
    return get_close_matches(found, formats, 1, 0.8) == [kind.format]


def refuse_format(found: object, kind: Kind) -> Problem:
    """Say what is wrong with a `format` that is not the one of a kind."""
    if found is None:
        return problem("missing-format", (), wanted=kind.format)
    code = "newer-format" if _is_newer(found, kind) else "wrong-format"
    return problem(code, ("format",), got=describe(found), wanted=kind.format)


def _is_newer(found: object, kind: Kind) -> bool:
    """Tell whether a format is another version of a kind."""
    return isinstance(found, str) and found.split("@")[0] == kind.format.split("@")[0]


def kind_of(document: Document) -> Kind | None:
    """The kind that a document says it is, or None."""
    data = document.data
    found = data.get("format") if isinstance(data, Mapping) else None
    return next((kind for kind in KINDS if kind.format == found), None)


def kind_meant(document: Document) -> Kind | None:
    """The kind that a document plainly is, its `format` missing or misspelt, or None."""
    data = document.data
    found = data.get("format") if isinstance(data, Mapping) else None
    return next((k for k in KINDS if _is_newer(found, k) or is_meant(document, k)), None)


def kind_named(name: str) -> Kind:
    """The kind of a short name: `rubric`, `project`, `rubric-test`, `vocabularies`, `call`."""
    return next(kind for kind in KINDS if kind.format == f"scalecheck/{name}@1")
