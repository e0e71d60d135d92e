"""Repair the files that were checked: what each would become, what was left, and the difference."""

from collections.abc import Callable, Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from scalecheck.errors import CannotWrite, ScalecheckError, SourceError
from scalecheck.lint.check import Checked
from scalecheck.model.diagnostic import Diagnostic
from scalecheck.report.findings.screen import neutralise
from scalecheck.source.document import parse
from scalecheck.source.repair import repair, write_back

_ROUNDS = 8

CheckAgain = Callable[[Path, bytes], Checked]


class FileRepair(NamedTuple):
    """What repairs make of a file.

    `applied` holds the findings that were repaired; `refused` those whose repair would have
    changed something else, and `waiting` those that overlap another one.
    """

    path: Path
    before: str
    after: str
    applied: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()
    waiting: tuple[Diagnostic, ...] = ()

    @property
    def changes(self) -> bool:
        """Tell whether the file would be another one."""
        return self.before != self.after


def repair_files(
    checked: Iterable[Checked], check_again: CheckAgain | None = None
) -> tuple[FileRepair, ...]:
    """Apply the repairs of findings, in memory; nothing is written.

    Args:
        checked: files with their findings.
        check_again: checks the bytes of a file once more, so that a repair which had to wait for
            another is applied as well; without it each file is repaired once.

    Returns:
        The files in which something can be repaired, or was refused.
    """
    made = (_repair(one, check_again) for one in checked if one.readable)
    return tuple(one for one in made if one.applied or one.refused or one.waiting)


class Written(NamedTuple):
    """How many repairs were written, and the files that were left as they are, with the reason."""

    made: int
    refused: tuple[ScalecheckError, ...]


def write_repairs(repairs: Iterable[FileRepair]) -> Written:
    """Write the files that change, each whole or not at all; one that cannot be stops no other."""
    made = 0
    refused: list[ScalecheckError] = []
    for one in repairs:
        try:
            if one.changes:
                write_back(one.path, one.before, one.after)
                made += len(one.applied)
        except (CannotWrite, SourceError) as error:
            refused.append(error)
    return Written(made, tuple(refused))


def show_difference(repairs: Iterable[FileRepair]) -> str:
    """Show what would change as a unified diff; what could move a cursor is made harmless."""
    return "".join(f"{line}\n" for one in repairs if one.changes for line in _difference(one))


def _repair(checked: Checked, check_again: CheckAgain | None) -> FileRepair:
    done = _repair_once(checked)
    for _ in range(_ROUNDS):
        if check_again is None or not done.changes or not done.waiting:
            break
        more = _repair_once(check_again(checked.path, done.after.encode()))
        done = more._replace(before=checked.text, applied=(*done.applied, *more.applied))
    return done


def _repair_once(checked: Checked) -> FileRepair:
    found = [d for d in checked.diagnostics if d.edits]
    document = parse(checked.text.encode(), str(checked.path))
    made = repair(document, [d.edits for d in found])
    some = (tuple(found[n] for n in part) for part in (made.applied, made.refused, made.waiting))
    return FileRepair(checked.path, checked.text, made.text, *some)


def _difference(one: FileRepair) -> Iterator[str]:
    name = neutralise(str(one.path))
    before, after = _lines(one.before, one), _lines(one.after, one)
    yield from unified_diff(before, after, name, name, lineterm="")


def _lines(text: str, one: FileRepair) -> list[str]:
    """The lines of a text, safe to print; how they end is shown where that is what changes."""
    if one.before.count("\r") == one.after.count("\r"):
        text = text.replace("\r\n", "\n")
    return ["\t".join(map(neutralise, line.split("\t"))) for line in text.split("\n")]
