"""Find the two editions that an upgrade table speaks of, and the tables beside a rubric."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from scalecheck.errors import SourceError
from scalecheck.lint.finder import Finder
from scalecheck.lint.subject import Subject
from scalecheck.model.check_upgrade import find_upgrade_misfits
from scalecheck.model.diagnostic import Problem
from scalecheck.model.rubric import Rubric
from scalecheck.model.upgrade import RubricEdition, Upgrade
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load

UPGRADE = ("upgrade",)


def edition_names(edition: RubricEdition, folder: Path) -> Iterator[str]:
    """The names that an edition may be found under, in the order to try them.

    The file that the table names, from its own folder; else the id; else the id and the version
    (`is-echelle-0.1.0`), which is how an earlier edition is kept beside the current one.
    """
    if edition.file is not None:
        yield str(folder / edition.file)
    else:
        yield edition.rubric
        yield f"{edition.rubric}-{edition.version}"


def is_edition(rubric: Rubric, edition: RubricEdition) -> bool:
    """Tell whether a rubric is the one, at the version, that a table means."""
    return (rubric.id, rubric.version) == (edition.rubric, edition.version)


def find_table(rubric: Path, old: Rubric, new: Rubric) -> Upgrade | None:
    """Find the upgrade table between two editions beside a rubric: `<id>….upgrade.yaml`."""
    kind = kind_named("upgrade")
    for file in sorted(rubric.parent.glob(f"{new.id}*.upgrade.yaml")):
        try:
            table: Upgrade = load(file, kind).value
        except SourceError:
            continue
        if is_edition(old, table.from_) and is_edition(new, table.to):
            return table
    return None


def find_editions(subject: Subject) -> tuple[Rubric | None, Rubric | None]:
    """Find the two rubrics of a table under check; None for one that is not there, or not sound."""
    return _editions(subject.value, Path(subject.document.name), subject.find_rubric)


def find_table_misfits(table: Upgrade, finder: Finder, file: Path) -> tuple[Problem, ...]:
    """Find what a table says that one of its rubrics does not know, where both can be found."""
    old, new = _editions(table, file, partial(finder.find, file=file))
    return find_upgrade_misfits(table, old, new) if old is not None and new is not None else ()


def _editions(
    table: Upgrade, file: Path, find: Callable[[str], Rubric | None]
) -> tuple[Rubric | None, Rubric | None]:
    old, new = (_edition(edition, file.parent, find) for edition in (table.from_, table.to))
    return old, new


def _edition(
    edition: RubricEdition, folder: Path, find: Callable[[str], Rubric | None]
) -> Rubric | None:
    for name in edition_names(edition, folder):
        rubric = find(name)
        if rubric is not None and is_edition(rubric, edition):
            return rubric
    return None
