"""The pages on the JSON result name every key of the figures of a portfolio, and no other."""

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import scalecheck as sc
from scalecheck.api.fund import FundOptions, analyse
from scalecheck.model.balance import AxisKind
from scalecheck.model.overlap import FacetState, OverlapKind, Verb
from scalecheck.model.portfolio import MilestoneKind
from scalecheck.report.fund.result import FORMAT, render_fund

PAGES = ("docs/fr/json.md", "docs/en/json.md")
TABLE = Path("examples/portfolio/portfolio.csv")
OPEN = ("facts", "shares", "targets")  # their keys are data


@cache
def written() -> dict[str, Any]:
    """The figures of the example, with something in every part of them."""
    options = sc.PortfolioOptions(rubric="is-echelle", as_of="2026-11-23")
    read = sc.read_portfolio([TABLE, Path("nowhere.yaml")], options)
    targets = {"purpose": {"pilot": Fraction(1, 2)}}
    return json.loads(render_fund(analyse(read, FundOptions(smallest=1, targets=targets))))


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from () if key in OPEN else keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


def section(page: str) -> str:
    text = Path(page).read_text(encoding="utf-8")
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    (found,) = (part for part in parts if f"`{FORMAT}`" in part.partition("\n")[0])
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_tells_of_the_very_keys_of_the_figures(page: str) -> None:
    rows = (row.split("|")[1] for row in section(page).splitlines() if row.startswith("| `"))
    told = {key for row in rows for key in re.findall(r"`([^`]+)`", row)}
    helps = {"helper", "helped", "ranks"}  # the example may hold no such help
    assert told - helps == set(keys_of(written())) - helps
    assert helps <= told


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("codes", [AxisKind, FacetState, MilestoneKind, OverlapKind, Verb])
def test_a_page_names_every_code_of_the_figures(page: str, codes: Any) -> None:
    assert [code.value for code in codes if f"`{code.value}`" not in section(page)] == []


def test_the_words_of_restricted_projects_are_not_in_the_figures() -> None:
    read = sc.read_portfolio([TABLE], sc.PortfolioOptions(rubric="is-echelle"))
    restricted = {one.id for one in read.members if one.confidentiality == "restricted"}
    pairs = written()["overlaps"]["pairs"]
    assert {bool(one["terms"]) for one in pairs} == {True, False}
    for one in pairs:
        assert bool(one["terms"]) == restricted.isdisjoint((one["one"], one["other"]))
