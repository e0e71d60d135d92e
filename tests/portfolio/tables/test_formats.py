"""The same table gives the same results, whatever file it comes in."""

import pytest
from tests.portfolio.samples import FORMATS, NAMES, ROWS, as_csv


def test_the_clean_table_is_read_without_a_word(folder):
    found = folder.score("t.csv", as_csv())
    assert list(found.values) == [row[0] for row in ROWS]
    assert (found.errors, found.remarks) == ([], [])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_results(folder, name):
    wanted = folder.score("t.csv", as_csv())
    found = folder.score(name, FORMATS[name](ROWS))
    assert found.values == wanted.values
    assert (found.errors, found.remarks) == ([], [])
    assert len(NAMES) < 20
