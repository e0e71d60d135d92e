"""What is said of a part of a level, and of vetoes, is true of that part."""

from tests.lint.test_coalitions import grid_of, majority, parts_of

from scalecheck.lint.coalitions import read_coalitions
from scalecheck.model.language import Language
from scalecheck.report.coalitions_view import render_coalitions


def test_a_part_of_a_level_speaks_of_itself_and_not_of_the_level():
    rule = {"all_of": [majority(dict.fromkeys("abc", 2), "60%", (1, 1, 1)), {"a": 2}]}
    lines = lines_of(rule)
    assert "Cette partie est acquise dès que l’un de ces ensembles est réuni\u00a0:" in lines
    told = "Cette partie est bloquée dès que l’un de ces ensembles manque en entier\u00a0:"
    assert told in lines
    assert not any("Le niveau 1 est bloqué" in line for line in lines)
    assert any(line.endswith("sans elle, le niveau est bloqué.") for line in lines)


def test_a_veto_stands_before_the_sets_that_suffice_without_it_and_is_never_said_idle():
    terms = majority(dict.fromkeys("abc", 2), "60%", (5, 5, 1))["majority"]
    rule = {"majority": {**terms, "veto": {"c": 1}}}
    (part,) = parts_of(rule)
    assert ([ask.name for ask in part.vetoes], part.idle) == (["c"], ())
    lines = lines_of(rule)
    (vetoes,) = (n for n, line in enumerate(lines) if line.startswith("Éliminatoire"))
    assert lines[vetoes].endswith("Si rien n’est éliminatoire\u00a0:")
    assert lines[vetoes + 1].startswith("Le niveau 1 est atteint")


def lines_of(rule):
    grid = grid_of(rule)
    page = render_coalitions(grid, read_coalitions(grid), Language.FR)
    return [line.strip() for line in page.splitlines()]
