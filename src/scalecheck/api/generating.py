"""Make a fictional portfolio: to try the commands on, to train with, to measure."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.loading import load_rubric, load_vocabularies
from scalecheck.portfolio.generate.files import write_table, write_truth
from scalecheck.portfolio.generate.make import generate
from scalecheck.portfolio.generate.options import GenerateOptions


class MadePortfolio(NamedTuple):
    """A fictional portfolio as CSV: `table`, one row a project, and what was `planted` in it."""

    table: str
    planted: str


def make_portfolio(
    rubric: str | Path, *, projects: int = 300, seed: int = 1, folders: Sequence[str | Path] = ()
) -> MadePortfolio:
    """Make a portfolio under a rubric: organisations, places, amounts and answers are made up.

    Args:
        rubric: its id or its path.
        projects: how many, 1 or more.
        seed: the same gives the same portfolio, byte for byte.
        folders: where rubrics are looked for first.

    Raises:
        UnknownName: no such rubric.
        SourceError: the rubric cannot be read.
    """
    options = GenerateOptions(seed=seed, projects=projects)
    found = generate(load_rubric(rubric, folders=folders), load_vocabularies(), options)
    return MadePortfolio(write_table(found), write_truth(found))
