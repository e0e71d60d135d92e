"""Refuse the sheets of answers whose references lead nowhere in the sheet itself."""

from collections.abc import Iterator

from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.check_project import check_known, check_unique, each_answer
from scalecheck.model.diagnostic import Problem, listed, problem


def find_sheet_problems(sheet: AnswerSheet) -> tuple[Problem, ...]:
    """Find the names said twice, and those that lead nowhere on the sheet."""
    return tuple(_check(sheet))


def _check(sheet: AnswerSheet) -> Iterator[Problem]:
    yield from check_unique(sheet.settings or (), ("settings",))
    for group, instances in sheet.groups.items():
        yield from check_unique(instances, ("groups", group))
    for answer, path in each_answer(sheet.answers, ("answers",)):
        here = (*path, "evidence")
        yield from check_known(answer.cited, set(sheet.evidence), here, "unknown-evidence")
    for name in sheet.still_valid:
        if name not in sheet.evidence:
            known, where = listed(sheet.evidence), ("still_valid", name)
            yield problem("unknown-evidence", where, at_key=True, name=name, known=known)
