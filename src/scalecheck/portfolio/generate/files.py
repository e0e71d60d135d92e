"""A fictional portfolio as files: the wide table, and the truth about what was planted."""

import csv
import io
from collections.abc import Iterable, Sequence

from scalecheck.portfolio.generate.draft import Generated
from scalecheck.portfolio.generate.rows import header_of, row_of
from scalecheck.portfolio.layout import JOINT

TRUTH = ("planted", "axis", "value", "projects", "changed", "blocker", "setting", "supporter")


def write_table(found: Generated) -> str:
    """Write projects as CSV, one row each: comma, no mark at the head, one column a name."""
    rows = [row_of(draft) for draft in found.drafts]
    header = header_of(rows)
    return _write([header, *([row.get(name, "") for name in header] for row in rows)])


def write_truth(found: Generated) -> str:
    """Write what was planted as CSV: copies, twins and cohorts, with the ids of their projects."""
    copies = (
        (one.kind, "", "", JOINT.join((one.one, one.other)), f"{one.changed:g}", "", "", "")
        for one in found.copies
    )
    cohorts = (
        ("cohort", c.axis, c.value, JOINT.join(c.members), "", c.blocker, c.setting, c.supporter)
        for c in found.gatherings
    )
    return _write([TRUTH, *copies, *cohorts])


def _write(lines: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(lines)
    return written.getvalue()
