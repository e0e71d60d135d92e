"""CSV: what separates, what is quoted, where the header stands; a bad line costs itself only."""

import csv
import io
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.portfolio.samples import as_csv

from scalecheck.portfolio.tables.delimited import DelimitedTable

LINES = as_csv(delimiter=";").decode().splitlines()


def read(tmp_path, text, known=("id", "a", "b")):
    path = tmp_path / "t.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    table = DelimitedTable(path, lambda _, names: sum(name in known for name in names))
    return table, [(line.number, list(line.cells), line.faults) for line in table.lines()]


def codes(rows):
    return {number: [fault.code for fault in faults] for number, _, faults in rows if faults}


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_separates_cells_and_lines_is_found(tmp_path, mark, end):
    text = end.join(mark.join(row) for row in (("id", "a", "b"), ("x", "1", ""), ("y", "", "2")))
    _, rows = read(tmp_path, text)
    assert [cells for _, cells, _ in rows] == [["x", "1", ""], ["y", "", "2"]]


def test_a_first_line_may_say_what_separates(tmp_path):
    table, rows = read(tmp_path, "sep=|\nid|a\nx|1\n")
    assert table.names == ("id", "a")
    assert rows == [(3, ["x", "1"], ())]


def test_the_header_is_the_row_with_most_known_names(tmp_path):
    table, rows = read(tmp_path, "Liste;;\n;;\nNom;a;b\nid;a;b\nx;1;2\n")
    assert (table.header, table.names) == (4, ("id", "a", "b"))
    assert rows == [(5, ["x", "1", "2"], ())]


def test_a_text_of_several_lines_is_one_cell_and_lines_are_counted(tmp_path):
    _, rows = read(tmp_path, 'id;a\nx;"un\ndeux"\ny;2\n')
    assert rows == [(2, ["x", "un\ndeux"], ()), (4, ["y", "2"], ())]


def test_a_quote_that_is_never_closed_costs_its_line_only(tmp_path):
    _, rows = read(tmp_path, 'id;a\nx;"un\ny;2\nz;"trois"\n')
    assert [cells for _, cells, faults in rows if not faults] == [["y", "2"], ["z", "trois"]]
    assert codes(rows) == {2: ["table-quote-open"]}


def test_blank_rows_are_passed_over_and_odd_ones_are_named(tmp_path):
    _, rows = read(tmp_path, "id;a;b\n\n;;\nx;1;2\ny;1\nz;1;2;3\n")
    assert [cells for _, cells, faults in rows if not faults] == [["x", "1", "2"]]
    assert codes(rows) == {5: ["table-cells-missing"], 6: ["table-too-many-cells"]}


def test_a_line_that_is_not_utf8_is_repaired_by_itself(tmp_path):
    text = "id;a\nété;é\n".encode() + "là;ç\n".encode("cp1252")
    table, rows = read(tmp_path, text)
    assert [cells for _, cells, _ in rows] == [["été", "é"], ["là", "ç"]]
    assert [(one.code, dict(one.facts)["lines"]) for one in table.remarks] == [
        ("table-encodings-mixed", "3")
    ]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=40))
def test_whatever_stands_in_one_line_the_others_are_read_as_before(tmp_path, line):
    text = "\n".join((*LINES[:3], line, *LINES[4:]))
    _, rows = read(tmp_path, text, LINES[0].split(";"))
    wanted = [one for n, one in enumerate(csv.reader(io.StringIO("\n".join(LINES)), delimiter=";"))]
    others = [cells for number, cells, faults in rows if number != 4 and not faults]
    assert others == [row for n, row in enumerate(wanted) if n not in (0, 3)]


@pytest.mark.parametrize("line", ['x","""z', 'x,"""z', 'x,"z'])
def test_quotes_that_never_close_cost_no_time_without_end(tmp_path, line):
    before = time.process_time()
    _, rows = read(tmp_path, "id,a\n" + f"{line}\n" * 20_000)
    assert time.process_time() - before < 20
    assert {code for some in codes(rows).values() for code in some} == {
        "table-quote-open",
        "table-too-broken",
    }


def test_a_record_of_a_thousand_lines_is_read_and_no_longer_one(tmp_path):
    for count, wanted in ((1_000, []), (1_001, ["table-quote-open"])):
        _, rows = read(tmp_path, 'id,a\nx,"' + "z\n" * (count - 1) + '"\ny,2\n')
        assert codes(rows).get(2, []) == wanted
        assert rows[-1][1] == ["y", "2"]


@pytest.mark.parametrize("mark", ['"', ""])
def test_an_endless_cell_is_named_as_such(tmp_path, mark):
    _, rows = read(tmp_path, f"id,a\nx,{mark}{'z' * 140_000}{mark}\ny,2\n")
    assert codes(rows) == {2: ["table-cell-too-long"]}
    assert rows[-1][1] == ["y", "2"]
