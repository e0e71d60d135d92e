"""A table with all that no score reads and reports do, and what may be wrong in its cells."""

import csv
import io
import json

NAMES = (
    *("id", "ampleur", "ampleur.grade", "language", "summary", "confidentiality"),
    *("ambition", "ambition.by", "funding/1/year", "funding/1/amount", "funding/1/currency"),
    *("funding/1/for", "funding/1/to", "funding/1/status", "funding/2/year", "funding/2/amount"),
    *("supporters/1/title", "supporters/1/kind", "supporters/1/functions", "supporters/1/stages"),
    "milieux/1/title",
)
_GIVEN = """
q1;2;documented;fr;Un jardin;public;3;2030-12;2027;12500.50;CAD;pilot;bearer;asked;2028;700;
TIESS;regroupement;spot|promote;debut;Lac

q2;1;;en;A roof;internal;2;2031;2026;900;USD;scaling;settings;confirmed;;;
;;;;

q3;3;documented;;;;;;;;;;;;;;
;;;;
"""
ROWS = tuple(tuple(one.replace("\n", "").split(";")) for one in _GIVEN.strip().split("\n\n"))
EVERYBODY = {row[0] for row in ROWS}

# A column, what its cell of the second project becomes, and the code that names it.
CELLS = (
    ("funding/1/amount", "120,000", "table-amount-ambiguous"),
    ("funding/1/amount", "$120,000", "table-amount-ambiguous"),
    ("funding/1/amount", "120.000", "table-amount-ambiguous"),
    ("funding/1/amount", "-500", "table-amount-negative"),
    ("funding/1/amount", "(500 $)", "table-amount-negative"),
    ("funding/1/amount", "1e5", "table-not-an-amount"),
    ("funding/1/amount", "120k", "table-not-an-amount"),
    ("funding/1/amount", "12%", "table-not-an-amount"),
    ("funding/1/amount", "1,5,0", "table-not-an-amount"),
    ("funding/1/amount", "12 5000", "table-not-an-amount"),
    ("funding/1/amount", "5 à 10", "table-not-an-amount"),
    ("funding/1/amount", "NaN", "table-not-an-amount"),
    ("funding/1/amount", "900 ans", "table-other-currency"),
    ("funding/1/amount", "٣", "table-not-an-amount"),
    ("funding/1/amount", "9" * 5_000, "table-not-an-amount"),
    ("funding/1/amount", "#REF!", "table-error-cell"),
    ("funding/1/amount", "900 €", "table-other-currency"),
    ("funding/1/amount", "900 CAD", "table-other-currency"),
    ("funding/2/amount", "900", "table-amount-without-year"),
    ("funding/1/year", "", "table-amount-without-year"),
    ("funding/1/year", "2026-2027", "table-not-a-year"),
    ("funding/1/year", "2026-27", "table-not-a-year"),
    ("funding/1/year", "27", "table-not-a-year"),
    ("funding/1/year", "1899", "table-not-a-year"),
    ("funding/1/year", "2201", "table-not-a-year"),
    ("funding/1/year", "2026.5", "table-not-a-year"),
    ("funding/1/year", "9" * 5_000, "table-not-a-year"),
    ("funding/1/year", "à venir", "table-not-a-year"),
    ("funding/1/year", "#N/A", "table-error-cell"),
    ("funding/1/currency", "huards", "table-not-a-currency"),
    ("funding/1/for", "Pilote", "unknown-value"),
    ("funding/1/to", "tout le monde", "unknown-value"),
    ("funding/1/status", "Refus", "unknown-value"),
    ("ambition", "9", "unknown-value"),
    ("ambition.by", "0202-12", "table-not-a-term"),
    ("ambition.by", "9999", "table-not-a-term"),
    ("ambition.by", "2030-13", "table-not-a-term"),
    ("ambition.by", "un jour", "table-not-a-term"),
    ("confidentiality", "restrein", "unknown-value"),
    ("confidentiality", "oui", "unknown-value"),
    ("language", "español", "unknown-value"),
    ("supporters/1/kind", "ami", "unknown-value"),
    ("supporters/1/functions", "spot|dormir", "unknown-value"),
    ("supporters/1/stages", "fin", "unknown-value"),
)


def changed(name: str, value: str, project: str = "q2") -> tuple[tuple[str, ...], ...]:
    """The rows with one cell changed."""
    at = NAMES.index(name)
    return tuple(
        tuple(value if n == at and row[0] == project else cell for n, cell in enumerate(row))
        for row in ROWS
    )


def as_csv(rows=ROWS) -> bytes:
    """Write the table as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows((NAMES, *rows))
    return out.getvalue().encode()


def as_jsonl(rows=ROWS) -> bytes:
    """Write the table as JSON Lines; empty cells are left out."""
    given = ({n: c for n, c in zip(NAMES, row, strict=True) if c} for row in rows)
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in given).encode()


def as_long(rows=ROWS) -> bytes:
    """Write the table with one row an answer, the rest on the first of each project."""
    others = [n for n in NAMES if n not in ("id", "ampleur", "ampleur.grade")]
    lines = [("project", "criterion", "level", "grade", *others)]
    for row in rows:
        cells = dict(zip(NAMES, row, strict=True))
        rest = [cells[name] for name in others]
        lines.append((cells["id"], "ampleur", cells["ampleur"], cells["ampleur.grade"], *rest))
        lines.append((cells["id"], "ancrage", "1", "", *[""] * len(others)))
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(lines)
    return out.getvalue().encode()


FORMATS = {"wide.csv": as_csv, "lines.jsonl": as_jsonl, "long.csv": as_long}
EVERY_DAMAGE = tuple((file, *cell) for file in FORMATS for cell in CELLS)
