"""The few formulas of the workbook, and what they show before anything computes them."""

from scalecheck.forms.excel.plan import Cell, Choices, Row, Table
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.excel.written.places import NEXT, SAYS, Places, address

_GIVEN, _ASKED = "\ue000", "\ue001"


def chosen(places: Places, choices: Choices, answer: str, column: int) -> str:
    """Show what stands beside the chosen line of a list; a level may be typed by its number."""
    lines = places.listed(choices)
    exact = f'MATCH(SUBSTITUTE({answer},"~","~~"),{lines},0)'
    by_number = f'MATCH({answer}&" ·*",{lines},0)'
    found = f"INDEX({places.listed(choices, column)},IFERROR({exact},{by_number}))"
    return f'=IF({answer}="","",IFERROR({found}&"",""))'


def live(places: Places, table: Table, row: Row, key: str) -> str:
    """Write the formula of a cell that follows another one."""
    cell = row.cells[key]
    if cell.live == "name":
        return _name(places, table, row, cell)
    choices = row.cells["answer"].choices
    line = places.tables[table.id].rows[row.key]
    if choices is None:
        return ""
    answer = address(line, table.column("answer"))
    return chosen(places, choices, answer, SAYS if cell.live == "says" else NEXT)


def _name(places: Places, table: Table, row: Row, cell: Cell) -> str:
    listed = places.plan.table(table.per)
    if listed is None:
        return ""
    member = row.key.partition("/")[0]
    title, code = (places.cell(listed, member, key) for key in ("title", "code"))
    quoted = cell.text.replace('"', '""')[:250]
    return f'=IF({title}<>"",{title},IF({code}<>"",{code},"{quoted}"))'


def progress(places: Places, table: Table, speech: Speech) -> tuple[str, str]:
    """Write how far a table is: the formula, and what it shows now. Empty where nothing counts."""
    if not table.counted:
        return "", ""
    key = _key(table)
    said = speech.say(f"count.{key}", given=_GIVEN, asked=_ASKED)
    given, asked = counts(places, table)
    now_given, now_asked = count_now(places, table)
    text = said.replace(_GIVEN, str(now_given)).replace(_ASKED, str(now_asked))
    return _sentence(said, given, asked), text


def total(places: Places, speech: Speech) -> tuple[str, str]:
    """Write how far the whole form is: the formula, and what it shows now."""
    tables = [table for table in places.plan.tables if _key(table) == "answers" and table.counted]
    said = speech.say("count.answers", given=_GIVEN, asked=_ASKED)
    each = [counts(places, table) for table in tables] or [("0", "0")]
    now = [count_now(places, table) for table in tables]
    given, asked = ("+".join(f"({pair[n]})" for pair in each) for n in (0, 1))
    text = said.replace(_GIVEN, str(sum(g for g, _ in now)))
    return _sentence(said, given, asked), text.replace(_ASKED, str(sum(a for _, a in now)))


def _key(table: Table) -> str:
    if table.id == "evidence":
        return "records"
    return "instances" if table.id.startswith("instances:") else "answers"


def counts(places: Places, table: Table) -> tuple[str, str]:
    """Count what is given, and what is asked, as two expressions."""
    given = f"COUNTA({places.span(table, table.counted)})"
    if any(column.key == "amount" for column in table.columns):
        given += f"+COUNTA({places.span(table, 'amount')})"
    rows = sum(1 for _ in table.asked())
    listed = places.plan.table(table.per) if table.per else None
    if listed is None:
        return given, str(rows)
    each = rows // max(len(listed.rows), 1)
    title, code = (places.span(listed, key) for key in ("title", "code"))
    return given, f'SUMPRODUCT(--({title}&{code}<>""))*{each}'


def count_now(places: Places, table: Table) -> tuple[int, int]:
    """Count what is given and asked as the form leaves."""
    keys = (table.counted, "amount")
    rows = list(table.asked())
    given = sum(1 for row in rows for key in keys if key in row.cells and row.cells[key].text)
    listed = places.plan.table(table.per) if table.per else None
    if listed is None:
        return given, len(rows)
    named = sum(1 for row in listed.rows if row.cells["title"].text or row.cells["code"].text)
    return given, named * (len(rows) // max(len(listed.rows), 1))


def _sentence(said: str, given: str, asked: str) -> str:
    """Make a formula of a sentence with two places."""
    quoted = said.replace('"', '""')
    text = quoted.replace(_GIVEN, f'"&({given})&"').replace(_ASKED, f'"&({asked})&"')
    return f'="{text}"'
